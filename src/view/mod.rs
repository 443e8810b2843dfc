//! The page, in Yew: one component a file. Views iterate over the plan's tables and never match on an id.

mod app;
mod assumptions;
mod button;
mod cohorts;
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
mod score_row;
mod scoreboard;
mod settled;
mod store;
mod summary;

pub use app::{App, AppProps};
pub use assumptions::basis;
pub use overview::overview;
pub use part::{Loader, Part, View};
pub use store::PlanRef;
