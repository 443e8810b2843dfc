//! The analyses: golden values and properties.

mod attribution;
mod goal_seek;
mod monte_carlo;
mod resources;
mod sensitivity;
mod support;
mod zones;
