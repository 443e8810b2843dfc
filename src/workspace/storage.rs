//! What the browser keeps: an item a scenario, one for the whole and one for the script, each with its version and revision.
//!
//! `tuiyan.scenario.KEY` holds `1;REVISION;CODE;` and the scenario as an address has it, with every input written out;
//! `tuiyan.workspace` holds `1;REVISION;CODE;` and order, active and overlaid scenarios, reference and view;
//! `tuiyan.script` holds the script (see `script/item.rs`). A revision counts the item's writings, so that a tab sees that another one wrote; the code is that of what follows it, so that
//! damage shows.

use std::rc::Rc;

use super::code::Code;
use super::draft::{Draft, Entry, Key};
use super::history::State;
use super::input::Input;
use super::link::{Parts, read_single};
use super::script::{SCRIPT_NAME, Scene, read_script};
use super::{Action, Link, Page, Reference, Tab, View, Workspace};
use crate::plan::{IndicatorId, Plan, PresetId};

/// The version of all kinds of item.
const VERSION: u32 = 1;

/// The name of the item for the whole.
pub const INDEX_NAME: &str = "tuiyan.workspace";
const ENTRY_PREFIX: &str = "tuiyan.scenario.";

/// The name of a scenario's item.
pub fn entry_name(key: Key) -> String {
    format!("{ENTRY_PREFIX}{key}")
}

/// The scenario whose item has this name.
pub fn entry_key(name: &str) -> Option<Key> {
    Key::parse(name.strip_prefix(ENTRY_PREFIX)?)
}

/// An item's content with its revision.
#[derive(Clone, PartialEq, Debug)]
pub struct Stored<T> {
    pub revision: u32,
    pub content: T,
}

/// Why an item cannot be read. It is left as it is.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Unreadable {
    /// Of a version that this program does not know yet.
    Newer(u32),
    /// Not as it was written.
    Damaged,
}

/// Writes a scenario's item.
pub fn write_entry(plan: &Plan, revision: u32, draft: &Draft) -> String {
    let mut parts = Parts::default();
    if !draft.name().is_empty() {
        parts.text("n", draft.name());
    }
    parts.draft(plan, draft, &Input::ALL);
    item(revision, &parts)
}

/// Reads a scenario's item.
pub fn read_entry(plan: &Plan, text: &str) -> Result<Stored<Draft>, Unreadable> {
    let (revision, fragment) = open(text)?;
    let (draft, notices) = read_single(plan, fragment);
    if !notices.is_empty() {
        return Err(Unreadable::Damaged);
    }
    Ok(Stored { revision, content: draft })
}

/// What the item for the whole says of the scenarios; a key may be one whose item is gone.
#[derive(Clone, PartialEq, Debug)]
pub struct Index {
    pub order: Vec<Key>,
    pub active: Key,
    pub overlaid: Vec<Key>,
    pub reference: Reference<Key>,
    pub view: View,
}

impl Index {
    /// The index of a workspace; scenarios that came by an address and are not kept stay out.
    pub fn new(workspace: &Workspace) -> Self {
        let order: Vec<Key> = workspace.kept().map(|entry| entry.key).collect();
        Index {
            active: workspace.state.active,
            overlaid: workspace.overlaid.iter().copied().filter(|key| order.contains(key)).collect(),
            reference: workspace.reference_in(&workspace.state),
            view: workspace.view,
            order,
        }
    }
}

/// Writes the item for the whole.
pub fn write_index(revision: u32, index: &Index) -> String {
    let mut parts = Parts::default();
    parts.part("order", &keys(&index.order));
    parts.part("active", &index.active.to_string());
    parts.part("shown", &keys(&index.overlaid));
    let reference = match index.reference {
        Reference::Preset(preset) => preset.id().to_owned(),
        Reference::Scenario(key) => key.to_string(),
    };
    parts.part("ref", &reference);
    parts.part("page", index.view.page.id());
    parts.part("i", index.view.indicator.id());
    parts.part("tab", index.view.tab.id());
    item(revision, &parts)
}

/// Reads the item for the whole.
pub fn read_index(text: &str) -> Result<Stored<Index>, Unreadable> {
    let (revision, content) = open(text)?;
    let content = parse_index(content).ok_or(Unreadable::Damaged)?;
    Ok(Stored { revision, content })
}

fn parse_index(text: &str) -> Option<Index> {
    let mut parts = text.split('&');
    let mut part = |key: &str| parts.next()?.strip_prefix(key)?.strip_prefix('=');
    let list =
        |keys: &str| -> Option<Vec<Key>> { keys.split(',').filter(|key| !key.is_empty()).map(Key::parse).collect() };
    let order = list(part("order")?)?;
    let active = Key::parse(part("active")?)?;
    let overlaid = list(part("shown")?)?;
    let reference = part("ref")?;
    let reference = match PresetId::parse(reference) {
        Some(preset) => Reference::Preset(preset),
        None => Reference::Scenario(Key::parse(reference)?),
    };
    let view = View {
        page: Page::parse(part("page")?)?,
        indicator: IndicatorId::parse(part("i")?)?,
        tab: Tab::parse(part("tab")?)?,
    };
    Some(Index { order, active, overlaid, reference, view })
}

fn keys(keys: &[Key]) -> String {
    keys.iter().map(Key::to_string).collect::<Vec<_>>().join(",")
}

pub(super) fn item(revision: u32, parts: &Parts) -> String {
    format!("{VERSION};{revision};{};{}", Code::of(&parts.0), parts.0)
}

/// The revision and content of an item of a version that is known.
pub(super) fn open(text: &str) -> Result<(u32, &str), Unreadable> {
    let parsed = text.split_once(';').and_then(|(version, rest)| Some((version.parse().ok()?, rest)));
    let Some((version, rest)) = parsed else { return Err(Unreadable::Damaged) };
    if version > VERSION {
        return Err(Unreadable::Newer(version));
    }
    let parsed = || {
        let (revision, rest) = rest.split_once(';')?;
        let (code, content) = rest.split_once(';')?;
        (version == VERSION && Code::parse(code)? == Code::of(content)).then_some((revision.parse().ok()?, content))
    };
    parsed().ok_or(Unreadable::Damaged)
}

/// An item that could not be read, to be told of and offered for download.
#[derive(Clone, PartialEq, Debug)]
pub struct SetAside {
    pub name: String,
    pub text: String,
    pub why: Unreadable,
}

/// What came back from the browser's storage.
#[derive(Clone, PartialEq, Debug)]
pub struct Restored {
    /// `None` where no scenario is stored that can be read.
    pub workspace: Option<Workspace>,
    /// Which the workspace has too, and which stays where no scenario is stored: scenes can be on presets alone.
    pub script: Rc<Vec<Scene>>,
    /// The revisions of what was read.
    pub revisions: Vec<(Key, u32)>,
    pub index_revision: u32,
    pub set_aside: Vec<SetAside>,
}

/// The workspace of all items of the storage, by name; others than ours are passed over. What cannot be read is set
/// aside and the rest loads, without an index in the order of keys. New keys follow from `seed`.
pub fn restore(plan: &Plan, items: &[(String, String)], seed: u64) -> Restored {
    let mut restored = Restored {
        workspace: None,
        script: Rc::default(),
        revisions: Vec::new(),
        index_revision: 0,
        set_aside: Vec::new(),
    };
    let set_aside = |(name, text): &(String, String), why| SetAside { name: name.clone(), text: text.clone(), why };
    let mut index = None;
    if let Some(item) = items.iter().find(|(name, _)| name == INDEX_NAME) {
        match read_index(&item.1) {
            Ok(stored) => {
                restored.index_revision = stored.revision;
                index = Some(stored.content);
            }
            Err(why) => restored.set_aside.push(set_aside(item, why)),
        }
    }
    if let Some(item) = items.iter().find(|(name, _)| name == SCRIPT_NAME) {
        match read_script(plan, &item.1) {
            Ok(stored) => restored.script = Rc::new(stored.content),
            Err(why) => restored.set_aside.push(set_aside(item, why)),
        }
    }
    // Those that the index does not know come last.
    let place = |key: Key| {
        let known = index.as_ref().and_then(|index| index.order.iter().position(|known| *known == key));
        (known.unwrap_or(usize::MAX), key)
    };
    let mut entries: Vec<Entry> = Vec::new();
    for item in items {
        let Some(key) = entry_key(&item.0) else { continue };
        match read_entry(plan, &item.1) {
            Ok(stored) => {
                restored.revisions.push((key, stored.revision));
                let at = entries.iter().position(|entry| place(entry.key) > place(key)).unwrap_or(entries.len());
                entries.insert(at, Entry::new(key, Rc::new(stored.content), true));
            }
            Err(why) => restored.set_aside.push(set_aside(item, why)),
        }
    }
    if entries.is_empty() {
        return restored;
    }
    let mut workspace = Workspace::of_link(&Link::new(plan), seed);
    let active = index.as_ref().map(|index| index.active).filter(|key| entries.iter().any(|entry| entry.key == *key));
    workspace.state =
        State { active: active.unwrap_or(entries[0].key), entries: Rc::new(entries), script: restored.script.clone() };
    if let Some(index) = index {
        workspace.overlaid = index.overlaid;
        workspace.reference = index.reference;
        workspace.view = index.view;
    }
    workspace.before = workspace.draft().scenario.clone();
    restored.workspace = Some(workspace);
    restored
}

/// Where the address came from that the page begins with.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Came {
    /// From outside, or the page wrote it while it held scenarios that are not kept: what it holds opens beside what is
    /// stored.
    FromOutside,
    /// The page wrote it of what is stored, which may have gone on since: it says only where the user looked.
    FromPage,
    /// It holds no scenario.
    Bare,
}

/// The workspace that the page begins with, from the stored items and the address.
pub fn begin(plan: &Plan, items: &[(String, String)], link: &Link, came: Came, seed: u64) -> Workspace {
    let restored = restore(plan, items, seed);
    let Some(mut workspace) = restored.workspace else {
        let mut workspace = Workspace::visiting(link, seed);
        workspace.state.script = restored.script;
        return workspace;
    };
    let action = match came {
        Came::Bare => return workspace,
        Came::FromOutside => Action::Visit(Box::new(link.clone())),
        Came::FromPage => {
            workspace.view = link.view;
            let found = workspace.entries().iter().find(|entry| entry.draft == *link.draft());
            Action::Activate(found.map_or(workspace.active(), |entry| entry.key))
        }
    };
    // Neither action is ever refused: the key is the workspace's own.
    workspace.apply(plan, &action).unwrap_or(workspace)
}

/// What to do with a scenario, or the script, that this tab and another one share.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Resolution {
    /// Both agree.
    Nothing,
    /// Only this tab changed it: write it, or delete it there.
    Write,
    /// Only the other tab changed or deleted it: take that over.
    Take,
    /// Both changed it: the other tab's stays under the key, this one's gets a key of its own.
    KeepBoth,
}

/// Holds this tab's and the stored version against the one that this tab last read or wrote; `None` is one that is
/// not there, so that a change always outlives a deletion.
pub fn reconcile<T: PartialEq + ?Sized>(base: Option<&T>, own: Option<&T>, theirs: Option<&T>) -> Resolution {
    match (own, theirs) {
        _ if own == theirs => Resolution::Nothing,
        _ if theirs == base => Resolution::Write,
        _ if own == base => Resolution::Take,
        (_, None) => Resolution::Write,
        (None, _) => Resolution::Take,
        _ => Resolution::KeepBoth,
    }
}
