//! The catalogue: every sentence of the page in both languages, with its arguments and units.

pub mod agreement;
pub mod chances;
pub mod desk;
pub mod files;
pub mod labels;
pub mod notices;
pub mod office;
pub mod report;
pub mod scenarios;
pub mod sensitivity;
pub mod sentences;
pub mod steps;
pub mod tables;
pub mod tracks;
pub mod ways;
pub mod why;
