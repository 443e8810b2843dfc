//! The projection as WebAssembly, for `projection.js` to time beside JavaScript, and the analyses, for `analyses.js`. Each
//! function of the projection takes the presets in turn, many times, and returns the sum of the results in the target
//! year, which the page compares.

use std::hint::black_box;

use tuiyan::analysis::attribution::Attribution;
use tuiyan::analysis::goal_seek::{Confidence, Freedom, Progress, seek};
use tuiyan::analysis::monte_carlo::Draws;
use tuiyan::analysis::sensitivity::Sensitivity;
use tuiyan::analysis::{Goal, Targets};
use tuiyan::chart::Tornado;
use tuiyan::model::{LANES, Observations, Projection, Scenario, SideBySide, project};
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
    let mut four = SideBySide::new(&LANZHOU);
    (0..times / LANES)
        .map(|_| {
            four.project(&LANZHOU, black_box(scenarios.each_ref()));
            (0..LANES).map(|lane| IndicatorId::ALL.iter().map(|&id| four.last(lane, id)).sum::<f64>()).sum::<f64>()
        })
        .sum()
}

fn goal() -> Goal<'static> {
    Goal { plan: &LANZHOU, targets: Targets::all(), observations: &Observations::NONE }
}

/// Why two presets differ; returns one of the parts.
#[wasm_bindgen]
pub fn attribution() -> f64 {
    let [trend, plan, ..] = presets();
    let attribution = Attribution::new(&LANZHOU, black_box(&plan), &trend);
    attribution.players().map(|player| attribution.part(player, IndicatorId::I11, LANZHOU.years)).sum()
}

/// What the plan's preset is sensitive to, one at a time; returns how many bars there are.
#[wasm_bindgen]
pub fn sensitivity() -> usize {
    let [_, plan, ..] = presets();
    Tornado::new(&Sensitivity::new(&LANZHOU, black_box(&plan)), IndicatorId::I11).swings.len()
}

/// The same by rank correlations of 10,000 draws.
#[wasm_bindgen]
pub fn correlations() -> usize {
    let [_, plan, ..] = presets();
    black_box(Draws::new(&LANZHOU, black_box(&plan), 1).rank_correlations(10_000));
    1
}

/// The least effort that meets all targets from the trend.
#[wasm_bindgen]
pub fn goal_seek() -> f64 {
    let [trend, ..] = presets();
    seek(&goal(), black_box(&trend), &Freedom::new(&LANZHOU)).effort
}

/// The least effort at which all targets hold together with four chances in five; returns the chance.
#[wasm_bindgen]
pub fn confidence() -> f64 {
    let [trend, ..] = presets();
    let mut search = Confidence::new(goal(), &trend, &Freedom::new(&LANZHOU), 0.8, 10_000, 1);
    loop {
        if let Progress::Done(assured) = search.step() {
            return assured.chance;
        }
    }
}
