//! What the stage needs of the browser: the screen, keys, frames, and the size of its unit.

use gloo::events::{EventListener, EventListenerOptions, EventListenerPhase};
use gloo::render::request_animation_frame;
use gloo::utils::document;
use wasm_bindgen::JsCast;
use web_sys::{Element, HtmlInputElement, KeyboardEvent};
use yew::prelude::*;

use super::keys::{Focus, Order, order};
use super::performance::Turn;
use super::state::{Cue, Play};
use crate::platform::{page, screen};

/// Fills the screen as long as the stage stands; whoever gives the screen back leaves.
#[hook]
pub fn use_screen(leave: &Callback<()>) {
    let leave = leave.clone();
    use_effect_with((), move |()| {
        if !screen::is_filled() {
            screen::fill();
        }
        // A window that opens over the stage takes the screen too, and the focus with it: then the show goes on.
        let listener = screen::on_change(move |filled| {
            if !filled && screen::has_focus() {
                leave.emit(());
            }
        });
        move || {
            drop(listener);
            screen::give_back();
        }
    });
}

/// Takes the keys of the stage before anything else on the page does; `notes` shows or hides the notes.
#[hook]
pub fn use_keys(turn: &Callback<Turn>, notes: &Callback<()>) {
    use_effect_with((turn.clone(), notes.clone()), |(turn, notes)| {
        let (turn, notes) = (turn.clone(), notes.clone());
        let options = EventListenerOptions { phase: EventListenerPhase::Capture, passive: false };
        let listener = EventListener::new_with_options(&document(), "keydown", options, move |event| {
            if let Some(event) = event.dyn_ref::<KeyboardEvent>() {
                press(event, &turn, &notes);
            }
        });
        move || drop(listener)
    });
}

/// Does what a key of the stage asks for.
pub fn press(event: &KeyboardEvent, turn: &Callback<Turn>, notes: &Callback<()>) {
    if event.ctrl_key() || event.alt_key() || event.meta_key() || event.is_composing() {
        return;
    }
    let key = event.key();
    let Some(order) = order(&key, focus_of(event)) else { return };
    // The start button never reloads; with Shift it starts where the presentation is already.
    event.prevent_default();
    let repeats = event.repeat() && !matches!(order, Order::Next | Order::Previous);
    if repeats || order == Order::Start && event.shift_key() {
        return;
    }
    match order {
        Order::FullScreen => screen::fill(),
        Order::Notes => notes.emit(()),
        order => turn.emit(Turn::Order(order, motion())),
    }
}

/// Whether motion is welcome.
pub fn motion() -> bool {
    !page::matches(page::PREFERS_STILL)
}

/// What the focus is on where a key was pressed.
pub fn focus_of(event: &KeyboardEvent) -> Focus {
    let Some(target) = event.target().and_then(|target| target.dyn_into::<Element>().ok()) else {
        return Focus::Stage;
    };
    if let Some(input) = target.dyn_ref::<HtmlInputElement>() {
        return if input.type_() == "range" { Focus::Slider } else { Focus::Field };
    }
    match (target.tag_name().as_str(), target.get_attribute("role").as_deref()) {
        (_, Some("slider")) => Focus::Slider,
        ("TEXTAREA" | "SELECT", _) => Focus::Field,
        ("BUTTON" | "SUMMARY", _) => Focus::Button,
        _ => Focus::Stage,
    }
}

/// Sends a tick each frame while something is played.
#[hook]
pub fn use_frames(play: Play, turn: &Callback<Turn>) {
    let last = use_mut_ref(|| None::<f64>);
    let turn = turn.clone();
    use_effect_with((play.running, play.at), move |&(running, _)| {
        if !running {
            last.replace(None);
        }
        let frame = running.then(|| {
            request_animation_frame(move |time| {
                // The first frame of a run has none before it.
                let passed = last.replace(Some(time)).map_or(16.0, |last| (time - last).max(1.0));
                turn.emit(Turn::Cue(Cue::Tick(passed)));
            })
        });
        move || drop(frame)
    });
}
