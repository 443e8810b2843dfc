//! The briefing: every grammatical case in both languages, its numbers against the model's, and its measures.

#[path = "../data/any_scenario.rs"]
mod any_scenario;
mod numbers;
mod support;
mod words;
