//! One of the user's scenarios: its numbers, its name and what is noted about it.

use std::fmt;
use std::rc::Rc;

use super::code::Code;
use super::input::Input;
use crate::model::Scenario;
use crate::plan::{LeverId, Plan, PresetId};

/// The most characters of a name.
pub const NAME_LENGTH: usize = 60;
/// The most characters of a note.
pub const NOTE_LENGTH: usize = 300;
/// The most characters of an annotation.
pub const ANNOTATION_LENGTH: usize = 2_000;

/// A text of more characters than its place has room for.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct TooLong {
    pub limit: usize,
    pub found: usize,
}

/// A scenario with what the user says of it. Texts are trimmed, of limited length and free of control characters.
#[derive(Clone, PartialEq, Debug)]
pub struct Draft {
    name: Rc<str>,
    annotation: Rc<str>,
    /// In the order of the inputs; none is empty.
    notes: Vec<(Input, Rc<str>)>,
    /// What differs from this preset is what the user changed; a reset goes back to it.
    pub basis: PresetId,
    pub scenario: Rc<Scenario>,
    /// In the order of the levers.
    spread: Vec<(LeverId, f64, f64)>,
}

impl Draft {
    /// The preset, unnamed and without notes.
    pub fn of_preset(plan: &Plan, preset: PresetId) -> Self {
        Draft {
            name: "".into(),
            annotation: "".into(),
            notes: Vec::new(),
            basis: preset,
            scenario: Rc::new(Scenario::preset(plan, preset)),
            spread: Vec::new(),
        }
    }

    /// The same numbers and name alone.
    pub fn without_texts(&self) -> Self {
        Draft { annotation: "".into(), notes: Vec::new(), ..self.clone() }
    }

    /// The user's name for it; empty where it goes by its preset's.
    pub fn name(&self) -> &str {
        &self.name
    }

    pub fn rename(&mut self, name: &str) -> Result<(), TooLong> {
        self.name = one_line(name, NAME_LENGTH)?;
        Ok(())
    }

    /// Free text, of several lines.
    pub fn annotation(&self) -> &str {
        &self.annotation
    }

    pub fn annotate(&mut self, text: &str) -> Result<(), TooLong> {
        self.annotation = clean(text, ANNOTATION_LENGTH, true)?;
        Ok(())
    }

    /// The notes on single inputs, in the order of the tables.
    pub fn notes(&self) -> &[(Input, Rc<str>)] {
        &self.notes
    }

    /// The note on an input; empty where there is none.
    pub fn note(&self, input: Input) -> &str {
        self.notes.iter().find(|(noted, _)| *noted == input).map_or("", |(_, text)| text)
    }

    /// Notes the source or reason of an input's value; an empty text takes the note away.
    pub fn set_note(&mut self, input: Input, text: &str) -> Result<(), TooLong> {
        let text = one_line(text, NOTE_LENGTH)?;
        self.notes.retain(|(noted, _)| *noted != input);
        if !text.is_empty() {
            let at = self.notes.iter().position(|(noted, _)| *noted > input).unwrap_or(self.notes.len());
            self.notes.insert(at, (input, text));
        }
        Ok(())
    }

    /// Where the scenario was merged from several: the levers in which they differ, with the lowest and highest of
    /// their means, in the lever's unit.
    pub fn spread(&self) -> &[(LeverId, f64, f64)] {
        &self.spread
    }

    /// Adds the spread of a lever that has none yet; whether it is one within the lever's limits.
    pub(super) fn add_spread(&mut self, plan: &Plan, id: LeverId, low: f64, high: f64) -> bool {
        let lever = plan.lever(id);
        let valid = lever.min <= low && low < high && high <= lever.max;
        if valid {
            let at = self.spread.iter().position(|(other, ..)| *other > id).unwrap_or(self.spread.len());
            self.spread.insert(at, (id, low, high));
        }
        valid
    }
}

fn one_line(text: &str, limit: usize) -> Result<Rc<str>, TooLong> {
    clean(text, limit, false)
}

/// Trims a text and takes control characters out; a line break is kept or becomes a space.
pub(super) fn clean(text: &str, limit: usize, lines: bool) -> Result<Rc<str>, TooLong> {
    let mut clean = String::with_capacity(text.len());
    for character in text.trim().chars() {
        match character {
            '\n' if lines => clean.push('\n'),
            '\n' | '\t' => clean.push(' '),
            other if other.is_control() => {}
            other => clean.push(other),
        }
    }
    let found = clean.chars().count();
    if found > limit { Err(TooLong { limit, found }) } else { Ok(clean.trim().into()) }
}

/// What a scenario is known by for as long as it is kept, whatever its name and place.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Hash, PartialOrd, Ord)]
pub struct Key(Code);

impl Key {
    pub fn parse(text: &str) -> Option<Self> {
        Code::parse(text).map(Key)
    }
}

impl fmt::Display for Key {
    fn fmt(&self, f: &mut fmt::Formatter) -> fmt::Result {
        self.0.fmt(f)
    }
}

/// Where new keys come from. Two workspaces with different seeds hand out different keys, as good as certainly.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(super) struct Keys(pub u64);

impl Keys {
    /// The next one (SplitMix64).
    pub fn next(&mut self) -> Key {
        self.0 = self.0.wrapping_add(0x9e37_79b9_7f4a_7c15);
        let mut bits = self.0;
        bits = (bits ^ (bits >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
        bits = (bits ^ (bits >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
        Key(Code::new(bits ^ (bits >> 31)))
    }
}

/// A scenario of the workspace.
#[derive(Clone, Debug)]
pub struct Entry {
    pub key: Key,
    pub draft: Rc<Draft>,
    /// As it was when it came into the workspace.
    pub opened: Rc<Draft>,
    /// Whether it belongs to what is stored; one that came by an address does not until it is edited or kept.
    pub kept: bool,
}

impl Entry {
    pub(super) fn new(key: Key, draft: Rc<Draft>, kept: bool) -> Self {
        Entry { key, opened: draft.clone(), draft, kept }
    }
}

impl PartialEq for Entry {
    fn eq(&self, other: &Self) -> bool {
        let same = |a: &Rc<Draft>, b: &Rc<Draft>| Rc::ptr_eq(a, b) || a == b;
        self.key == other.key
            && self.kept == other.kept
            && same(&self.draft, &other.draft)
            && same(&self.opened, &other.opened)
    }
}
