//! 先估后看: the room's guess of the target year's value, by hand on the chart, by arrow keys or as a number.

use wasm_bindgen::JsCast;
use web_sys::{Element, HtmlElement};
use yew::prelude::*;

use super::frame::word_button;
use super::hooks::motion;
use super::keys::Order;
use super::performance::Turn;
use super::show::Present;
use super::state::{Cue, Guess};
use crate::catalogue::{sentences, stage as words};
use crate::chart::{Axis, stage_heights};
use crate::plan::{Indicator, IndicatorId};
use crate::text::Language;
use crate::view::field::NumberField;
use crate::view::store::PlanRef;
use crate::workspace::Computed;

#[derive(Properties, PartialEq)]
pub struct HandleProps {
    pub plan: PlanRef,
    pub language: Language,
    pub id: IndicatorId,
    pub value: f64,
    pub axis: Axis,
    pub zoom: f64,
    pub turn: Callback<Turn>,
}

/// Lies over the whole chart: a press anywhere puts the guess there, and the hand may go on to move it.
#[component]
pub fn Handle(props: &HandleProps) -> Html {
    let HandleProps { plan, language, id, value, axis, zoom, turn } = props;
    let indicator = plan.0.indicator(*id);
    let (axis, zoom, value) = (*axis, *zoom, *value);
    let node = use_node_ref();
    let held = use_mut_ref(|| false);
    use_effect_with(node.clone(), |node| {
        // An element that cannot take the focus leaves it where it is.
        let _ = node.cast::<HtmlElement>().map(|handle| handle.focus());
    });
    let set = turn.reform(move |value: f64| Turn::Cue(Cue::SetGuess(rounded(indicator, value))));
    let put = {
        let (set, node) = (set.clone(), node.clone());
        move |event: &PointerEvent| {
            let Some(area) = node.cast::<Element>().map(|node| node.get_bounding_client_rect()) else { return };
            let y = (f64::from(event.client_y()) - area.top()) / zoom;
            let value = axis.value_at(y, stage_heights(area.height() / zoom));
            set.emit(value.clamp(axis.low(), axis.high()));
        }
    };
    let on_down = {
        let (held, put) = (held.clone(), put.clone());
        move |event: PointerEvent| {
            if let Some(handle) = event.target().and_then(|target| target.dyn_into::<Element>().ok()) {
                // Without the capture the drag ends at the chart's edge, and no more is lost.
                let _ = handle.set_pointer_capture(event.pointer_id());
            }
            held.replace(true);
            put(&event);
        }
    };
    let on_move = {
        let held = held.clone();
        move |event: PointerEvent| {
            if *held.borrow() {
                put(&event);
            }
        }
    };
    let on_up = move |_: PointerEvent| {
        held.replace(false);
    };
    let on_key = {
        let turn = turn.clone();
        move |event: KeyboardEvent| {
            let step = if event.shift_key() { axis.step() } else { step(indicator, axis) };
            let next = match event.key().as_str() {
                "ArrowUp" | "ArrowRight" => value + step,
                "ArrowDown" | "ArrowLeft" => value - step,
                "Home" => axis.low(),
                "End" => axis.high(),
                "Enter" => {
                    event.prevent_default();
                    turn.emit(Turn::Order(Order::Guess, motion()));
                    return;
                }
                _ => return,
            };
            event.prevent_default();
            set.emit(next.clamp(axis.low(), axis.high()));
        }
    };
    html! {
        <div
            ref={node}
            class="stage-guess"
            role="slider"
            tabindex="0"
            aria-orientation="vertical"
            aria-label={words::YOUR_GUESS.get(*language)}
            aria-valuemin={axis.low().to_string()}
            aria-valuemax={axis.high().to_string()}
            aria-valuenow={value.to_string()}
            aria-valuetext={sentences::with_unit(indicator, &sentences::value(indicator, value), *language)}
            onpointerdown={on_down}
            onpointermove={on_move}
            onpointerup={on_up.clone()}
            onpointercancel={on_up}
            onkeydown={on_key}
        ></div>
    }
}

/// A value with the indicator's decimals.
fn rounded(indicator: &Indicator, value: f64) -> f64 {
    let scale = 10f64.powi(indicator.decimals as i32);
    (value * scale).round() / scale
}

/// By how much an arrow key moves the guess: a tenth of a tick, or the last decimal where that is more.
fn step(indicator: &Indicator, axis: Axis) -> f64 {
    rounded(indicator, axis.step() / 10.0).max(10f64.powi(-(indicator.decimals as i32)))
}

/// What is asked of the room, in place of what the chart comes to.
pub fn asked(present: &Present, guess: f64) -> Html {
    let (plan, language, indicator) = (present.plan(), present.language(), present.indicator());
    let turn = present.turn.clone();
    let commit = Callback::from(move |value: f64| {
        let (low, high) = (indicator.range.0, highest_asked(indicator));
        if !(low..=high).contains(&value) {
            return Err(words::not_a_guess((low, high), language));
        }
        turn.emit(Turn::Cue(Cue::SetGuess(value)));
        Ok(())
    });
    html! {
        <>
            <p class="stage-year">{ words::question(&plan, language) }</p>
            <p class="stage-value"><strong>{ "?" }</strong></p>
            <div class="stage-ask">
                <label for="stage-guess">{ words::YOUR_GUESS.get(language) }</label>
                <NumberField
                    id="stage-guess"
                    label={words::GUESS_FIELD.get(language)}
                    value={sentences::value(indicator, guess)}
                    {language}
                    {commit}
                />
                <span>{ indicator.unit.get(language) }</span>
            </div>
            <p class="muted">{ words::GUESS_HINT.get(language) }</p>
            <p>{ word_button(present, words::REVEAL.get(language), Order::Guess) }</p>
        </>
    }
}

/// No value beyond so many targets is asked about: no axis would show it beside the path.
const MOST: f64 = 10.0;

/// The highest value that can be guessed or asked for.
pub fn highest_asked(indicator: &Indicator) -> f64 {
    indicator.range.1.min(MOST * indicator.target.abs())
}

/// How far off the guess is, once the whole path is shown.
pub fn told(present: &Present, computed: &Computed) -> Html {
    let Guess::Told(guess) = present.stage.guess else { return html! {} };
    let (indicator, language) = (present.indicator(), present.language());
    let projected = computed.projection.last(present.id());
    let whole = present.stage.shown() >= present.plan().years as f64;
    html! {
        <div class={classes!("stage-told", (!whole).then_some("to-come"))} role="status">
            <p><span class="stage-square" aria-hidden="true"></span>{ words::guess(indicator, guess, language) }</p>
            if whole {
                <p><strong>{ words::guess_off(indicator, guess, projected, language) }</strong></p>
            }
        </div>
    }
}
