//! Scenarios side by side: the indicators of each, and only what they differ in.

use std::rc::Rc;

use super::draft::Key;
use super::input::{Input, InputValue};
use super::{Computed, Results};
use crate::model::{Assessment, Scenario};
use crate::plan::{INDICATORS, Plan};

/// One scenario of the comparison.
#[derive(Clone, PartialEq, Debug)]
pub struct Column {
    pub key: Key,
    /// Value, target and completion of each indicator in the target year.
    pub assessments: [Assessment; INDICATORS],
    /// Value less the reference's, in the indicators' units.
    pub differences: [f64; INDICATORS],
}

/// An input that is not the same everywhere.
#[derive(Clone, PartialEq, Debug)]
pub struct DifferingInput {
    pub input: Input,
    pub reference: InputValue,
    /// One a column.
    pub values: Vec<InputValue>,
}

/// Scenarios held against each other and against the reference.
#[derive(Clone, PartialEq, Debug)]
pub struct Comparison {
    pub columns: Vec<Column>,
    /// In the order of the tables; levers first.
    pub inputs: Vec<DifferingInput>,
}

impl Comparison {
    /// Compares the scenarios under `keys`; those that are gone are left out.
    pub fn new(plan: &Plan, results: &Results, keys: &[Key]) -> Self {
        let found: Vec<(Key, &Rc<Computed>)> = keys.iter().filter_map(|&key| Some((key, results.of(key)?))).collect();
        let reference = &results.reference;
        let columns = found.iter().map(|(key, computed)| {
            let assessments = computed.summary.assessments;
            let difference = |i: usize| assessments[i].value - reference.summary.assessments[i].value;
            Column { key: *key, assessments, differences: std::array::from_fn(difference) }
        });
        let differs = |input: &Input| {
            found.iter().any(|(_, computed)| input.differs(plan, &computed.scenario, &reference.scenario))
        };
        let inputs = Input::ALL.into_iter().filter(differs).map(|input| DifferingInput {
            input,
            reference: input.value(plan, &reference.scenario),
            values: found.iter().map(|(_, computed)| input.value(plan, &computed.scenario)).collect(),
        });
        Comparison { columns: columns.collect(), inputs: inputs.collect() }
    }
}

/// Which kinds of input two scenarios differ in.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct Apart {
    /// Levers of policy.
    pub policy: bool,
    /// Coefficients, facts and levers of the context.
    pub assumptions: bool,
}

/// Whether two scenarios differ in policy, in assumptions, or in both.
pub fn apart(plan: &Plan, a: &Scenario, b: &Scenario) -> Apart {
    let is_policy = |input: Input| match input {
        Input::Lever(id) => plan.is_policy(id),
        _ => false,
    };
    let differs =
        |policy: bool| Input::ALL.into_iter().any(|input| is_policy(input) == policy && input.differs(plan, a, b));
    Apart { policy: differs(true), assumptions: differs(false) }
}
