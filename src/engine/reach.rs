//! What it takes to bring one indicator to a value of somebody's choice, as work in steps.

use std::rc::Rc;

use super::numbers::Reader;
use super::reply::Reply;
use super::ways::{Route, push_resources, take_resources};
use super::{DRAWS, SEED};
use crate::analysis::goal_seek::{Freedom, chance, seek};
use crate::analysis::monte_carlo::{Draws, Sample};
use crate::analysis::resources::{Effort, resources};
use crate::analysis::{Goal, Targets};
use crate::model::{Observations, Scenario};
use crate::plan::{IndicatorId, Plan};

/// Draws a step: some hundred microseconds.
const STEP: u64 = 512;

/// The way of the least effort to the value, or to the nearest one; its chance once that is known.
#[derive(Clone, PartialEq, Debug)]
pub struct Reach {
    /// What the scenario takes as it is, by year.
    pub now: Vec<Effort>,
    pub route: Route,
}

impl Reach {
    pub(super) fn push(&self, plan: &Plan, numbers: &mut Vec<f64>) {
        push_resources(&self.now, numbers);
        self.route.push(plan, numbers);
    }

    pub(super) fn take(plan: &Plan, reader: &mut Reader) -> Option<Self> {
        Some(Reach { now: take_resources(plan, reader)?, route: Route::take(plan, reader)? })
    }
}

/// A search under way: the way first, then its chance by draws.
pub struct Reaching {
    /// The plan with the value in place of the indicator's target.
    plan: Box<Plan>,
    id: IndicatorId,
    scenario: Rc<Scenario>,
    reach: Option<Reach>,
    draws: Draws<'static>,
    sample: Sample,
}

impl Reaching {
    pub fn new(plan: &'static Plan, scenario: Rc<Scenario>, id: IndicatorId, value: f64) -> Self {
        Reaching {
            plan: Box::new(aimed(plan, &scenario, id, value)),
            id,
            draws: Draws::new(plan, &scenario, SEED),
            sample: Sample::with_capacity(plan, DRAWS as usize),
            scenario,
            reach: None,
        }
    }

    /// What there is to show after a step, and whether that is the last.
    pub fn step(&mut self) -> (Option<Reply>, bool) {
        let goal = Goal { plan: &self.plan, targets: Targets::of([self.id]), observations: &Observations::NONE };
        let Some(reach) = &mut self.reach else {
            let freedom = Freedom::new(&self.plan);
            let solution = seek(&goal, &self.scenario, &freedom);
            let route = Route::new(&goal, &self.scenario, &freedom, solution);
            self.draws.set_scenario(&route.found.scenario);
            let reach = Reach { now: resources(&self.plan, &self.scenario), route };
            self.reach = Some(reach.clone());
            return (Some(Reply::Reach(Box::new(reach))), false);
        };
        let first = self.sample.draws() as u64;
        self.draws.run(first..(first + STEP).min(DRAWS.into()), &mut self.sample);
        if self.sample.draws() < DRAWS as usize {
            return (None, false);
        }
        reach.route.found.chance = Some(chance(&goal, &reach.route.found.scenario, &self.sample));
        (Some(Reply::Reach(Box::new(reach.clone()))), true)
    }
}

/// The plan in which a scenario reads `value` as the indicator's target. How it reads a target is a factor on what is
/// printed.
fn aimed(plan: &Plan, scenario: &Scenario, id: IndicatorId, value: f64) -> Plan {
    let mut aimed = plan.clone();
    let (printed, read) = (plan.indicator(id).target, scenario.target(plan, id));
    aimed.indicators[id.index()].target = if read == 0.0 { value } else { value * (printed / read) };
    aimed
}
