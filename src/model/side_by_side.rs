//! Four scenarios projected at once.

use wide::f64x2;

use super::chance::Expected;
use super::equations::{Prepared, evaluate_prepared, prepared_alone};
use super::lanes::{LANES, Lanes};
use super::number::Number;
use super::projection::Projection;
use super::scenario::{Inputs, Scenario};
use crate::plan::{INDICATORS, IndicatorId, LeverId, MAX_YEARS, Plan};

/// Room for four scenarios in lanes and for their values, by year and indicator. It is used again and again, for making it
/// costs about a tenth of a projection.
#[derive(Clone, Debug)]
pub struct SideBySide {
    inputs: Inputs<Lanes>,
    prepared: Prepared<Lanes>,
    rows: [[Lanes; INDICATORS]; MAX_YEARS + 1],
    years: usize,
}

impl SideBySide {
    pub fn new(plan: &Plan) -> Self {
        let zero = Lanes::of(0.0);
        SideBySide {
            inputs: Inputs::of(zero),
            prepared: Prepared::of(zero),
            rows: [[zero; INDICATORS]; MAX_YEARS + 1],
            years: plan.years,
        }
    }

    /// Finds the model's values, each within 1e-9 of what [`project`](super::project) gives. Allocates nothing.
    // A function of its own is compiled once.
    #[inline(never)]
    pub fn project(&mut self, plan: &Plan, scenarios: [&Scenario; LANES]) {
        self.take(plan, scenarios);
        let rows = &mut self.rows;
        evaluate_prepared(plan, &self.inputs, &self.prepared, &mut Expected, |t, row| rows[t] = *row);
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

    /// Sets inputs and what follows from them, for the plan's years; the equations do not look at later ones.
    #[inline(always)]
    fn take(&mut self, plan: &Plan, scenarios: [&Scenario; LANES]) {
        // Whole pairs of years.
        let years = plan.years.next_multiple_of(2).min(MAX_YEARS);
        let from = scenarios.map(Scenario::inputs);
        for id in LeverId::ALL.iter().filter(|id| !prepared_alone(**id)) {
            let i = id.index();
            transpose(&mut self.inputs.levers[i][..years], from.map(|from| &from.levers[i][..years]));
        }
        transpose(&mut self.inputs.coefficients, from.map(|from| &from.coefficients[..]));
        transpose(&mut self.inputs.facts, from.map(|from| &from.facts[..]));
        transpose(&mut self.inputs.baselines, from.map(|from| &from.baselines[..]));
        let from = scenarios.map(|scenario| scenario.prepared(plan).series());
        for (i, series) in self.prepared.series_mut().into_iter().enumerate() {
            transpose(&mut series[..years], from.map(|from| &from[i][..years]));
        }
    }
}

/// Writes four slices side by side, two numbers at a time.
#[inline(always)]
fn transpose(to: &mut [Lanes], from: [&[f64]; LANES]) {
    let (pairs, rest) = to.as_chunks_mut::<2>();
    let from = from.map(|from| from.as_chunks::<2>());
    let [a, b, c, d] = from.map(|(from, _)| &from[..pairs.len()]);
    for ((((to, a), b), c), d) in pairs.iter_mut().zip(a).zip(b).zip(c).zip(d) {
        let low = f64x2::transpose([f64x2::new(*a), f64x2::new(*b)]);
        let high = f64x2::transpose([f64x2::new(*c), f64x2::new(*d)]);
        *to = [Lanes::halves(low[0], high[0]), Lanes::halves(low[1], high[1])];
    }
    if let [to] = rest {
        *to = Lanes::new(from.map(|(_, rest)| rest[0]));
    }
}
