//! 推演 (tuiyan): projects the indicators of a science and technology plan under assumptions that a user sets.

pub mod analysis;
pub mod briefing;
pub mod catalogue;
pub mod chart;
pub mod engine;
pub mod model;
pub mod office;
pub mod plan;
pub mod platform;
pub mod text;
pub mod view;
pub mod workspace;
