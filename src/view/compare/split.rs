//! What assumptions and policy each contribute, where a scenario differs from the reference in both.

use yew::prelude::*;

use super::{Side, Sides, at_decimal, column_head, scrolling};
use crate::analysis::split::Split;
use crate::catalogue::scenarios;
use crate::plan::{Indicator, Plan};
use crate::text::Language;
use crate::text::number::difference;
use crate::workspace::apart;

/// Nothing where no scenario differs in both.
pub fn table(plan: &Plan, sides: &Sides, versus: &str, language: Language) -> Html {
    let reference = &sides.reference.computed;
    let both = |side: &&Side| {
        let apart = apart(plan, &side.computed.scenario, &reference.scenario);
        apart.policy && apart.assumptions
    };
    let split: Vec<(&Side, Split)> = sides
        .scenarios
        .iter()
        .filter(both)
        .map(|side| (side, Split::new(plan, &side.computed.scenario, &reference.scenario)))
        .collect();
    if split.is_empty() {
        return html! {};
    }
    let cell = |indicator: &Indicator, value: f64, first: bool| {
        let text = difference(value, indicator.decimals);
        let class = if text == "—" { "number" } else { at_decimal(&text) };
        html! { <td class={classes!(class, first.then_some("first"))}>{ text }</td> }
    };
    let row = |indicator: &Indicator| {
        let id = indicator.id;
        html! {
            <tr>
                <th scope="row">{ indicator.short.get(language) }</th>
                { for split.iter().map(|(side, split)| {
                    let total = side.computed.projection.last(id) - reference.projection.last(id);
                    html! {
                        <>
                            { cell(indicator, total, true) }
                            { cell(indicator, split.assumptions(id, plan.years), false) }
                            { cell(indicator, split.policy(id, plan.years), false) }
                        </>
                    }
                }) }
            </tr>
        }
    };
    let table = html! {
        <table class="comparison">
            <thead>
                <tr>
                    <th scope="col" rowspan="2">{ scenarios::INDICATOR.get(language) }</th>
                    { for split.iter().map(|(side, _)| column_head(side, 3, language)) }
                </tr>
                <tr>
                    { for split.iter().map(|_| html! {
                        <>
                            <th scope="col" class="number first">{ versus }</th>
                            <th scope="col" class="number">{ scenarios::ASSUMPTIONS.get(language) }</th>
                            <th scope="col" class="number">{ scenarios::POLICY.get(language) }</th>
                        </>
                    }) }
                </tr>
            </thead>
            <tbody>{ for plan.indicators.iter().map(row) }</tbody>
        </table>
    };
    html! {
        <>
            <h3>{ scenarios::SPLIT.get(language) }</h3>
            <p class="muted">{ scenarios::SPLIT_HINT.get(language) }</p>
            { scrolling(scenarios::SPLIT.get(language), table) }
        </>
    }
}
