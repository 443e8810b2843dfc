//! The state of a presentation, and what moves it on. Pure: time comes in as an argument.

use crate::plan::{INDICATORS, IndicatorId};
use crate::workspace::{Picture, Reference, Scene, Workspace};

/// How long the years take to play, in milliseconds.
const PLAYING: f64 = 4_000.0;

/// What lies over the scene, one at a time.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Sheet {
    /// The keys.
    Help,
    /// The levers, to improvise.
    Levers,
    /// What it takes to reach another value.
    WhatIf,
}

/// The room's guess of the target year's value, in the indicator's unit.
#[derive(Clone, Copy, PartialEq, Debug, Default)]
pub enum Guess {
    #[default]
    None,
    /// Being taken: the path after the base year is hidden.
    Open(f64),
    /// The path is shown beside it.
    Told(f64),
}

impl Guess {
    /// The guess, told or not.
    pub fn value(self) -> Option<f64> {
        match self {
            Guess::None => None,
            Guess::Open(value) | Guess::Told(value) => Some(value),
        }
    }
}

/// How far the years, or a scene's moves, have been played.
#[derive(Clone, Copy, PartialEq, Debug)]
pub struct Play {
    /// From 0 to the number of projected years.
    pub at: f64,
    pub running: bool,
}

/// Where a presentation stands.
#[derive(Clone, PartialEq, Debug)]
pub struct Stage {
    /// Of each scene, whether it has moves to play; empty where there is no script: then it goes from indicator to
    /// indicator.
    scenes: Vec<bool>,
    /// The present scene, or indicator, counted from 0.
    pub at: usize,
    /// Milliseconds of the clock when it began.
    pub started: f64,
    pub black: bool,
    pub sheet: Option<Sheet>,
    pub play: Play,
    pub guess: Guess,
    /// Another kind of picture than the scene's.
    pub picture: Option<Picture>,
    /// Whether two scenarios stand side by side, where that is not as the scene says.
    pub beside: Option<bool>,
    /// Whether levers were moved by hand since the scene began.
    pub improvised: bool,
    /// Projected years.
    years: f64,
}

/// What can happen on the stage.
#[derive(Clone, Copy, PartialEq, Debug)]
pub enum Cue {
    Next,
    Previous,
    First,
    Last,
    /// Begins a scene by its place.
    GoTo(usize),
    Black,
    /// Plays, or pauses. Without motion it goes on by a year.
    Play {
        motion: bool,
    },
    /// Milliseconds have passed.
    Tick(f64),
    /// Puts the play at a place, from 0 to the number of projected years.
    Scrub(f64),
    Toggle(Sheet),
    CloseSheet,
    /// Takes a guess, which begins at this value; reveals; clears.
    Guess {
        start: f64,
        motion: bool,
    },
    SetGuess(f64),
    ClearGuess,
    Picture(Picture),
    Beside(bool),
    /// A lever was moved by hand.
    Improvised,
    /// Back to the scene as it began.
    Return,
    /// The timer begins anew, at these milliseconds of the clock.
    ResetTimer(f64),
}

impl Stage {
    /// The beginning of a presentation of a workspace's script, or else of its indicators from the chosen one on.
    pub fn new(workspace: &Workspace, years: usize, started: f64) -> Self {
        let scenes = scenes_of(workspace);
        let at = if scenes.is_empty() { workspace.view.indicator.index() } else { 0 };
        let years = years as f64;
        let stage = Stage {
            scenes,
            at,
            started,
            black: false,
            sheet: None,
            play: Play { at: years, running: false },
            guess: Guess::None,
            picture: None,
            beside: None,
            improvised: false,
            years,
        };
        stage.begun(at)
    }

    /// How many scenes, or indicators, there are.
    pub fn count(&self) -> usize {
        if self.has_script() { self.scenes.len() } else { INDICATORS }
    }

    pub fn has_script(&self) -> bool {
        !self.scenes.is_empty()
    }

    /// Whether what is played is the scene's moves and not the years.
    pub fn plays_moves(&self) -> bool {
        !self.improvised && self.scenes.get(self.at).is_some_and(|&moves| moves)
    }

    /// How far along the scene's moves the levers are, from 0 to 1.
    pub fn moved(&self) -> f64 {
        if self.plays_moves() { self.play.at / self.years } else { 0.0 }
    }

    /// The years after the base year whose values are shown.
    pub fn shown(&self) -> f64 {
        match self.guess {
            Guess::Open(_) => 0.0,
            _ if self.plays_moves() => self.years,
            _ => self.play.at,
        }
    }

    /// The scene as it stands in the script, or one of the active scenario where there is none.
    pub fn scene(&self, workspace: &Workspace) -> Scene {
        let written = if self.has_script() { workspace.script().get(self.at) } else { None };
        let mut scene = written.cloned().unwrap_or_else(|| {
            let indicator = IndicatorId::ALL[self.at.min(INDICATORS - 1)];
            Scene::new(Reference::Scenario(workspace.active()), Picture::Draws, indicator)
        });
        scene.picture = self.picture.unwrap_or(scene.picture);
        scene
    }

    /// Whether a guess is being taken.
    pub fn is_asking(&self) -> bool {
        matches!(self.guess, Guess::Open(_))
    }

    /// What Escape does; nothing where it leaves the stage.
    pub fn escape(&self) -> Option<Cue> {
        if self.sheet.is_some() {
            Some(Cue::CloseSheet)
        } else if self.black {
            Some(Cue::Black)
        } else if self.is_asking() {
            Some(Cue::ClearGuess)
        } else {
            None
        }
    }

    /// The same where the script has changed meanwhile.
    pub fn with_script(mut self, workspace: &Workspace) -> Self {
        self.scenes = scenes_of(workspace);
        self.at = self.at.min(self.count() - 1);
        self
    }

    /// The state after a cue.
    pub fn after(&self, cue: Cue) -> Self {
        let last = self.count() - 1;
        let mut next = self.clone();
        match cue {
            Cue::Next => return self.begun((self.at + 1).min(last)),
            Cue::Previous => return self.begun(self.at.saturating_sub(1)),
            Cue::First => return self.begun(0),
            Cue::Last => return self.begun(last),
            Cue::GoTo(at) => return self.begun(at.min(last)),
            Cue::Return => return self.begun(self.at),
            Cue::Black => next.black = !self.black,
            Cue::Play { motion } => next.play = self.played(motion),
            Cue::Tick(milliseconds) => {
                if self.play.running {
                    let at = self.play.at + milliseconds.max(0.0) / PLAYING * self.years;
                    next.play = Play { at: at.min(self.years), running: at < self.years };
                }
            }
            Cue::Scrub(at) => next.play = Play { at: at.clamp(0.0, self.years), running: false },
            Cue::Toggle(sheet) => next.sheet = Some(sheet).filter(|_| self.sheet != Some(sheet)),
            Cue::CloseSheet => next.sheet = None,
            Cue::Guess { start, motion } => match self.guess {
                Guess::None => {
                    next.guess = Guess::Open(start);
                    next.play.running = false;
                }
                Guess::Open(value) => {
                    next.guess = Guess::Told(value);
                    // The path is drawn from the base year on: that is the reveal.
                    if motion && !self.plays_moves() {
                        next.play = Play { at: 0.0, running: true };
                    } else {
                        next.play.at = self.years;
                    }
                }
                Guess::Told(_) => next.guess = Guess::None,
            },
            Cue::SetGuess(value) => {
                if let Guess::Open(_) = self.guess {
                    next.guess = Guess::Open(value);
                }
            }
            Cue::ClearGuess => next.guess = Guess::None,
            Cue::ResetTimer(now) => next.started = now,
            Cue::Picture(picture) => next.picture = Some(picture),
            Cue::Beside(beside) => next.beside = Some(beside),
            Cue::Improvised => {
                next.improvised = true;
                next.play = Play { at: self.years, running: false };
            }
        }
        next
    }

    /// A scene at its beginning.
    fn begun(&self, at: usize) -> Self {
        let mut next = Stage {
            at,
            black: false,
            sheet: None,
            guess: Guess::None,
            picture: None,
            beside: None,
            improvised: false,
            ..self.clone()
        };
        // Moves begin where the scenario has its levers; a path stands whole until it is played.
        let place = if next.plays_moves() { 0.0 } else { self.years };
        next.play = Play { at: place, running: false };
        // Without a script, the kind of picture was chosen for all indicators.
        if !self.has_script() && at != self.at {
            next.picture = self.picture;
            next.beside = self.beside;
        }
        next
    }

    fn played(&self, motion: bool) -> Play {
        let Play { at, running } = self.play;
        let done = at >= self.years;
        match (motion, running) {
            (true, true) => Play { at, running: false },
            (true, false) => Play { at: if done { 0.0 } else { at }, running: true },
            (false, _) => Play { at: if done { 0.0 } else { (at.floor() + 1.0).min(self.years) }, running: false },
        }
    }
}

fn scenes_of(workspace: &Workspace) -> Vec<bool> {
    workspace.script().iter().map(|scene| !scene.moves.is_empty()).collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::plan::LANZHOU;

    fn stage(scenes: &[bool]) -> Stage {
        let stage = Stage::new(&Workspace::new(&LANZHOU), LANZHOU.years, 0.0);
        Stage { scenes: scenes.to_vec(), at: 0, ..stage }.after(Cue::First)
    }

    fn after(stage: &Stage, cues: &[Cue]) -> Stage {
        cues.iter().fold(stage.clone(), |stage, &cue| stage.after(cue))
    }

    #[test]
    fn without_a_script_it_goes_from_indicator_to_indicator() {
        let workspace = Workspace::new(&LANZHOU);
        let stage = stage(&[]);
        assert_eq!(stage.count(), INDICATORS);
        let third = after(&stage, &[Cue::Next, Cue::Next]);
        assert_eq!(third.scene(&workspace).indicator, IndicatorId::I3);
        assert_eq!(after(&third, &[Cue::Last, Cue::Next]).at, INDICATORS - 1);
        assert_eq!(after(&third, &[Cue::First, Cue::Previous]).at, 0);
    }

    #[test]
    fn the_kind_of_picture_stays_where_no_script_says_otherwise() {
        let chosen = Cue::Picture(Picture::Dots);
        assert_eq!(after(&stage(&[]), &[chosen, Cue::Next]).picture, Some(Picture::Dots));
        assert_eq!(after(&stage(&[false, false]), &[chosen, Cue::Next]).picture, None);
    }

    #[test]
    fn the_years_play_pause_and_end() {
        let stage = stage(&[false]);
        assert_eq!(stage.shown(), 5.0);
        let playing = stage.after(Cue::Play { motion: true });
        assert_eq!((playing.shown(), playing.play.running), (0.0, true));
        let half = playing.after(Cue::Tick(2_000.0));
        assert_eq!((half.shown(), half.play.running), (2.5, true));
        let paused = half.after(Cue::Play { motion: true });
        assert_eq!(after(&paused, &[Cue::Tick(500.0)]).shown(), 2.5);
        let end = after(&paused, &[Cue::Play { motion: true }, Cue::Tick(9_000.0)]);
        assert_eq!((end.shown(), end.play.running), (5.0, false));
        assert_eq!(half.after(Cue::Scrub(9.0)).play, Play { at: 5.0, running: false });
    }

    #[test]
    fn without_motion_it_goes_on_by_a_year() {
        let step = Cue::Play { motion: false };
        let mut stage = stage(&[false]);
        let shown: Vec<f64> = (0..7)
            .map(|_| {
                stage = stage.after(step);
                stage.shown()
            })
            .collect();
        assert_eq!(shown, [0.0, 1.0, 2.0, 3.0, 4.0, 5.0, 0.0]);
    }

    #[test]
    fn moves_begin_at_the_scenario_and_end_at_their_goal() {
        let stage = stage(&[true, false]);
        assert_eq!((stage.moved(), stage.shown()), (0.0, 5.0));
        let playing = after(&stage, &[Cue::Play { motion: true }, Cue::Tick(1_000.0)]);
        assert_eq!((playing.moved(), playing.shown()), (0.25, 5.0));
        assert_eq!(after(&playing, &[Cue::Tick(4_000.0)]).moved(), 1.0);
        assert_eq!(playing.after(Cue::Next).moved(), 0.0, "the next scene has none");
        let improvised = playing.after(Cue::Improvised);
        assert!(!improvised.plays_moves(), "levers are in the presenter's hand");
    }

    #[test]
    fn a_guess_hides_the_path_until_it_is_revealed() {
        let guess = |motion| Cue::Guess { start: 3.7, motion };
        let open = stage(&[false]).after(guess(true));
        assert_eq!((open.guess, open.shown()), (Guess::Open(3.7), 0.0));
        let guessed = open.after(Cue::SetGuess(16.0));
        let told = guessed.after(guess(true));
        assert_eq!((told.guess, told.shown(), told.play.running), (Guess::Told(16.0), 0.0, true));
        assert_eq!(told.after(Cue::SetGuess(1.0)).guess, Guess::Told(16.0), "told is told");
        assert_eq!(guessed.after(guess(false)).shown(), 5.0, "at once without motion");
        assert_eq!(told.after(guess(true)).guess, Guess::None);
        assert_eq!(guessed.after(Cue::Next).guess, Guess::None);
    }

    #[test]
    fn return_goes_back_to_the_scene_as_it_began() {
        let begun = after(&stage(&[false, true]), &[Cue::Next]);
        let strayed = after(
            &begun,
            &[
                Cue::Improvised,
                Cue::Beside(true),
                Cue::Picture(Picture::Causes),
                Cue::Toggle(Sheet::Levers),
                Cue::Black,
            ],
        );
        assert_eq!(strayed.after(Cue::Return), begun);
    }

    #[test]
    fn escape_closes_what_is_open_first() {
        let stage = stage(&[]);
        assert_eq!(stage.escape(), None);
        let mut open = after(&stage, &[Cue::Guess { start: 0.0, motion: true }, Cue::Black, Cue::Toggle(Sheet::Help)]);
        for _ in 0..3 {
            open = open.after(open.escape().expect("something is open"));
        }
        assert_eq!((open.escape(), &open), (None, &stage));
    }

    #[test]
    fn a_script_that_shrinks_leaves_no_scene_behind() {
        let stage = after(&stage(&[false, false, false]), &[Cue::Last]);
        assert_eq!(stage.with_script(&Workspace::new(&LANZHOU)).at, 2, "an indicator now");
    }
}
