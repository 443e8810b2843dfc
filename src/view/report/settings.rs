//! What the scenario sets otherwise than the trend, and what the user noted on it.

use yew::prelude::*;

use super::{Sheet, words};
use crate::catalogue::sentences::labelled;
use crate::catalogue::steps::{input_name, input_value};
use crate::model::Scenario;
use crate::plan::{Lever, PresetId};
use crate::workspace::Input;

pub fn levers(sheet: &Sheet) -> Html {
    let Sheet { plan, language, .. } = sheet;
    let plan = plan.0;
    let (draft, trend) = (sheet.draft(), Scenario::preset(plan, PresetId::Trend));
    let basis = Scenario::preset(plan, draft.basis);
    let differs = |lever: &&Lever| {
        let input = Input::Lever(lever.id);
        input.differs(plan, &draft.scenario, &trend) || input.differs(plan, &draft.scenario, &basis)
    };
    let row = |lever: &'static Lever| {
        let input = Input::Lever(lever.id);
        let value = |scenario: &Scenario| input_value(plan, input, &input.value(plan, scenario), *language);
        let changed = input.differs(plan, &draft.scenario, &basis);
        html! {
            <li>
                <span>{ sheet.text(lever.short) }</span>
                <span>
                    { value(&trend) }{ " → " }
                    <span class={classes!(changed.then_some("report-changed"))}>{ value(&draft.scenario) }</span>
                    { " " }<span class="muted">{ sheet.text(lever.unit) }</span>
                </span>
            </li>
        }
    };
    let different: Vec<&Lever> = plan.levers.iter().filter(differs).collect();
    html! {
        <>
            if different.is_empty() {
                <p>{ sheet.text(words::ALL_AS_TREND) }</p>
            } else {
                <ul class="report-levers">{ for different.into_iter().map(row) }</ul>
            }
            { notes(sheet, |input| matches!(input, Input::Lever(_))) }
        </>
    }
}

/// What the user noted on inputs of a kind.
pub fn notes(sheet: &Sheet, is_wanted: impl Fn(Input) -> bool) -> Html {
    let Sheet { plan, language, .. } = sheet;
    let notes = sheet.draft().notes().iter().filter(|(input, _)| is_wanted(*input));
    let lines: Vec<String> =
        notes.map(|(input, note)| labelled(input_name(plan, *input, *language), note, *language)).collect();
    if lines.is_empty() {
        return html! {};
    }
    html! {
        <>
            <h3>{ sheet.text(words::NOTES) }</h3>
            <ul class="report-notes">{ for lines.into_iter().map(|line| html! { <li>{ line }</li> }) }</ul>
        </>
    }
}
