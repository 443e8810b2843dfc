//! A chart as large as its place, with texts and strokes to be seen from the back row.

use std::rc::Rc;

use yew::prelude::*;

use super::show::Present;
use crate::chart::{Axis, ChartSpec, SizeClass, Theme, describe};
use crate::engine::Likelihood;
use crate::view::figure::{LayeredCanvas, LayersRef};
use crate::workspace::{Computed, Picture};

/// How many times the usual size texts and strokes have, at a CSS pixel a unit.
const ZOOM: f64 = 2.5;

/// How many times the usual size texts and strokes have where the stage has so many CSS pixels a unit.
pub fn zoom(unit: f64) -> f64 {
    ZOOM * unit
}

/// The chart of a scenario; of the reference too, where that has no chart of its own beside it. `None` where a value
/// cannot be drawn, which no valid scenario leads to.
pub fn spec(present: &Present, computed: &Computed, likelihood: Option<&Likelihood>) -> Option<Rc<ChartSpec>> {
    let (plan, id) = (present.plan(), present.id());
    let target = computed.summary.assessments[id.index()].target;
    let compared = &present.store.results.reference;
    let reference = (!present.beside && compared.scenario != computed.scenario)
        .then(|| (present.reference.clone(), &compared.projection));
    let spec = ChartSpec::trajectory(&plan, id, present.language(), &computed.projection, reference, target).ok()?;
    let spec = spec.bare().ok()?;
    let spec = match likelihood {
        Some(likelihood) if present.scene.picture == Picture::Draws => spec.with_paths(&likelihood.paths).ok()?,
        Some(likelihood) => spec.with_bands(&likelihood.bands).ok()?,
        None => spec,
    };
    let dots = likelihood.and_then(|likelihood| likelihood.distribution(id));
    let spec = match dots.filter(|_| present.scene.picture == Picture::Dots) {
        Some(dots) => spec.with_room_for(dots.dots()).ok()?,
        None => spec,
    };
    Some(Rc::new(spec))
}

#[derive(Properties, PartialEq)]
pub struct StageChartProps {
    pub spec: Rc<ChartSpec>,
    pub axis: Axis,
    pub zoom: f64,
    pub until: f64,
    pub guess: Option<f64>,
    /// What the chart says, where that is not all of it.
    pub label: Option<AttrValue>,
    /// What lies over the chart.
    #[prop_or_default]
    pub children: Html,
}

#[component]
pub fn StageChart(props: &StageChartProps) -> Html {
    let StageChartProps { spec, axis, zoom, until, guess, label, children } = props;
    let layers = use_mut_ref(LayersRef::default).borrow().clone();
    let label = label.clone().unwrap_or_else(|| describe::sentence(spec).into());
    html! {
        <div class="stage-chart">
            <LayeredCanvas
                spec={spec.clone()}
                axis={*axis}
                theme={Theme::Projector}
                size={SizeClass::Stage}
                zoom={*zoom}
                until={Some(*until)}
                guess={*guess}
                {label}
                {layers}
            >
                { children.clone() }
            </LayeredCanvas>
        </div>
    }
}
