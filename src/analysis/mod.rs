//! Analyses of the model: why two scenarios differ, what matters, where targets hold, and what it takes to meet them.
//!
//! Pure, and over the same equations as the projection: no analysis has a formula of its own for an indicator.

pub mod attribution;
mod batch;
mod goal;
pub mod goal_seek;
pub mod monte_carlo;
pub mod resources;
pub mod sensitivity;
pub mod split;
mod table;
pub mod zones;

pub use goal::{Goal, Targets};
