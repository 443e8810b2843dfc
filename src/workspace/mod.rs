//! What the user works on: scenarios, the reference, the view, and the actions that change them.
//!
//! Pure: every change is a value ([`Action`]), and applying it gives a new workspace or a refusal.

mod action;
mod entry;
mod link;
mod results;

pub use action::{Action, Edit};
pub use entry::{EntryProblem, parse_entry};
pub use link::{Link, Notice, Reason, SCHEME_VERSION, read_link, write_link};
pub use results::Results;

use std::rc::Rc;

use crate::model::Scenario;
use crate::plan::{IndicatorId, LeverId, Plan, PresetId};

/// What the right pane shows of the chosen indicator.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Default, Hash)]
pub enum Tab {
    /// 轨迹
    #[default]
    Trajectory,
    /// All indicators as small charts.
    Overview,
    /// 依据: assumptions, grades, sources, what must be said.
    Basis,
}

impl Tab {
    pub const ALL: [Tab; 3] = [Tab::Trajectory, Tab::Overview, Tab::Basis];

    /// The id used in addresses.
    pub const fn id(self) -> &'static str {
        match self {
            Tab::Trajectory => "trajectory",
            Tab::Overview => "overview",
            Tab::Basis => "basis",
        }
    }

    pub fn parse(id: &str) -> Option<Self> {
        Tab::ALL.into_iter().find(|tab| tab.id() == id)
    }
}

/// Where the user looks: what Back and Forward move between.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct View {
    pub indicator: IndicatorId,
    pub tab: Tab,
}

impl Default for View {
    fn default() -> Self {
        View { indicator: IndicatorId::I1, tab: Tab::default() }
    }
}

/// A scenario and the preset it was made from.
#[derive(Clone, PartialEq, Debug)]
pub struct Draft {
    /// What differs from this preset is what the user changed; a reset goes back to it.
    pub basis: PresetId,
    pub scenario: Rc<Scenario>,
}

impl Draft {
    pub fn of_preset(plan: &Plan, preset: PresetId) -> Self {
        Draft { basis: preset, scenario: Rc::new(Scenario::preset(plan, preset)) }
    }
}

/// The whole state of the page but for what the browser holds.
#[derive(Clone, PartialEq, Debug)]
pub struct Workspace {
    pub draft: Draft,
    /// What differences are taken against.
    pub reference: PresetId,
    pub view: View,
    /// The scenario before the last whole edit, or before the drag under way.
    pub before: Rc<Scenario>,
    /// Whether a drag is under way: edits until its commit count as one.
    pub dragging: bool,
    /// Whole edits so far.
    pub edits: u32,
}

impl Workspace {
    pub fn new(plan: &Plan) -> Self {
        Workspace::of_link(&Link::new(plan))
    }

    /// The workspace that an address describes.
    pub fn of_link(link: &Link) -> Self {
        Workspace {
            draft: link.draft.clone(),
            reference: link.reference,
            view: link.view,
            before: link.draft.scenario.clone(),
            dragging: false,
            edits: 0,
        }
    }

    /// The address that describes the workspace; `language` where it holds for this visit only.
    pub fn link(&self, language: Option<crate::text::Language>) -> Link {
        Link { draft: self.draft.clone(), reference: self.reference, view: self.view, language }
    }

    /// Whether a lever differs from the basis.
    pub fn lever_changed(&self, plan: &Plan, id: LeverId) -> bool {
        let basis = plan.lever(id).presets[self.draft.basis.index()];
        self.draft.scenario.lever(plan, id).iter().any(|&value| value != basis)
    }

    /// How many levers differ from the basis.
    pub fn levers_changed(&self, plan: &Plan) -> usize {
        plan.levers.iter().filter(|lever| self.lever_changed(plan, lever.id)).count()
    }

    /// How many coefficients, facts and readings differ from the plan's.
    pub fn assumptions_changed(&self, plan: &Plan) -> usize {
        let scenario = &self.draft.scenario;
        let coefficients =
            plan.coefficients.iter().filter(|coefficient| scenario.coefficient(coefficient.id) != coefficient.mode);
        let facts = plan.facts.iter().filter(|fact| scenario.fact(fact.id) != fact.values);
        coefficients.count() + facts.count() + usize::from(scenario.reading() != Default::default())
    }
}
