//! A lever's track: where values are on it, and what it shows of the targets: where they hold, and where the cheapest way
//! leads.

use yew::prelude::*;

use super::findings::Marks;
use super::store::PlanRef;
use crate::catalogue::tracks::is_whole;
use crate::plan::{Lever, LeverId};

/// Nearer to the knob than this part of the slider, the ghost is not shown: 3 px on the shortest track.
const NEAR: f64 = 0.04;

/// The position of a value on the track, in per cent to a hundredth.
pub fn position(lever: &Lever, value: f64) -> String {
    format!("{:.2}%", part(lever, value) * 100.0)
}

/// Where a value is on the track, from 0 to 1.
pub fn part(lever: &Lever, value: f64) -> f64 {
    (value - lever.min) / (lever.max - lever.min)
}

/// A value on the lever's step, without the noise of binary fractions.
pub fn on_step(lever: &Lever, value: f64) -> f64 {
    let steps = (value / lever.step).round();
    // A whole number over a power of ten is the double nearest to the decimal.
    let scale = 10f64.powi(lever.decimals as i32);
    ((steps * lever.step * scale).round() / scale).clamp(lever.min, lever.max)
}

#[derive(Properties, PartialEq)]
pub struct TrackMarksProps {
    pub plan: PlanRef,
    pub id: LeverId,
    /// What the slider shows.
    pub mean: f64,
}

/// A component of its own, so that news about the targets touch nothing else of the lever.
#[component]
pub fn TrackMarks(props: &TrackMarksProps) -> Html {
    let TrackMarksProps { plan, id, mean } = props;
    let marks = use_context::<Marks>().unwrap_or_default();
    let lever = plan.0.lever(*id);
    let zone = marks.zones.as_ref().map(|zones| zones.of(*id)).filter(|zone| !is_whole(lever, zone));
    let ghost = marks.cheapest.as_ref().map(|found| found.scenario.lever_mean(plan, *id));
    let ghost = ghost.filter(|ghost| (part(lever, *ghost) - part(lever, *mean)).abs() >= NEAR);
    html! {
        <g>
            { for zone.into_iter().flatten().map(|&(low, high)| html! {
                <line class="zone" x1={position(lever, low)} x2={position(lever, high)} y1="50%" y2="50%" />
            }) }
            if let Some(ghost) = ghost {
                <svg class="ghost" x={position(lever, ghost)} y="50%">
                    <path d="M-4.5 0 0 -4.5 4.5 0 0 4.5Z" />
                </svg>
            }
        </g>
    }
}
