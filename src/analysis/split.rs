//! Assumptions apart from policy in the difference between two scenarios.

use super::table::Table;
use crate::model::{Scenario, project_lanes};
use crate::plan::{IndicatorId, Plan};

/// A difference between two scenarios in two parts: what the assumptions do (coefficients, facts, readings and the
/// context), and what the policy levers do. Each is the mean of its effect before and after the other's.
#[derive(Clone, PartialEq, Debug)]
pub struct Split {
    assumptions: Table,
    policy: Table,
}

impl Split {
    pub fn new(plan: &Plan, scenario: &Scenario, reference: &Scenario) -> Self {
        let mut with_assumptions = reference.clone();
        let mut with_policy = scenario.clone();
        with_assumptions.take_assumptions(scenario);
        with_policy.take_assumptions(reference);
        for lever in plan.levers.iter().filter(|lever| !plan.is_policy(lever.id)) {
            with_assumptions.take_lever(scenario, lever.id);
            with_policy.take_lever(reference, lever.id);
        }
        let [none, assumptions, policy, both] =
            project_lanes(plan, [reference, &with_assumptions, &with_policy, scenario]);
        let mut split = Split { assumptions: Table::default(), policy: Table::default() };
        for (sum, first, last) in
            [(&mut split.assumptions, &assumptions, &policy), (&mut split.policy, &policy, &assumptions)]
        {
            for (weight, projection) in [(0.5, first), (-0.5, &none), (0.5, &both), (-0.5, last)] {
                sum.add_projection(weight, projection);
            }
        }
        split
    }

    /// What the assumptions do to an indicator `t` ≥ 1 years after the base year.
    pub fn assumptions(&self, id: IndicatorId, t: usize) -> f64 {
        self.assumptions.value(id, t)
    }

    /// What the policy levers do to it.
    pub fn policy(&self, id: IndicatorId, t: usize) -> f64 {
        self.policy.value(id, t)
    }
}
