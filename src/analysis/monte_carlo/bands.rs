//! What the draws say: percentiles by year, and the chance of each target.

use std::borrow::Cow;

use super::order::Order;
use super::sample::Sample;
use crate::model::{Adjustment, Assessment, Observations, Scenario, Status, project};
use crate::plan::{Attribute, INDICATORS, IndicatorId, Plan};

/// P05, P25, P50, P75 and P95, as fractions.
pub const PERCENTILES: [f64; 5] = [0.05, 0.25, 0.5, 0.75, 0.95];
/// By how much of the target a draw may miss it and still meet it: what rounding in single precision comes to.
const ROUNDING: f64 = 1e-6;

/// Percentiles and chances of a number of draws.
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
    /// The share of draws that meet this many targets at once: none, 1, …, all.
    pub met: [f64; INDICATORS + 1],
    /// By year after the base year (from the first on) and indicator.
    percentiles: Vec<[f64; PERCENTILES.len()]>,
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
            met: [f64::NAN; INDICATORS + 1],
            percentiles: vec![[f64::NAN; PERCENTILES.len()]; years * INDICATORS],
        };
        if draws == 0 {
            return bands;
        }
        let mut order = Order::default();
        let mut picked = Vec::new();
        let ranks = PERCENTILES.map(|fraction| rank(fraction, draws));
        let mut met = Met::new(draws);
        for t in 1..=years {
            for &id in IndicatorId::ALL {
                let adjustment = Adjustment::new(plan, scenario, &projection, observations, id, t);
                let values = adjusted(sample.values(id, t), adjustment);
                order.pick(&values, &ranks, &mut picked);
                let percentiles = &mut bands.percentiles[(t - 1) * INDICATORS + id.index()];
                for (percentile, &value) in percentiles.iter_mut().zip(&picked) {
                    *percentile = value.into();
                }
                if t == years {
                    bands.chances[id.index()] = met.note(plan, scenario, id, &values);
                }
            }
        }
        bands.binding = met.share(|id| plan.indicator(id).attribute == Attribute::Binding);
        bands.all = met.share(|_| true);
        bands.met = met.counts();
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

    /// The same as a row of numbers, to be sent elsewhere.
    pub fn to_numbers(&self) -> Vec<f64> {
        let mut numbers = vec![self.draws as f64, self.years as f64];
        numbers.extend(self.chances);
        numbers.extend([self.binding, self.all]);
        numbers.extend(self.met);
        numbers.extend(self.percentiles.iter().flatten());
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
        let met = take(INDICATORS + 1)?.try_into().ok()?;
        let percentiles = take(plan.years * INDICATORS * PERCENTILES.len())?;
        let percentiles = percentiles.as_chunks().0.to_vec();
        rest.is_empty().then_some(Bands {
            draws: draws as usize,
            years: plan.years,
            chances,
            binding,
            all,
            met,
            percentiles,
        })
    }
}

/// The position of a quantile among sorted draws, by the nearest rank: 0 is the least draw, 1 the largest.
pub(super) fn rank(fraction: f64, draws: usize) -> usize {
    // A little less, so that a product that should be whole is not rounded up.
    let nearest = (fraction * draws as f64 - 1e-6).ceil() as usize;
    nearest.saturating_sub(1).min(draws - 1)
}

/// Values as observations adjust them.
pub(super) fn adjusted(values: &[f32], adjustment: Adjustment) -> Cow<'_, [f32]> {
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

    /// The share of draws that meet none, 1, …, all targets.
    fn counts(&self) -> [f64; INDICATORS + 1] {
        let mut counts = [0_u32; INDICATORS + 1];
        for draw in &self.draws {
            // A draw has a bit an indicator.
            counts[draw.count_ones() as usize] += 1;
        }
        counts.map(|count| f64::from(count) / self.draws.len() as f64)
    }
}
