//! Two scenarios in small charts of the same scale.

use std::rc::Rc;

use wasm_bindgen::JsCast;
use web_sys::HtmlSelectElement;
use yew::prelude::*;

use super::Side;
use crate::catalogue::{labels, scenarios, sentences};
use crate::chart::{Axis, ChartSpec, SizeClass, Theme, describe};
use crate::model::Assessment;
use crate::plan::Indicator;
use crate::text::{Language, Text};
use crate::view::figure::{LayeredCanvas, LayersRef};
use crate::view::store::PlanRef;
use crate::workspace::Key;

#[derive(Properties, PartialEq)]
pub struct PairProps {
    pub plan: PlanRef,
    pub language: Language,
    pub reference: Side,
    pub scenarios: Vec<Side>,
    pub dark: bool,
}

#[component]
pub fn Pair(props: &PairProps) -> Html {
    let PairProps { plan, language, reference, scenarios: held, dark } = props;
    let (plan, language) = (*plan, *language);
    let choices = || held.iter().chain([reference]);
    // The one at hand, and the first of the others.
    let first = choices().find(|side| side.active).unwrap_or(reference);
    let second = choices().find(|side| side.key != first.key).unwrap_or(reference);
    let chosen = use_state_eq(|| [first.key, second.key]);
    // One that is gone gives way to the first choice.
    let side = |at: usize| choices().find(|side| side.key == chosen[at]).unwrap_or([first, second][at]);
    let (left, right) = (side(0), side(1));
    let list = |text: Text, at: usize| {
        let setter = chosen.setter();
        let now = *chosen;
        let on_change = move |event: Event| {
            let select = event.target().and_then(|target| target.dyn_into::<HtmlSelectElement>().ok());
            if let Some(select) = select {
                let mut next = now;
                next[at] = Key::parse(&select.value());
                setter.set(next);
            }
        };
        let selected = [left.key, right.key][at];
        html! {
            <label>
                { text.get(language) }{ " " }
                <select onchange={on_change}>
                    { for choices().map(|side| html! {
                        <option value={side.key.map_or_else(String::new, |key| key.to_string())} selected={side.key == selected}>
                            { side.name.get(language).to_owned() }
                        </option>
                    }) }
                </select>
            </label>
        }
    };
    let row = |indicator: &Indicator| {
        let specs = [left, right].map(|side| spec(props, side, indicator));
        let extents = || specs.iter().flatten().map(|spec| spec.extent());
        let (low, high) =
            extents().fold((f64::INFINITY, f64::NEG_INFINITY), |(low, high), (a, b)| (low.min(a), high.max(b)));
        // Where there is nothing to draw; no scenario within the limits leads there.
        if low > high {
            return html! {};
        }
        let axis = Axis::fit((low, high));
        let sides = [left, right].into_iter().zip(specs);
        html! {
            <li key={indicator.id.id()}>
                <h4>{ indicator.short.get(language) }</h4>
                <div class="pair-row">
                    { for sides.filter_map(|(side, spec)| Some((side, spec?))).enumerate().map(|(at, (side, spec))| html! {
                        <PairFigure
                            key={at}
                            {spec}
                            {axis}
                            name={side.name.get(language).to_owned()}
                            value={value(indicator, &side.computed.summary.assessments[indicator.id.index()], language)}
                            status={labels::status_class(side.computed.summary.assessments[indicator.id.index()].status)}
                            word={labels::status(side.computed.summary.assessments[indicator.id.index()].status).get(language)}
                            dark={*dark}
                        />
                    }) }
                </div>
            </li>
        }
    };
    html! {
        <>
            <div class="compare-head">
                <h3>{ scenarios::SIDE_BY_SIDE.get(language) }</h3>
                { list(scenarios::LEFT, 0) }
                { list(scenarios::RIGHT, 1) }
            </div>
            <ul class="pairs">{ for plan.0.indicators.iter().map(row) }</ul>
        </>
    }
}

fn value(indicator: &Indicator, assessment: &Assessment, language: Language) -> String {
    sentences::with_unit(indicator, &sentences::value(indicator, assessment.value), language)
}

/// One side's chart, with the reference behind it unless it is the reference.
fn spec(props: &PairProps, side: &Side, indicator: &Indicator) -> Option<Rc<ChartSpec>> {
    let PairProps { plan, language, reference, .. } = props;
    let behind = side.key.map(|_| (reference.name.clone(), &reference.computed.projection));
    let target = side.computed.summary.assessments[indicator.id.index()].target;
    let spec = ChartSpec::trajectory(plan, indicator.id, *language, &side.computed.projection, behind, target);
    spec.ok().map(Rc::new)
}

#[derive(Properties, PartialEq)]
struct PairFigureProps {
    spec: Rc<ChartSpec>,
    axis: Axis,
    name: AttrValue,
    value: AttrValue,
    status: &'static str,
    word: &'static str,
    dark: bool,
}

#[component]
fn PairFigure(props: &PairFigureProps) -> Html {
    let PairFigureProps { spec, axis, name, value, status, word, dark } = props;
    let layers = use_mut_ref(LayersRef::default).borrow().clone();
    html! {
        <figure class="pair-figure">
            <figcaption>
                <span class="pair-name">{ name }</span>
                <span class="pair-value">{ value }</span>
                <span class={*status}>
                    <span class="mark" aria-hidden="true"></span>
                    { *word }
                </span>
            </figcaption>
            <LayeredCanvas
                spec={spec.clone()}
                axis={*axis}
                theme={Theme::screen(*dark)}
                size={SizeClass::Small}
                label={AttrValue::from(describe::sentence(spec))}
                {layers}
            />
        </figure>
    }
}
