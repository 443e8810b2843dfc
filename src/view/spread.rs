//! The spread of the chosen indicator in the target year, as fifty dots beside the chart; its threshold can be moved.

use wasm_bindgen::JsCast;
use web_sys::Element;
use yew::prelude::*;

use super::button;
use super::field::NumberField;
use super::figure::use_size;
use super::findings::{Finding, Shared};
use super::store::{Message, PlanRef, Send, Store};
use crate::catalogue::{chances, labels, notices, sentences};
use crate::chart::{Axis, BEFORE, Dot, Dots, LINE_END, PANE_WIDTH, Packing, RADIUS, around, plot_heights};
use crate::engine::Likelihood;
use crate::plan::{Direction, Indicator, IndicatorId, Plan};
use crate::text::Language;

pub fn spread(store: &Store, _: bool, send: &Send) -> Html {
    let id = store.workspace.view.indicator;
    let target = store.results.own.summary.assessments[id.index()].target;
    let Some(likelihood) = store.findings.likelihood.clone() else { return html! {} };
    html! {
        <Pane
            key={id.id()}
            plan={store.plan}
            language={store.language()}
            {id}
            {likelihood}
            {target}
            moved={store.findings.threshold}
            send={send.clone()}
        />
    }
}

/// An indicator's draws in the target year, held against a threshold: the target, or where the reader has `moved` it.
pub(in crate::view) struct Held<'a> {
    pub plan: &'a Plan,
    pub id: IndicatorId,
    pub likelihood: &'a Likelihood,
    pub target: f64,
    pub moved: Option<f64>,
    pub language: Language,
}

impl Held<'_> {
    fn indicator(&self) -> &Indicator {
        self.plan.indicator(self.id)
    }

    /// The threshold as it is printed, and the chance of reaching it in per cent.
    fn printed(&self) -> [String; 2] {
        let indicator = self.indicator();
        let (value, chance) = match self.moved {
            Some(threshold) => {
                let distribution = self.likelihood.distribution(self.id);
                let chance = distribution.map(|all| all.chance(threshold, indicator.direction));
                (sentences::value(indicator, threshold), chance)
            }
            None => (sentences::target(indicator, self.target), None),
        };
        [value, chances::percent(chance.unwrap_or_else(|| self.likelihood.bands.chance(self.id)))]
    }

    /// Fifty dots with what they say; none where no draws of this indicator were kept.
    pub fn dots(&self) -> Option<Dots> {
        let (indicator, [value, percent]) = (self.indicator(), self.printed());
        let sign = if indicator.direction == Direction::Higher { '≥' } else { '≤' };
        let mut dots = Dots {
            values: self.likelihood.distribution(self.id)?.dots().to_vec(),
            threshold: self.moved.unwrap_or(self.target),
            direction: indicator.direction,
            whole: indicator.count,
            label: sentences::fifty_dots(self.plan, self.language),
            told: [format!("{percent} %"), format!("{sign} {value}"), String::new()],
        };
        dots.told[2] = sentences::dots_short(dots.short(), self.language);
        Some(dots)
    }

    /// The threshold and the chance of reaching it, in words.
    pub fn spoken(&self) -> String {
        let [value, percent] = self.printed();
        sentences::threshold(self.indicator(), &value, &percent, self.language)
    }
}

#[derive(Properties, PartialEq)]
struct PaneProps {
    plan: PlanRef,
    language: Language,
    id: IndicatorId,
    likelihood: Shared<Likelihood>,
    target: f64,
    moved: Option<f64>,
    send: Send,
}

/// The circle around a dot from its left end.
const CIRCLE: &str = "a3.75 3.75 0 1 0 7.5 0a3.75 3.75 0 1 0-7.5 0";
/// Nearer to the target than this, the handle is on it.
const SNAP: f64 = 4.0;

/// The pane, on the axis of the chart beside it.
#[component]
fn Pane(props: &PaneProps) -> Html {
    let PaneProps { plan, language, id, likelihood, target, moved, send } = props;
    let (language, target, moved) = (*language, *target, *moved);
    let indicator = plan.0.indicator(*id);
    let axis = use_context::<Axis>();
    let pane = use_node_ref();
    let size = use_size(&pane);
    let held = use_state_eq(|| false);

    let known = Held { plan: plan.0, id: *id, likelihood, target, moved, language };
    let place = move |threshold: f64| if threshold == target { None } else { Some(threshold) };
    let set = send.reform(|threshold: Option<f64>| Message::Found(Finding::Threshold(threshold)));

    let (Some((_, height)), Some(axis), Some(dots)) = (size, axis, known.dots()) else {
        return html! { <div class="spread" ref={pane}></div> };
    };
    let threshold = dots.threshold;
    let scale = Heights { axis, plot: plot_heights(height) };
    let move_to = {
        let (set, pane, step) = (set.clone(), pane.clone(), step(indicator));
        move |event: &PointerEvent| {
            let Some(pane) = pane.cast::<Element>() else { return };
            let y = f64::from(event.client_y()) - pane.get_bounding_client_rect().top();
            let near = (y - scale.of(target)).abs() < SNAP;
            let value = (scale.value(y) / step).round() * step;
            set.emit(if near { None } else { place(scale.clamp(value)) });
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
        let (set, step, big) = (set.clone(), step(indicator), axis.step());
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
            set.emit(place(scale.clamp(next)));
        }
    };
    let commit = {
        let (set, likelihood, id, direction) = (set.clone(), likelihood.clone(), *id, indicator.direction);
        Callback::from(move |percent: f64| {
            if !(0.0..=100.0).contains(&percent) {
                return Err(notices::not_a_chance(language).to_owned());
            }
            if let Some(distribution) = likelihood.distribution(id) {
                set.emit(place(distribution.threshold(percent / 100.0, direction)));
            }
            Ok(())
        })
    };

    let placed = dots.placed(Packing::PANE, |value| scale.of(value));
    let line = scale.of(threshold);
    let [at_chance, at_value, at_short] = around(line, scale.plot).map(px);
    let [chance, value, short] = &dots.told;
    let [title, each] = &dots.label;
    let right = px(PANE_WIDTH);
    let [_, percent] = known.printed();
    let reset = set.reform(|_: MouseEvent| None);
    html! {
        <div class="spread" ref={pane}>
            <svg class="dots">
                <text class="dots-title" x="0" y="9">{ title }</text>
                <text class="dots-title" x="0" y="23">{ each }</text>
                <line class="dots-axis" x1="0.5" x2="0.5" y1={px(scale.plot.0)} y2={px(scale.plot.1)} />
                <path class="reaches" d={circles(placed.iter().filter(|dot| dot.reaches))} />
                <path class="misses" d={circles(placed.iter().filter(|dot| !dot.reaches))} />
                <line class="threshold" x1="0" x2={px(LINE_END)} y1={px(line)} y2={px(line)} />
                <text class="dots-chance" x={right.clone()} y={at_chance}>{ chance }</text>
                <text class="dots-value" x={right.clone()} y={at_value}>{ value }</text>
                <text class="dots-short" x={right} y={at_short}>{ short }</text>
                <g
                    class="handle"
                    role="slider"
                    tabindex="0"
                    aria-orientation="vertical"
                    aria-label={labels::THRESHOLD.get(language)}
                    aria-valuemin={axis.low().to_string()}
                    aria-valuemax={axis.high().to_string()}
                    aria-valuenow={threshold.to_string()}
                    aria-valuetext={known.spoken()}
                    onpointerdown={on_down}
                    onpointermove={on_move}
                    onpointerup={on_up.clone()}
                    onpointercancel={on_up}
                    onkeydown={on_key}
                >
                    <circle class="handle-reach" cx={px(LINE_END)} cy={px(line)} r="14" />
                    <circle cx={px(LINE_END)} cy={px(line)} r="8" />
                    <svg x={px(LINE_END)} y={px(line)}><path d="M-3 -1.5 0 -4.5 3 -1.5M-3 1.5 0 4.5 3 1.5" /></svg>
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
        path.extend(["M", &px(BEFORE + dot.x - RADIUS), " ", &px(dot.y), CIRCLE]);
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
    plot: (f64, f64),
}

impl Heights {
    fn of(self, value: f64) -> f64 {
        self.axis.height(value, self.plot)
    }

    fn value(self, y: f64) -> f64 {
        self.axis.value_at(y, self.plot)
    }

    fn clamp(self, value: f64) -> f64 {
        value.clamp(self.axis.low(), self.axis.high())
    }
}
