//! Sets of targets, and how far a scenario is from meeting them.

use crate::model::{Adjustment, Assessment, Number, Observations, Projection, Scenario, Status};
use crate::plan::{Attribute, Direction, INDICATORS, IndicatorId, Plan};

/// A choice of indicators whose targets are to be met.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Hash, Default)]
pub struct Targets([bool; INDICATORS]);

impl Targets {
    pub fn of(ids: impl IntoIterator<Item = IndicatorId>) -> Self {
        let mut targets = Targets::default();
        for id in ids {
            targets.0[id.index()] = true;
        }
        targets
    }

    pub fn all() -> Self {
        Targets([true; INDICATORS])
    }

    /// The plan's binding targets.
    pub fn binding(plan: &Plan) -> Self {
        let binding = plan.indicators.iter().filter(|indicator| indicator.attribute == Attribute::Binding);
        Targets::of(binding.map(|indicator| indicator.id))
    }

    /// The same without one.
    pub fn without(mut self, id: IndicatorId) -> Self {
        self.0[id.index()] = false;
        self
    }

    pub fn contains(self, id: IndicatorId) -> bool {
        self.0[id.index()]
    }

    pub fn iter(self) -> impl Iterator<Item = IndicatorId> {
        IndicatorId::ALL.iter().copied().filter(move |&id| self.contains(id))
    }
}

/// Targets of a plan, under what was observed so far.
#[derive(Clone, Copy, Debug)]
pub struct Goal<'a> {
    pub plan: &'a Plan,
    pub targets: Targets,
    pub observations: &'a Observations,
}

impl Goal<'_> {
    /// An indicator's value in the target year, joined to what was observed; `model` gives the model's by year.
    pub(super) fn value<N: Number>(&self, scenario: &Scenario, id: IndicatorId, model: impl Fn(usize) -> N) -> N {
        let years = self.plan.years;
        let value = model(years);
        Adjustment::of(self.plan, scenario, self.observations, id, years, model).apply(value)
    }

    /// One indicator in the target year.
    pub fn assess(&self, scenario: &Scenario, projection: &Projection, id: IndicatorId) -> Assessment {
        let value = self.value(scenario, id, |t| projection.value(id, t));
        Assessment::new(self.plan, scenario, id, value)
    }

    /// Whether every target is met.
    pub fn holds(&self, scenario: &Scenario, projection: &Projection) -> bool {
        self.targets.iter().all(|id| self.assess(scenario, projection, id).status == Status::Met)
    }

    /// What an indicator's completion is beyond 1; where the target is the baseline, and completion a mere step, how far
    /// the value is on the target's good side, in targets.
    pub(super) fn margin<N: Number>(&self, scenario: &Scenario, id: IndicatorId, value: N) -> N {
        let indicator = self.plan.indicator(id);
        let target = scenario.target(self.plan, id);
        let way = target - indicator.baseline;
        let ahead = value - target;
        if way != 0.0 {
            return ahead / way;
        }
        let ahead = ahead / if target == 0.0 { 1.0 } else { target.abs() };
        match indicator.direction {
            Direction::Higher => ahead,
            Direction::Lower => -ahead,
        }
    }
}
