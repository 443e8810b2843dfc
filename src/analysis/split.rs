//! Assumptions apart from policy in the difference between two scenarios.

use super::table::Table;
use crate::model::{Scenario, SideBySide};
use crate::plan::{INDICATORS, IndicatorId, Plan};

/// A difference between two scenarios in two parts: what the assumptions do (coefficients, facts, readings and the
/// context), and what the policy levers do. Each is the mean of its effect before and after the other's.
#[derive(Clone, PartialEq, Debug)]
pub struct Split {
    assumptions: Table,
    policy: Table,
    years: usize,
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
        let mut four = SideBySide::new(plan);
        four.project(plan, [reference, &with_assumptions, &with_policy, scenario]);
        let [none, assumptions, policy, both] = &std::array::from_fn(|lane| four.projection(lane));
        let mut split = Split { assumptions: Table::default(), policy: Table::default(), years: plan.years };
        for (sum, first, last) in
            [(&mut split.assumptions, assumptions, policy), (&mut split.policy, policy, assumptions)]
        {
            for (weight, projection) in [(0.5, first), (-0.5, none), (0.5, both), (-0.5, last)] {
                sum.add_projection(weight, projection);
            }
        }
        split
    }

    /// The assumptions' rows, then the policy's.
    pub fn to_numbers(&self) -> Vec<f64> {
        let tables = [&self.assumptions, &self.policy];
        tables.iter().flat_map(|table| table.rows(self.years)).flatten().copied().collect()
    }

    /// Reads [`to_numbers`](Split::to_numbers); `None` where the numbers are not as many.
    pub fn from_numbers(plan: &Plan, numbers: &[f64]) -> Option<Self> {
        let (assumptions, policy) = numbers.split_at_checked(plan.years * INDICATORS)?;
        (policy.len() == assumptions.len()).then(|| Split {
            assumptions: Table::from_numbers(assumptions),
            policy: Table::from_numbers(policy),
            years: plan.years,
        })
    }

    /// How many numbers [`to_numbers`](Split::to_numbers) gives.
    pub const fn numbers(plan: &Plan) -> usize {
        2 * plan.years * INDICATORS
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
