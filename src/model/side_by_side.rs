//! Four scenarios projected at once.

use super::chance::Expected;
use super::equations;
use super::lanes::{LANES, Lanes};
use super::number::Number;
use super::projection::Projection;
use super::scenario::{Inputs, Scenario};
use crate::plan::{INDICATORS, IndicatorId, MAX_YEARS, Plan};

/// Room for four scenarios in lanes and for their values, by year and indicator. It is used again and again, for making it
/// costs about a tenth of a projection.
#[derive(Clone, Debug)]
pub struct SideBySide {
    inputs: Inputs<Lanes>,
    rows: [[Lanes; INDICATORS]; MAX_YEARS + 1],
    years: usize,
}

impl SideBySide {
    pub fn new(plan: &Plan) -> Self {
        let zero = Lanes::of(0.0);
        SideBySide { inputs: Inputs::of(zero), rows: [[zero; INDICATORS]; MAX_YEARS + 1], years: plan.years }
    }

    /// Finds the model's values, each within 1e-10 of what [`project`](super::project) gives. Allocates nothing.
    // A function of its own is compiled once.
    #[inline(never)]
    pub fn project(&mut self, plan: &Plan, scenarios: [&Scenario; LANES]) {
        self.take(scenarios.map(Scenario::inputs), plan.years);
        let rows = &mut self.rows;
        equations::run(plan, &self.inputs, &mut Expected, |t, row| rows[t] = *row);
        self.years = plan.years;
    }

    /// One scenario's value in the target year.
    pub fn last(&self, lane: usize, id: IndicatorId) -> f64 {
        self.rows[self.years][id.index()].lane(lane)
    }

    /// One scenario's values.
    pub fn projection(&self, lane: usize) -> Projection {
        let mut projection = Projection::empty(self.years);
        for (t, row) in self.rows.iter().enumerate().take(self.years + 1) {
            *projection.row_mut(t) = row.map(|value| value.lane(lane));
        }
        projection
    }

    /// Sets the inputs, for `years` years; the equations do not look at later ones.
    #[inline(always)]
    fn take(&mut self, sources: [&Inputs<f64>; LANES], years: usize) {
        for (i, lever) in self.inputs.levers.iter_mut().enumerate() {
            transpose(&mut lever[..years], sources.map(|source| &source.levers[i][..years]));
        }
        transpose(&mut self.inputs.coefficients, sources.map(|source| &source.coefficients[..]));
        transpose(&mut self.inputs.facts, sources.map(|source| &source.facts[..]));
        transpose(&mut self.inputs.baselines, sources.map(|source| &source.baselines[..]));
    }
}

/// Writes four slices side by side.
#[inline(always)]
fn transpose(to: &mut [Lanes], from: [&[f64]; LANES]) {
    let [a, b, c, d] = from.map(|from| &from[..to.len()]);
    for ((((to, a), b), c), d) in to.iter_mut().zip(a).zip(b).zip(c).zip(d) {
        *to = Lanes::new([*a, *b, *c, *d]);
    }
}
