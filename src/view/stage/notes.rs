//! The presenter's notes: in a window of their own, or below the stage.

use std::rc::Rc;

use gloo::timers::callback::Interval;
use yew::prelude::*;

use super::hooks::press;
use super::performance::Turn;
use super::state::Cue;
use crate::catalogue::{labels, notes as words};
use crate::platform::page::{clock, now};
use crate::platform::popup::Popup;
use crate::platform::screen;
use crate::text::Language;
use crate::view::button;

/// Where the notes are.
#[derive(Clone, Default)]
pub enum Place {
    #[default]
    Nowhere,
    Below,
    Window(Rc<Popup>),
}

impl PartialEq for Place {
    fn eq(&self, other: &Self) -> bool {
        match (self, other) {
            (Place::Nowhere, Place::Nowhere) | (Place::Below, Place::Below) => true,
            (Place::Window(popup), Place::Window(other)) => Rc::ptr_eq(popup, other),
            _ => false,
        }
    }
}

/// The notes of a presentation, and what moves them.
pub struct Notes {
    pub place: Place,
    /// Shows or hides them.
    pub toggle: Callback<()>,
    /// Takes them to a window of their own, if the browser lets it open.
    to_window: Callback<()>,
}

#[hook]
pub fn use_notes(turn: &Callback<Turn>) -> Notes {
    let place = use_state_eq(Place::default);
    let to_window = use_callback(turn.clone(), {
        let place = place.setter();
        move |(), turn: &Callback<Turn>| {
            let turn = turn.clone();
            let (key_place, close_place) = (place.clone(), place.clone());
            let hide = Callback::from(move |()| key_place.set(Place::Nowhere));
            let on_key = move |event: &web_sys::KeyboardEvent| press(event, &turn, &hide);
            let popup = Popup::open("notes-window", on_key, move || close_place.set(Place::Nowhere));
            place.set(popup.map_or(Place::Below, |popup| Place::Window(Rc::new(popup))));
        }
    });
    let toggle = use_callback(((*place).clone(), to_window.clone()), {
        let setter = place.setter();
        move |(), (place, to_window): &(Place, Callback<()>)| match place {
            // A window would take the whole screen away from the stage, or cover it where there is only one.
            Place::Nowhere if screen::is_filled() || !screen::is_extended() => setter.set(Place::Below),
            Place::Nowhere => to_window.emit(()),
            Place::Below | Place::Window(_) => setter.set(Place::Nowhere),
        }
    });
    // Also when the stage is left.
    use_effect_with((*place).clone(), |place| {
        let place = place.clone();
        move || {
            if let Place::Window(popup) = place {
                popup.close();
            }
        }
    });
    Notes { place: (*place).clone(), toggle, to_window }
}

/// What the notes say of the present scene.
#[derive(Clone, PartialEq)]
pub struct Said {
    /// From 0, and how many there are.
    pub place: (usize, usize),
    pub title: String,
    pub note: String,
    /// The title of the next scene, if there is one.
    pub next: Option<String>,
    /// Milliseconds of the clock when the timer began.
    pub started: f64,
}

/// The notes where they are; nothing below a black stage.
pub fn notes(notes: &Notes, said: Said, black: bool, language: Language, turn: &Callback<Turn>) -> Html {
    let pane = |to_window: Option<Callback<()>>| {
        html! {
            <Pane said={said.clone()} {language} turn={turn.clone()} hide={notes.toggle.clone()} {to_window} />
        }
    };
    match &notes.place {
        Place::Below if !black => {
            let pane = pane(Some(notes.to_window.clone()));
            html! { <aside class="stage-notes" aria-label={words::NOTES.get(language)}>{ pane }</aside> }
        }
        Place::Window(popup) => {
            popup.dress(&words::window_title(language));
            create_portal(pane(None), popup.root())
        }
        Place::Nowhere | Place::Below => html! {},
    }
}

#[derive(Properties, PartialEq)]
struct PaneProps {
    said: Said,
    language: Language,
    turn: Callback<Turn>,
    hide: Callback<()>,
    /// Takes the notes to a window, where they are not in one.
    to_window: Option<Callback<()>>,
}

#[component]
fn Pane(props: &PaneProps) -> Html {
    let PaneProps { said, language, turn, hide, to_window } = props;
    let language = *language;
    let second = use_second();
    let cue = |cue: Cue| turn.reform(move |_: MouseEvent| Turn::Cue(cue));
    let reset = turn.reform(|_: MouseEvent| Turn::Cue(Cue::ResetTimer(now())));
    let (at, of) = said.place;
    // Below the stage, it is the stage that has the page's heading.
    let heading = if to_window.is_some() { "h2" } else { "h1" };
    html! {
        <>
            <div class="notes-head">
                <p class="notes-place">{ format!("{} / {of}", at + 1) }</p>
                <@{heading} class="notes-title">{ said.title.clone() }</@>
                <p class="notes-clock">
                    <span><span class="muted">{ words::CLOCK.get(language) }</span>{ " " }{ clock() }</span>
                    <span>
                        <span class="muted">{ words::TIMER.get(language) }</span>
                        { " " }
                        <strong role="timer">{ words::elapsed(second - said.started) }</strong>
                    </span>
                </p>
            </div>
            <div class="notes-text" tabindex="0" role="region" aria-label={words::NOTES.get(language)}>
                if said.note.is_empty() {
                    <p class="muted">{ words::NO_NOTE.get(language) }</p>
                } else {
                    { for said.note.lines().map(|line| html! { <p>{ line.to_owned() }</p> }) }
                }
            </div>
            <div class="notes-foot">
                <p class="notes-next">
                    <span class="muted">{ words::NEXT.get(language) }</span>
                    { " " }
                    { said.next.clone().unwrap_or_else(|| words::THE_END.get(language).to_owned()) }
                </p>
                { button::action(words::BACK.get(language), at == 0, cue(Cue::Previous)) }
                { button::action(words::FORTH.get(language), said.next.is_none(), cue(Cue::Next)) }
                { button::action(words::RESET_TIMER.get(language), false, reset) }
                if let Some(to_window) = to_window {
                    { button::action(words::TO_WINDOW.get(language), false, to_window.reform(|_| ())) }
                }
                { button::action(labels::CLOSE.get(language), false, hide.reform(|_| ())) }
            </div>
        </>
    }
}

/// The time now in milliseconds, anew each second.
#[hook]
fn use_second() -> f64 {
    let time = use_state(now);
    use_effect_with((), {
        let time = time.setter();
        move |()| {
            let ticking = Interval::new(1_000, move || time.set(now()));
            move || drop(ticking)
        }
    });
    // What was reset after the last tick began no later than now.
    time.max(now())
}
