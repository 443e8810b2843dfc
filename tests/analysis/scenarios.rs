//! Scenarios and targets within what users believe in.

use proptest::prelude::*;
use tuiyan::analysis::Targets;
use tuiyan::model::Scenario;
use tuiyan::plan::{IndicatorId, LANZHOU, PresetId};

pub fn preset(id: PresetId) -> Scenario {
    Scenario::preset(&LANZHOU, id)
}

/// Random cases of their own each time, and no file left behind when one fails.
pub fn cases(cases: u32) -> ProptestConfig {
    ProptestConfig { failure_persistence: None, ..ProptestConfig::with_cases(cases) }
}

/// Levers as the trend's or anywhere in their range, flat or by year; coefficients as given or anywhere in low–high.
pub fn any_scenario() -> impl Strategy<Value = Scenario> {
    let part = || prop_oneof![2 => Just(None), 1 => (0.0..=1.0).prop_map(Some)];
    let years = prop_oneof![
        2 => Just(None),
        1 => (0.0..=1.0).prop_map(|part| Some(vec![part; 5])),
        1 => prop::collection::vec(0.0..=1.0, 5).prop_map(Some),
    ];
    let levers = prop::collection::vec(years, LANZHOU.levers.len());
    let coefficients = prop::collection::vec(part(), LANZHOU.coefficients.len());
    (levers, coefficients).prop_map(|(levers, coefficients)| {
        let plan = &LANZHOU;
        let between = |low: f64, high: f64, part: f64| (low + (high - low) * part).clamp(low, high);
        let mut scenario = preset(PresetId::Trend);
        for (lever, parts) in plan.levers.iter().zip(levers) {
            let Some(parts) = parts else { continue };
            let values: Vec<f64> = parts.iter().map(|&part| between(lever.min, lever.max, part)).collect();
            scenario.set_lever_years(plan, lever.id, &values).unwrap();
        }
        for (coefficient, part) in plan.coefficients.iter().zip(coefficients) {
            let Some(part) = part else { continue };
            let value = between(coefficient.low, coefficient.high, part);
            scenario.set_coefficient(plan, coefficient.id, value).unwrap();
        }
        scenario
    })
}

/// At least one target.
pub fn any_targets() -> impl Strategy<Value = Targets> {
    prop::sample::subsequence(IndicatorId::ALL, 1..=IndicatorId::ALL.len()).prop_map(Targets::of)
}
