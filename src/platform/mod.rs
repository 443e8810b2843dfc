//! The only place that touches the browser: storage, address, theme, canvas, scripts.

pub mod address;
pub mod canvas;
pub mod engine;
pub mod page;
pub mod script;
pub mod settings;
