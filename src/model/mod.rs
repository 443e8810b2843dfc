//! The projection model: numbers, chance, the equations, and what comes out of them.
//!
//! Pure: no I/O, no web type, and no panic on any input that [`Scenario`] lets in.

mod chance;
mod elementary;
mod equations;
mod gradient;
mod lanes;
mod number;
mod outcome;
mod projection;
mod quantity;
mod record;
mod scenario;
mod side_by_side;

pub use chance::{Chance, Expected};
pub use equations::{Prepared, evaluate_prepared};
pub use gradient::Gradient;
pub use lanes::{LANES, Lanes};
pub use number::Number;
pub use outcome::{Adjustment, Assessment, Cell, Observations, Outcome, Status, Summary};
pub use projection::Projection;
pub use quantity::{Quantity, State};
pub use record::{Node, Operation, Record, Recorded};
pub use scenario::{DigitalReading, Field, Inputs, Problem, Refusal, Scenario};
pub use side_by_side::SideBySide;

use crate::plan::{INDICATORS, Plan};

/// The version of the equations and their default coefficients; figures of another version can differ.
pub const MODEL_VERSION: u32 = 2;

/// The model's values under a scenario. Allocates nothing.
pub fn project(plan: &Plan, scenario: &Scenario) -> Projection {
    let mut projection = Projection::empty(plan.years);
    evaluate_prepared(plan, scenario.inputs(), scenario.prepared(plan), &mut Expected, |t, row| {
        *projection.row_mut(t) = *row
    });
    projection
}

/// The equations in any number and under any chance; `report` gets each year's indicators, baselines first.
pub fn evaluate<N: Number, C: Chance<N>>(
    plan: &Plan,
    inputs: &Inputs<N>,
    chance: &mut C,
    report: impl FnMut(usize, &[N; INDICATORS]),
) {
    evaluate_prepared(plan, inputs, &Prepared::new(plan, inputs), chance, report);
}
