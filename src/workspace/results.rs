//! What the workspace's scenarios come to.

use super::Workspace;
use crate::model::{Projection, Scenario, Summary, project};
use crate::plan::{IndicatorId, Plan};

/// Projections of the draft, the reference and the draft before the last edit, and how the draft stands.
#[derive(Clone, PartialEq, Debug)]
pub struct Results {
    pub own: Projection,
    pub reference: Projection,
    pub before: Projection,
    pub summary: Summary,
}

impl Results {
    pub fn new(plan: &Plan, workspace: &Workspace) -> Self {
        let scenario = &workspace.draft.scenario;
        let own = project(plan, scenario);
        Results {
            own,
            reference: project(plan, &Scenario::preset(plan, workspace.reference)),
            before: project(plan, &workspace.before),
            summary: Summary::new(plan, scenario, &own),
        }
    }

    /// The draft's target-year value less the reference's.
    pub fn difference(&self, id: IndicatorId) -> f64 {
        self.own.last(id) - self.reference.last(id)
    }

    /// What the last edit did to the target-year value.
    pub fn last_move(&self, id: IndicatorId) -> f64 {
        self.own.last(id) - self.before.last(id)
    }
}
