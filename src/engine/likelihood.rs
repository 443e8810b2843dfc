//! Draws in short steps.

use std::ops::Range;
use std::rc::Rc;

use super::reply::{Likelihood, Reply};
use super::{DRAWS, SEED};
use crate::analysis::monte_carlo::{Bands, Distribution, Draws, Paths, Sample};
use crate::model::{Observations, Scenario};
use crate::plan::{IndicatorId, Plan};

/// Draws a step: some hundred microseconds.
const STEP: u64 = 512;
/// After how many draws a live run shows its bands.
const LIVE: [u32; 3] = [500, 2_000, DRAWS];
/// Sampled paths that are shown.
const PATHS: usize = 20;
/// Draws between two reports of a long run's progress.
const REPORT: usize = 10_000;

/// A run of draws under way.
pub struct Run {
    draws: Draws<'static>,
    scenario: Rc<Scenario>,
    sample: Sample,
    /// Numbers of the draws that are still to be made here.
    ahead: Range<u64>,
    /// How many draws the sample will hold.
    total: usize,
    /// Of a live run, which shows bands on the way: whose spread in the target year is given. That of all indicators
    /// otherwise.
    detail: Option<IndicatorId>,
}

impl Run {
    pub fn live(plan: &'static Plan, scenario: Rc<Scenario>, detail: IndicatorId) -> Self {
        Run { detail: Some(detail), ..Run::new(plan, scenario, SEED, DRAWS, 0..DRAWS) }
    }

    /// A run of `total` draws, of which those in `own` are made here.
    pub fn new(plan: &'static Plan, scenario: Rc<Scenario>, seed: u64, total: u32, own: Range<u32>) -> Self {
        Run {
            draws: Draws::new(plan, &scenario, seed),
            sample: Sample::with_capacity(plan, total as usize),
            scenario,
            ahead: own.start.into()..own.end.into(),
            total: total as usize,
            detail: None,
        }
    }

    /// Takes another scenario in, and keeps what does not depend on it.
    pub fn restart(&mut self, scenario: Rc<Scenario>, detail: IndicatorId) {
        self.draws.set_scenario(&scenario);
        self.scenario = scenario;
        self.detail = Some(detail);
        self.sample.clear();
        self.ahead = 0..self.total as u64;
    }

    /// Adds draws that were made elsewhere; says whether they are such.
    pub fn add(&mut self, draws: &[f32]) -> bool {
        self.sample.append_numbers(draws)
    }

    /// Makes a step of draws; whether it made any.
    pub fn draw(&mut self) -> bool {
        let stop = self.stop().min(self.ahead.end);
        let step = self.ahead.start..stop.min(self.ahead.start + STEP);
        let some = !step.is_empty();
        self.ahead.start = step.end;
        self.draws.run(step, &mut self.sample);
        some
    }

    /// The next draws to be sent on, and whether they are the last; nothing while more are needed.
    pub fn chunk(&mut self) -> Option<(Vec<f32>, bool)> {
        self.draw();
        let done = self.ahead.is_empty();
        (done || self.sample.draws() >= self.total).then(|| {
            let chunk = self.sample.to_numbers();
            self.sample.clear();
            (chunk, done)
        })
    }

    fn is_live(&self) -> bool {
        self.detail.is_some()
    }

    /// The draw before which something is shown.
    fn stop(&self) -> u64 {
        let next = LIVE.into_iter().map(u64::from).find(|&stop| stop > self.ahead.start);
        next.filter(|_| self.is_live()).unwrap_or(u64::MAX)
    }

    /// Makes a step; what there is to show after it, and whether that is the last.
    pub fn step(&mut self, plan: &Plan) -> (Option<Reply>, bool) {
        let before = self.sample.draws();
        self.draw();
        let after = self.sample.draws();
        let done = after >= self.total;
        let shown = done || self.is_live() && LIVE.contains(&(after as u32));
        if shown {
            return (Some(Reply::Likelihood(Box::new(self.likelihood(plan)))), done);
        }
        let report = !self.is_live() && before / REPORT != after / REPORT;
        (report.then(|| Reply::Progress(after as f64 / self.total as f64)), false)
    }

    /// Whether there is nothing to do here but to wait for others.
    pub fn waits(&self) -> bool {
        self.ahead.is_empty() && self.sample.draws() < self.total
    }

    fn likelihood(&self, plan: &Plan) -> Likelihood {
        let wanted = IndicatorId::ALL.iter().filter(|&&id| self.detail.is_none_or(|detail| detail == id));
        let spread =
            |&id: &IndicatorId| (id, Distribution::new(plan, &self.scenario, &Observations::NONE, &self.sample, id));
        Likelihood {
            bands: self.bands(plan),
            paths: Paths::new(plan, &self.scenario, &Observations::NONE, &self.sample, PATHS),
            distributions: wanted.map(spread).collect(),
        }
    }

    pub fn bands(&self, plan: &Plan) -> Bands {
        Bands::new(plan, &self.scenario, &Observations::NONE, &self.sample)
    }
}
