//! Which levers a search may move, and how far.

use super::quadratic::Bounds;
use crate::model::Scenario;
use crate::plan::{GroupId, LEVERS, LeverId, Plan};

/// The range within which each lever may be moved; none where it is locked.
#[derive(Clone, Copy, PartialEq, Debug)]
pub struct Freedom([Option<(f64, f64)>; LEVERS]);

/// Policy that is not the area's own: a tax law.
const NATIONAL: [LeverId; 1] = [LeverId::SuperDeduction];

impl Freedom {
    /// Every policy lever that is the area's own, over its whole range.
    pub fn new(plan: &Plan) -> Self {
        let mut freedom = Freedom([None; LEVERS]);
        for lever in plan.levers.iter().filter(|lever| !NATIONAL.contains(&lever.id)) {
            freedom.unlock(plan, lever.id, (lever.min, lever.max));
        }
        freedom
    }

    /// Leaves a lever as it is.
    pub fn lock(&mut self, id: LeverId) {
        self.0[id.index()] = None;
    }

    /// Lets a policy lever move within `range`, as far as that lies in its own; context stays locked.
    pub fn unlock(&mut self, plan: &Plan, id: LeverId, range: (f64, f64)) {
        let lever = plan.lever(id);
        let (low, high) = (range.0.max(lever.min), range.1.min(lever.max));
        self.0[id.index()] = (plan.is_policy(id) && low <= high).then_some((low, high));
    }

    /// The range of a lever that may be moved.
    pub fn range(&self, id: LeverId) -> Option<(f64, f64)> {
        self.0[id.index()]
    }

    /// The same, less all levers that a way does not use.
    pub fn along(mut self, plan: &Plan, way: Way) -> Self {
        for lever in plan.levers.iter().filter(|lever| !way.groups().contains(&lever.group)) {
            self.lock(lever.id);
        }
        self
    }

    /// Whether every lever that may be moved lies in its range.
    pub(super) fn allows(&self, plan: &Plan, scenario: &Scenario) -> bool {
        self.levers().all(|id| {
            let inside = |(low, high)| scenario.lever(plan, id).iter().all(|value| (low..=high).contains(value));
            self.range(id).is_some_and(inside)
        })
    }

    /// The levers that may be moved.
    pub(super) fn levers(&self) -> impl Iterator<Item = LeverId> {
        LeverId::ALL.iter().copied().filter(|&id| self.range(id).is_some())
    }

    /// Limits of each lever's distance from its mean in `scenario`, in its range; 0 for a locked one.
    pub(super) fn bounds(&self, plan: &Plan, scenario: &Scenario) -> Bounds {
        let mut bounds = Bounds { low: [0.0; LEVERS], high: [0.0; LEVERS] };
        for (i, range) in self.0.iter().enumerate() {
            let Some((low, high)) = range else { continue };
            let lever = &plan.levers[i];
            let distance = |value: f64| (value - scenario.lever_mean(plan, lever.id)) / (lever.max - lever.min);
            (bounds.low[i], bounds.high[i]) = (distance(*low), distance(*high));
        }
        bounds
    }
}

/// A distinct way to the targets: the groups whose levers it uses.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Hash)]
pub enum Way {
    /// Whatever takes the least effort.
    LeastEffort,
    /// R&D money only.
    Money,
    /// Talent and enterprises only.
    PeopleAndFirms,
}

impl Way {
    pub const ALL: [Way; 3] = [Way::LeastEffort, Way::Money, Way::PeopleAndFirms];

    pub const fn groups(self) -> &'static [GroupId] {
        match self {
            Way::LeastEffort => GroupId::ALL,
            Way::Money => &[GroupId::Research],
            Way::PeopleAndFirms => &[GroupId::Talent, GroupId::Enterprises],
        }
    }
}
