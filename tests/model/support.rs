//! Golden cases, random scenarios and what can come of them.

use tuiyan::model::{Projection, Scenario};
use tuiyan::plan::{CoefficientId, IndicatorId, LANZHOU, LeverId};

#[path = "../data/any_scenario.rs"]
mod any_scenario;
#[path = "../data/case.rs"]
mod case;

pub use any_scenario::any_scenario;
pub use case::{case, golden};

/// What an indicator can be in any scenario that the limits let in. Shares and counts have real bounds. Money, staff,
/// patents and firms compound without one, elasticities of 1.5 and more included: their ceiling, far above what random
/// scenarios reach, only tells growth from a runaway.
pub fn possible(scenario: &Scenario, id: IndicatorId) -> (f64, f64) {
    use IndicatorId::*;
    let applications = |id| scenario.lever(&LANZHOU, id).iter().sum::<f64>();
    match id {
        I1 | I2 => (0.0, 1e5),
        I3 | I4 | I5 => (0.0, 1e7),
        I6 => (0.0, 1e20),
        I7 | I11 => (0.0, 100.0),
        // At most one approval an application.
        I8 => (0.0, 3.0 + applications(LeverId::IncubatorApplications) + 1e-9),
        // A centre is never lost.
        I9 => (2.0, 2.0 + applications(LeverId::CentreApplications) + 1e-9),
        // A change cannot take the share below 0 or above 100.
        I10 => {
            let share = scenario.coefficient(CoefficientId::DigitalShare2020);
            (-share, 100.0 - share)
        }
    }
}

/// Fails where two readings of a scenario differ by more than 1e-9.
pub fn assert_same(value: &Projection, other: &Projection) {
    for &id in IndicatorId::ALL {
        for (value, other) in value.path(id).zip(other.path(id)) {
            assert!((value - other).abs() <= 1e-9 * value.abs().max(1.0), "{}: {value}, {other}", id.id());
        }
    }
}
