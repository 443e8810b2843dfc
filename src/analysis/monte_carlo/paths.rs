//! Single draws as paths: the other reading of the bands.

use super::sample::Sample;
use crate::model::{Adjustment, Observations, Scenario, project};
use crate::plan::{INDICATORS, IndicatorId, Plan};

/// Some draws from the base year on.
#[derive(Clone, Debug, PartialEq)]
pub struct Paths {
    /// Projected years after the base year.
    years: usize,
    /// By draw, year from the base year on, and indicator.
    values: Vec<[f64; INDICATORS]>,
}

impl Paths {
    /// The first `count` draws of a sample drawn under `scenario`, with `observations` laid over them.
    pub fn new(plan: &Plan, scenario: &Scenario, observations: &Observations, sample: &Sample, count: usize) -> Self {
        let projection = project(plan, scenario);
        let value = |draw: usize, t: usize, i: usize| {
            let id = IndicatorId::ALL[i];
            if t == 0 {
                return projection.value(id, 0);
            }
            let adjustment = Adjustment::new(plan, scenario, &projection, observations, id, t);
            adjustment.apply(sample.values(id, t)[draw].into())
        };
        let rows = (0..count.min(sample.draws())).flat_map(|draw| (0..=plan.years).map(move |t| (draw, t)));
        let values = rows.map(|(draw, t)| std::array::from_fn(|i| value(draw, t, i))).collect();
        Paths { years: plan.years, values }
    }

    /// How many paths there are.
    pub fn count(&self) -> usize {
        self.values.len() / (self.years + 1)
    }

    /// An indicator's values in a draw, from the base year on.
    pub fn path(&self, draw: usize, id: IndicatorId) -> impl ExactSizeIterator<Item = f64> + '_ {
        let years = self.years + 1;
        self.values[draw * years..(draw + 1) * years].iter().map(move |row| row[id.index()])
    }

    /// The same as a row of numbers, to be sent elsewhere.
    pub fn to_numbers(&self) -> Vec<f64> {
        self.values.concat()
    }

    /// Reads what [`to_numbers`](Self::to_numbers) wrote for this plan.
    pub fn from_numbers(plan: &Plan, numbers: &[f64]) -> Option<Self> {
        let (rows, rest) = numbers.as_chunks();
        (rest.is_empty() && rows.len().is_multiple_of(plan.years + 1))
            .then(|| Paths { years: plan.years, values: rows.to_vec() })
    }
}
