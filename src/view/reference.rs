//! What differences are taken against: a preset, or one of the scenarios.

use wasm_bindgen::JsCast;
use web_sys::HtmlSelectElement;
use yew::prelude::*;

use super::store::{Message, Send};
use crate::catalogue::{labels, sentences};
use crate::plan::{Plan, PresetId};
use crate::text::Language;
use crate::workspace::{Action, Key, Reference, Workspace};

/// The list to choose the reference from, with its label.
pub fn reference_list(plan: &Plan, language: Language, workspace: &Workspace, send: &Send) -> Html {
    let on_reference = send_choice(send);
    html! {
        <label class="reference">
            { labels::REFERENCE.get(language) }
            <select onchange={on_reference}>{ for reference_options(plan, language, workspace) }</select>
        </label>
    }
}

fn send_choice(send: &Send) -> Callback<Event> {
    let send = send.clone();
    Callback::from(move |event: Event| {
        let select = event.target().and_then(|target| target.dyn_into::<HtmlSelectElement>().ok());
        if let Some(reference) = select.and_then(|select| parse_reference(&select.value())) {
            send.emit(Message::Act(Action::Refer(reference)));
        }
    })
}

/// Reads the value of an option.
fn parse_reference(value: &str) -> Option<Reference<Key>> {
    let preset = PresetId::parse(value).map(Reference::Preset);
    preset.or_else(|| Key::parse(value).map(Reference::Scenario))
}

fn reference_options(plan: &Plan, language: Language, workspace: &Workspace) -> Vec<Html> {
    let reference = workspace.reference();
    let presets = plan.presets.iter().map(|preset| {
        html! {
            <option key={preset.id.id()} value={preset.id.id()} selected={reference == Reference::Preset(preset.id)}>
                { preset.name.get(language) }
            </option>
        }
    });
    // One alone has nothing to be held against but the presets.
    let others = workspace.entries().iter().filter(|_| workspace.entries().len() > 1).map(|entry| {
        html! {
            <option
                key={entry.key.to_string()}
                value={entry.key.to_string()}
                selected={reference == Reference::Scenario(entry.key)}
            >
                { sentences::scenario_name(plan, &entry.draft).get(language).to_owned() }
            </option>
        }
    });
    presets.chain(others).collect()
}
