//! The path of an indicator with what it comes to; with the reference beside it where that is asked for.

use std::rc::Rc;

use yew::prelude::*;

use super::chart::{StageChart, spec, zoom};
use super::dots::Dots;
use super::frame::changes;
use super::guess::{Handle, asked, told};
use super::show::Present;
use super::state::Guess;
use super::verdict::{value, verdict};
use crate::catalogue::{sentences, stage as words};
use crate::chart::{Axis, ChartSpec};
use crate::engine::Likelihood;
use crate::plan::Indicator;
use crate::workspace::{Computed, Picture};

/// The scene's chart, or two at the same scale.
pub fn figures(present: &Present) -> Html {
    let Present { store, stage, beside, beside_likelihood, .. } = present;
    let results = &store.results;
    let likelihood = store.findings.likelihood.as_deref();
    let Some(own) = spec(present, &results.own, likelihood) else { return html! {} };
    if !beside {
        let axis = axis(&[&own], present.indicator(), stage.guess);
        return html! {
            <div class="stage-body">
                { chart(present, own, axis, true) }
                { dots(present, &results.own, axis, likelihood) }
                <div class="stage-side">{ side(present, &results.own, likelihood) }</div>
            </div>
        };
    }
    let Some(other) = spec(present, &results.reference, *beside_likelihood) else { return html! {} };
    let axis = axis(&[&own, &other], present.indicator(), stage.guess);
    let name = sentences::scenario_name(&present.plan(), store.workspace.draft());
    let changes = changes(present);
    let half = |name: &str, computed: &Computed, spec: Rc<ChartSpec>, likelihood: Option<&Likelihood>, own: bool| {
        html! {
            <div class="stage-half">
                <h2>
                    { name }
                    if let Some(changes) = changes.clone().filter(|_| own) { <small>{ changes }</small> }
                </h2>
                <div class="stage-side">
                    if own || !stage.is_asking() { { side(present, computed, likelihood) } }
                </div>
                { chart(present, spec, axis, own) }
            </div>
        }
    };
    let language = present.language();
    html! {
        <div class="stage-body two">
            { half(name.get(language), &results.own, own, likelihood, true) }
            { half(present.reference.get(language), &results.reference, other, *beside_likelihood, false) }
        </div>
    }
}

/// The axis of all charts shown; while there is a guess, with as much room again, so that the axis gives nothing away.
fn axis(specs: &[&Rc<ChartSpec>], indicator: &Indicator, guess: Guess) -> Axis {
    let (mut low, mut high) = (f64::INFINITY, f64::NEG_INFINITY);
    for (a, b) in specs.iter().map(|spec| spec.extent()) {
        (low, high) = (low.min(a), high.max(b));
    }
    if let Some(value) = guess.value() {
        let way = (indicator.target - indicator.baseline).abs();
        low = low.min(value).min((indicator.baseline - 0.5 * way).max(indicator.range.0));
        high = high.max(value).max((indicator.target + way).min(indicator.range.1));
    }
    Axis::fit((low, high))
}

fn chart(present: &Present, spec: Rc<ChartSpec>, axis: Axis, own: bool) -> Html {
    let Present { stage, turn, unit, .. } = present;
    let language = present.language();
    let asking = stage.is_asking();
    let guess = stage.guess.value().filter(|_| own);
    html! {
        <StageChart
            {spec}
            {axis}
            zoom={zoom(*unit)}
            until={stage.shown()}
            {guess}
            label={asking.then(|| words::HIDDEN.get(language))}
        >
            if let (true, Some(value)) = (asking, guess) {
                <Handle
                    plan={present.plan()}
                    {language}
                    id={present.id()}
                    {value}
                    {axis}
                    zoom={zoom(*unit)}
                    turn={(*turn).clone()}
                />
            }
        </StageChart>
    }
}

/// Fifty dots beside the chart, where the scene shows them.
fn dots(present: &Present, computed: &Computed, axis: Axis, likelihood: Option<&Likelihood>) -> Html {
    if present.scene.picture != Picture::Dots || present.stage.is_asking() {
        return html! {};
    }
    let Some(distribution) = likelihood.and_then(|likelihood| likelihood.distribution(present.id())) else {
        return html! { <div class="stage-dots"></div> };
    };
    let threshold = computed.summary.assessments[present.id().index()].target;
    html! {
        <Dots
            plan={present.plan()}
            language={present.language()}
            id={present.id()}
            values={distribution.dots().to_vec()}
            {threshold}
            {axis}
            zoom={zoom(present.unit)}
        />
    }
}

/// What stands beside a chart: the question to the room, or what the chart comes to.
fn side(present: &Present, computed: &Computed, likelihood: Option<&Likelihood>) -> Html {
    let Present { store, stage, beside, .. } = present;
    if let Guess::Open(guess) = stage.guess {
        return asked(present, guess);
    }
    let apart = store.results.difference(present.id());
    let own = Rc::ptr_eq(&store.results.own.scenario, &computed.scenario);
    html! {
        <>
            { value(present, computed) }
            { verdict(present, computed, likelihood) }
            if own && !beside && computed.scenario != store.results.reference.scenario {
                <p class="stage-versus">
                    { words::versus(present.indicator(), present.reference, apart, present.language()) }
                </p>
            }
            if own { { told(present, computed) } }
        </>
    }
}
