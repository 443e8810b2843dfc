//! The only place that touches the browser: storage, address, theme, canvas, scripts, files, clipboard.

pub mod address;
pub mod canvas;
pub mod clipboard;
pub mod download;
pub mod engine;
pub mod office;
pub mod offline;
pub mod page;
pub mod picture;
pub mod popup;
mod port;
pub mod print;
pub mod screen;
pub mod script;
pub mod settings;
pub mod single;
pub mod storage;
pub mod upload;
