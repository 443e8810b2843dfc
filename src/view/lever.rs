//! One lever: name, track, number, unit.

use std::rc::Rc;

use wasm_bindgen::JsCast;
use web_sys::{HtmlElement, HtmlInputElement};
use yew::prelude::*;

use super::field::NumberField;
use super::knob::use_knob;
use super::store::{Message, PlanRef, Send, commit};
use super::track::{TrackMarks, on_step, position};
use crate::catalogue::{labels, scenarios};
use crate::plan::{Lever, LeverId, PresetId};
use crate::text::Language;
use crate::text::number::{at_least, exact};
use crate::workspace::{Action, Edit};

#[derive(Properties, PartialEq)]
pub struct LeverRowProps {
    pub plan: PlanRef,
    pub id: LeverId,
    pub language: Language,
    /// What a single slider shows.
    pub mean: f64,
    /// Whether the years differ.
    pub by_year: bool,
    pub changed: bool,
    /// Whether there is a note on it.
    pub noted: bool,
    /// The lowest and the highest mean of the scenarios that this one was merged from.
    pub spread: Option<(f64, f64)>,
    /// The value that a reset goes back to.
    pub basis: f64,
    /// Whether the foot of the pane tells of this lever.
    pub chosen: bool,
    pub send: Send,
    pub choose: Callback<LeverId>,
}

/// The value that a key leads to, if it is one of a slider's.
fn stepped(lever: &Lever, value: f64, event: &KeyboardEvent) -> Option<f64> {
    // With these held, the arrows are the browser's: Alt+Left goes back.
    if event.alt_key() || event.ctrl_key() || event.meta_key() {
        return None;
    }
    let many = if event.shift_key() { 10.0 } else { 1.0 };
    let steps = match event.key().as_str() {
        "ArrowRight" | "ArrowUp" => many,
        "ArrowLeft" | "ArrowDown" => -many,
        "PageUp" => 10.0,
        "PageDown" => -10.0,
        "Home" => return Some(lever.min),
        "End" => return Some(lever.max),
        _ => return None,
    };
    Some(on_step(lever, value + steps * lever.step))
}

/// A row of the lever pane. The slider moves all years by the same amount; the number sets them all.
#[component]
pub fn LeverRow(props: &LeverRowProps) -> Html {
    let LeverRowProps { plan, id, language, mean, by_year, changed, noted, spread, basis, chosen, send, choose } =
        props;
    let (plan, id, language, mean) = (*plan, *id, *language, *mean);
    let lever = plan.0.lever(id);
    let send_edit = {
        let send = send.clone();
        move |edit: Edit| send.emit(Message::from(edit))
    };
    let send_action = {
        let send = send.clone();
        move |action: Action| send.emit(Message::Act(action))
    };

    let knob = use_knob(
        lever,
        mean,
        send.reform(|()| Message::Act(Action::Begin)),
        send.reform(move |value| Message::Move(Edit::ShiftLever(id, value))),
        // A press that changes nothing ends without a change.
        send.reform(|()| Message::Act(Action::Commit)),
    );
    // Fingers, and whatever else moves a slider.
    let on_input = {
        let send = send.clone();
        move |event: InputEvent| {
            if let Some(input) = event.target().and_then(|target| target.dyn_into::<HtmlInputElement>().ok()) {
                send.emit(Message::Move(Edit::ShiftLever(id, on_step(lever, input.value_as_number()))));
            }
        }
    };
    let on_change = {
        let send_action = send_action.clone();
        move |_: Event| send_action(Action::Commit)
    };
    let on_key_down = {
        let (send_edit, send_action) = (send_edit.clone(), send_action.clone());
        move |event: KeyboardEvent| {
            if let Some(value) = stepped(lever, mean, &event) {
                event.prevent_default();
                if !event.repeat() {
                    send_action(Action::Begin);
                }
                send_edit(Edit::ShiftLever(id, value));
            } else if event.key() == "Backspace" {
                event.prevent_default();
                send_edit(Edit::ResetLever(id));
            }
        }
    };
    let on_key_up = {
        let send_action = send_action.clone();
        move |_: KeyboardEvent| send_action(Action::Commit)
    };
    // The key may come up elsewhere.
    let on_blur = {
        let send_action = send_action.clone();
        move |_: FocusEvent| send_action(Action::Commit)
    };
    let on_wheel = {
        let send_edit = send_edit.clone();
        move |event: WheelEvent| {
            let target = event.target().and_then(|target| target.dyn_into::<HtmlElement>().ok());
            let focused = target.is_some_and(|target| target.matches(":focus").unwrap_or(false));
            if focused && event.delta_y() != 0.0 {
                event.prevent_default();
                let step = -event.delta_y().signum() * lever.step;
                send_edit(Edit::ShiftLever(id, on_step(lever, mean + step)));
            }
        }
    };
    let on_double_click = {
        let send_edit = send_edit.clone();
        move |_: MouseEvent| send_edit(Edit::ResetLever(id))
    };
    let on_focus = {
        let choose = choose.clone();
        move |_: FocusEvent| choose.emit(id)
    };
    let commit = {
        let send = send.clone();
        Callback::from(move |value: f64| commit(&plan, &send, language, Edit::SetLever(id, value)))
    };

    let name = lever.name.get(language);
    let unit = lever.unit.get(language);
    let shown = if *by_year { format!("{mean:.*}", lever.decimals) } else { at_least(mean, lever.decimals) };
    let [trend, planned] = [PresetId::Trend, PresetId::Plan].map(|preset| lever.presets[preset.index()]);
    let (to, from) = (position(lever, mean), position(lever, *basis));
    html! {
        <div
            class={classes!("lever", changed.then_some("changed"), noted.then_some("noted"), chosen.then_some("chosen"))}
            data-lever={id.id()}
            onfocusin={on_focus}
        >
            <label class="lever-name" for={format!("slider-{}", id.id())} title={name}>{ lever.short.get(language) }</label>
            <div class="track">
                <svg class="track-marks" aria-hidden="true">
                    <line class="rail" x1="0" x2="100%" y1="50%" y2="50%" />
                    <TrackMarks {plan} {id} {mean} />
                    if let Some((low, high)) = spread {
                        { bracket(&position(lever, *low), &position(lever, *high)) }
                    }
                    <line class="span" x1={from} x2={to} y1="50%" y2="50%" />
                    <line class="tick trend" x1={position(lever, trend)} x2={position(lever, trend)} y1="2" y2="8" />
                    <line class="tick plan" x1={position(lever, planned)} x2={position(lever, planned)} y1="16" y2="22" />
                </svg>
                <input
                    id={format!("slider-{}", id.id())}
                    type="range"
                    step="any"
                    min={exact(lever.min)}
                    max={exact(lever.max)}
                    value={exact(mean)}
                    aria-label={name}
                    aria-valuetext={format!("{shown} {unit}")}
                    aria-description={noted.then(|| scenarios::NOTED.get(language))}
                    onpointerdown={knob.on_pointer_down}
                    onmousedown={knob.on_mouse_down}
                    onpointermove={knob.on_pointer_move}
                    onpointerup={knob.on_pointer_end.clone()}
                    onpointercancel={knob.on_pointer_end}
                    oninput={on_input}
                    onchange={on_change}
                    onkeydown={on_key_down}
                    onkeyup={on_key_up}
                    onblur={on_blur}
                    onwheel={on_wheel}
                    ondblclick={on_double_click}
                />
            </div>
            <NumberField
                id={format!("value-{}", id.id())}
                label={field_label(name, unit, language)}
                value={shown}
                {language}
                {commit}
                class={classes!("lever-value", format!("decimals-{}", lever.decimals))}
            />
            <span class="lever-unit">{ if *by_year { labels::MEAN.get(language) } else { unit } }</span>
        </div>
    }
}

/// From the lowest to the highest of several scenarios.
fn bracket(low: &str, high: &str) -> Html {
    let line = |x1: &str, x2: &str, y1: &'static str| {
        html! { <line class="spread" x1={x1.to_owned()} x2={x2.to_owned()} {y1} y2="20" /> }
    };
    html! { <>{ line(low, high, "20") }{ line(low, low, "16") }{ line(high, high, "16") }</> }
}

/// The number field's label, apart from the slider's.
fn field_label(name: &str, unit: &str, language: Language) -> Rc<str> {
    match language {
        Language::Zh => format!("{name}，数值（{unit}）").into(),
        Language::En => format!("{name}, value ({unit})").into(),
    }
}
