//! Golden cases and random scenarios.

use proptest::prelude::*;
use serde_json::{Map, Value};
use tuiyan::model::Scenario;
use tuiyan::plan::{CoefficientId, FactId, IndicatorId, LANZHOU, LeverId, Plan, PresetId};

/// The results of an independent implementation.
pub fn golden() -> Value {
    serde_json::from_str(include_str!("../data/golden.json")).unwrap()
}

fn numbers(value: &Value) -> Vec<f64> {
    match value {
        Value::Array(values) => values.iter().map(|value| value.as_f64().unwrap()).collect(),
        value => vec![value.as_f64().unwrap()],
    }
}

/// The plan and scenario of a golden case; `vacancy_2020` belongs to the plan.
pub fn case(case: &Value) -> (Plan, Scenario) {
    let mut plan = LANZHOU.clone();
    let mut scenario = Scenario::preset(&plan, PresetId::Trend);
    let empty = Map::new();
    let entries = |key: &str| case.get(key).and_then(Value::as_object).unwrap_or(&empty);
    for (id, value) in entries("levers") {
        let id = LeverId::parse(id).unwrap();
        match numbers(value).as_slice() {
            [flat] => scenario.set_lever(&plan, id, *flat).unwrap(),
            years => scenario.set_lever_years(&plan, id, years).unwrap(),
        }
    }
    for (id, value) in entries("coefs") {
        scenario.set_coefficient(&plan, CoefficientId::parse(id).unwrap(), value.as_f64().unwrap()).unwrap();
    }
    for (id, value) in entries("constants") {
        if id == "vacancy_2020" {
            plan.references.vacancy = value.as_f64().unwrap();
        } else {
            scenario.set_fact(&plan, FactId::parse(id).unwrap(), &numbers(value)).unwrap();
        }
    }
    (plan, scenario)
}

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
