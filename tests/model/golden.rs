//! Presets, edge cases and random scenarios agree with an independent implementation.

use serde_json::Value;
use tuiyan::model::project;
use tuiyan::plan::{IndicatorId, LANZHOU};

use crate::support::{case, golden};

/// 1e-9 relative, 1e-12 absolute.
fn agree(value: f64, expected: f64) -> bool {
    (value - expected).abs() <= 1e-12 + 1e-9 * expected.abs()
}

fn check(name: &str, golden_case: &Value) {
    let (plan, scenario) = case(golden_case);
    let projection = project(&plan, &scenario);
    for &id in IndicatorId::ALL {
        for t in 0..=5 {
            let expected = golden_case["result"][id.id()][t].as_f64().unwrap();
            let value = projection.value(id, t);
            assert!(agree(value, expected), "{name}: {} in {}: {value}, expected {expected}", id.id(), 2020 + t);
        }
    }
}

#[test]
fn presets() {
    let golden = golden();
    let presets = golden["presets"].as_object().unwrap();
    assert_eq!(presets.len(), 4);
    for (name, preset) in presets {
        check(name, preset);
    }
}

#[test]
fn presets_of_the_plan_are_the_golden_ones() {
    let golden = golden();
    for preset in &LANZHOU.presets {
        let (_, expected) = case(&golden["presets"][preset.id.id()]);
        assert_eq!(tuiyan::model::Scenario::preset(&LANZHOU, preset.id), expected, "{}", preset.id.id());
    }
}

#[test]
fn edge_cases() {
    let golden = golden();
    let edges = golden["edges"].as_array().unwrap();
    assert_eq!(edges.len(), 22);
    for edge in edges {
        check(edge["why"].as_str().unwrap(), edge);
    }
}

#[test]
fn random_scenarios() {
    let golden = golden();
    let random = golden["random"].as_array().unwrap();
    assert_eq!(random.len(), 20);
    for (i, scenario) in random.iter().enumerate() {
        check(&format!("random {i}"), scenario);
    }
}
