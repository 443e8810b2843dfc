//! The targets as constraints on levers, with exact slopes.

use super::descent::Constraint;
use super::freedom::Freedom;
use super::quadratic::Point;
use crate::analysis::Goal;
use crate::model::{Expected, Gradient, Inputs, Number, Scenario, evaluate};
use crate::plan::{INDICATORS, IndicatorId, LEVERS, LeverId, MAX_YEARS};

/// A number with its slopes along the levers' distances.
type Sloped = Gradient<LEVERS>;

/// A goal seen from a scenario: where a point leads, and what the targets are there.
pub(super) struct Slopes<'a> {
    pub goal: Goal<'a>,
    pub scenario: Scenario,
    free: Vec<LeverId>,
    inputs: Box<Inputs<Sloped>>,
}

impl<'a> Slopes<'a> {
    pub fn new(goal: Goal<'a>, scenario: &Scenario, freedom: &Freedom) -> Self {
        let inputs = Box::new(scenario.inputs().map(Sloped::of));
        Slopes { goal, scenario: scenario.clone(), free: freedom.levers().collect(), inputs }
    }

    /// A lever's value at a point.
    fn value(&self, id: LeverId, point: &Point) -> f64 {
        let lever = self.goal.plan.lever(id);
        let mean = self.scenario.lever_mean(self.goal.plan, id);
        let value = mean + point[id.index()] * (lever.max - lever.min);
        // Plus zero, so that no minus zero gets in.
        value.clamp(lever.min, lever.max) + 0.0
    }

    /// The scenario with its free levers flat at a point.
    pub fn scenario_at(&self, point: &Point) -> Scenario {
        let mut scenario = self.scenario.clone();
        for &id in &self.free {
            let set = scenario.set_lever(self.goal.plan, id, self.value(id, point));
            debug_assert!(set.is_ok(), "values are clamped to the range");
        }
        scenario
    }

    /// The margin of each target at a point, in the order of the indicators.
    pub fn constraints(&mut self, point: &Point) -> Vec<Constraint> {
        let plan = self.goal.plan;
        for i in 0..self.free.len() {
            let id = self.free[i];
            let mut value = Sloped::of(self.value(id, point));
            value.slopes[id.index()] = plan.lever(id).max - plan.lever(id).min;
            self.inputs.levers[id.index()] = [value; MAX_YEARS];
        }
        let mut rows = [[Sloped::of(0.0); INDICATORS]; MAX_YEARS + 1];
        evaluate(plan, &self.inputs, &mut Expected, |t, row| rows[t] = *row);
        let margin = |id: IndicatorId| {
            let value = self.goal.value(&self.scenario, id, |t| rows[t][id.index()]);
            let margin = self.goal.margin(&self.scenario, id, value);
            Constraint { value: margin.value, slopes: margin.slopes }
        };
        self.goal.targets.iter().map(margin).collect()
    }
}
