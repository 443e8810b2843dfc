//! 推演 (tuiyan): projects the indicators of a science and technology plan under assumptions that a user sets.

pub mod model;
pub mod plan;
pub mod text;
