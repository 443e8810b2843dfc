//! The levers and assumptions that are not the same everywhere, with their values and notes.

use yew::prelude::*;

use super::{Side, Sides, at_decimal, column_head, scrolling};
use crate::catalogue::{labels, scenarios, steps};
use crate::plan::Plan;
use crate::text::Language;
use crate::workspace::{DifferingInput, Input, InputValue};

pub fn table(plan: &Plan, sides: &Sides, language: Language) -> Html {
    let Sides { reference, scenarios, comparison } = sides;
    if comparison.inputs.is_empty() {
        return html! { <p class="muted">{ scenarios::NONE_DIFFERS.get(language) }</p> };
    }
    let cell = |side: &Side, input: Input, value: &InputValue, changed: bool| {
        let text = steps::input_value(plan, input, value, language);
        let note = side.draft.note(input);
        html! {
            <td class={classes!("first", at_decimal(&text), changed.then_some("changed"))}>
                { text }
                if !note.is_empty() {
                    <span class="noted-value">{ note.to_owned() }</span>
                }
            </td>
        }
    };
    let row = |differing: &DifferingInput| {
        let DifferingInput { input, reference: reference_value, values } = differing;
        html! {
            <tr>
                <th scope="row">
                    { steps::input_name(plan, *input, language) }
                    <span class="unit">{ format!(" {}", unit(plan, *input, language)) }</span>
                </th>
                { cell(reference, *input, reference_value, false) }
                { for scenarios.iter().zip(values).map(|(side, value)| cell(side, *input, value, value != reference_value)) }
            </tr>
        }
    };
    let reference_name = scenarios::of(scenarios::AS_REFERENCE, reference.name.get(language), language);
    let table = html! {
        <table class="comparison differing">
            <thead>
                <tr>
                    <th scope="col">{ labels::VALUE.get(language) }</th>
                    <th scope="col" class="scenario">{ reference_name }</th>
                    { for scenarios.iter().map(|side| column_head(side, 1, language)) }
                </tr>
            </thead>
            <tbody>{ for comparison.inputs.iter().map(row) }</tbody>
        </table>
    };
    scrolling(scenarios::DIFFERING.get(language), table)
}

pub fn unit(plan: &Plan, input: Input, language: Language) -> &'static str {
    match input {
        Input::Lever(id) => plan.lever(id).unit.get(language),
        Input::Coefficient(id) => plan.coefficient(id).unit.get(language),
        Input::Fact(id) => plan.fact(id).unit.get(language),
        Input::Reading => "",
    }
}
