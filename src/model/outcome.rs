//! What a scenario comes to: typed cells, and each indicator held against its target.

use super::{Number, Projection, Scenario, project};
use crate::plan::{Direction, INDICATORS, IndicatorId, LeverId, MAX_YEARS, Plan, PresetId};

/// A value and what kind of value it is.
#[derive(Clone, Copy, PartialEq, Debug)]
pub enum Cell {
    /// Printed in the plan, base year.
    Baseline(f64),
    /// The model's own.
    Model(f64),
    /// Entered as really reached.
    Observed(f64),
    /// The model's, moved to join the last observation.
    Rebased(f64),
    NotAvailable,
}

impl Cell {
    /// The number, whatever its kind.
    pub fn value(self) -> Option<f64> {
        match self {
            Cell::Baseline(value) | Cell::Model(value) | Cell::Observed(value) | Cell::Rebased(value) => Some(value),
            Cell::NotAvailable => None,
        }
    }
}

/// What was really reached, by indicator and year after the base year (index 0 is the first).
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Observations {
    values: [[Option<f64>; MAX_YEARS]; INDICATORS],
}

impl Observations {
    /// Nothing was observed yet.
    pub const NONE: Observations = Observations { values: [[None; MAX_YEARS]; INDICATORS] };

    /// Enters what was reached `t` ≥ 1 years after the base year; takes it back with `None`.
    /// Returns whether there is such a year and the value is finite.
    pub fn set(&mut self, id: IndicatorId, t: usize, value: Option<f64>) -> bool {
        let valid = (1..=MAX_YEARS).contains(&t) && value.is_none_or(f64::is_finite);
        if valid {
            self.values[id.index()][t - 1] = value;
        }
        valid
    }

    /// What was reached `t` ≥ 1 years after the base year.
    pub fn get(&self, id: IndicatorId, t: usize) -> Option<f64> {
        self.values[id.index()].get(t.checked_sub(1)?).copied().flatten()
    }
}

/// What observations do to the model's value of an indicator in a year: nothing is fed back into the model.
#[derive(Clone, Copy, PartialEq, Debug)]
pub enum Adjustment<N = f64> {
    /// The model's value stands.
    None,
    /// The observation takes its place.
    Observed(f64),
    /// After the last observation: times observed/model of that year; plus their difference for a change, and where the
    /// model's value is 0. Within the indicator's range.
    Rebased { basis: N, observed: f64, change: bool, range: (f64, f64) },
}

impl Adjustment {
    /// That of `id`, `t` ≥ 1 years after the base year.
    pub fn new(
        plan: &Plan,
        scenario: &Scenario,
        projection: &Projection,
        observations: &Observations,
        id: IndicatorId,
        t: usize,
    ) -> Self {
        Adjustment::of(plan, scenario, observations, id, t, |at| projection.value(id, at))
    }
}

impl<N: Number> Adjustment<N> {
    /// That of `id`, `t` ≥ 1 years after the base year, whose values in the model, in any number, are `model`.
    pub fn of(
        plan: &Plan,
        scenario: &Scenario,
        observations: &Observations,
        id: IndicatorId,
        t: usize,
        model: impl Fn(usize) -> N,
    ) -> Self {
        if let Some(observed) = observations.get(id, t) {
            return Adjustment::Observed(observed);
        }
        let last = (1..t).rev().find_map(|at| Some((at, observations.get(id, at)?)));
        let later = (t..=plan.years).any(|at| observations.get(id, at).is_some());
        match last {
            Some((at, observed)) if !later => Adjustment::Rebased {
                basis: model(at),
                observed,
                change: plan.indicator(id).signed,
                range: scenario.range(plan, id),
            },
            _ => Adjustment::None,
        }
    }

    /// The adjusted value.
    pub fn apply(self, model: N) -> N {
        match self {
            Adjustment::None => model,
            Adjustment::Observed(observed) => N::of(observed),
            Adjustment::Rebased { basis, observed, change, range } => {
                let by_difference = model + (N::of(observed) - basis);
                let moved = match change {
                    true => by_difference,
                    false => basis.where_positive(model * (N::of(observed) / basis), by_difference),
                };
                moved.clamp(range.0, range.1)
            }
        }
    }
}

/// Every indicator from the base year to the horizon, with observations laid over the model.
#[derive(Clone, Debug, PartialEq)]
pub struct Outcome {
    cells: [[Cell; MAX_YEARS + 1]; INDICATORS],
    years: usize,
}

impl Outcome {
    /// Lays `observations` over the model's values, as each year's [`Adjustment`] says.
    pub fn new(plan: &Plan, scenario: &Scenario, projection: &Projection, observations: &Observations) -> Self {
        let years = projection.years();
        let mut cells = [[Cell::NotAvailable; MAX_YEARS + 1]; INDICATORS];
        for indicator in &plan.indicators {
            let id = indicator.id;
            let row = &mut cells[id.index()];
            row[0] = Cell::Baseline(projection.value(id, 0));
            for (t, cell) in row.iter_mut().enumerate().take(years + 1).skip(1) {
                let adjustment = Adjustment::new(plan, scenario, projection, observations, id, t);
                let value = adjustment.apply(projection.value(id, t));
                *cell = match adjustment {
                    Adjustment::None => Cell::Model(value),
                    Adjustment::Observed(_) => Cell::Observed(value),
                    Adjustment::Rebased { .. } => Cell::Rebased(value),
                };
            }
        }
        Outcome { cells, years }
    }

    /// The cell `t` years after the base year.
    pub fn cell(&self, id: IndicatorId, t: usize) -> Cell {
        self.cells[id.index()].get(t).copied().unwrap_or(Cell::NotAvailable)
    }

    /// The cells from the base year on.
    pub fn path(&self, id: IndicatorId) -> &[Cell] {
        &self.cells[id.index()][..=self.years]
    }
}

/// A target held against its projection.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Hash)]
pub enum Status {
    /// 达标: at least the target.
    Met,
    /// 接近: at least nine tenths of the way.
    Near,
    /// 未达
    Short,
}

/// Completion from which a target counts as met, allowing for rounding in the last bits.
const MET: f64 = 1.0 - 1e-9;
/// Completion from which a target counts as near.
const NEAR: f64 = 0.9;

/// One indicator in the target year.
#[derive(Clone, Copy, PartialEq, Debug)]
pub struct Assessment {
    pub id: IndicatorId,
    pub value: f64,
    pub target: f64,
    /// (value − baseline) / (target − baseline); 1 is the target.
    pub completion: f64,
    pub status: Status,
    /// The chance of meeting the target, where an analysis has found it.
    pub chance: Option<f64>,
    /// Met only because GDP, revenue, employment or population stays behind its reference.
    pub smaller_denominator: bool,
}

impl Assessment {
    /// Holds `value` against the target that `scenario` implies.
    pub fn new(plan: &Plan, scenario: &Scenario, id: IndicatorId, value: f64) -> Self {
        let indicator = plan.indicator(id);
        let target = scenario.target(plan, id);
        let completion = completion(indicator.baseline, target, indicator.direction, value);
        let status = if completion >= MET {
            Status::Met
        } else if completion >= NEAR {
            Status::Near
        } else {
            Status::Short
        };
        Assessment { id, value, target, completion, status, chance: None, smaller_denominator: false }
    }
}

/// How much of the way from baseline to target is covered; where they are equal, 1 on the target's good side, else 0.
fn completion(baseline: f64, target: f64, direction: Direction, value: f64) -> f64 {
    let way = target - baseline;
    if way != 0.0 {
        return (value - baseline) / way;
    }
    let good = match direction {
        Direction::Higher => value >= target,
        Direction::Lower => value <= target,
    };
    f64::from(u8::from(good))
}

/// All indicators in the target year, and how many stand where.
#[derive(Clone, Debug, PartialEq)]
pub struct Summary {
    pub assessments: [Assessment; INDICATORS],
    pub met: usize,
    pub near: usize,
    pub short: usize,
    /// The indicator of the lowest completion.
    pub furthest: IndicatorId,
}

impl Summary {
    /// Assesses the model's values under a scenario, and marks targets that a smaller denominator alone meets.
    pub fn new(plan: &Plan, scenario: &Scenario, projection: &Projection) -> Self {
        let assessments: [Assessment; INDICATORS] = std::array::from_fn(|i| {
            let id = plan.indicators[i].id;
            let mut assessment = Assessment::new(plan, scenario, id, projection.last(id));
            assessment.smaller_denominator =
                assessment.status == Status::Met && !met_at_reference_growth(plan, scenario, id);
            assessment
        });
        let count = |status| assessments.iter().filter(|assessment| assessment.status == status).count();
        let furthest = assessments
            .iter()
            .min_by(|a, b| a.completion.total_cmp(&b.completion))
            .map_or(plan.indicators[0].id, |assessment| assessment.id);
        Summary {
            met: count(Status::Met),
            near: count(Status::Near),
            short: count(Status::Short),
            furthest,
            assessments,
        }
    }
}

/// Whether a target that is met would also be met with its denominator growing as on the trend.
fn met_at_reference_growth(plan: &Plan, scenario: &Scenario, id: IndicatorId) -> bool {
    let trend = |lever: LeverId| plan.lever(lever).presets[PresetId::Trend.index()];
    let denominator = plan.indicator(id).denominator;
    let moved = |&lever: &LeverId| scenario.lever(plan, lever).iter().any(|&value| value != trend(lever));
    if !denominator.iter().any(moved) {
        return true;
    }
    let mut at_trend = scenario.clone();
    for &lever in denominator {
        at_trend.shift_lever(plan, lever, &Scenario::preset(plan, PresetId::Trend), trend(lever));
    }
    Assessment::new(plan, scenario, id, project(plan, &at_trend).last(id)).status == Status::Met
}
