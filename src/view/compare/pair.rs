//! Two scenarios in small charts of the same scale.

use std::rc::Rc;

use wasm_bindgen::JsCast;
use web_sys::HtmlSelectElement;
use yew::prelude::*;

use super::Side;
use crate::catalogue::{desk, labels, scenarios, sentences};
use crate::chart::{Around, Axis, Cell, ChartSpec, Grid, Picture, SizeClass, Theme, describe, words};
use crate::model::Status;
use crate::plan::Indicator;
use crate::platform::download::today;
use crate::text::{Language, Text};
use crate::view::figure::{LayeredCanvas, LayersRef};
use crate::view::store::PlanRef;
use crate::view::take::Take;
use crate::workspace::{Key, Stamp};

#[derive(Clone, Properties, PartialEq)]
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
        // Where there is nothing to draw; no scenario within the limits leads there.
        let Some(cells) = cells(props, [left, right], indicator) else { return html! {} };
        let sides = [left, right].into_iter().zip(cells);
        html! {
            <li key={indicator.id.id()}>
                <h4>{ indicator.short.get(language) }</h4>
                <div class="pair-row">
                    { for sides.enumerate().map(|(at, (side, cell))| html! {
                        <PairFigure
                            key={at}
                            {cell}
                            status={side.computed.summary.assessments[indicator.id.index()].status}
                            dark={*dark}
                        />
                    }) }
                </div>
            </li>
        }
    };
    let picture = {
        let (props, sides) = (props.clone(), [left.clone(), right.clone()]);
        Callback::from(move |()| Some(picture_of(&props, &sides)))
    };
    let name = {
        let drafts = [left.draft.clone(), right.draft.clone()];
        Callback::from(move |ending: &'static str| {
            let ending = [scenarios::SIDE_BY_SIDE.get(language), ".", ending].concat();
            desk::file_name(&plan, &drafts.each_ref().map(|draft| &**draft), &today(), &ending, language)
        })
    };
    html! {
        <>
            <div class="compare-head">
                <h3>{ scenarios::SIDE_BY_SIDE.get(language) }</h3>
                { list(scenarios::LEFT, 0) }
                { list(scenarios::RIGHT, 1) }
                <p class="buttons"><Take {language} {picture} {name} /></p>
            </div>
            <ul class="pairs">{ for plan.0.indicators.iter().map(row) }</ul>
        </>
    }
}

/// The two charts of an indicator, on one axis.
fn cells(props: &PairProps, sides: [&Side; 2], indicator: &Indicator) -> Option<[Cell; 2]> {
    let language = props.language;
    let [left, right] = sides.map(|side| spec(props, side, indicator));
    let specs = [left?, right?];
    let [(low, high), (a, b)] = specs.each_ref().map(|spec| spec.extent());
    let axis = Axis::fit((low.min(a), high.max(b)));
    let cell = |side: &Side, spec: &Rc<ChartSpec>| {
        let assessment = &side.computed.summary.assessments[indicator.id.index()];
        Cell {
            name: side.name.get(language).to_owned(),
            value: sentences::with_unit(indicator, &sentences::value(indicator, assessment.value), language),
            behind: String::new(),
            status: (labels::status_with_sign(assessment.status, language), labels::status_tone(assessment.status)),
            spec: spec.clone(),
            axis,
        }
    };
    Some([cell(sides[0], &specs[0]), cell(sides[1], &specs[1])])
}

/// All pairs as they stand in the page, on paper's ground.
fn picture_of(props: &PairProps, sides: &[Side; 2]) -> Picture {
    let PairProps { plan, language, .. } = props;
    let (plan, language, [left, right]) = (*plan, *language, sides);
    let pairs = plan.0.indicators.iter().filter_map(|indicator| {
        let pair = cells(props, [left, right], indicator)?;
        Some(pair.map(|cell| Cell { name: format!("{} · {}", indicator.short.get(language), cell.name), ..cell }))
    });
    let grid = Grid { columns: 2, own: words::OWN_ALONE.into(), cells: pairs.flatten().collect() };
    let names = [left, right].map(|side| side.name.get(language));
    let counts = [left, right].map(|side| {
        let counts = sentences::counts(&side.computed.summary, language);
        sentences::labelled(side.name.get(language), &counts, language)
    });
    let around = Around {
        title: format!("{} · {} · {}", scenarios::SIDE_BY_SIDE.get(language), names[0], names[1]),
        sentence: counts.join(Text::new("；", "; ").get(language)),
        source: describe::source_line_of_all(grid.cells.iter().map(|cell| &*cell.spec)),
        stamp: [left, right].map(|side| Stamp::new(&plan, &side.computed).to_string()).join(" · "),
    };
    Picture::grid(grid, Theme::Light, language, around)
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
    cell: Cell,
    status: Status,
    dark: bool,
}

#[component]
fn PairFigure(props: &PairFigureProps) -> Html {
    let PairFigureProps { cell: Cell { name, value, spec, axis, .. }, status, dark } = props;
    let layers = use_mut_ref(LayersRef::default).borrow().clone();
    html! {
        <figure class="pair-figure">
            <figcaption>
                <span class="pair-name">{ name }</span>
                <span class="pair-value">{ value }</span>
                <span class={labels::status_class(*status)}>
                    <span class="mark" aria-hidden="true"></span>
                    { labels::status(*status).get(spec.language()) }
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
