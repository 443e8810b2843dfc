//! Random scenarios.

use proptest::prelude::*;
use tuiyan::model::Scenario;
use tuiyan::plan::{FactId, LANZHOU, PresetId};

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
