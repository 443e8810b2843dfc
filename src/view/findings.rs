//! What the engine has found out about the present scenario.

use std::ops::Deref;
use std::rc::Rc;

use crate::analysis::Targets;
use crate::analysis::goal_seek::Freedom;
use crate::analysis::zones::Zones;
use crate::engine::{Found, Likelihood};
use crate::model::Scenario;
use crate::plan::IndicatorId;
use crate::platform::engine::Place;

/// Something shared that is compared by where it stands: replies are never changed.
#[derive(Debug)]
pub struct Shared<T>(pub Rc<T>);

impl<T> Clone for Shared<T> {
    fn clone(&self) -> Self {
        Shared(self.0.clone())
    }
}

impl<T> PartialEq for Shared<T> {
    fn eq(&self, other: &Self) -> bool {
        Rc::ptr_eq(&self.0, &other.0)
    }
}

impl<T> Deref for Shared<T> {
    type Target = T;

    fn deref(&self) -> &T {
        &self.0
    }
}

/// Which targets the marks on the levers' tracks are about.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Default)]
pub enum Aim {
    /// That of the chosen indicator.
    #[default]
    Selected,
    All,
}

impl Aim {
    pub fn targets(self, selected: IndicatorId) -> Targets {
        match self {
            Aim::Selected => Targets::of([selected]),
            Aim::All => Targets::all(),
        }
    }
}

/// How the main chart shows the draws.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Default)]
pub enum Spread {
    /// As ranges that hold a share of them.
    #[default]
    Ranges,
    /// Some of them as paths.
    Paths,
}

/// A run of many draws.
#[derive(Clone, Copy, PartialEq, Debug, Default)]
pub enum Run {
    #[default]
    None,
    /// How far it has come, from 0 to 1, and for how many more seconds it will go on, once that can be told.
    UnderWay {
        draws: u32,
        part: f64,
        seconds: Option<f64>,
    },
    Done,
}

/// What levers' tracks show.
#[derive(Clone, PartialEq, Debug, Default)]
pub struct Marks {
    /// Where on each slider the targets hold.
    pub zones: Option<Shared<Zones>>,
    /// The least change of the levers that meets the targets, or comes nearest.
    pub cheapest: Option<Shared<Found>>,
}

/// The engine's latest replies, which stand until newer ones come, and what was chosen about them.
#[derive(Clone, Debug)]
pub struct Findings {
    pub likelihood: Option<Shared<Likelihood>>,
    /// The scenario that `likelihood` is of.
    scenario: Option<Rc<Scenario>>,
    pub marks: Marks,
    pub aim: Aim,
    pub spread: Spread,
    /// Where the reader has put the threshold beside the main chart; on the target until then.
    pub threshold: Option<f64>,
    /// What the ways lead to and which levers may move, once the reader has chosen.
    pub sought: Option<Rc<(Targets, Freedom)>>,
    pub run: Run,
    pub place: Place,
}

/// News for the findings.
#[derive(Clone, Debug)]
pub enum Finding {
    Likelihood(Rc<Scenario>, Shared<Likelihood>),
    Zones(Shared<Zones>),
    Cheapest(Shared<Found>),
    /// How far the run has come.
    Progress(Run),
    Place(Place),
    /// The reader's choices.
    Run(Run),
    Aim(Aim),
    Spread(Spread),
    Threshold(Option<f64>),
    Sought(Rc<(Targets, Freedom)>),
}

impl Default for Findings {
    fn default() -> Self {
        Findings {
            likelihood: None,
            scenario: None,
            marks: Marks::default(),
            aim: Aim::default(),
            spread: Spread::default(),
            threshold: None,
            sought: None,
            run: Run::None,
            place: Place::Workers,
        }
    }
}

impl Findings {
    pub fn take(&mut self, finding: Finding) {
        match finding {
            Finding::Likelihood(scenario, likelihood) => {
                // The first few draws of what has been drawn in full say nothing new.
                let of_same = self.scenario.as_ref().is_some_and(|known| Rc::ptr_eq(known, &scenario));
                let known = self.likelihood.as_ref().map_or(0, |known| known.bands.draws);
                if !of_same || likelihood.bands.draws >= known {
                    self.likelihood = Some(likelihood);
                    self.scenario = Some(scenario);
                }
            }
            Finding::Zones(zones) => self.marks.zones = Some(zones),
            Finding::Cheapest(found) => self.marks.cheapest = Some(found),
            // It may come after the run was given up.
            Finding::Progress(run) if matches!(self.run, Run::UnderWay { .. }) => self.run = run,
            Finding::Progress(_) => {}
            Finding::Run(run) => self.run = run,
            // Without an engine, what it said is of scenarios before.
            Finding::Place(Place::Nowhere) => *self = Findings { place: Place::Nowhere, ..self.forgotten() },
            Finding::Place(place) => self.place = place,
            Finding::Aim(aim) => self.aim = aim,
            Finding::Spread(spread) => self.spread = spread,
            Finding::Threshold(threshold) => self.threshold = threshold,
            Finding::Sought(sought) => self.sought = Some(sought),
        }
    }

    /// What stands when another scenario is present: nothing but where the engine runs.
    pub fn forgotten(&self) -> Self {
        Findings { place: self.place, ..Findings::default() }
    }

    /// What draws say of this very scenario; nothing while they are of another.
    pub fn likelihood_of(&self, scenario: &Rc<Scenario>) -> Option<&Shared<Likelihood>> {
        let same = |known: &Rc<Scenario>| Rc::ptr_eq(known, scenario) || known == scenario;
        self.likelihood.as_ref().filter(|_| self.scenario.as_ref().is_some_and(same))
    }

    /// Another scenario is present: a run of many draws is of the one before.
    pub fn forget_run(&mut self) {
        self.run = Run::None;
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn news_of_a_run_do_not_outlive_it() {
        let begun = Run::UnderWay { draws: 1_000, part: 0.0, seconds: None };
        let half = Run::UnderWay { draws: 1_000, part: 0.5, seconds: Some(1.0) };
        let mut findings = Findings::default();
        findings.take(Finding::Run(begun));
        findings.take(Finding::Progress(half));
        assert_eq!(findings.run, half);
        findings.take(Finding::Run(Run::None));
        for late in [half, Run::Done] {
            findings.take(Finding::Progress(late));
            assert_eq!(findings.run, Run::None);
        }
    }
}
