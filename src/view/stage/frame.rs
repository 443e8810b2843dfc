//! What stands around a scene: what it is about, where its figures come from, and the controls for the mouse.

use wasm_bindgen::JsCast;
use web_sys::HtmlInputElement;
use yew::prelude::*;

use super::hooks::motion;
use super::keys::Order;
use super::performance::Turn;
use super::show::Present;
use super::state::Cue;
use crate::catalogue::{labels, sentences, stage as words};
use crate::text::Language;
use crate::workspace::Picture;

/// The indicator or the scoreboard, the scenario, and what the scene says.
pub fn head(present: &Present) -> Html {
    let Present { store, stage, scene, .. } = present;
    let (plan, language) = (present.plan(), present.language());
    let board = scene.picture == Picture::Scoreboard;
    let title = if board { words::SCORES } else { present.indicator().short };
    // Side by side, each has its name above it.
    let one = !present.has_two_charts();
    let differs = store.results.own.scenario != store.results.reference.scenario;
    let target = store.results.own.summary.assessments[present.id().index()].target;
    html! {
        <header class="stage-head">
            <div>
                <h1>{ title.get(language) }</h1>
                if board {
                    <p class="stage-subtitle"><span>{ plan.title.get(language) }</span></p>
                } else {
                    <p class="stage-subtitle">
                        { for words::subtitle(&plan, present.id(), target, language).into_iter().map(|part| html! { <span>{ part }</span> }) }
                    </p>
                }
            </div>
            <div class="stage-scenario">
                if one {
                <p><strong>{ sentences::scenario_name(&plan, store.workspace.draft()).get(language) }</strong></p>
                }
                if stage.improvised {
                    <p class="near">{ words::IMPROVISED.get(language) }</p>
                } else if one {
                    <p class="muted">{ about(present, differs) }</p>
                }
            </div>
            if !scene.caption().is_empty() {
                <p class="stage-caption">{ scene.caption() }</p>
            }
        </header>
    }
}

/// How far the scenario is from its preset, and what it is held against, on one line that is always there.
fn about(present: &Present, differs: bool) -> String {
    let language = present.language();
    let compared = differs.then(|| words::compared(present.reference, language));
    let parts: Vec<String> = changes(present).into_iter().chain(compared).collect();
    parts.join(if language == Language::Zh { "，" } else { ", " })
}

/// How far a scenario without a name of its own is from its preset; nothing where it is that.
pub fn changes(present: &Present) -> Option<String> {
    let (plan, workspace) = (present.plan(), &present.store.workspace);
    let (levers, assumptions) = (workspace.levers_changed(&plan), workspace.assumptions_changed(&plan));
    let draft = workspace.draft();
    (draft.name().is_empty() && levers + assumptions > 0)
        .then(|| sentences::changes(&plan, draft.basis, levers, assumptions, present.language()))
}

/// The product, the source, and the controls.
pub fn foot(present: &Present) -> Html {
    let (plan, language) = (present.plan(), present.language());
    let place = format!("{} / {}", present.stage.at + 1, present.stage.count());
    html! {
        <footer class="stage-foot">
            <p>{ format!("{} · {}", labels::APP.get(language), plan.short_title.get(language)) }</p>
            <p class="stage-source">{ words::source(&plan, language) }</p>
            if present.scene.picture != Picture::Scoreboard {
                { player(present) }
            }
            <nav class="stage-steps" aria-label={words::STEPS.get(language)}>
                { button(present, "‹", words::BACK.get(language), Order::Previous) }
                <span>{ place }</span>
                { button(present, "›", words::FORTH.get(language), Order::Next) }
                { button(present, "?", words::HELP.get(language), Order::Help) }
                { button(present, "×", words::EXIT.get(language), Order::Escape) }
            </nav>
        </footer>
    }
}

/// Play or pause, and the slider along the years or the moves.
fn player(present: &Present) -> Html {
    let Present { stage, turn, .. } = present;
    let (plan, language) = (present.plan(), present.language());
    let running = stage.play.running;
    let (sign, word) = if running { ("❚❚", words::PAUSE) } else { ("▶", words::PLAY) };
    let on_input = turn.reform(|event: InputEvent| {
        let input = event.target().and_then(|target| target.dyn_into::<HtmlInputElement>().ok());
        Turn::Cue(input.map_or(Cue::Scrub(0.0), |input| Cue::Scrub(input.value_as_number())))
    });
    let moves = stage.plays_moves();
    let label = if moves { words::MOVES_PLAYED } else { words::YEAR_SHOWN };
    let years = plan.years as f64;
    let place = if moves { stage.play.at } else { stage.shown() };
    let spoken = if moves {
        format!("{:.0} %", 100.0 * stage.play.at / years)
    } else {
        (usize::from(plan.base_year) + stage.shown().floor() as usize).to_string()
    };
    html! {
        <div class="stage-player">
            { button(present, sign, word.get(language), Order::Play) }
            <input
                type="range"
                min="0"
                max={plan.years.to_string()}
                step={if moves { "any" } else { "1" }}
                value={place.to_string()}
                disabled={stage.is_asking()}
                aria-label={label.get(language)}
                aria-valuetext={spoken.clone()}
                oninput={on_input}
            />
            <span aria-hidden="true">{ spoken }</span>
        </div>
    }
}

/// A button that does what a key does, by a sign.
fn button(present: &Present, sign: &'static str, label: &'static str, order: Order) -> Html {
    key_button(present, sign, Some(label), order)
}

/// The same by a word.
pub fn word_button(present: &Present, label: &'static str, order: Order) -> Html {
    key_button(present, label, None, order)
}

fn key_button(present: &Present, text: &'static str, label: Option<&'static str>, order: Order) -> Html {
    let on_click = present.turn.reform(move |event: MouseEvent| {
        // Space then plays again, and does not press the button.
        let pressed = event.current_target().and_then(|target| target.dyn_into::<web_sys::HtmlElement>().ok());
        if event.detail() > 0 {
            let _ = pressed.map(|pressed| pressed.blur());
        }
        Turn::Order(order, motion())
    });
    html! { <button class="link" aria-label={label} title={label} onclick={on_click}>{ text }</button> }
}
