//! What runs beside the page: analyses as requests and replies that cross to a worker as rows of numbers.
//!
//! Pure: an [`Engine`] takes requests, works in short steps, and gives answers; who calls it, a worker or the page
//! itself, is the platform's affair. There is a slot for each kind of request: a new one takes the place of the old.

mod job;
mod likelihood;
mod numbers;
mod reach;
mod reply;
mod request;
mod schedule;
mod script;
mod ways;

pub use job::{Answer, Content, Engine};
pub use reach::Reach;
pub use reply::{Found, Likelihood, Reply};
pub use request::{Depth, Request, Slot};
pub use schedule::{Answered, Schedule};
pub use script::{Call, Script};
pub use ways::{Least, Route, Ways};

/// Draws of a live run, and of scripts that do not say.
pub const DRAWS: u32 = 10_000;
/// The most draws of one run.
pub const MOST_DRAWS: u32 = 1_000_000;
/// The seed of live runs: the same scenario has the same bands on every machine.
pub const SEED: u64 = 2025;
/// Draws that are sent to another worker at once.
pub const CHUNK: u32 = 10_000;
