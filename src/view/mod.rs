//! The page, in Yew: one component a file. Views iterate over the plan's tables and never match on an id.

mod app;
mod assumptions;
mod button;
mod cohorts;
mod compare;
mod depth;
mod field;
mod figure;
mod foot;
mod header;
mod hints;
mod lever;
mod levers;
mod notices;
mod overview;
mod part;
mod path;
mod reply;
mod score_row;
mod scoreboard;
mod sensitivity;
mod settled;
mod store;
mod summary;
mod ways;
mod why;

pub use app::{App, AppProps};
pub use assumptions::basis;
pub use compare::compare;
pub use overview::overview;
pub use part::{Loader, Part, View};
pub use sensitivity::sensitivity;
pub use store::PlanRef;
pub use ways::ways;
pub use why::why;
