//! The briefing: every grammatical case in both languages, its numbers against the model's, and its measures.

mod numbers;
mod support;
mod words;
