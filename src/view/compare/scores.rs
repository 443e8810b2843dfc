//! The indicators of each scenario: value, difference to the reference, completion, status.

use yew::prelude::*;

use super::{Sides, at_decimal, column_head, scrolling};
use crate::catalogue::{labels, scenarios, sentences};
use crate::model::Assessment;
use crate::plan::{Indicator, Plan};
use crate::text::Language;
use crate::text::number::{completion, difference};

pub fn table(plan: &Plan, sides: &Sides, versus: &str, language: Language) -> Html {
    let Sides { reference, scenarios, comparison } = sides;
    let row = |indicator: &Indicator| {
        let at = indicator.id.index();
        let aim = &reference.computed.summary.assessments[at];
        let target = sentences::target(indicator, aim.target);
        html! {
            <tr>
                <th scope="row">
                    { indicator.short.get(language) }
                    <span class="unit">{ format!(" {}", indicator.unit.get(language)) }</span>
                </th>
                <td class={at_decimal(&target)}>{ &target }</td>
                { value(indicator, aim) }
                { standing(indicator, aim, &target, language) }
                { for comparison.columns.iter().map(|column| {
                    let apart = difference(column.differences[at], indicator.decimals);
                    let class = if apart == "—" { "number" } else { at_decimal(&apart) };
                    html! {
                        <>
                            { value(indicator, &column.assessments[at]) }
                            <td {class}>{ apart }</td>
                            { standing(indicator, &column.assessments[at], &target, language) }
                        </>
                    }
                }) }
            </tr>
        }
    };
    let done = labels::COMPLETION_COLUMN.get(language);
    let reference_name = scenarios::of(scenarios::AS_REFERENCE, reference.name.get(language), language);
    let table = html! {
        <table class="comparison">
            <thead>
                <tr>
                    <th scope="col" rowspan="2">{ scenarios::INDICATOR.get(language) }</th>
                    <th scope="col" rowspan="2" class="number">{ labels::TARGET_COLUMN.get(language) }</th>
                    <th scope="colgroup" class="scenario" colspan="2">{ reference_name }</th>
                    { for scenarios.iter().map(|side| column_head(side, 3, language)) }
                </tr>
                <tr>
                    <th scope="col" class="number first">{ labels::VALUE_COLUMN.get(language) }</th>
                    <th scope="col" class="number">{ done }</th>
                    { for scenarios.iter().map(|_| html! {
                        <>
                            <th scope="col" class="number first">{ labels::VALUE_COLUMN.get(language) }</th>
                            <th scope="col" class="number">{ versus }</th>
                            <th scope="col" class="number">{ done }</th>
                        </>
                    }) }
                </tr>
            </thead>
            <tbody>{ for plan.indicators.iter().map(row) }</tbody>
        </table>
    };
    scrolling(scenarios::COMPARISON.get(language), table)
}

fn value(indicator: &Indicator, assessment: &Assessment) -> Html {
    let text = sentences::value(indicator, assessment.value);
    html! { <td class={classes!("first", at_decimal(&text))}><strong>{ text }</strong></td> }
}

/// Completion and status; also the target where it is another than the reference's.
fn standing(indicator: &Indicator, assessment: &Assessment, reference_target: &str, language: Language) -> Html {
    let done = completion(assessment.completion);
    let target = sentences::target(indicator, assessment.target);
    let class = if done.contains('.') { "number" } else { "number whole" };
    html! {
        <td class={classes!("standing", class, labels::status_class(assessment.status))}>
            <span class="mark" aria-hidden="true"></span>
            <span class="unseen">{ labels::status(assessment.status).get(language) }</span>
            { done }
            if target != reference_target {
                <span class="unit">{ format!("{} {target}", labels::TARGET_COLUMN.get(language)) }</span>
            }
        </td>
    }
}
