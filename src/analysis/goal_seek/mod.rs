//! What it would take: the least change of the levers that meets chosen targets.
//!
//! Effort is the sum of squared distances of the levers from where they are, each in its range. A lever that may be
//! moved has one value for all years: one set year by year starts from its mean and becomes flat.

mod chance;
mod confidence;
mod descent;
mod freedom;
mod quadratic;
mod rounding;
mod slopes;

pub use chance::chance;
pub use confidence::{Assured, Confidence, Progress};
pub use freedom::{Freedom, Way};
pub use rounding::{rounded, spared};

use descent::{Descent, Found, Pace};
use quadratic::{Bounds, Point};
use slopes::Slopes;

use super::{Goal, Targets};
use crate::model::{Assessment, Scenario, Status, Summary, project};
use crate::plan::{INDICATORS, IndicatorId, LEVERS, Lever, LeverId, Plan};

/// Targets are nearly straight in the levers, so that a few full steps lead there.
const PACE: Pace = Pace { still: 1e-7, inertia: 0.0 };

/// Where a search ended.
#[derive(Clone, PartialEq, Debug)]
pub struct Solution {
    /// The levers' settings, not rounded to their steps; all else as in the scenario that the search started from.
    pub scenario: Scenario,
    /// The sum of squared distances that the levers move, in their ranges.
    pub effort: f64,
    /// Every indicator there; those that a smaller denominator alone meets are marked.
    pub assessments: [Assessment; INDICATORS],
    /// The chosen targets that stay short. Where there are any, the search knows no setting that meets all targets, and
    /// this is the one of the least sum of squared shortfalls (of completion), and of these of the least effort.
    pub short: Targets,
}

impl Solution {
    fn new(goal: &Goal, scenario: Scenario, effort: f64) -> Self {
        let projection = project(goal.plan, &scenario);
        let marks = Summary::new(goal.plan, &scenario, &projection).assessments;
        let assessments = marks.map(|mark| {
            let assessment = goal.assess(&scenario, &projection, mark.id);
            Assessment { smaller_denominator: mark.smaller_denominator, ..assessment }
        });
        let missed = |id: &IndicatorId| assessments[id.index()].status != Status::Met;
        let short = Targets::of(goal.targets.iter().filter(missed));
        Solution { scenario, effort, assessments, short }
    }

    /// The effort, then the levers' values by year.
    pub fn to_numbers(&self, plan: &Plan) -> Vec<f64> {
        let mut numbers = vec![self.effort];
        numbers.extend(LeverId::ALL.iter().flat_map(|&id| self.scenario.lever(plan, id)));
        numbers
    }

    /// Reads [`to_numbers`](Solution::to_numbers) of a search for `goal` from `scenario`; `None` where the numbers are not
    /// of that form or no levers' values.
    pub fn from_numbers(goal: &Goal, scenario: &Scenario, numbers: &[f64]) -> Option<Self> {
        let (&effort, values) = numbers.split_first()?;
        if values.len() != LEVERS * goal.plan.years {
            return None;
        }
        let mut found = scenario.clone();
        for (&id, years) in LeverId::ALL.iter().zip(values.chunks_exact(goal.plan.years)) {
            found.set_lever_years(goal.plan, id, years).ok()?;
        }
        Some(Solution::new(goal, found, effort))
    }

    /// Whether all chosen targets are met.
    pub fn reached(&self) -> bool {
        self.short == Targets::default()
    }
}

/// The least effort that meets the goal's targets from `scenario`, or the nearest point to that. Where all are met
/// already within the levers' ranges, the scenario stays as it is.
pub fn seek(goal: &Goal, scenario: &Scenario, freedom: &Freedom) -> Solution {
    if freedom.allows(goal.plan, scenario) && goal.holds(scenario, &project(goal.plan, scenario)) {
        return Solution::new(goal, scenario.clone(), 0.0);
    }
    let mut slopes = Slopes::new(*goal, scenario, freedom);
    let found = search(&mut slopes, freedom);
    Solution::new(goal, slopes.scenario_at(&found.point), found.effort)
}

/// Searches from the present point, and where that leads to none that satisfies all, from where all levers are at
/// their ends as well.
fn search(slopes: &mut Slopes, freedom: &Freedom) -> Found {
    let bounds = freedom.bounds(slopes.goal.plan, &slopes.scenario);
    let mut best = descend(slopes, bounds, &[0.0; LEVERS]);
    for end in [bounds.high, bounds.low] {
        if best.satisfies() {
            break;
        }
        let found = descend(slopes, bounds, &end);
        if found.beats(&best) {
            best = found;
        }
    }
    best
}

fn descend(slopes: &mut Slopes, bounds: Bounds, start: &Point) -> Found {
    let mut descent = Descent::new(bounds, start, PACE);
    loop {
        let constraints = slopes.constraints(descent.point());
        if let Some(found) = descent.tell(&constraints) {
            return found;
        }
    }
}

/// The sum of squared distances between two scenarios' lever means, each in its lever's range.
pub fn effort(plan: &Plan, from: &Scenario, to: &Scenario) -> f64 {
    let distance =
        |lever: &Lever| (to.lever_mean(plan, lever.id) - from.lever_mean(plan, lever.id)) / (lever.max - lever.min);
    plan.levers.iter().map(|lever| distance(lever).powi(2)).sum()
}

/// A smallest set of the goal's targets that cannot be met together: without any one of them, the rest can. `None`
/// where all can be met.
pub fn blocking(goal: &Goal, scenario: &Scenario, freedom: &Freedom) -> Option<Targets> {
    let whole = seek(goal, scenario, freedom);
    if whole.reached() {
        return None;
    }
    let mut blocking = goal.targets;
    // Targets that are met at the nearest point are the likeliest to block nothing.
    let met = goal.targets.iter().filter(|&id| !whole.short.contains(id));
    for id in met.chain(whole.short.iter()) {
        let rest = Goal { targets: blocking.without(id), ..*goal };
        if !seek(&rest, scenario, freedom).reached() {
            blocking = rest.targets;
        }
    }
    Some(blocking)
}
