//! What a scene shows, as a workspace of its own: whatever is tried on it leaves this one alone.

use std::rc::Rc;

use super::draft::{Draft, Key};
use super::script::Scene;
use super::{Link, Reference, View, Workspace};
use crate::model::Scenario;
use crate::plan::Plan;

impl Workspace {
    /// The scenario that a reference names; the active one where its key is gone.
    pub fn draft_of(&self, plan: &Plan, reference: Reference<Key>) -> Rc<Draft> {
        match reference {
            Reference::Preset(preset) => Rc::new(Draft::of_preset(plan, preset)),
            Reference::Scenario(key) => {
                self.find(key).map_or_else(|| self.draft().clone(), |entry| entry.draft.clone())
            }
        }
    }

    /// A workspace that shows a scene: its scenario with the levers `part` (0 to 1) of the way along the scene's moves,
    /// held against what stands beside it, or else against this workspace's reference.
    pub fn of_scene(&self, plan: &Plan, scene: &Scene, part: f64) -> Workspace {
        let mut draft = self.draft_of(plan, scene.scenario);
        if part > 0.0 && !scene.moves.is_empty() {
            let scenario = Rc::new(moved(plan, &draft.scenario, scene, part.min(1.0)));
            let mut at_part = Draft::clone(&draft);
            at_part.scenario = scenario;
            draft = Rc::new(at_part);
        }
        let against = scene.beside.unwrap_or_else(|| self.reference());
        let (drafts, reference) = match against {
            Reference::Preset(preset) => (vec![draft], Reference::Preset(preset)),
            Reference::Scenario(_) => (vec![draft, self.draft_of(plan, against)], Reference::Scenario(1)),
        };
        let view = View { indicator: scene.indicator, ..self.view };
        let link = Link { drafts, active: 0, overlaid: Vec::new(), reference, view, language: None };
        Workspace::of_link(&link, 0)
    }
}

/// The scenario with the levers `part` of the way from where they are to where the scene moves them.
fn moved(plan: &Plan, from: &Scenario, scene: &Scene, part: f64) -> Scenario {
    let mut scenario = from.clone();
    for (id, values) in &scene.moves {
        let way = from.lever(plan, *id).iter().zip(values).map(|(start, end)| start + (end - start) * part);
        // A scene's values lie in the lever's range, as do those on the way; others would leave the lever as it is.
        let _ = scenario.set_lever_years(plan, *id, &way.collect::<Vec<f64>>());
    }
    scenario
}
