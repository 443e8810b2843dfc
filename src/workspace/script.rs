//! The script of a presentation: the scenes in their order.

use std::rc::Rc;

use super::Reference;
use super::draft::{Key, NOTE_LENGTH, TooLong, clean};
use crate::plan::{IndicatorId, LeverId};

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

/// One scene. Texts are trimmed, of limited length and free of control characters.
#[derive(Clone, PartialEq, Debug)]
pub struct Scene {
    /// What is shown; a key may outlive its scenario, and then the active one is shown.
    pub scenario: Reference<Key>,
    /// What stands beside it, drawn to the same scale.
    pub beside: Option<Reference<Key>>,
    pub picture: Picture,
    pub indicator: IndicatorId,
    /// Where levers move to while the scene is played, from where the scenario has them: five values in the lever's
    /// unit, in the order of the levers.
    pub moves: Vec<(LeverId, Vec<f64>)>,
    caption: Rc<str>,
    note: Rc<str>,
}

impl Scene {
    /// A scene without words or moves.
    pub fn new(scenario: Reference<Key>, picture: Picture, indicator: IndicatorId) -> Self {
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
}
