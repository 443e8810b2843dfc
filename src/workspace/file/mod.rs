//! The file of scenarios and script: JSON with a format name and version, every number at full precision.
//!
//! Version 2 has a script, whose scenes name scenarios by preset id or place in the file, from 0; a file without scenes
//! is written as version 1, which older programs read.
//!
//! Nothing else of the workspace refers to this folder, so that it can be loaded when it is first asked for.

mod read;
mod write;

pub use read::read_file;
pub use write::write_file;

use super::draft::{Draft, TooLong};
use super::script::Scene;
use super::stamp::{Agreement, Stamp};
use crate::model::Problem;

/// The name of the format.
pub const FORMAT: &str = "tuiyan";
/// The newest version.
pub const FILE_VERSION: u32 = 2;
/// The version of a file without a script.
const WITHOUT_SCRIPT: u32 = 1;
/// The largest file that is read, in bytes.
pub const LARGEST_FILE: usize = 1_000_000;

/// What a file holds.
#[derive(Clone, PartialEq, Debug)]
pub struct File {
    /// At least one.
    pub scenarios: Vec<FromFile>,
    /// On scenarios by their places, which are among them.
    pub script: Vec<Scene<usize>>,
}

/// A scenario of a file.
#[derive(Clone, PartialEq, Debug)]
pub struct FromFile {
    pub draft: Draft,
    /// The stamp that the file gives its figures.
    pub written: Stamp,
    /// The stamp of its figures now.
    pub now: Stamp,
}

impl FromFile {
    /// Whether the figures are still those that the file was written with.
    pub fn agreement(&self) -> Agreement {
        self.now.compare(&self.written)
    }
}

/// Why a file was not taken.
#[derive(Clone, PartialEq, Debug)]
pub struct FileError {
    /// Where, e.g. `scenarios[2].levers.hnte_entry[3]`; empty for the whole file.
    pub place: String,
    /// What stands there, cut to a readable length; empty where nothing does.
    pub found: String,
    pub problem: FileProblem,
}

#[derive(Clone, Copy, PartialEq, Debug)]
pub enum FileProblem {
    /// More than [`LARGEST_FILE`] bytes.
    TooLarge,
    /// No text in UTF-8.
    Encoding,
    /// No JSON from this place on; both count from 1.
    Syntax {
        line: usize,
        column: usize,
    },
    /// Not one of our files.
    Foreign,
    /// Written by a program that came after this one.
    Newer(u32),
    Missing,
    UnknownKey,
    /// The key stood before.
    Duplicate,
    /// Another kind of JSON value than this one.
    Kind(Expected),
    /// Not one of the values that can stand here.
    UnknownValue,
    Value(Problem),
    TooLong(TooLong),
    /// No scenario, or more than a workspace holds.
    Scenarios,
}

/// A kind of JSON value.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Expected {
    Object,
    Array,
    Text,
    Number,
}
