//! The model: golden values, its four readings, the input matrix with its sign table, and properties.

#[path = "../data/elementary.rs"]
mod elementary;
mod golden;
mod matrix;
mod outcome;
mod properties;
mod readings;
mod support;
