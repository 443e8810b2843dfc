//! The script of a presentation: the scenes in their order.

mod edit;
mod item;
mod keep;

pub use edit::ScriptEdit;
pub use item::{SCRIPT_NAME, read_script, write_script};
pub(super) use keep::KnownScript;

use std::rc::Rc;

use super::draft::{Key, NOTE_LENGTH, TooLong, clean};
use super::{Reference, Workspace};
use crate::model::{Refusal, Scenario};
use crate::plan::{IndicatorId, LeverId, Plan, PresetId};

/// The most scenes of a script.
pub const MAX_SCENES: usize = 40;
/// The most characters of a caption.
pub const CAPTION_LENGTH: usize = 120;
/// The most characters of a scene's private note.
pub const SCENE_NOTE_LENGTH: usize = 4 * NOTE_LENGTH;

/// What a scene shows.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Default, Hash)]
pub enum Picture {
    /// All indicators with their status.
    Scoreboard,
    /// The path of the indicator.
    #[default]
    Path,
    /// The same with twenty sampled paths.
    Draws,
    /// The same with fifty dots for the last year.
    Dots,
    /// What makes the difference to the reference.
    Causes,
}

impl Picture {
    pub const ALL: [Picture; 5] = [Picture::Scoreboard, Picture::Path, Picture::Draws, Picture::Dots, Picture::Causes];

    /// The id used in files.
    pub const fn id(self) -> &'static str {
        match self {
            Picture::Scoreboard => "scoreboard",
            Picture::Path => "path",
            Picture::Draws => "draws",
            Picture::Dots => "dots",
            Picture::Causes => "causes",
        }
    }

    pub fn parse(id: &str) -> Option<Self> {
        Picture::ALL.into_iter().find(|picture| picture.id() == id)
    }
}

/// One scene. Texts are trimmed, of limited length and free of control characters. Scenarios go by key in a workspace
/// and by place in a file.
#[derive(Clone, PartialEq, Debug)]
pub struct Scene<K = Key> {
    /// What is shown; a key may outlive its scenario, and then the active one is shown.
    pub scenario: Reference<K>,
    /// What stands beside it, drawn to the same scale.
    pub beside: Option<Reference<K>>,
    pub picture: Picture,
    pub indicator: IndicatorId,
    /// Where levers move to while the scene is played, from where the scenario has them: five values in the lever's
    /// unit, in the order of the levers.
    pub moves: Vec<(LeverId, Vec<f64>)>,
    caption: Rc<str>,
    note: Rc<str>,
}

impl<K> Scene<K> {
    /// A scene without words or moves.
    pub fn new(scenario: Reference<K>, picture: Picture, indicator: IndicatorId) -> Self {
        Scene { scenario, beside: None, picture, indicator, moves: Vec::new(), caption: "".into(), note: "".into() }
    }

    /// What the room reads; empty where the picture speaks for itself.
    pub fn caption(&self) -> &str {
        &self.caption
    }

    pub fn set_caption(&mut self, text: &str) -> Result<(), TooLong> {
        self.caption = clean(text, CAPTION_LENGTH, false)?;
        Ok(())
    }

    /// What the presenter alone reads, of several lines.
    pub fn note(&self) -> &str {
        &self.note
    }

    pub fn set_note(&mut self, text: &str) -> Result<(), TooLong> {
        self.note = clean(text, SCENE_NOTE_LENGTH, true)?;
        Ok(())
    }

    /// The same scene by other names of its scenarios.
    pub fn map<L>(self, name: impl Fn(K) -> L) -> Scene<L> {
        let Scene { scenario, beside, picture, indicator, moves, caption, note } = self;
        let beside = beside.map(|beside| beside.map(&name));
        Scene { scenario: scenario.map(name), beside, picture, indicator, moves, caption, note }
    }

    /// The scenarios it names, but for presets.
    pub fn named(&self) -> impl Iterator<Item = &K> {
        fn key<K>(reference: &Reference<K>) -> Option<&K> {
            match reference {
                Reference::Scenario(key) => Some(key),
                Reference::Preset(_) => None,
            }
        }
        std::iter::once(&self.scenario).chain(&self.beside).filter_map(key)
    }

    /// Adds a lever's move, or takes its place, if the lever's limits let it.
    pub fn set_move(&mut self, plan: &Plan, id: LeverId, years: &[f64]) -> Result<(), Refusal> {
        Scenario::preset(plan, PresetId::Trend).set_lever_years(plan, id, years)?;
        self.moves.retain(|(other, _)| *other != id);
        let at = self.moves.iter().position(|(other, _)| *other > id).unwrap_or(self.moves.len());
        self.moves.insert(at, (id, years.to_vec()));
        Ok(())
    }

    /// Takes as moves what leads from one scenario's levers to another's.
    pub fn set_moves(&mut self, plan: &Plan, from: &Scenario, to: &Scenario) {
        let moved = |&&id: &&LeverId| from.lever(plan, id) != to.lever(plan, id);
        let levers = LeverId::ALL.iter().filter(moved);
        self.moves = levers.map(|&id| (id, to.lever(plan, id).to_vec())).collect();
    }
}

impl Workspace {
    /// The script with its scenarios by their places, as a file has it.
    pub fn script_by_place(&self) -> Vec<Scene<usize>> {
        // As on the stage, the active one stands in for one that is gone.
        let place = |key: Key| {
            let at = |key: Key| self.state.entries.iter().position(|entry| entry.key == key);
            at(key).or_else(|| at(self.state.active)).unwrap_or(0)
        };
        self.state.script.iter().cloned().map(|scene| scene.map(place)).collect()
    }
}
