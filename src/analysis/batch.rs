//! Many projections, four at a time.

use crate::model::{LANES, Projection, Scenario, SideBySide};
use crate::plan::Plan;

/// Collects scenarios and projects them in lanes; `report` gets each projection with the key it was pushed with.
pub(super) struct Batch<'a, K, F: FnMut(K, &Projection)> {
    plan: &'a Plan,
    waiting: Vec<(K, Scenario)>,
    four: SideBySide,
    report: F,
}

impl<'a, K: Copy, F: FnMut(K, &Projection)> Batch<'a, K, F> {
    pub fn new(plan: &'a Plan, report: F) -> Self {
        Batch { plan, waiting: Vec::with_capacity(LANES), four: SideBySide::new(plan), report }
    }

    pub fn push(&mut self, key: K, scenario: Scenario) {
        self.waiting.push((key, scenario));
        if self.waiting.len() == LANES {
            self.run();
        }
    }

    /// Projects what still waits.
    pub fn finish(mut self) {
        self.run();
    }

    fn run(&mut self) {
        let Some(last) = self.waiting.len().checked_sub(1) else { return };
        // Lanes without a scenario of their own repeat the last one.
        let lanes = std::array::from_fn(|lane| &self.waiting[lane.min(last)].1);
        self.four.project(self.plan, lanes);
        for (lane, (key, _)) in self.waiting.drain(..).enumerate() {
            (self.report)(key, &self.four.projection(lane));
        }
    }
}
