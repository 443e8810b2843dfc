//! The report's long tables: yearly milestones, and the assumptions with their grades.

use yew::prelude::*;

use super::settings::notes;
use super::{Sheet, words};
use crate::catalogue::sentences::labelled;
use crate::catalogue::steps::{input_name, input_value};
use crate::catalogue::{labels, office, sentences};
use crate::model::Scenario;
use crate::plan::{Display, Grade, Indicator, Topic};
use crate::text::Text;
use crate::text::number::shortest;
use crate::workspace::Input;

/// The straight way to each target, and the projection beside it.
pub fn milestones(sheet: &Sheet) -> Html {
    let plan = sheet.plan.0;
    html! {
        <>
            <table class="report-table report-milestones">
                <thead>
                    <tr>
                        <th scope="col">{ sheet.text(labels::INDICATOR) }</th>
                        <td></td>
                        { for (plan.base_year..=plan.target_year()).map(|year| html! {
                            <th scope="col" class="number">{ year }</th>
                        }) }
                    </tr>
                </thead>
                { for plan.indicators.iter().map(|indicator| milestone_rows(sheet, indicator)) }
            </table>
            <p class="report-source">{ sheet.text(words::MILESTONES_HINT) }</p>
        </>
    }
}

fn milestone_rows(sheet: &Sheet, indicator: &'static Indicator) -> Html {
    let (plan, own) = (sheet.plan.0, &sheet.results.own);
    let target = own.summary.assessments[indicator.id.index()].target;
    let milestone = |t: usize| {
        let part = t as f64 / plan.years as f64;
        indicator.baseline * (1.0 - part) + target * part
    };
    let cell = |value: f64| html! { <td class="number">{ sentences::value(indicator, value) }</td> };
    html! {
        <tbody>
            <tr>
                <th scope="rowgroup" rowspan="2">
                    { sheet.text(indicator.short) }{ " " }
                    <span class="muted">{ sheet.text(indicator.unit) }</span>
                </th>
                <th scope="row" class="muted">{ sheet.text(words::MILESTONE) }</th>
                { for (0..=plan.years).map(|t| cell(milestone(t))) }
            </tr>
            <tr class="report-own">
                <th scope="row">{ sheet.text(words::PROJECTED) }</th>
                { for own.projection.path(indicator.id).map(cell) }
            </tr>
        </tbody>
    }
}

/// Every fact and coefficient with its range, grade and source.
pub fn assumptions(sheet: &Sheet) -> Html {
    let plan = sheet.plan.0;
    let facts = plan.facts.iter().map(|fact| {
        let source = std::iter::once(sheet.text(fact.source).to_owned()).chain(
            fact.alternatives
                .iter()
                .map(|&(value, reason)| labelled(&shown(value, fact.display), sheet.text(reason), sheet.language)),
        );
        let source = source.collect::<Vec<_>>().join(Text::new("；", "; ").get(sheet.language));
        row(sheet, Input::Fact(fact.id), "", fact.unit, String::new(), fact.grade, &source)
    });
    let topic = |topic: Topic| {
        let coefficients = plan.coefficients.iter().filter(move |coefficient| coefficient.topic == topic);
        html! {
            <tbody>
                { side(sheet, topic.name()) }
                { for coefficients.map(|coefficient| {
                    let range = [coefficient.low, coefficient.mode, coefficient.high];
                    row(
                        sheet,
                        Input::Coefficient(coefficient.id),
                        coefficient.symbol,
                        coefficient.unit,
                        range.map(|value| shown(value, coefficient.display)).join("–"),
                        coefficient.grade,
                        sheet.text(coefficient.source),
                    )
                }) }
            </tbody>
        }
    };
    html! {
        <>
            <table class="report-table report-assumptions">
                <thead>
                    <tr>
                        <th scope="col">{ sheet.text(office::ASSUMPTION) }</th>
                        <th scope="col" class="number">{ sheet.text(labels::VALUE) }</th>
                        <th scope="col" class="number">{ sheet.text(labels::LOW_MODE_HIGH) }</th>
                        <th scope="col">{ sheet.text(labels::GRADE) }</th>
                    </tr>
                </thead>
                <tbody>
                    { side(sheet, labels::FACTS) }
                    { for facts }
                    <tr>
                        <th scope="row">{ sheet.text(labels::DIGITAL_READING) }</th>
                        <td colspan="3">{ value(sheet, Input::Reading) }</td>
                    </tr>
                </tbody>
                { for Topic::ALL.into_iter().map(topic) }
            </table>
            { notes(sheet, |input| !matches!(input, Input::Lever(_))) }
        </>
    }
}

fn side(sheet: &Sheet, text: Text) -> Html {
    html! { <tr class="report-side"><th colspan="4" scope="rowgroup">{ sheet.text(text) }</th></tr> }
}

fn row(sheet: &Sheet, input: Input, symbol: &str, unit: Text, range: String, grade: Grade, source: &str) -> Html {
    html! {
        <tr>
            <th scope="row">
                { input_name(&sheet.plan, input, sheet.language) }
                <span class="muted">{ format!("\u{a0}{symbol}") }</span>
            </th>
            <td class="number">{ value(sheet, input) }{ " " }<span class="muted">{ sheet.text(unit) }</span></td>
            <td class="number">{ range }</td>
            <td>{ format!("{} {source}", grade.letter()) }</td>
        </tr>
    }
}

/// What an input is set to, marked where the user changed it.
fn value(sheet: &Sheet, input: Input) -> Html {
    let (plan, scenario) = (sheet.plan.0, &sheet.draft().scenario);
    let given = Scenario::preset(plan, sheet.draft().basis);
    let class = input.differs(plan, scenario, &given).then_some("report-changed");
    html! { <span {class}>{ input_value(plan, input, &input.value(plan, scenario), sheet.language) }</span> }
}

/// A stored number as shown.
fn shown(value: f64, display: Display) -> String {
    shortest(crate::catalogue::notices::shown(value, display.scale()))
}
