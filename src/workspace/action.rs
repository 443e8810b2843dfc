//! The actions that change a workspace.

use std::rc::Rc;

use super::{Draft, Link, Tab, Workspace};
use crate::model::{DigitalReading, Refusal, Scenario};
use crate::plan::{CoefficientId, FactId, IndicatorId, LeverId, Plan, PresetId};

/// A change of the scenario.
#[derive(Clone, PartialEq, Debug)]
pub enum Edit {
    /// Takes the preset's levers; assumptions stay.
    Preset(PresetId),
    /// Moves a lever's mean, all years by the same amount, from where the drag began.
    ShiftLever(LeverId, f64),
    /// Sets a lever in all years.
    SetLever(LeverId, f64),
    SetLeverYears(LeverId, Vec<f64>),
    /// Back to the basis.
    ResetLever(LeverId),
    /// All levers back to the basis.
    ResetLevers,
    SetCoefficient(CoefficientId, f64),
    ResetCoefficient(CoefficientId),
    SetFact(FactId, Vec<f64>),
    ResetFact(FactId),
    Reading(DigitalReading),
    /// All coefficients, facts and readings back to the plan's.
    ResetAssumptions,
}

/// Something the user does.
#[derive(Clone, PartialEq, Debug)]
pub enum Action {
    /// A hand takes hold of a control: edits until [`Action::Commit`] count as one.
    Begin,
    Commit,
    Edit(Edit),
    Select(IndicatorId),
    Show(Tab),
    Refer(PresetId),
    /// Replaces everything by what an address describes.
    Open(Box<Link>),
}

impl Workspace {
    /// The workspace after an action, or why a value was refused; a refused action changes nothing.
    pub fn apply(&self, plan: &Plan, action: &Action) -> Result<Workspace, Refusal> {
        let mut next = self.clone();
        match action {
            Action::Begin => {
                next.before = self.draft.scenario.clone();
                next.dragging = true;
            }
            Action::Commit => {
                if self.dragging {
                    next.dragging = false;
                    next.edits += u32::from(self.before != self.draft.scenario);
                }
            }
            Action::Edit(edit) => {
                let draft = self.edited(plan, edit)?;
                if draft != self.draft {
                    if !self.dragging {
                        next.before = self.draft.scenario.clone();
                        next.edits += 1;
                    }
                    next.draft = draft;
                }
            }
            Action::Select(indicator) => next.view.indicator = *indicator,
            Action::Show(tab) => next.view.tab = *tab,
            Action::Refer(preset) => next.reference = *preset,
            Action::Open(link) => next = Workspace { edits: self.edits + 1, ..Workspace::of_link(link) },
        }
        Ok(next)
    }

    fn edited(&self, plan: &Plan, edit: &Edit) -> Result<Draft, Refusal> {
        let Draft { basis, scenario: current } = &self.draft;
        let mut scenario = Scenario::clone(current);
        let basis_value = |id: LeverId| plan.lever(id).presets[basis.index()];
        match edit {
            Edit::Preset(preset) => {
                let scenario = Rc::new(current.with_levers_of(plan, *preset));
                return Ok(Draft { basis: *preset, scenario });
            }
            Edit::ShiftLever(id, mean) => {
                let from = if self.dragging { &self.before } else { current };
                scenario.shift_lever(plan, *id, from, *mean);
            }
            Edit::SetLever(id, value) => scenario.set_lever(plan, *id, *value)?,
            Edit::SetLeverYears(id, values) => scenario.set_lever_years(plan, *id, values)?,
            Edit::ResetLever(id) => scenario.set_lever(plan, *id, basis_value(*id))?,
            Edit::ResetLevers => scenario = current.with_levers_of(plan, *basis),
            Edit::SetCoefficient(id, value) => scenario.set_coefficient(plan, *id, *value)?,
            Edit::ResetCoefficient(id) => scenario.set_coefficient(plan, *id, plan.coefficient(*id).mode)?,
            Edit::SetFact(id, values) => scenario.set_fact(plan, *id, values)?,
            Edit::ResetFact(id) => scenario.set_fact(plan, *id, plan.fact(*id).values)?,
            Edit::Reading(reading) => scenario.set_reading(*reading),
            Edit::ResetAssumptions => scenario = current.with_default_assumptions(plan),
        }
        Ok(Draft { basis: *basis, scenario: Rc::new(scenario) })
    }
}
