//! The spread of one indicator in the target year: how likely a value is, and which value has a chance.

use super::bands::{adjusted, rank};
use super::order::Order;
use super::sample::Sample;
use crate::model::{Adjustment, Observations, Scenario, project};
use crate::plan::{Direction, IndicatorId, Plan};

/// Equally likely steps from the least to the largest draw.
const LEVELS: usize = 1000;
/// Equally likely dots of [`Distribution::dots`].
pub const DOTS: usize = 50;

/// An indicator's spread in the target year, as 1,000 equally likely steps.
#[derive(Clone, Debug, PartialEq)]
pub struct Distribution {
    /// Ascending: the least draw, the quantiles of 1/1000, 2/1000, …, the largest draw.
    levels: Vec<f64>,
}

impl Distribution {
    /// That of the draws of `sample`, drawn under `scenario`, with `observations` laid over them. An empty sample says
    /// nothing: its values are not numbers.
    pub fn new(
        plan: &Plan,
        scenario: &Scenario,
        observations: &Observations,
        sample: &Sample,
        id: IndicatorId,
    ) -> Self {
        let draws = sample.draws();
        if draws == 0 {
            return Distribution { levels: vec![f64::NAN; LEVELS + 1] };
        }
        let adjustment = Adjustment::new(plan, scenario, &project(plan, scenario), observations, id, plan.years);
        let ranks: Vec<usize> = (0..=LEVELS).map(|level| rank(level as f64 / LEVELS as f64, draws)).collect();
        let mut picked = Vec::with_capacity(ranks.len());
        Order::default().pick(&adjusted(sample.values(id, plan.years), adjustment), &ranks, &mut picked);
        Distribution { levels: picked.into_iter().map(f64::from).collect() }
    }

    /// The same as a row of numbers, to be sent elsewhere.
    pub fn to_numbers(&self) -> Vec<f64> {
        self.levels.clone()
    }

    /// Reads what [`to_numbers`](Self::to_numbers) wrote.
    pub fn from_numbers(numbers: &[f64]) -> Option<Self> {
        (numbers.len() == LEVELS + 1).then(|| Distribution { levels: numbers.to_vec() })
    }

    /// The value that a fraction of the draws, in thousandths, does not exceed.
    pub fn quantile(&self, fraction: f64) -> f64 {
        let level = (fraction.clamp(0.0, 1.0) * LEVELS as f64).round() as usize;
        self.levels[level.min(LEVELS)]
    }

    /// 50 equally likely values, ascending: the quantiles of (k + ½)/50.
    pub fn dots(&self) -> [f64; DOTS] {
        std::array::from_fn(|k| self.quantile((k as f64 + 0.5) / DOTS as f64))
    }

    /// The chance of a value on the good side of `threshold`, to a thousandth.
    pub fn chance(&self, threshold: f64, direction: Direction) -> f64 {
        match direction {
            Direction::Higher => 1.0 - self.share_below(threshold),
            Direction::Lower => self.share_to(threshold),
        }
    }

    /// The strictest threshold that is met with the chance, in thousandths.
    pub fn threshold(&self, chance: f64, direction: Direction) -> f64 {
        match direction {
            Direction::Higher => self.quantile(1.0 - chance),
            Direction::Lower => self.quantile(chance),
        }
    }

    /// The share of draws below a value, interpolated between levels.
    fn share_below(&self, value: f64) -> f64 {
        let above = self.levels.partition_point(|&level| level < value);
        self.between(above, value)
    }

    /// The share of draws not above a value.
    fn share_to(&self, value: f64) -> f64 {
        let above = self.levels.partition_point(|&level| level <= value);
        self.between(above, value)
    }

    /// The share at `value`, which stands between the levels `above` − 1 and `above`.
    fn between(&self, above: usize, value: f64) -> f64 {
        if above == 0 {
            return 0.0;
        }
        if above > LEVELS {
            return 1.0;
        }
        let (low, high) = (self.levels[above - 1], self.levels[above]);
        ((above - 1) as f64 + (value - low) / (high - low)) / LEVELS as f64
    }
}
