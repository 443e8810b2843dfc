//! What the workspace's scenarios come to.

use std::rc::Rc;

use super::Workspace;
use super::draft::Key;
use crate::model::{Projection, Scenario, Summary, project};
use crate::plan::{IndicatorId, Plan};

/// A scenario's projection, and how it stands against the targets.
#[derive(Clone, PartialEq, Debug)]
pub struct Computed {
    pub scenario: Rc<Scenario>,
    pub projection: Projection,
    pub summary: Summary,
}

impl Computed {
    pub fn new(plan: &Plan, scenario: Rc<Scenario>) -> Self {
        let projection = project(plan, &scenario);
        Computed { projection, summary: Summary::new(plan, &scenario, &projection), scenario }
    }
}

/// Every scenario of the workspace, the active one, what it is held against, and the active one before the last edit.
#[derive(Clone, Debug)]
pub struct Results {
    pub own: Rc<Computed>,
    pub reference: Rc<Computed>,
    pub before: Rc<Computed>,
    /// By key, in the order of the workspace.
    pub all: Vec<(Key, Rc<Computed>)>,
}

impl PartialEq for Results {
    fn eq(&self, other: &Self) -> bool {
        // What is the same is computed once, so that there is no need to look into it.
        Rc::ptr_eq(&self.own, &other.own)
            && Rc::ptr_eq(&self.reference, &other.reference)
            && Rc::ptr_eq(&self.before, &other.before)
            && self.all.len() == other.all.len()
            && self.all.iter().zip(&other.all).all(|(a, b)| a.0 == b.0 && Rc::ptr_eq(&a.1, &b.1))
    }
}

impl Results {
    pub fn new(plan: &Plan, workspace: &Workspace) -> Self {
        Results::build(plan, workspace, Vec::new())
    }

    /// The results of a workspace that came out of this one's: only scenarios that are new are computed.
    pub fn update(&self, plan: &Plan, workspace: &Workspace) -> Self {
        let known = [&self.own, &self.reference, &self.before].into_iter().chain(self.all.iter().map(|(_, one)| one));
        Results::build(plan, workspace, known.cloned().collect())
    }

    fn build(plan: &Plan, workspace: &Workspace, mut known: Vec<Rc<Computed>>) -> Self {
        let mut compute = |scenario: &Rc<Scenario>| {
            let found = known.iter().find(|one| Rc::ptr_eq(&one.scenario, scenario) || one.scenario == *scenario);
            found.cloned().unwrap_or_else(|| {
                let new = Rc::new(Computed::new(plan, scenario.clone()));
                known.push(new.clone());
                new
            })
        };
        Results {
            own: compute(&workspace.draft().scenario),
            reference: compute(&workspace.reference_draft(plan).scenario),
            before: compute(&workspace.before),
            all: workspace.entries().iter().map(|entry| (entry.key, compute(&entry.draft.scenario))).collect(),
        }
    }

    /// The scenario under a key.
    pub fn of(&self, key: Key) -> Option<&Rc<Computed>> {
        self.all.iter().find(|(known, _)| *known == key).map(|(_, computed)| computed)
    }

    /// The active scenario's target-year value less the reference's.
    pub fn difference(&self, id: IndicatorId) -> f64 {
        self.own.projection.last(id) - self.reference.projection.last(id)
    }

    /// What the last edit did to the target-year value.
    pub fn last_move(&self, id: IndicatorId) -> f64 {
        self.own.projection.last(id) - self.before.projection.last(id)
    }
}
