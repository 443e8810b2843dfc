//! The analyses: what they say about golden scenarios, and what must hold for all.

mod attribution;
mod confidence;
mod goal_seek;
mod monte_carlo;
mod resources;
mod scenarios;
mod sensitivity;
#[path = "../model/support.rs"]
#[allow(dead_code, unused_imports)] // shared with the model's tests
mod support;
mod zones;
