//! The chance that targets hold together, with its slopes along their margins.

use crate::analysis::Goal;
use crate::analysis::monte_carlo::Sample;
use crate::model::{Adjustment, Number, Scenario, project};
use crate::plan::{INDICATORS, IndicatorId};

/// By how much of the target a draw may miss it and still meet it: what rounding in single precision comes to.
const ROUNDING: f64 = 1e-6;
/// The width of the kernel that smooths the chance for its slopes, in standard deviations of the margin.
const WIDTH: f64 = 0.2;
/// Arguments of the kernel beyond this are as good as endless, and their powers stay within the range of numbers.
const FAR: f64 = 40.0;

/// The share of the draws in `sample`, drawn under `scenario`, that meet all of the goal's targets; 0 of none.
pub fn chance(goal: &Goal, scenario: &Scenario, sample: &Sample) -> f64 {
    share_met(&Column::all(goal, scenario, sample), sample)
}

/// The share of draws whose margins are all kept.
fn share_met(columns: &[Column], sample: &Sample) -> f64 {
    let met = (0..sample.draws()).filter(|&draw| columns.iter().all(|column| column.margins[draw] >= 0.0)).count();
    met as f64 / sample.draws().max(1) as f64
}

/// What a sample says of the goal's targets together.
pub(super) struct Joint {
    /// The share of draws that meet them all.
    pub chance: f64,
    /// How the logarithm of that share rises with each target's margin, in the order of the indicators; from the
    /// draws just short of and just beyond their targets.
    pub log_slopes: Vec<f64>,
}

impl Joint {
    /// Reads `sample`, drawn under `scenario`; nothing from an empty one.
    pub fn new(goal: &Goal, scenario: &Scenario, sample: &Sample) -> Self {
        let columns = Column::all(goal, scenario, sample);
        let mut log_slopes = vec![0.0; columns.len()];
        let mut weights = 0.0;
        for draw in 0..sample.draws() {
            let mut weight = 1.0;
            let mut pulls = [0.0; INDICATORS];
            for (column, pull) in columns.iter().zip(&mut pulls) {
                let far = (column.margins[draw] + column.shift) / column.width;
                let odds = Number::exp(far.clamp(-FAR, FAR));
                weight *= odds / (1.0 + odds);
                *pull = 1.0 / (1.0 + odds) / column.width;
            }
            weights += weight;
            for (slope, pull) in log_slopes.iter_mut().zip(pulls) {
                *slope += weight * pull;
            }
        }
        if weights > 0.0 {
            log_slopes.iter_mut().for_each(|slope| *slope /= weights);
        }
        Joint { chance: share_met(&columns, sample), log_slopes }
    }
}

/// The draws' margins of one target.
struct Column {
    margins: Vec<f64>,
    width: f64,
    /// Half a step of a count: the threshold lies midway between the last that misses and the first that meets.
    shift: f64,
}

impl Column {
    /// Those of the goal's targets.
    fn all(goal: &Goal, scenario: &Scenario, sample: &Sample) -> Vec<Self> {
        goal.targets.iter().map(|id| Column::new(goal, scenario, sample, id)).collect()
    }

    fn new(goal: &Goal, scenario: &Scenario, sample: &Sample, id: IndicatorId) -> Self {
        let plan = goal.plan;
        let projection = project(plan, scenario);
        let adjustment = Adjustment::new(plan, scenario, &projection, goal.observations, id, plan.years);
        let margin = |value: f64| goal.margin(scenario, id, value);
        let target = scenario.target(plan, id);
        let unit = (margin(target + 1.0) - margin(target)).abs();
        let slack = ROUNDING * target.abs() * unit;
        let margins: Vec<f64> =
            sample.values(id, plan.years).iter().map(|&value| margin(adjustment.apply(value.into())) + slack).collect();
        let count = margins.len().max(1) as f64;
        let mean = margins.iter().sum::<f64>() / count;
        let deviation = (margins.iter().map(|margin| (margin - mean).powi(2)).sum::<f64>() / count).sqrt();
        let shift = if plan.indicator(id).count { 0.5 * unit } else { 0.0 };
        Column { margins, width: (WIDTH * deviation).max(0.5 * shift).max(1e-9), shift }
    }
}
