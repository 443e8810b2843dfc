//! How likely: the model's own equations under drawn coefficients and shocks (Monte Carlo).
//!
//! [`Draws`] makes them, eight at a time in single precision, into a [`Sample`]; [`Bands`] reads percentiles and chances
//! off it. A draw depends on the scenario, the seed and its own number alone, and what is read off a sample does not
//! depend on the order of its draws: any split over calls, threads or workers comes to the same bits.
//!
//! A draw takes one uniform number for each coefficient (the quantile of its PERT distribution) and for each event of the
//! equations (a normal shock, or a count that is Poisson or binomial).

mod bands;
mod correlation;
mod dice;
mod distribution;
mod order;
mod paths;
mod pert;
mod quantiles;
mod random;
mod sample;
mod singles;

use std::ops::Range;

use wide::u32x8;

pub use bands::{Bands, PERCENTILES};
pub use correlation::{Correlations, Event, SOURCES, Source};
pub use distribution::{DOTS, Distribution};
pub use paths::Paths;
pub use sample::Sample;
pub use singles::{DRAW_LANES, Singles};

use crate::model::{Inputs, Number, Prepared, Scenario, evaluate_prepared};
use crate::plan::{COEFFICIENTS, INDICATORS, MAX_YEARS, Plan};
use dice::Dice;
use pert::{Logarithms, Pert};
use quantiles::Quantiles;
use sample::Rows;

/// Batches of eight draws that are kept in a sample together, so that each of its columns is visited less often.
const BATCHES: usize = 4;

/// Draws of a scenario, any of them at any time.
#[derive(Clone, Debug)]
pub struct Draws<'a> {
    plan: &'a Plan,
    seed: u64,
    inputs: Inputs<Singles>,
    prepared: Prepared<Singles>,
    ranges: Vec<Pert>,
    normal: Quantiles,
    /// The random words of a batch, a lane a draw: one a coefficient, then one an event in the order of the equations.
    words: Vec<u32x8>,
    rows: Vec<Rows>,
}

impl<'a> Draws<'a> {
    /// Draws around the scenario's coefficients with its levers and facts; each seed has draws of its own.
    pub fn new(plan: &'a Plan, scenario: &Scenario, seed: u64) -> Self {
        let zero = Singles::of(0.0);
        let mut draws = Draws {
            plan,
            seed,
            inputs: Inputs::of(zero),
            prepared: Prepared::of(zero),
            ranges: Vec::new(),
            normal: Quantiles::normal(),
            words: vec![u32x8::splat(0); words_a_draw(plan)],
            rows: vec![[[zero; INDICATORS]; MAX_YEARS]; BATCHES],
        };
        draws.set_scenario(scenario);
        draws
    }

    /// Takes another scenario of the same plan, and keeps what does not depend on it.
    pub fn set_scenario(&mut self, scenario: &Scenario) {
        self.inputs = scenario.inputs().map(Singles::of);
        self.prepared = scenario.prepared(self.plan).map(Singles::of);
        let mut logs = None;
        for (i, coefficient) in self.plan.coefficients.iter().enumerate() {
            let value = scenario.coefficient(coefficient.id);
            if self.ranges.get(i).is_some_and(|range| range.is_for(coefficient, value)) {
                continue;
            }
            let range = Pert::new(coefficient, value, logs.get_or_insert_with(Logarithms::new));
            match self.ranges.get_mut(i) {
                Some(old) => *old = range,
                None => self.ranges.push(range),
            }
        }
    }

    /// Adds the draws of these numbers to `sample`, which is one of the same plan.
    pub fn run(&mut self, numbers: Range<u64>, sample: &mut Sample) {
        let mut first = numbers.start;
        while first < numbers.end {
            let count = (numbers.end - first).min((BATCHES * DRAW_LANES) as u64) as usize;
            let batches = count.div_ceil(DRAW_LANES);
            for batch in 0..batches {
                self.draw(first.wrapping_add((batch * DRAW_LANES) as u64), batch);
            }
            sample.push(&self.rows[..batches], count);
            first += count as u64;
        }
    }

    /// Makes the draws from number `first` on, a lane each, into the rows of a batch.
    fn draw(&mut self, first: u64, batch: usize) {
        self.draw_words(first);
        self.draw_coefficients();
        self.project(batch);
    }

    /// Repeats one stage of making eight draws, to be timed.
    pub fn repeat(&mut self, stage: Stage, times: u64) {
        for i in 0..times {
            match stage {
                Stage::Words => self.draw_words(i * DRAW_LANES as u64),
                Stage::Coefficients => self.draw_coefficients(),
                Stage::Equations => self.project(0),
            }
        }
    }

    // Each stage is a function of its own, so that a browser can put its optimized code in place during a run.

    /// Fills the words of the draws from number `first` on.
    #[inline(never)]
    fn draw_words(&mut self, first: u64) {
        random::fill(&mut self.words, self.seed, first);
    }

    /// Turns the words at hand into coefficients.
    #[inline(never)]
    fn draw_coefficients(&mut self) {
        for ((value, range), &word) in self.inputs.coefficients.iter_mut().zip(&self.ranges).zip(&self.words) {
            *value = Singles(range.draw(word));
        }
    }

    /// Runs the equations with the coefficients and words at hand.
    #[inline(never)]
    fn project(&mut self, batch: usize) {
        let rows = &mut self.rows[batch];
        let dice = &mut Dice::new(&self.words[COEFFICIENTS..], &self.normal);
        evaluate_prepared(self.plan, &self.inputs, &self.prepared, dice, |t, row| {
            if let Some(place) = t.checked_sub(1).and_then(|year| rows.get_mut(year)) {
                *place = *row;
            }
        });
    }
}

/// What it takes to make draws.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Stage {
    /// Random words.
    Words,
    /// Coefficients from their words.
    Coefficients,
    /// The equations with their events.
    Equations,
}

/// How many random words a draw takes.
fn words_a_draw(plan: &Plan) -> usize {
    COEFFICIENTS + 1 + plan.years * correlation::Event::ALL.len()
}
