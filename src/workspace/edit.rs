//! The changes of a scenario's numbers.

use std::rc::Rc;

use super::draft::Draft;
use crate::model::{DigitalReading, Refusal, Scenario};
use crate::plan::{CoefficientId, FactId, LeverId, Plan, PresetId};

/// What a reset goes back to.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Origin {
    Preset(PresetId),
    /// Whatever differences are taken against.
    Reference,
    /// As it was when it came into the workspace.
    Opened,
}

/// A change of the active scenario.
#[derive(Clone, PartialEq, Debug)]
pub enum Edit {
    /// Takes the preset's levers; assumptions stay.
    Preset(PresetId),
    /// Levers and assumptions back to what they were there.
    Reset(Origin),
    /// Moves a lever's mean, all years by the same amount, from where the drag began.
    ShiftLever(LeverId, f64),
    /// Sets a lever in all years.
    SetLever(LeverId, f64),
    SetLeverYears(LeverId, Vec<f64>),
    /// Back to the basis.
    ResetLever(LeverId),
    /// All levers back to the basis.
    ResetLevers,
    /// Takes all levers of another scenario, found by a search.
    TakeLevers(Rc<Scenario>),
    SetCoefficient(CoefficientId, f64),
    ResetCoefficient(CoefficientId),
    SetFact(FactId, Vec<f64>),
    ResetFact(FactId),
    Reading(DigitalReading),
    /// All coefficients, facts and readings back to the plan's.
    ResetAssumptions,
}

impl Draft {
    /// The draft after an edit, or why a value is refused. `held` is the scenario where a drag began; `origin` gives
    /// what a reset goes back to.
    pub(super) fn edited(
        &self,
        plan: &Plan,
        edit: &Edit,
        held: &Scenario,
        origin: impl FnOnce(Origin) -> Rc<Draft>,
    ) -> Result<Draft, Refusal> {
        let current = &self.scenario;
        let mut basis = self.basis;
        let mut scenario = Scenario::clone(current);
        match edit {
            Edit::Preset(preset) => {
                basis = *preset;
                scenario = current.with_levers_of(plan, basis);
            }
            Edit::Reset(from) => {
                let from = origin(*from);
                basis = from.basis;
                scenario = Scenario::clone(&from.scenario);
            }
            Edit::ShiftLever(id, mean) => scenario.shift_lever(plan, *id, held, *mean),
            Edit::SetLever(id, value) => scenario.set_lever(plan, *id, *value)?,
            Edit::SetLeverYears(id, values) => scenario.set_lever_years(plan, *id, values)?,
            Edit::ResetLever(id) => scenario.set_lever(plan, *id, plan.lever(*id).presets[basis.index()])?,
            Edit::ResetLevers => scenario = current.with_levers_of(plan, basis),
            Edit::TakeLevers(found) => LeverId::ALL.iter().for_each(|&id| scenario.take_lever(found, id)),
            Edit::SetCoefficient(id, value) => scenario.set_coefficient(plan, *id, *value)?,
            Edit::ResetCoefficient(id) => scenario.set_coefficient(plan, *id, plan.coefficient(*id).mode)?,
            Edit::SetFact(id, values) => scenario.set_fact(plan, *id, values)?,
            Edit::ResetFact(id) => scenario.set_fact(plan, *id, plan.fact(*id).values)?,
            Edit::Reading(reading) => scenario.set_reading(*reading),
            Edit::ResetAssumptions => scenario = current.with_default_assumptions(plan),
        }
        let mut draft = self.clone();
        draft.basis = basis;
        draft.scenario = Rc::new(scenario);
        Ok(draft)
    }
}
