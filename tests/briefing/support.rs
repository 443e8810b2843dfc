//! Scenarios with everything a briefing is made from.

use std::rc::Rc;

use tuiyan::analysis::attribution::Attribution;
use tuiyan::analysis::goal_seek::{Freedom, blocking, rounded, seek};
use tuiyan::analysis::monte_carlo::{Bands, Draws, Sample};
use tuiyan::analysis::resources::{Effort, resources};
use tuiyan::analysis::{Goal, Targets};
use tuiyan::briefing::{Briefing, Grounds, Kind, Way};
use tuiyan::model::{Observations, Scenario};
use tuiyan::plan::{LANZHOU, PresetId};
use tuiyan::text::Language;
use tuiyan::workspace::Computed;

/// What the engine finds out about a scenario.
pub struct Known {
    pub own: Computed,
    pub bands: Bands,
    pub causes: Attribution,
    pub there: Scenario,
    pub short: Targets,
    pub blocking: Targets,
    pub efforts: [Vec<Effort>; 2],
}

impl Known {
    pub fn new(scenario: Scenario) -> Self {
        let observations = &Observations::NONE;
        let goal = Goal { plan: &LANZHOU, targets: Targets::all(), observations };
        let freedom = Freedom::new(&LANZHOU);
        let mut sample = Sample::with_capacity(&LANZHOU, 2_000);
        Draws::new(&LANZHOU, &scenario, 1).run(0..2_000, &mut sample);
        let solution = seek(&goal, &scenario, &freedom);
        let there = rounded(&goal, &scenario, &freedom, &solution).unwrap_or_else(|| solution.scenario.clone());
        Known {
            bands: Bands::new(&LANZHOU, &scenario, observations, &sample),
            causes: Attribution::new(&LANZHOU, &scenario, &Scenario::preset(&LANZHOU, PresetId::Plan)),
            short: solution.short,
            blocking: blocking(&goal, &scenario, &freedom).unwrap_or_default(),
            efforts: [resources(&LANZHOU, &scenario), resources(&LANZHOU, &there)],
            there,
            own: Computed::new(&LANZHOU, Rc::new(scenario)),
        }
    }

    pub fn of_preset(preset: PresetId) -> Self {
        Known::new(Scenario::preset(&LANZHOU, preset))
    }

    pub fn grounds(&self) -> Grounds<'_> {
        Grounds {
            plan: &LANZHOU,
            name: "甲",
            own: &self.own,
            bands: Some(&self.bands),
            causes: Some(&self.causes),
            way: Some(Way {
                scenario: &self.there,
                short: self.short,
                blocking: self.blocking,
                now: &self.efforts[0],
                there: &self.efforts[1],
            }),
            day: "2026-11-25",
        }
    }

    pub fn text(&self, language: Language) -> String {
        Briefing::new(&self.grounds(), language).to_text()
    }
}

/// The paragraphs of a kind.
pub fn of_kind(briefing: &Briefing, kind: Kind) -> Vec<&str> {
    briefing.paragraphs.iter().filter(|one| one.kind == kind).map(|one| one.text.as_str()).collect()
}
