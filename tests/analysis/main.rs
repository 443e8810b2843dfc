//! The analyses: golden values and properties.

mod attribution;
mod resources;
mod sensitivity;
mod support;
mod zones;
