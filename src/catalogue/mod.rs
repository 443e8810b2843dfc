//! The catalogue: every sentence of the page in both languages, with its arguments and units.

pub mod agreement;
pub mod chances;
pub mod desk;
pub mod files;
pub mod labels;
pub mod notes;
pub mod notices;
pub mod office;
pub mod offline;
pub mod report;
pub mod scenarios;
pub mod script;
pub mod sensitivity;
pub mod sentences;
pub mod stage;
pub mod steps;
pub mod tables;
pub mod tracks;
pub mod ways;
pub mod why;
