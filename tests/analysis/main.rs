//! The analyses: golden values and properties.

mod attribution;
mod monte_carlo;
mod goal_seek;
mod resources;
mod sensitivity;
mod support;
mod zones;
