//! Draws in short steps.

use std::ops::Range;
use std::rc::Rc;

use super::reply::{Likelihood, Reply};
use super::request::Depth;
use super::{DRAWS, SEED};
use crate::analysis::monte_carlo::{Bands, Distribution, Draws, Paths, Sample};
use crate::model::{Observations, Scenario};
use crate::plan::{IndicatorId, Plan};

/// Draws a step: some hundred microseconds.
const STEP: u64 = 512;
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
    /// Of a live run, which shows bands on the way: whose spread in the target year is given (that of all indicators
    /// otherwise), and its stops.
    live: Option<(IndicatorId, Depth)>,
}

impl Run {
    pub fn live(plan: &'static Plan, scenario: Rc<Scenario>, detail: IndicatorId, depth: Depth) -> Self {
        let mut run = Run::new(plan, scenario.clone(), SEED, DRAWS, 0..DRAWS);
        run.restart(scenario, detail, depth);
        run
    }

    /// A run of `total` draws, of which those in `own` are made here.
    pub fn new(plan: &'static Plan, scenario: Rc<Scenario>, seed: u64, total: u32, own: Range<u32>) -> Self {
        Run {
            draws: Draws::new(plan, &scenario, seed),
            sample: Sample::with_capacity(plan, total as usize),
            scenario,
            ahead: own.start.into()..own.end.into(),
            total: total as usize,
            live: None,
        }
    }

    /// Takes another scenario in, and keeps what does not depend on it.
    pub fn restart(&mut self, scenario: Rc<Scenario>, detail: IndicatorId, depth: Depth) {
        self.draws.set_scenario(&scenario);
        self.scenario = scenario;
        self.live = Some((detail, depth));
        self.sample.clear();
        self.total = depth.stops().last().map_or(0, |&draws| draws as usize);
        self.ahead = 0..self.total as u64;
    }

    /// Adds draws that were made elsewhere; says whether they are such.
    pub fn add(&mut self, draws: &[f32]) -> bool {
        self.sample.append_numbers(draws)
    }

    /// Makes a step of draws; whether it made any.
    pub fn draw(&mut self) -> bool {
        let next = self.stops().iter().map(|&stop| u64::from(stop)).find(|&stop| stop > self.ahead.start);
        let stop = next.unwrap_or(u64::MAX).min(self.ahead.end);
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

    /// After how many draws a live run shows something.
    fn stops(&self) -> &'static [u32] {
        self.live.map_or(&[], |(_, depth)| depth.stops())
    }

    /// Makes a step; what there is to show after it, and whether that is the last.
    pub fn step(&mut self, plan: &Plan) -> (Option<Reply>, bool) {
        let before = self.sample.draws();
        self.draw();
        let after = self.sample.draws();
        let done = after >= self.total;
        let shown = done || self.stops().contains(&(after as u32));
        if shown {
            return (Some(Reply::Likelihood(Box::new(self.likelihood(plan)))), done);
        }
        let report = self.live.is_none() && before / REPORT != after / REPORT;
        (report.then(|| Reply::Progress(after as f64 / self.total as f64)), false)
    }

    /// Whether there is nothing to do here but to wait for others.
    pub fn waits(&self) -> bool {
        self.ahead.is_empty() && self.sample.draws() < self.total
    }

    fn likelihood(&self, plan: &Plan) -> Likelihood {
        let wanted = IndicatorId::ALL.iter().filter(|&&id| self.live.is_none_or(|(detail, _)| detail == id));
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
