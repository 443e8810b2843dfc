//! The projection as WebAssembly, for `projection.js` to time beside JavaScript. Each function projects the
//! trend many times and returns the sum of the results in the target year, which the page compares.

use std::hint::black_box;

use tuiyan::model::{Projection, Scenario, project, project_lanes};
use tuiyan::plan::{IndicatorId, LANZHOU, PresetId};
use wasm_bindgen::prelude::wasm_bindgen;

fn sum(projection: &Projection) -> f64 {
    IndicatorId::ALL.iter().map(|&id| projection.last(id)).sum()
}

/// Projects `times` times.
#[wasm_bindgen]
pub fn time_single(times: u32) -> f64 {
    let scenario = Scenario::preset(&LANZHOU, PresetId::Trend);
    (0..times).map(|_| sum(&project(&LANZHOU, black_box(&scenario)))).sum()
}

/// Projects `times` scenarios, four at a time.
#[wasm_bindgen]
pub fn time_lanes(times: u32) -> f64 {
    let scenario = Scenario::preset(&LANZHOU, PresetId::Trend);
    (0..times / 4).map(|_| project_lanes(&LANZHOU, black_box([&scenario; 4])).iter().map(sum).sum::<f64>()).sum()
}
