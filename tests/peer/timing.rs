//! The projection as WebAssembly, for `projection.js` to time beside JavaScript. Each function projects the presets in
//! turn, many times, and returns the sum of the results in the target year, which the page compares.

use std::hint::black_box;

use tuiyan::model::{LANES, Projection, Scenario, project, project_lanes};
use tuiyan::plan::{IndicatorId, LANZHOU, LeverId, PresetId};
use wasm_bindgen::prelude::wasm_bindgen;

fn presets() -> [Scenario; LANES] {
    [PresetId::Trend, PresetId::Plan, PresetId::Accelerated, PresetId::Headwinds]
        .map(|preset| Scenario::preset(&LANZHOU, preset))
}

fn sum(projection: &Projection) -> f64 {
    IndicatorId::ALL.iter().map(|&id| projection.last(id)).sum()
}

/// The value of a lever in a preset, by the position of the preset.
#[wasm_bindgen]
pub fn lever(preset: usize, id: &str) -> f64 {
    LeverId::parse(id).map_or(f64::NAN, |id| presets()[preset].lever(&LANZHOU, id)[0])
}

/// Projects `times` times, one scenario at a time.
#[wasm_bindgen]
pub fn time_single(times: usize) -> f64 {
    let scenarios = presets();
    (0..times).map(|i| sum(&project(&LANZHOU, black_box(&scenarios[i % LANES])))).sum()
}

/// Projects `times` scenarios, four at a time.
#[wasm_bindgen]
pub fn time_lanes(times: usize) -> f64 {
    let scenarios = presets();
    (0..times / LANES)
        .map(|_| project_lanes(&LANZHOU, black_box(scenarios.each_ref())).iter().map(sum).sum::<f64>())
        .sum()
}
