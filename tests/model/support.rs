//! Golden cases and random scenarios.

use proptest::prelude::*;
use tuiyan::model::{Projection, Scenario};
use tuiyan::plan::{CoefficientId, FactId, IndicatorId, LANZHOU, LeverId, PresetId};

#[path = "../data/case.rs"]
mod case;

pub use case::{case, golden};

/// Any scenario that the limits let in, extremes included.
pub fn any_scenario() -> impl Strategy<Value = Scenario> {
    let part = || prop_oneof![4 => 0.0..=1.0, 1 => Just(0.0), 1 => Just(1.0)];
    let levers = prop::collection::vec(prop::collection::vec(part(), 5), LANZHOU.levers.len());
    let coefficients = prop::collection::vec(part(), LANZHOU.coefficients.len());
    let facts = (part(), part(), part(), part(), 0u8..=75, 0u8..=75);
    (levers, coefficients, facts).prop_map(|(levers, coefficients, (tax, coverage, people, gdp, first, second))| {
        let plan = &LANZHOU;
        let mut scenario = Scenario::preset(plan, PresetId::Trend);
        let between = |low: f64, high: f64, part: f64| (low + (high - low) * part).clamp(low, high);
        for (lever, parts) in plan.levers.iter().zip(levers) {
            let years: Vec<f64> = parts.iter().map(|&part| between(lever.min, lever.max, part)).collect();
            scenario.set_lever_years(plan, lever.id, &years).unwrap();
        }
        for (coefficient, part) in plan.coefficients.iter().zip(coefficients) {
            let (low, high) = coefficient.limits;
            scenario.set_coefficient(plan, coefficient.id, between(low, high, part)).unwrap();
        }
        for (id, part) in [
            (FactId::TaxRate, tax),
            (FactId::Coverage2020, coverage),
            (FactId::Population2020, people),
            (FactId::Gdp2020, gdp),
        ] {
            let (low, high) = plan.fact(id).limits;
            scenario.set_fact(plan, id, &[between(low, high, part)]).unwrap();
        }
        let (first, second) = (first.min(75), second.min(75 - first.min(75)));
        let cohorts = [first, second, 75 - first - second].map(f64::from);
        scenario.set_fact(plan, FactId::Cohorts, &cohorts).unwrap();
        scenario
    })
}

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

/// Fails where two readings of a scenario differ by more than 1e-12.
pub fn assert_same(value: &Projection, other: &Projection) {
    for &id in IndicatorId::ALL {
        for (value, other) in value.path(id).zip(other.path(id)) {
            assert!((value - other).abs() <= 1e-12 * value.abs().max(1.0), "{}: {value}, {other}", id.id());
        }
    }
}
