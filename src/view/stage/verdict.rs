//! What a chart comes to: the value large, whether it meets the target, how likely, and how far from the reference.

use yew::prelude::*;

use super::show::Present;
use crate::catalogue::{labels, sentences, stage as words};
use crate::engine::Likelihood;
use crate::plan::Direction;
use crate::workspace::{Computed, Picture};

/// The value of the year shown, large.
pub fn value(present: &Present, computed: &Computed) -> Html {
    let (plan, language, indicator) = (present.plan(), present.language(), present.indicator());
    // While years are played, the last whole one.
    let t = present.stage.shown().floor() as usize;
    let number = sentences::value(indicator, computed.projection.value(present.id(), t));
    let long = number.chars().count() > 5;
    html! {
        <>
            <p class="stage-year">{ words::value_of_year(&plan, t, language) }</p>
            <p class={classes!("stage-value", long.then_some("long"))}>
                <strong>{ number }</strong>
                <span>{ indicator.unit.get(language) }</span>
            </p>
        </>
    }
}

/// Status, chance and the difference to the reference; keeps its place while years are played.
pub fn verdict(present: &Present, computed: &Computed, likelihood: Option<&Likelihood>) -> Html {
    let (language, indicator, id) = (present.language(), present.indicator(), present.id());
    let assessment = &computed.summary.assessments[id.index()];
    let whole = present.stage.shown() >= present.plan().years as f64;
    let chance = likelihood.map(|likelihood| likelihood.bands.chance(id));
    html! {
        <div class={classes!("stage-verdict", (!whole).then_some("to-come"))}>
            <p class={classes!("stage-status", labels::status_class(assessment.status))}>
                <span class="mark" aria-hidden="true"></span>
                { words::status(assessment, language) }
            </p>
            if assessment.smaller_denominator {
                <p class="muted">{ labels::SMALLER_DENOMINATOR.get(language) }</p>
            }
            <p class="stage-chance">
                { words::chance_of(indicator, assessment.target, language) }{ " " }
                <strong>{ words::percent(chance) }</strong>
            </p>
            if present.scene.picture == Picture::Draws {
                if let Some(likelihood) = likelihood {
                    <p class="muted">{ arriving(present, likelihood, assessment.target) }</p>
                }
            }
        </div>
    }
}

/// How many of the paths drawn reach the target.
fn arriving(present: &Present, likelihood: &Likelihood, target: f64) -> String {
    let paths = &likelihood.paths;
    let reaches = |value: f64| match present.indicator().direction {
        Direction::Higher => value >= target,
        Direction::Lower => value <= target,
    };
    let last = |draw: usize| paths.path(draw, present.id()).last();
    let arriving = (0..paths.count()).filter_map(last).filter(|&value| reaches(value)).count();
    words::paths_arriving(arriving, paths.count(), present.language())
}
