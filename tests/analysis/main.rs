//! The analyses: what they say about golden scenarios, and what must hold for all.

mod monte_carlo;
#[path = "../model/support.rs"]
#[allow(dead_code, unused_imports)] // shared with the model's tests
mod support;
