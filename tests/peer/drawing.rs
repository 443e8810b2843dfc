//! The Monte Carlo as WebAssembly, for `monte_carlo.js` to time beside JavaScript.

use tuiyan::analysis::monte_carlo::{Bands, Draws, Sample, Stage};
use tuiyan::model::{Observations, Scenario};
use tuiyan::plan::{LANZHOU, LeverId, PresetId};
use wasm_bindgen::prelude::wasm_bindgen;

fn scenario() -> Scenario {
    Scenario::preset(&LANZHOU, PresetId::Plan)
}

/// The value of a lever in the scenario that is drawn.
#[wasm_bindgen]
pub fn lever(id: &str) -> f64 {
    LeverId::parse(id).map_or(f64::NAN, |id| scenario().lever(&LANZHOU, id)[0])
}

/// The target of the indicator at a position.
#[wasm_bindgen]
pub fn target(indicator: usize) -> f64 {
    LANZHOU.indicators[indicator].target
}

/// Draws and the sample that they fill.
#[wasm_bindgen]
pub struct Drawing {
    draws: Draws<'static>,
    sample: Sample,
}

#[wasm_bindgen]
impl Drawing {
    #[wasm_bindgen(constructor)]
    pub fn new(seed: u32, room: usize) -> Self {
        Drawing { draws: Draws::new(&LANZHOU, &scenario(), seed.into()), sample: Sample::with_capacity(&LANZHOU, room) }
    }

    /// Makes `count` draws.
    pub fn run(&mut self, count: u32) {
        self.sample.clear();
        self.draws.run(0..count.into(), &mut self.sample);
    }

    /// Percentiles and chances of the draws made; returns the chance of each target, then that of all at once.
    pub fn bands(&self) -> Vec<f64> {
        let bands = Bands::new(&LANZHOU, &scenario(), &Observations::default(), &self.sample);
        bands.chances.into_iter().chain([bands.all]).collect()
    }

    /// Makes the random words of `count` draws and nothing else.
    pub fn words(&mut self, count: u32) {
        self.draws.repeat(Stage::Words, u64::from(count) / 8);
    }

    /// Turns words into coefficients for `count` draws and nothing else.
    pub fn coefficients(&mut self, count: u32) {
        self.draws.repeat(Stage::Coefficients, u64::from(count) / 8);
    }

    /// Runs the equations for `count` draws and nothing else.
    pub fn equations(&mut self, count: u32) {
        self.draws.repeat(Stage::Equations, u64::from(count) / 8);
    }
}
