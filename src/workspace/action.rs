//! The actions that change a workspace.

use std::rc::Rc;

use super::draft::{Draft, Entry, Key, TooLong};
use super::edit::{Edit, Origin};
use super::history::{Change, State, Step};
use super::input::Input;
use super::script::{Scene, ScriptEdit};
use super::{Link, MAX_SCENARIOS, Page, Reference, Tab, Workspace};
use crate::model::Refusal;
use crate::plan::{IndicatorId, Plan};

/// Something the user does.
#[derive(Clone, PartialEq, Debug)]
pub enum Action {
    /// A hand takes hold of a control: edits until [`Action::Commit`] count as one.
    Begin,
    Commit,
    /// Changes the active scenario.
    Edit(Edit),

    /// Adds scenarios, all or none, behind another or at the end; the first becomes the active one. The one that was
    /// active is kept from then on, where there is room: the user works with it.
    Add(Vec<Draft>, Option<Key>, Change),
    Rename(Key, String),
    Annotate(Key, String),
    /// Notes the source or reason of an input's value; an empty text takes the note away.
    Note(Key, Input, String),
    /// Moves a scenario to this place in the list.
    Reorder(Key, usize),
    Delete(Key),
    /// Replaces all scenarios by what an address holds.
    Open(Box<Link>),
    /// Takes what an address holds in beside the rest, not kept until it is edited or kept.
    Visit(Box<Link>),
    Keep(Key),
    /// What another tab made of a scenario: changed, new, or (`None`) deleted. This tab's own is kept too, behind it
    /// and under a name, where one is given.
    Take(Key, Option<Box<Draft>>, Option<String>),
    /// Adds the scenarios of a file at the end, and its scenes, which name them by their places.
    Import(Vec<Draft>, Vec<Scene<usize>>),
    Script(ScriptEdit),
    /// What another tab made of the script.
    TakeScript(Rc<Vec<Scene>>),

    Undo,
    Redo,
    /// Shows the state before the last step, or again the one after it. The next action shows the latter.
    Replay,

    // The rest is no edit.
    Activate(Key),
    /// Lays a scenario over the charts, or takes it off.
    Overlay(Key, bool),
    Refer(Reference<Key>),
    Select(IndicatorId),
    Show(Tab),
    Turn(Page),
}

/// Why an action was not carried out.
#[derive(Clone, Copy, PartialEq, Debug)]
pub enum ActionError {
    Value(Refusal),
    TooLong(TooLong),
    /// There are [`MAX_SCENARIOS`] already, or there would be more.
    Full,
    /// The last scenario cannot be deleted.
    LastScenario,
    /// There is no such scenario (any more).
    NoScenario,
    /// There are [`MAX_SCENES`](super::MAX_SCENES) already, or there would be more.
    FullScript,
    /// There is no such scene (any more).
    NoScene,
}

impl From<Refusal> for ActionError {
    fn from(refusal: Refusal) -> Self {
        ActionError::Value(refusal)
    }
}

impl From<TooLong> for ActionError {
    fn from(problem: TooLong) -> Self {
        ActionError::TooLong(problem)
    }
}

impl Workspace {
    /// The workspace after an action, or why it was refused; a refused action changes nothing. An action that changes
    /// nothing leaves no step.
    pub fn apply(&self, plan: &Plan, action: &Action) -> Result<Workspace, ActionError> {
        let mut next = self.clone();
        match action {
            Action::Select(indicator) => next.view.indicator = *indicator,
            Action::Show(tab) => next.view.tab = *tab,
            Action::Turn(page) => next.view.page = *page,
            Action::Refer(reference) => {
                if let Reference::Scenario(key) = reference {
                    next.entry(*key)?;
                }
                next.reference = *reference;
            }
            Action::Overlay(key, on) => {
                next.entry(*key)?;
                next.overlaid.retain(|overlaid| overlaid != key);
                if *on {
                    next.overlaid.push(*key);
                }
            }
            Action::Begin => {
                next.settle(plan);
                next.held = Some(next.state.clone());
                next.before = next.draft().scenario.clone();
            }
            Action::Edit(edit) => {
                next.replaying = false;
                next.edit(plan, edit)?;
            }
            Action::Commit => next.settle(plan),
            Action::Replay => {
                let replaying = !next.replaying && next.history.last().is_some();
                next.settle(plan);
                let other = next.draft().scenario.clone();
                next.replaying = replaying;
                next.before = other;
            }
            Action::Undo => {
                next.settle(plan);
                if let Some(state) = next.history.back() {
                    next.replace(state);
                }
            }
            Action::Redo => {
                next.settle(plan);
                if let Some(state) = next.history.forth() {
                    next.replace(state);
                }
            }
            Action::Activate(key) => {
                next.settle(plan);
                next.entry(*key)?;
                next.state.active = *key;
                next.before = next.draft().scenario.clone();
            }
            _ => {
                next.settle(plan);
                next.arrange(action)?;
            }
        }
        Ok(next)
    }

    /// Ends a drag, which becomes a step, and a replay.
    fn settle(&mut self, plan: &Plan) {
        self.replaying = false;
        let Some(before) = self.held.take() else { return };
        let (was, is) = (&before.entry().draft.scenario, &self.state.entry().draft.scenario);
        let changed: Vec<Input> = Input::ALL.into_iter().filter(|input| input.differs(plan, was, is)).collect();
        let after = std::mem::replace(&mut self.state, before);
        match changed[..] {
            [] => {}
            [one] => self.record(Change::Input(one), after.active, after),
            _ => self.record(Change::Inputs(changed.len()), after.active, after),
        }
    }

    fn edit(&mut self, plan: &Plan, edit: &Edit) -> Result<(), ActionError> {
        let entry = self.state.entry();
        let key = entry.key;
        let held = self.held.as_ref().map_or(entry, State::entry);
        let origin = |origin| match origin {
            Origin::Preset(preset) => Rc::new(Draft::of_preset(plan, preset)),
            Origin::Reference => self.reference_draft(plan),
            Origin::Opened => entry.opened.clone(),
        };
        let draft = entry.draft.edited(plan, edit, &held.draft.scenario, origin)?;
        self.redraft(Change::of(edit), key, draft);
        Ok(())
    }

    /// Goes on to `state` as a step of its own.
    pub(super) fn record(&mut self, change: Change, key: Key, state: State) {
        let before = self.state.clone();
        self.replace(state);
        let after = self.state.clone();
        self.history.push(Step { change, key, before, after });
    }

    fn replace(&mut self, state: State) {
        let before = std::mem::replace(&mut self.state, state);
        // What the last move did is said of one scenario, never as the difference of two.
        let moved = if before.active == self.state.active { &before } else { &self.state };
        self.before = moved.entry().draft.scenario.clone();
        self.edits += 1;
    }

    /// Goes on to another draft under a key: as a step, or as part of the drag under way. What came by an address is
    /// kept once it is edited, even beside as many as there is room for: nothing that was edited is lost.
    pub(super) fn redraft(&mut self, change: Change, key: Key, draft: Draft) {
        let mut entries = Vec::clone(&self.state.entries);
        let Some(entry) = entries.iter_mut().find(|entry| entry.key == key) else { return };
        if *entry.draft == draft {
            return;
        }
        entry.draft = Rc::new(draft);
        entry.kept = true;
        let state = State { entries: Rc::new(entries), ..self.state.clone() };
        if self.held.is_some() {
            self.state = state;
        } else {
            self.record(change, key, state);
        }
    }

    /// The entry of a key that an action names.
    pub(super) fn entry(&self, key: Key) -> Result<&Entry, ActionError> {
        self.state.find(key).ok_or(ActionError::NoScenario)
    }

    /// Whether so many more scenarios can be kept.
    pub(super) fn room(&self, more: usize) -> Result<(), ActionError> {
        let kept = self.state.entries.iter().filter(|entry| entry.kept).count();
        if kept + more > MAX_SCENARIOS { Err(ActionError::Full) } else { Ok(()) }
    }
}

impl Change {
    /// What a single edit does.
    fn of(edit: &Edit) -> Self {
        match edit {
            Edit::Preset(preset) => Change::Preset(*preset),
            Edit::Reset(origin) => Change::Reset(*origin),
            Edit::ResetLevers => Change::ResetLevers,
            Edit::TakeLevers(_) => Change::TakeLevers,
            Edit::ResetAssumptions => Change::ResetAssumptions,
            Edit::ShiftLever(id, _) | Edit::SetLever(id, _) | Edit::SetLeverYears(id, _) | Edit::ResetLever(id) => {
                Change::Input(Input::Lever(*id))
            }
            Edit::SetCoefficient(id, _) | Edit::ResetCoefficient(id) => Change::Input(Input::Coefficient(*id)),
            Edit::SetFact(id, _) | Edit::ResetFact(id) => Change::Input(Input::Fact(*id)),
            Edit::Reading(_) => Change::Input(Input::Reading),
        }
    }
}
