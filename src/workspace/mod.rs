//! What the user works on: scenarios, the reference, the view, and the actions that change them.
//!
//! Pure: every change is a value ([`Action`]), and applying it gives a new workspace or a refusal. Drafts, lists and
//! steps are shared between workspaces and never changed, so that a copy costs little.

mod action;
mod arrange;
pub mod carry;
mod code;
mod comparison;
mod csv;
mod draft;
mod edit;
pub mod file;
mod history;
mod input;
mod keeper;
mod link;
mod merge;
mod results;
mod script;
mod stage;
mod stamp;
mod storage;
mod typed;

pub use action::{Action, ActionError};
pub use code::Code;
pub use comparison::{Apart, Column, Comparison, DifferingInput, apart};
pub use csv::{plain, write_csv};
pub use draft::{ANNOTATION_LENGTH, Draft, Entry, Key, NAME_LENGTH, NOTE_LENGTH, TooLong};
pub use edit::{Edit, Origin};
pub use history::{Change, History, STEPS, State, Step};
pub use input::{Input, InputValue};
pub use keeper::{Keeper, NotTaken, Told};
pub use link::{
    LONGEST_SHARED, Link, Notice, Reason, SCHEME_VERSION, carries_scenario, is_too_long, read_link, write_address,
    write_link, write_shared,
};
pub use merge::merged;
pub use results::{Computed, Results};
pub use script::{
    CAPTION_LENGTH, MAX_SCENES, Picture, SCENE_NOTE_LENGTH, SCRIPT_NAME, Scene, ScriptEdit, read_script, write_script,
};
pub use stamp::{Agreement, Stamp, result_code, scenario_code};
pub use storage::{
    Came, INDEX_NAME, Index, Resolution, Restored, SetAside, Stored, Unreadable, begin, entry_key, entry_name,
    read_entry, read_index, reconcile, restore, write_entry, write_index,
};
pub use typed::{EntryProblem, parse_entry};

use std::rc::Rc;

use draft::Keys;

use crate::model::Scenario;
use crate::plan::{IndicatorId, LEVERS, LeverId, Plan, PresetId};
use crate::text::Language;

/// The most scenarios that are kept.
pub const MAX_SCENARIOS: usize = 8;
/// The most scenarios of a file or an address: a full workspace, and as many that came by an address and were edited.
pub const MOST_READ: usize = 2 * MAX_SCENARIOS;

/// What the middle and the right pane show; the levers stay.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Default, Hash)]
pub enum Page {
    /// 推演: where the indicators land, and one of them in depth.
    #[default]
    Model,
    /// 对比: the scenarios side by side.
    Compare,
    /// 达标路径: what it takes.
    Ways,
}

impl Page {
    pub const ALL: [Page; 3] = [Page::Model, Page::Compare, Page::Ways];

    /// The id used in addresses.
    pub const fn id(self) -> &'static str {
        match self {
            Page::Model => "model",
            Page::Compare => "compare",
            Page::Ways => "ways",
        }
    }

    pub fn parse(id: &str) -> Option<Self> {
        Page::ALL.into_iter().find(|page| page.id() == id)
    }
}

/// What the right pane shows of the chosen indicator.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Default, Hash)]
pub enum Tab {
    /// 轨迹
    #[default]
    Trajectory,
    /// 原因: why it differs from the reference.
    Why,
    /// 敏感性: what it is sensitive to.
    Sensitivity,
    /// All indicators as small charts.
    Overview,
    /// 依据: assumptions, grades, sources, what must be said.
    Basis,
}

impl Tab {
    pub const ALL: [Tab; 5] = [Tab::Trajectory, Tab::Why, Tab::Sensitivity, Tab::Overview, Tab::Basis];

    /// The id used in addresses.
    pub const fn id(self) -> &'static str {
        match self {
            Tab::Trajectory => "trajectory",
            Tab::Why => "why",
            Tab::Sensitivity => "sensitivity",
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
    pub page: Page,
    pub indicator: IndicatorId,
    pub tab: Tab,
}

impl Default for View {
    fn default() -> Self {
        View { page: Page::default(), indicator: IndicatorId::I1, tab: Tab::default() }
    }
}

/// What differences are taken against: a preset, or a scenario by its key or its place.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Reference<K> {
    Preset(PresetId),
    Scenario(K),
}

impl<K> Reference<K> {
    /// The same reference by another name.
    pub fn map<L>(self, name: impl FnOnce(K) -> L) -> Reference<L> {
        match self {
            Reference::Preset(preset) => Reference::Preset(preset),
            Reference::Scenario(key) => Reference::Scenario(name(key)),
        }
    }
}

/// The whole state of the page but for what the browser holds.
#[derive(Clone, PartialEq, Debug)]
pub struct Workspace {
    state: State,
    /// Scenarios laid over the charts; a key may outlive its scenario, which an undo can bring back.
    overlaid: Vec<Key>,
    /// Likewise.
    reference: Reference<Key>,
    pub view: View,
    history: History,
    /// The state where the drag under way began.
    held: Option<State>,
    /// Whether the state before the last step is shown.
    replaying: bool,
    /// The active scenario's numbers before the last whole edit, or before the drag under way.
    pub before: Rc<Scenario>,
    /// Counts whole edits, undone ones too.
    pub edits: u32,
    keys: Keys,
}

impl Workspace {
    /// The trend alone.
    pub fn new(plan: &Plan) -> Self {
        Workspace::of_link(&Link::new(plan), 0)
    }

    /// The workspace that an address describes. Keys of new scenarios follow from `seed`.
    pub fn of_link(link: &Link, seed: u64) -> Self {
        Workspace::begun(link, seed, true)
    }

    /// The same, where nothing is kept until it is edited or kept.
    pub fn visiting(link: &Link, seed: u64) -> Self {
        Workspace::begun(link, seed, false)
    }

    fn begun(link: &Link, seed: u64, kept: bool) -> Self {
        let draft = link.draft();
        let mut keys = Keys(seed);
        let entry = Entry::new(keys.next(), draft.clone(), kept);
        let mut workspace = Workspace {
            before: draft.scenario.clone(),
            overlaid: Vec::new(),
            reference: Reference::Preset(PresetId::Trend),
            view: link.view,
            history: History::default(),
            held: None,
            replaying: false,
            edits: 0,
            keys,
            state: State { active: entry.key, entries: Rc::new(vec![entry]), script: Rc::default() },
        };
        workspace.state = workspace.take_in(link, Vec::new(), &[], kept);
        workspace
    }

    /// The address that describes all scenarios; `language` where it holds for this visit only.
    pub fn link(&self, language: Option<Language>) -> Link {
        let entries = &self.state.entries;
        let place = |key: Key| entries.iter().position(|entry| entry.key == key);
        let overlaid = self.overlaid.iter().filter_map(|&key| place(key)).collect();
        let reference = self.reference_in(&self.state).map(|key| place(key).unwrap_or(0));
        Link {
            drafts: entries.iter().map(|entry| entry.draft.clone()).collect(),
            active: place(self.state.active).unwrap_or(0),
            overlaid,
            reference,
            view: self.view,
            language,
        }
    }

    /// The address that describes the active scenario, and the one it is held against.
    pub fn link_to_active(&self, language: Option<Language>) -> Link {
        let all = self.link(language);
        let mut drafts = vec![all.draft().clone()];
        let reference = all.reference.map(|at| {
            if at == all.active {
                return 0;
            }
            drafts.push(all.drafts[at].clone());
            1
        });
        Link { drafts, active: 0, overlaid: Vec::new(), reference, ..all }
    }

    /// What is to be stored: the scenarios as they are, whatever a replay shows, but for those that came by an address
    /// and are not kept.
    pub fn kept(&self) -> impl Iterator<Item = &Entry> {
        self.state.entries.iter().filter(|entry| entry.kept)
    }

    /// Whether there is a scenario that is not kept.
    pub fn has_guests(&self) -> bool {
        self.state.entries.iter().any(|entry| !entry.kept)
    }

    /// What is shown: the present state, or the one before the last step while that is replayed.
    fn seen(&self) -> &State {
        self.history.last().filter(|_| self.replaying).map_or(&self.state, |step| &step.before)
    }

    /// The scenarios, in the user's order; never empty.
    pub fn entries(&self) -> &[Entry] {
        &self.seen().entries
    }

    /// The scenario under a key.
    pub fn find(&self, key: Key) -> Option<&Entry> {
        self.seen().find(key)
    }

    /// The key of the scenario that edits go to.
    pub fn active(&self) -> Key {
        self.seen().entry().key
    }

    /// The scenario that edits go to.
    pub fn draft(&self) -> &Rc<Draft> {
        &self.seen().entry().draft
    }

    /// The scenes of the presentation, in their order.
    pub fn script(&self) -> &[Scene] {
        &self.seen().script
    }

    /// Whether a scenario is laid over the charts.
    pub fn is_overlaid(&self, key: Key) -> bool {
        self.overlaid.contains(&key)
    }

    /// What differences are taken against; the trend where its scenario is gone.
    pub fn reference(&self) -> Reference<Key> {
        self.reference_in(self.seen())
    }

    fn reference_in(&self, state: &State) -> Reference<Key> {
        match self.reference {
            Reference::Scenario(key) if state.find(key).is_none() => Reference::Preset(PresetId::Trend),
            reference => reference,
        }
    }

    /// The scenario that differences are taken against.
    pub fn reference_draft(&self, plan: &Plan) -> Rc<Draft> {
        let preset = match self.reference {
            Reference::Preset(preset) => preset,
            Reference::Scenario(key) => match self.seen().find(key) {
                Some(entry) => return entry.draft.clone(),
                None => PresetId::Trend,
            },
        };
        Rc::new(Draft::of_preset(plan, preset))
    }

    pub fn history(&self) -> &History {
        &self.history
    }

    /// Whether a drag is under way: edits until its commit count as one.
    pub fn dragging(&self) -> bool {
        self.held.is_some()
    }

    /// Whether the state before the last step is shown instead of the present one.
    pub fn replaying(&self) -> bool {
        self.replaying
    }

    /// A name that no scenario bears: `base`, or `base` with the first free number. Cut where it would be too long.
    pub fn free_name(&self, base: &str) -> String {
        let taken = |name: &str| self.state.entries.iter().any(|entry| entry.draft.name() == name);
        if !taken(base) {
            return base.to_owned();
        }
        let base: String = base.chars().take(NAME_LENGTH - " 99".len()).collect();
        let mut number = 2;
        loop {
            let name = format!("{base} {number}");
            if !taken(&name) {
                return name;
            }
            number += 1;
        }
    }

    /// Whether a lever differs from the basis.
    pub fn lever_changed(&self, plan: &Plan, id: LeverId) -> bool {
        let draft = self.draft();
        let basis = plan.lever(id).presets[draft.basis.index()];
        draft.scenario.lever(plan, id).iter().any(|&value| value != basis)
    }

    /// How many levers differ from the basis.
    pub fn levers_changed(&self, plan: &Plan) -> usize {
        plan.levers.iter().filter(|lever| self.lever_changed(plan, lever.id)).count()
    }

    /// How many coefficients, facts and readings differ from the plan's.
    pub fn assumptions_changed(&self, plan: &Plan) -> usize {
        let preset = Scenario::preset(plan, PresetId::Trend);
        let differs = |input: &&Input| input.differs(plan, &self.draft().scenario, &preset);
        Input::ALL[LEVERS..].iter().filter(differs).count()
    }
}
