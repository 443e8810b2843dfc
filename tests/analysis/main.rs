//! The analyses: golden values and properties.

mod attribution;
mod sensitivity;
mod support;
