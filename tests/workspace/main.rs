//! The workspace: its actions and their undoing, results, comparison, and the ways in and out.

mod actions;
mod carry;
mod compare;
mod csv;
mod file;
mod history;
mod keeper;
mod link;
mod script;
mod stage;
mod storage;
mod support;
mod words;
