//! The spread of the chosen indicator in the target year, as fifty dots beside the chart; its threshold can be moved.

use wasm_bindgen::JsCast;
use web_sys::Element;
use yew::prelude::*;

use super::button;
use super::field::NumberField;
use super::figure::use_size;
use super::findings::Shared;
use super::store::{PlanRef, Send, Store};
use crate::catalogue::{chances, labels, notices, sentences};
use crate::chart::{Axis, Dot, Packing, dots, plot_heights};
use crate::engine::Likelihood;
use crate::plan::{Direction, Indicator, IndicatorId};
use crate::text::Language;

pub fn spread(store: &Store, _: bool, _: &Send) -> Html {
    let id = store.workspace.view.indicator;
    let target = store.results.own.summary.assessments[id.index()].target;
    let Some(likelihood) = store.findings.likelihood.clone() else { return html! {} };
    html! { <Dots key={id.id()} plan={store.plan} language={store.language()} {id} {likelihood} {target} /> }
}

#[derive(Properties, PartialEq)]
struct DotsProps {
    plan: PlanRef,
    language: Language,
    id: IndicatorId,
    likelihood: Shared<Likelihood>,
    target: f64,
}

/// The room for dots, the handle's middle and the right edge of texts, in CSS pixels from the left.
const PACKING: Packing = Packing { size: 9.5, width: 57.0 };
const LEFT: f64 = 5.0;
const HANDLE: f64 = 104.0;
const RIGHT: f64 = 132.0;
/// The radius of a dot, and the circle around it from its left end.
const RADIUS: f64 = 3.75;
const CIRCLE: &str = "a3.75 3.75 0 1 0 7.5 0a3.75 3.75 0 1 0-7.5 0";
/// Nearer to the target than this, the handle is on it.
const SNAP: f64 = 4.0;

/// The pane, on the axis of the chart beside it.
#[component]
fn Dots(props: &DotsProps) -> Html {
    let DotsProps { plan, language, id, likelihood, target } = props;
    let (language, target) = (*language, *target);
    let indicator = plan.0.indicator(*id);
    let axis = use_context::<Axis>();
    let pane = use_node_ref();
    let size = use_size(&pane);
    // Where the reader has put the threshold; on the target until then.
    let moved = use_state_eq(|| None::<f64>);
    let held = use_state_eq(|| false);

    let threshold = moved.unwrap_or(target);
    let distribution = likelihood.distribution(*id);
    let chance = match (*moved, distribution) {
        (Some(threshold), Some(distribution)) => distribution.chance(threshold, indicator.direction),
        _ => likelihood.bands.chance(*id),
    };
    let place = move |threshold: f64| if threshold == target { None } else { Some(threshold) };

    let (Some((_, height)), Some(axis), Some(distribution)) = (size, axis, distribution.cloned()) else {
        return html! { <div class="spread" ref={pane}></div> };
    };
    let scale = Heights::new(axis, height);
    let move_to = {
        let (moved, pane, scale) = (moved.setter(), pane.clone(), scale);
        let step = step(indicator);
        move |event: &PointerEvent| {
            let Some(pane) = pane.cast::<Element>() else { return };
            let y = f64::from(event.client_y()) - pane.get_bounding_client_rect().top();
            let near = (y - scale.of(target)).abs() < SNAP;
            let value = (scale.value(y) / step).round() * step;
            moved.set(if near { None } else { place(scale.clamp(value)) });
        }
    };
    let on_down = {
        let held = held.setter();
        move |event: PointerEvent| {
            if let Some(handle) = event.target().and_then(|handle| handle.dyn_into::<Element>().ok()) {
                // Without the capture the drag ends at the handle's edge, and no more is lost.
                let _ = handle.set_pointer_capture(event.pointer_id());
            }
            held.set(true);
        }
    };
    let on_move = {
        let held = *held;
        move |event: PointerEvent| {
            if held {
                move_to(&event);
            }
        }
    };
    let on_up = {
        let held = held.setter();
        move |_: PointerEvent| held.set(false)
    };
    let on_key = {
        let moved = moved.setter();
        let (step, big) = (step(indicator), axis.step());
        move |event: KeyboardEvent| {
            if event.ctrl_key() || event.alt_key() || event.meta_key() {
                return;
            }
            let step = if event.shift_key() { 10.0 * step } else { step };
            let next = match event.key().as_str() {
                "ArrowUp" | "ArrowRight" => threshold + step,
                "ArrowDown" | "ArrowLeft" => threshold - step,
                "PageUp" => threshold + big,
                "PageDown" => threshold - big,
                "Home" => axis.low(),
                "End" => axis.high(),
                "Backspace" => target,
                _ => return,
            };
            event.prevent_default();
            moved.set(place(scale.clamp(next)));
        }
    };
    let commit = {
        let (moved, direction) = (moved.setter(), indicator.direction);
        let distribution = distribution.clone();
        Callback::from(move |percent: f64| {
            if !(0.0..=100.0).contains(&percent) {
                return Err(notices::not_a_chance(language).to_owned());
            }
            moved.set(place(distribution.threshold(percent / 100.0, direction)));
            Ok(())
        })
    };

    let placed = dots(&distribution.dots(), threshold, indicator.direction, |v| scale.of(v), indicator.count, PACKING);
    let short = placed.iter().filter(|dot| !dot.reaches).count();
    let value = match *moved {
        Some(value) => sentences::value(indicator, value),
        None => sentences::target(indicator, target),
    };
    let percent = chances::percent(chance);
    let sign = if indicator.direction == Direction::Higher { '≥' } else { '≤' };
    let spoken = sentences::threshold(indicator, &value, &percent, language);
    let line = scale.of(threshold);
    let texts = Texts::around(line, scale);
    let [title, each] = sentences::fifty_dots(plan.0, language);
    let right = RIGHT.to_string();
    let reset = {
        let moved = moved.setter();
        Callback::from(move |_: MouseEvent| moved.set(None))
    };
    html! {
        <div class="spread" ref={pane}>
            <svg class="dots">
                <text class="dots-title" x="0" y="9">{ title }</text>
                <text class="dots-title" x="0" y="23">{ each }</text>
                <line class="dots-axis" x1="0.5" x2="0.5" y1={px(scale.top)} y2={px(scale.bottom)} />
                <path class="reaches" d={circles(placed.iter().filter(|dot| dot.reaches))} />
                <path class="misses" d={circles(placed.iter().filter(|dot| !dot.reaches))} />
                <line class="threshold" x1="0" x2={px(HANDLE)} y1={px(line)} y2={px(line)} />
                <text class="dots-chance" x={right.clone()} y={px(texts.chance)}>{ format!("{percent} %") }</text>
                <text class="dots-value" x={right.clone()} y={px(texts.value)}>{ format!("{sign} {value}") }</text>
                <text class="dots-short" x={right} y={px(texts.short)}>{ sentences::dots_short(short, language) }</text>
                <g
                    class="handle"
                    role="slider"
                    tabindex="0"
                    aria-orientation="vertical"
                    aria-label={labels::THRESHOLD.get(language)}
                    aria-valuemin={axis.low().to_string()}
                    aria-valuemax={axis.high().to_string()}
                    aria-valuenow={threshold.to_string()}
                    aria-valuetext={spoken}
                    onpointerdown={on_down}
                    onpointermove={on_move}
                    onpointerup={on_up.clone()}
                    onpointercancel={on_up}
                    onkeydown={on_key}
                >
                    <circle class="handle-reach" cx={px(HANDLE)} cy={px(line)} r="14" />
                    <circle cx={px(HANDLE)} cy={px(line)} r="8" />
                    <svg x={px(HANDLE)} y={px(line)}><path d="M-3 -1.5 0 -4.5 3 -1.5M-3 1.5 0 4.5 3 1.5" /></svg>
                </g>
            </svg>
            <div class="spread-foot">
                <span aria-hidden="true">{ labels::CHANCE.get(language) }</span>
                <NumberField
                    id="chance-of-threshold"
                    label={labels::CHANCE_FIELD.get(language)}
                    value={percent}
                    {language}
                    {commit}
                />
                { "%" }
                if moved.is_some() {
                    { button::action(labels::BACK_TO_TARGET.get(language), false, reset) }
                }
            </div>
        </div>
    }
}

/// Dots as one path: while a lever moves, one attribute changes instead of a hundred.
fn circles<'a>(dots: impl Iterator<Item = &'a Dot>) -> String {
    let mut path = String::with_capacity(64 * 50);
    for dot in dots {
        path.extend(["M", &px(LEFT + dot.x - RADIUS), " ", &px(dot.y), CIRCLE]);
    }
    path
}

/// A length in pixels, to a tenth.
fn px(length: f64) -> String {
    format!("{length:.1}")
}

/// By how much an arrow key moves the threshold.
fn step(indicator: &Indicator) -> f64 {
    if indicator.count { 1.0 } else { 10f64.powi(-(indicator.decimals as i32)) }
}

/// The chart's value axis in pixels.
#[derive(Clone, Copy)]
struct Heights {
    axis: Axis,
    top: f64,
    bottom: f64,
}

impl Heights {
    fn new(axis: Axis, height: f64) -> Self {
        let (top, bottom) = plot_heights(height);
        Heights { axis, top, bottom }
    }

    fn of(self, value: f64) -> f64 {
        let part = (value - self.axis.low()) / (self.axis.high() - self.axis.low());
        self.bottom - part * (self.bottom - self.top)
    }

    fn value(self, y: f64) -> f64 {
        let part = (self.bottom - y) / (self.bottom - self.top);
        self.axis.low() + part * (self.axis.high() - self.axis.low())
    }

    fn clamp(self, value: f64) -> f64 {
        value.clamp(self.axis.low(), self.axis.high())
    }
}

/// The baselines of the texts around the threshold.
struct Texts {
    chance: f64,
    value: f64,
    short: f64,
}

impl Texts {
    /// Above and below the handle; all on one side where the other has no room.
    fn around(line: f64, scale: Heights) -> Self {
        if line < scale.top + 46.0 {
            Texts { chance: line + 32.0, value: line + 48.0, short: line + 64.0 }
        } else if line > scale.bottom - 26.0 {
            Texts { chance: line - 46.0, value: line - 30.0, short: line - 14.0 }
        } else {
            Texts { chance: line - 30.0, value: line - 14.0, short: line + 24.0 }
        }
    }
}
