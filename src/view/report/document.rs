//! The report as a whole: its first page carries the message, the rest what it rests on.

use yew::prelude::*;

use super::{Sheet, charts, settings, tables};
use crate::catalogue::{chances, labels, report as words, sentences};
use crate::model::Status;
use crate::plan::{Attribute, Indicator, Side};
use crate::text::Text;
use crate::text::number::{completion, shortest};
use crate::workspace::{Link, write_link};

pub fn document(sheet: &Sheet) -> Html {
    let Sheet { plan, language, workspace, results, day, .. } = sheet;
    let language = *language;
    html! {
        <article class="report">
            <p class="report-head">
                <span>{ plan.0.title.get(language) }{ sheet.text(words::TITLE) }</span>
                <span>{ words::date(day, language) }</span>
            </p>
            <h1>{ words::headline(plan, &sheet.name(), results, language) }</h1>
            <p class="report-summary">{ Sheet::kept(&words::summary(plan, workspace, results, sheet.bands(), language)) }</p>
            if let Some(text) = words::annotation(sheet.draft(), language) {
                <p class="report-annotation">{ text }</p>
            }
            <h2>{ sheet.text(words::FIGURES) }</h2>
            { figures(sheet) }
            <p class="report-source">{ words::source(plan, sheet.bands(), language) }</p>
            <h2>{ sheet.text(words::PATHS) }</h2>
            { charts::small(sheet) }
            <h2>
                { sheet.text(words::SETTINGS) }
                <span class="report-hint">{ sheet.text(words::CHANGED_HINT) }</span>
            </h2>
            { settings::levers(sheet) }
            <h2>{ sheet.text(words::EACH) }</h2>
            { charts::each(sheet) }
            <h2>{ sheet.text(words::MILESTONES) }</h2>
            { tables::milestones(sheet) }
            <h2>{ sheet.text(words::OPENLY) }</h2>
            <ul class="report-warnings">
                { for words::WARNINGS.iter().map(|warning| html! { <li>{ Sheet::kept(sheet.text(*warning)) }</li> }) }
            </ul>
            <h2>{ sheet.text(words::ASSUMPTIONS) }</h2>
            { tables::assumptions(sheet) }
            <p class="report-code">
                { sentences::labelled(
                    sheet.text(words::CODE),
                    &code(sheet),
                    language,
                ) }
            </p>
        </article>
    }
}

/// The scenario's numbers as an address has them, to be typed in again.
fn code(sheet: &Sheet) -> String {
    let mut draft = sheet.draft().without_texts();
    // No name at all is never too long.
    let _ = draft.rename("");
    format!("#{}", write_link(&sheet.plan, &Link::to(&sheet.plan, draft)))
}

/// Every indicator in the target year.
fn figures(sheet: &Sheet) -> Html {
    let plan = sheet.plan.0;
    let number = |text: String| html! { <th scope="col" class="number">{ text }</th> };
    let side = |side: Side| {
        let rows = plan.indicators.iter().filter(|indicator| indicator.side == side);
        html! {
            <tbody>
                <tr class="report-side"><th colspan="8" scope="rowgroup">{ sheet.text(labels::side(side)) }</th></tr>
                { for rows.map(|indicator| figure_row(sheet, indicator)) }
            </tbody>
        }
    };
    html! {
        <table class="report-table report-figures">
            <colgroup>{ for (0..8).map(|_| html! { <col /> }) }</colgroup>
            <thead>
                <tr>
                    <th scope="col">{ sheet.text(labels::INDICATOR) }</th>
                    <th scope="col">{ sheet.text(labels::UNIT) }</th>
                    { number(plan.base_year.to_string()) }
                    { number(sheet.text(labels::TARGET_COLUMN).to_owned()) }
                    { number(sheet.text(labels::VALUE_COLUMN).to_owned()) }
                    { number(sheet.text(words::COMPLETION).to_owned()) }
                    <th scope="col">{ sheet.text(words::STATUS) }</th>
                    { number(sheet.text(words::CHANCE).to_owned()) }
                </tr>
            </thead>
            { side(Side::Input) }
            { side(Side::Output) }
        </table>
    }
}

fn figure_row(sheet: &Sheet, indicator: &'static Indicator) -> Html {
    let assessment = &sheet.results.own.summary.assessments[indicator.id.index()];
    let chance = sheet.bands().map(|bands| bands.chance(indicator.id));
    let toss_up = chance.is_some_and(|chance| chances::is_toss_up(assessment.status, chance));
    let remark = |text: Text| html! { <span class="report-remark">{ sheet.text(text) }</span> };
    html! {
        <tr>
            <th scope="row">
                { sheet.text(indicator.name) }
                if indicator.attribute == Attribute::Binding {
                    { " " }<span class="report-binding">{ sheet.text(labels::BINDING) }</span>
                }
            </th>
            <td class="muted">{ sheet.text(indicator.unit) }</td>
            <td class="number">{ shortest(indicator.baseline) }</td>
            <td class="number">{ sentences::target(indicator, assessment.target) }</td>
            <td class="number"><strong>{ sentences::value(indicator, assessment.value) }</strong></td>
            <td class="number">{ completion(assessment.completion) }</td>
            <td class={labels::status_class(assessment.status)}>
                { status(sheet, assessment.status) }
                if assessment.smaller_denominator {
                    { remark(labels::SMALLER_DENOMINATOR) }
                }
                if toss_up {
                    { remark(labels::TOSS_UP) }
                }
            </td>
            <td class="number">{ chance.map_or("—".to_owned(), chances::percent) }</td>
        </tr>
    }
}

/// A status as shape and word.
pub fn status(sheet: &Sheet, status: Status) -> Html {
    html! {
        <>
            <span class="mark" aria-hidden="true"></span>
            { sheet.text(labels::status(status)) }
        </>
    }
}
