//! Golden cases as scenarios.

use serde_json::{Map, Value};
use tuiyan::model::Scenario;
use tuiyan::plan::{CoefficientId, FactId, LANZHOU, LeverId, Plan, PresetId};

/// The results of an independent implementation.
pub fn golden() -> Value {
    serde_json::from_str(include_str!("golden.json")).unwrap()
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
