//! What the draws say: percentiles by year, the chance of each target, and the spread in the target year.

use std::borrow::Cow;

use super::order::Order;
use super::sample::Sample;
use crate::model::{Adjustment, Assessment, Observations, Scenario, Status, project};
use crate::plan::{Attribute, Direction, INDICATORS, IndicatorId, Plan};

/// P05, P25, P50, P75 and P95, as fractions.
pub const PERCENTILES: [f64; 5] = [0.05, 0.25, 0.5, 0.75, 0.95];
/// Equally likely steps from the least to the largest draw of a [`Distribution`].
const LEVELS: usize = 1000;
/// Equally likely dots of [`Distribution::dots`].
pub const DOTS: usize = 50;
/// By how much of the target a draw may miss it and still meet it: what rounding in single precision comes to.
const ROUNDING: f64 = 1e-6;

/// Percentiles, chances and spreads of a number of draws.
#[derive(Clone, Debug, PartialEq)]
pub struct Bands {
    /// How many draws these are.
    pub draws: usize,
    /// Projected years after the base year.
    pub years: usize,
    /// By indicator: the share of draws that meet the target.
    pub chances: [f64; INDICATORS],
    /// The share of draws that meet every binding target.
    pub binding: f64,
    /// The share of draws that meet all targets at once.
    pub all: f64,
    /// By year after the base year (from the first on) and indicator.
    percentiles: Vec<[f64; PERCENTILES.len()]>,
    /// By indicator.
    distributions: Vec<Distribution>,
}

impl Bands {
    /// What `sample`, drawn under `scenario`, says where `observations` are laid over the model; the order of the draws
    /// makes no difference. An empty sample says nothing: percentiles and chances are not numbers.
    pub fn new(plan: &Plan, scenario: &Scenario, observations: &Observations, sample: &Sample) -> Self {
        let draws = sample.draws();
        let projection = project(plan, scenario);
        let years = plan.years;
        let mut bands = Bands {
            draws,
            years,
            chances: [f64::NAN; INDICATORS],
            binding: f64::NAN,
            all: f64::NAN,
            percentiles: vec![[f64::NAN; PERCENTILES.len()]; years * INDICATORS],
            distributions: vec![Distribution::empty(); INDICATORS],
        };
        if draws == 0 {
            return bands;
        }
        let mut order = Order::default();
        let mut picked = Vec::new();
        let percentile_ranks = PERCENTILES.map(|fraction| rank(fraction, draws));
        let level_ranks: Vec<usize> = (0..=LEVELS).map(|level| rank(level as f64 / LEVELS as f64, draws)).collect();
        let mut met = Met::new(draws);
        for t in 1..=years {
            for &id in IndicatorId::ALL {
                let adjustment = Adjustment::new(plan, scenario, &projection, observations, id, t);
                let values = adjusted(sample.values(id, t), adjustment);
                let percentiles = &mut bands.percentiles[(t - 1) * INDICATORS + id.index()];
                if t < years {
                    order.pick(&values, &percentile_ranks, &mut picked);
                } else {
                    order.pick(&values, &level_ranks, &mut picked);
                    let distribution = Distribution { levels: picked.iter().copied().map(f64::from).collect() };
                    picked.clear();
                    picked.extend(PERCENTILES.map(|fraction| distribution.quantile(fraction) as f32));
                    bands.distributions[id.index()] = distribution;
                    bands.chances[id.index()] = met.note(plan, scenario, id, &values);
                }
                for (percentile, &value) in percentiles.iter_mut().zip(&picked) {
                    *percentile = f64::from(value);
                }
            }
        }
        bands.binding = met.share(|id| plan.indicator(id).attribute == Attribute::Binding);
        bands.all = met.share(|_| true);
        bands
    }

    /// [`PERCENTILES`] of an indicator, `t` ≥ 1 years after the base year.
    pub fn percentiles(&self, id: IndicatorId, t: usize) -> &[f64; PERCENTILES.len()] {
        &self.percentiles[(t - 1) * INDICATORS + id.index()]
    }

    /// The chance of an indicator's target.
    pub fn chance(&self, id: IndicatorId) -> f64 {
        self.chances[id.index()]
    }

    /// The spread of an indicator in the target year.
    pub fn distribution(&self, id: IndicatorId) -> &Distribution {
        &self.distributions[id.index()]
    }

    /// The same as a row of numbers, to be sent elsewhere.
    pub fn to_numbers(&self) -> Vec<f64> {
        let mut numbers = vec![self.draws as f64, self.years as f64];
        numbers.extend(self.chances);
        numbers.extend([self.binding, self.all]);
        numbers.extend(self.percentiles.iter().flatten());
        numbers.extend(self.distributions.iter().flat_map(|distribution| &distribution.levels));
        numbers
    }

    /// Reads what [`to_numbers`](Self::to_numbers) wrote for this plan.
    pub fn from_numbers(plan: &Plan, numbers: &[f64]) -> Option<Self> {
        let mut rest = numbers;
        let mut take = |count: usize| {
            let (taken, left) = rest.split_at_checked(count)?;
            rest = left;
            Some(taken)
        };
        let &[draws, years] = take(2)? else { return None };
        if years != plan.years as f64 || !(draws >= 0.0 && draws < u32::MAX.into()) {
            return None;
        }
        let chances = take(INDICATORS)?.try_into().ok()?;
        let &[binding, all] = take(2)? else { return None };
        let percentiles = take(plan.years * INDICATORS * PERCENTILES.len())?;
        let percentiles = percentiles.as_chunks().0.to_vec();
        let levels = take(INDICATORS * (LEVELS + 1))?;
        let distributions =
            levels.chunks_exact(LEVELS + 1).map(|levels| Distribution { levels: levels.to_vec() }).collect();
        rest.is_empty().then_some(Bands {
            draws: draws as usize,
            years: plan.years,
            chances,
            binding,
            all,
            percentiles,
            distributions,
        })
    }
}

/// The position of a quantile among sorted draws, by the nearest rank: 0 is the least draw, 1 the largest.
fn rank(fraction: f64, draws: usize) -> usize {
    // A little less, so that a product that should be whole is not rounded up.
    let nearest = (fraction * draws as f64 - 1e-6).ceil() as usize;
    nearest.saturating_sub(1).min(draws - 1)
}

/// Values as observations adjust them.
fn adjusted(values: &[f32], adjustment: Adjustment) -> Cow<'_, [f32]> {
    match adjustment {
        Adjustment::None => Cow::Borrowed(values),
        _ => values.iter().map(|&value| adjustment.apply(value.into()) as f32).collect(),
    }
}

/// Which targets each draw meets.
struct Met {
    /// A bit an indicator.
    draws: Vec<u16>,
}

impl Met {
    fn new(draws: usize) -> Self {
        Met { draws: vec![0; draws] }
    }

    /// Holds an indicator's values against its target, and returns the share that meet it.
    fn note(&mut self, plan: &Plan, scenario: &Scenario, id: IndicatorId, values: &[f32]) -> f64 {
        let bit = 1 << id.index();
        let target = scenario.target(plan, id);
        let slack = ROUNDING * target.abs();
        // Where more is better, what is endlessly much meets the target.
        let more = Assessment::new(plan, scenario, id, f64::INFINITY).status == Status::Met;
        let sign = if more { 1.0 } else { -1.0 };
        let least = (f64::from(sign) * target - slack) as f32;
        let mut count = 0_u32;
        for (draw, &value) in self.draws.iter_mut().zip(values) {
            let meets = u16::from(sign * value >= least);
            *draw |= meets * bit;
            count += u32::from(meets);
        }
        f64::from(count) / values.len() as f64
    }

    /// The share of draws that meet all the chosen targets.
    fn share(&self, chosen: impl Fn(IndicatorId) -> bool) -> f64 {
        let chosen = IndicatorId::ALL.iter().filter(|&&id| chosen(id)).fold(0, |bits, id| bits | 1 << id.index());
        let count = self.draws.iter().filter(|&&draw| draw & chosen == chosen).count();
        count as f64 / self.draws.len() as f64
    }
}

/// An indicator's spread in the target year, as 1,000 equally likely steps.
#[derive(Clone, Debug, PartialEq)]
pub struct Distribution {
    /// Ascending: the least draw, the quantiles of 1/1000, 2/1000, …, the largest draw.
    levels: Vec<f64>,
}

impl Distribution {
    fn empty() -> Self {
        Distribution { levels: vec![f64::NAN; LEVELS + 1] }
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
