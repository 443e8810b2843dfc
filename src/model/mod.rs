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

pub use chance::{Chance, Expected};
pub use gradient::Gradient;
pub use lanes::{LANES, Lanes};
pub use number::Number;
pub use outcome::{Adjustment, Assessment, Cell, Observations, Outcome, Status, Summary};
pub use projection::Projection;
pub use quantity::{Quantity, State};
pub use record::{Node, Operation, Record, Recorded};
pub use scenario::{DigitalReading, Field, Inputs, Problem, Refusal, Scenario};

use crate::plan::{INDICATORS, Plan};

/// The version of the equations and their default coefficients; figures of another version can differ.
pub const MODEL_VERSION: u32 = 2;

/// The model's values under a scenario. Allocates nothing.
pub fn project(plan: &Plan, scenario: &Scenario) -> Projection {
    let mut projection = Projection::empty(plan.years);
    equations::run(plan, scenario.inputs(), &mut Expected, |t, row| *projection.row_mut(t) = *row);
    projection
}

/// The model's values under four scenarios at once, each within 1e-10 of what [`project`] gives.
// A function of its own writes its result where the caller wants it; a part of the caller's would have it copied.
#[inline(never)]
pub fn project_lanes(plan: &Plan, scenarios: [&Scenario; LANES]) -> [Projection; LANES] {
    let mut inputs = Inputs::of(Lanes::of(0.0));
    inputs.set_side_by_side(scenarios.map(Scenario::inputs), plan.years);
    let mut projections = [Projection::empty(plan.years); LANES];
    equations::run(plan, &inputs, &mut Expected, |t, row| {
        for (lane, projection) in projections.iter_mut().enumerate() {
            for (value, lanes) in projection.row_mut(t).iter_mut().zip(row) {
                *value = lanes.lane(lane);
            }
        }
    });
    projections
}

/// The equations in any number and under any chance; `report` gets each year's indicators, baselines first.
pub fn evaluate<N: Number, C: Chance<N>>(
    plan: &Plan,
    inputs: &Inputs<N>,
    chance: &mut C,
    report: impl FnMut(usize, &[N; INDICATORS]),
) {
    equations::run(plan, inputs, chance, report);
}
