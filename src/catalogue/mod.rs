//! The catalogue: every sentence of the page in both languages, with its arguments and units.

pub mod files;
pub mod labels;
pub mod notices;
pub mod office;
pub mod sentences;
pub mod steps;
