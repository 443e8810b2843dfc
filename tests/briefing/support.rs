//! Scenarios with everything a briefing is made from.

use std::rc::Rc;

use tuiyan::analysis::attribution::Attribution;
use tuiyan::analysis::goal_seek::{Freedom, blocking, rounded, seek};
use tuiyan::analysis::monte_carlo::{Bands, Draws, Sample};
use tuiyan::analysis::resources::{Effort, resources};
use tuiyan::analysis::{Goal, Targets};
use tuiyan::briefing::{Briefing, Grounds, Way};
use tuiyan::model::{Assessment, Observations, Scenario, Status, Summary};
use tuiyan::plan::{IndicatorId, LANZHOU, PresetId};
use tuiyan::text::Language;
use tuiyan::workspace::Computed;

/// What the engine finds out about a scenario.
pub struct Known {
    pub own: Computed,
    pub bands: Bands,
    pub causes: Attribution,
    pub there: Scenario,
    pub blocking: Targets,
    pub efforts: [Vec<Effort>; 2],
}

impl Known {
    pub fn new(scenario: Scenario) -> Self {
        let observations = &Observations::NONE;
        let goal = Goal { plan: &LANZHOU, targets: Targets::all(), observations };
        let freedom = Freedom::new(&LANZHOU);
        let mut sample = Sample::with_capacity(&LANZHOU, 400);
        Draws::new(&LANZHOU, &scenario, 1).run(0..400, &mut sample);
        let solution = seek(&goal, &scenario, &freedom);
        let there = rounded(&goal, &scenario, &freedom, &solution).unwrap_or_else(|| solution.scenario.clone());
        Known {
            bands: Bands::new(&LANZHOU, &scenario, observations, &sample),
            causes: Attribution::new(&LANZHOU, &scenario, &Scenario::preset(&LANZHOU, PresetId::Plan)),
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
                blocking: self.blocking,
                now: &self.efforts[0],
                there: &self.efforts[1],
            }),
            day: "2026-11-25",
        }
    }

    /// The same scenario whose indicators have these values in the target year, and meet their targets otherwise.
    pub fn with_values(mut self, values: &[(IndicatorId, f64)]) -> Self {
        let own = &mut self.own;
        let assessments = LANZHOU.indicators.each_ref().map(|indicator| {
            let given = values.iter().find(|(id, _)| *id == indicator.id);
            Assessment::new(&LANZHOU, &own.scenario, indicator.id, given.map_or(indicator.target, |(_, value)| *value))
        });
        let count = |status| assessments.iter().filter(|one| one.status == status).count();
        let (met, near, short) = (count(Status::Met), count(Status::Near), count(Status::Short));
        own.summary = Summary { assessments, met, near, short, ..own.summary.clone() };
        self
    }

    pub fn text(&self, language: Language) -> String {
        Briefing::new(&self.grounds(), language).to_text()
    }
}
