//! The fields of a scene.

use std::rc::Rc;

use wasm_bindgen::JsCast;
use web_sys::HtmlSelectElement;
use yew::prelude::*;

use super::{edit, name_of};
use crate::catalogue::{notices, script as words, stage};
use crate::plan::{IndicatorId, PresetId};
use crate::text::number::at_least;
use crate::text::{Language, Text};
use crate::view::button;
use crate::view::store::{PlanRef, Send};
use crate::view::text_field::TextField;
use crate::workspace::{Key, Picture, Reference, Scene, ScriptEdit, TooLong, Workspace};

/// The value of the option for no scenario.
const NOTHING: &str = "";

#[derive(Properties, PartialEq)]
pub struct FormProps {
    pub plan: PlanRef,
    pub language: Language,
    /// The scene's place in the script.
    pub at: usize,
    pub scene: Scene,
    pub workspace: Rc<Workspace>,
    pub send: Send,
}

#[component]
pub fn Form(props: &FormProps) -> Html {
    let FormProps { plan, language, at, scene, .. } = props;
    let (plan, language, at) = (*plan, *language, *at);
    let pictures = Picture::ALL.map(|picture| (picture.id(), stage::picture(picture).get(language).to_owned()));
    let indicators = plan.0.indicators.iter().map(|one| (one.id.id(), one.name.get(language).to_owned()));
    let replace = |change: fn(&mut Scene, &str)| {
        let (scene, send) = (scene.clone(), props.send.clone());
        Callback::from(move |value: String| {
            let mut scene = scene.clone();
            change(&mut scene, &value);
            send.emit(edit(ScriptEdit::Replace(at, Box::new(scene))));
        })
    };
    let on_text = |set: fn(&mut Scene, &str) -> Result<(), TooLong>| {
        let (scene, send) = (scene.clone(), props.send.clone());
        Callback::from(move |text: String| {
            let mut scene = scene.clone();
            set(&mut scene, &text).map_err(|problem| notices::too_long(problem, language))?;
            send.emit(edit(ScriptEdit::Replace(at, Box::new(scene))));
            Ok(())
        })
    };
    let label = |text: Text| words::of_scene(text, at, language);
    html! {
        <div class="scene-form">
            { choice(
                words::SCENARIO.get(language),
                options(props, false),
                &written(Some(scene.scenario)),
                replace(|scene, value| scene.scenario = read(value).unwrap_or(scene.scenario)),
            ) }
            { choice(
                words::BESIDE.get(language),
                options(props, true),
                &written(scene.beside),
                replace(|scene, value| scene.beside = read(value)),
            ) }
            { choice(
                words::PICTURE.get(language),
                pictures.map(|(id, name)| (id.to_owned(), name)).to_vec(),
                scene.picture.id(),
                replace(|scene, value| scene.picture = Picture::parse(value).unwrap_or(scene.picture)),
            ) }
            { choice(
                words::INDICATOR.get(language),
                indicators.map(|(id, name)| (id.to_owned(), name)).collect(),
                scene.indicator.id(),
                replace(|scene, value| scene.indicator = IndicatorId::parse(value).unwrap_or(scene.indicator)),
            ) }
            <div class="scene-text">
                <span aria-hidden="true">{ words::CAPTION.get(language) }</span>
                <TextField
                    id={format!("caption-{at}")}
                    label={label(words::CAPTION)}
                    placeholder={words::CAPTION_HINT.get(language)}
                    value={scene.caption().to_owned()}
                    commit={on_text(Scene::set_caption)}
                />
            </div>
            <div class="scene-text">
                <span aria-hidden="true">{ words::NOTE.get(language) }</span>
                <TextField
                    id={format!("scene-note-{at}")}
                    rows={4}
                    label={label(words::NOTE)}
                    placeholder={words::NOTE_HINT.get(language)}
                    value={scene.note().to_owned()}
                    commit={on_text(Scene::set_note)}
                />
            </div>
            { moves(props) }
        </div>
    }
}

/// Where levers move to, and what sets that.
fn moves(props: &FormProps) -> Html {
    let FormProps { plan, language, at, scene, workspace, send } = props;
    let (plan, language, at) = (*plan, *language, *at);
    let from = workspace.draft_of(&plan, scene.scenario).scenario.clone();
    let present = workspace.draft().scenario.clone();
    let mut with_moves = scene.clone();
    with_moves.set_moves(&plan, &from, &present);
    let same = with_moves.moves.is_empty();
    let mut without = scene.clone();
    without.moves.clear();
    let replace =
        |scene: Scene| send.reform(move |_: MouseEvent| edit(ScriptEdit::Replace(at, Box::new(scene.clone()))));
    html! {
        <div class="scene-moves" role="group" aria-label={words::of_scene(words::MOVES, at, language)}>
            <span aria-hidden="true">{ words::MOVES.get(language) }</span>
            <div>
                if scene.moves.is_empty() {
                    <p class="muted">{ words::NO_MOVES.get(language) }</p>
                } else {
                    <ul>
                        { for scene.moves.iter().map(|(id, years)| {
                            let lever = plan.0.lever(*id);
                            let [start, end] = [from.lever(&plan, *id), years].map(|years| {
                                let mean = years.iter().sum::<f64>() / years.len() as f64;
                                at_least((mean * 1e3).round() / 1e3, lever.decimals)
                            });
                            let (name, unit) = (lever.short.get(language), lever.unit.get(language));
                            html! { <li>{ format!("{name} {start} → {end} {unit}") }</li> }
                        }) }
                    </ul>
                }
                <p class="buttons">
                    { button::action(words::TAKE_MOVES.get(language), same, replace(with_moves)) }
                    if !scene.moves.is_empty() {
                        { button::action(words::CLEAR_MOVES.get(language), false, replace(without)) }
                    }
                </p>
                if same {
                    <p class="muted">{ words::SAME_LEVERS.get(language) }</p>
                }
            </div>
        </div>
    }
}

/// A list to choose from, with its label.
fn choice(label: &'static str, options: Vec<(String, String)>, chosen: &str, on_choice: Callback<String>) -> Html {
    let on_change = move |event: Event| {
        let select = event.target().and_then(|target| target.dyn_into::<HtmlSelectElement>().ok());
        if let Some(select) = select {
            on_choice.emit(select.value());
        }
    };
    html! {
        <label class="scene-choice">
            <span>{ label }</span>
            <select onchange={on_change}>
                { for options.into_iter().map(|(value, name)| html! {
                    <option key={value.clone()} value={value.clone()} selected={value == chosen}>{ name }</option>
                }) }
            </select>
        </label>
    }
}

/// The presets and scenarios, and nothing where that can be chosen. One that is gone stays as long as it is chosen.
fn options(props: &FormProps, nothing: bool) -> Vec<(String, String)> {
    let FormProps { plan, language, scene, workspace, .. } = props;
    let (plan, language) = (*plan, *language);
    let none = nothing.then(|| (NOTHING.to_owned(), words::NOTHING_BESIDE.get(language).to_owned()));
    let presets = PresetId::ALL.iter().map(|&preset| Reference::Preset(preset));
    let scenarios = workspace.entries().iter().map(|entry| Reference::Scenario(entry.key));
    let named = |reference| (written(Some(reference)), name_of(&plan, workspace, reference, language));
    let chosen = if nothing { scene.beside } else { Some(scene.scenario) };
    let gone = chosen.filter(|chosen| matches!(chosen, Reference::Scenario(key) if workspace.find(*key).is_none()));
    let gone = gone.map(|gone| {
        let (value, name) = named(gone);
        (value, name + words::GONE.get(language))
    });
    none.into_iter().chain(presets.chain(scenarios).map(named)).chain(gone).collect()
}

fn written(reference: Option<Reference<Key>>) -> String {
    match reference {
        None => NOTHING.to_owned(),
        Some(Reference::Preset(preset)) => preset.id().to_owned(),
        Some(Reference::Scenario(key)) => key.to_string(),
    }
}

fn read(value: &str) -> Option<Reference<Key>> {
    let preset = PresetId::parse(value).map(Reference::Preset);
    preset.or_else(|| Key::parse(value).map(Reference::Scenario))
}
