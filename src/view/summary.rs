//! How many targets are met, near, short; which is furthest; how the binding one stands; and the reference.

use wasm_bindgen::JsCast;
use web_sys::HtmlSelectElement;
use yew::prelude::*;

use super::store::{Message, Send};
use crate::analysis::monte_carlo::Bands;
use crate::catalogue::{labels, sentences};
use crate::model::Status;
use crate::plan::{Plan, PresetId};
use crate::text::Language;
use crate::workspace::{Action, Key, Reference, Results, Workspace};

pub fn summary_line(
    plan: &Plan,
    language: Language,
    workspace: &Workspace,
    results: &Results,
    bands: Option<&Bands>,
    send: &Send,
) -> Html {
    let summary = &results.own.summary;
    let reference = workspace.reference();
    let count = |status: Status, number: usize| {
        html! {
            <span class={classes!("count", labels::status_class(status))}>
                <span class="mark" aria-hidden="true"></span>
                { labels::status(status).get(language) }
                { " " }
                <strong>{ number }</strong>
            </span>
        }
    };
    let furthest = &summary.assessments[summary.furthest.index()];
    let furthest = if furthest.status == Status::Met {
        sentences::least_ahead(plan, furthest, language)
    } else {
        sentences::furthest(plan, furthest, language)
    };
    let total = plan.indicators.len();
    let total = match language {
        Language::Zh => format!("{total} 项指标"),
        Language::En => format!("Of {total} targets"),
    };
    // One alone has nothing to be held against but the presets.
    let others = workspace.entries().iter().filter(|_| workspace.entries().len() > 1);
    let on_reference = {
        let send = send.clone();
        move |event: Event| {
            let select = event.target().and_then(|target| target.dyn_into::<HtmlSelectElement>().ok());
            let reference = select.and_then(|select| {
                let value = select.value();
                let preset = PresetId::parse(&value).map(Reference::Preset);
                preset.or_else(|| Key::parse(&value).map(Reference::Scenario))
            });
            if let Some(reference) = reference {
                send.emit(Message::Act(Action::Refer(reference)));
            }
        }
    };
    html! {
        <div class="summary">
            <p class="counts">
                <span>{ total }</span>
                { count(Status::Met, summary.met) }
                { count(Status::Near, summary.near) }
                { count(Status::Short, summary.short) }
                <label class="reference">
                    { labels::REFERENCE.get(language) }
                    <select onchange={on_reference}>
                        { for plan.presets.iter().map(|preset| html! {
                            <option key={preset.id.id()} value={preset.id.id()} selected={reference == Reference::Preset(preset.id)}>
                                { preset.name.get(language) }
                            </option>
                        }) }
                        { for others.map(|entry| html! {
                            <option
                                key={entry.key.to_string()}
                                value={entry.key.to_string()}
                                selected={reference == Reference::Scenario(entry.key)}
                            >
                                { sentences::scenario_name(plan, &entry.draft).get(language).to_owned() }
                            </option>
                        }) }
                    </select>
                </label>
            </p>
            <p class="furthest">
                { furthest }
                { for sentences::binding(plan, results, bands, language).into_iter().map(|binding| html! {
                    <span class="binding-standing">
                        { binding.name }
                        <span class={labels::status_class(binding.status)}>
                            { labels::status(binding.status).get(language) }
                        </span>
                        { binding.chance }
                    </span>
                }) }
            </p>
        </div>
    }
}
