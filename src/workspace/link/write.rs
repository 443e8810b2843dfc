//! Writes addresses.

use std::rc::Rc;

use percent_encoding::{AsciiSet, NON_ALPHANUMERIC, utf8_percent_encode};

use super::super::draft::Draft;
use super::super::input::{self, Input, InputValue, reading_id};
use super::super::{Reference, Tab, Workspace};
use super::{Link, SCHEME_VERSION};
use crate::model::MODEL_VERSION;
use crate::plan::{Plan, PresetId};
use crate::text::Language;
use crate::text::number::exact;

/// Programs that pass addresses on cut longer ones, so that a file is offered instead; in bytes.
pub const LONGEST_SHARED: usize = 8_000;

/// What stands for itself in a text: the rest is percent-encoded, as browsers themselves do with part of it.
const TEXT: &AsciiSet = &NON_ALPHANUMERIC.remove(b'-').remove(b'_').remove(b'.').remove(b'~');

/// Whether a written address is too long to be passed on.
pub fn is_too_long(fragment: &str) -> bool {
    fragment.len() > LONGEST_SHARED
}

/// What the address bar holds: all scenarios, or the active one and its reference where that would be too long, without
/// annotation and notes where even that is.
pub fn write_address(plan: &Plan, workspace: &Workspace, language: Option<Language>) -> String {
    let all = write_link(plan, &workspace.link(language));
    if !is_too_long(&all) {
        return all;
    }
    let mut link = workspace.link_to_active(language);
    let active = write_link(plan, &link);
    if !is_too_long(&active) {
        return active;
    }
    for draft in &mut link.drafts {
        *draft = Rc::new(draft.without_texts());
    }
    write_link(plan, &link)
}

/// Writes an address, without the leading `#`. A merged scenario's spread is not part of it.
pub fn write_link(plan: &Plan, link: &Link) -> String {
    let mut parts = vec![format!("v={SCHEME_VERSION}"), format!("m={MODEL_VERSION}")];
    let several = link.drafts.len() > 1;
    for draft in &link.drafts {
        if several || !draft.name().is_empty() {
            parts.push(text("n", draft.name()));
        }
        write_draft(plan, draft, &mut parts);
    }
    if link.active > 0 {
        parts.push(format!("active={}", link.active + 1));
    }
    if !link.overlaid.is_empty() {
        let places: Vec<String> = link.overlaid.iter().map(|at| (at + 1).to_string()).collect();
        parts.push(format!("shown={}", places.join(",")));
    }
    match link.reference {
        Reference::Preset(PresetId::Trend) => {}
        Reference::Preset(preset) => parts.push(format!("ref={}", preset.id())),
        Reference::Scenario(at) => parts.push(format!("ref={}", at + 1)),
    }
    parts.push(format!("i={}", link.view.indicator.id()));
    if link.view.tab != Tab::default() {
        parts.push(format!("tab={}", link.view.tab.id()));
    }
    if let Some(language) = link.language {
        parts.push(format!("lang={}", language.code()));
    }
    parts.join("&")
}

fn write_draft(plan: &Plan, draft: &Draft, parts: &mut Vec<String>) {
    parts.push(format!("p={}", draft.basis.id()));
    parts.extend(numbers(plan, draft, draft.basis));
    if !draft.annotation().is_empty() {
        parts.push(text("a", draft.annotation()));
    }
    for (input, note) in draft.notes() {
        parts.push(text(&format!("note.{}", input.key()), note));
    }
}

fn text(key: &str, text: &str) -> String {
    format!("{key}={}", utf8_percent_encode(text, TEXT))
}

/// `key=value` for each input that is not as the preset has it, in the order of the tables.
pub fn numbers(plan: &Plan, draft: &Draft, basis: PresetId) -> Vec<String> {
    let changed = input::changed(plan, &draft.scenario, basis);
    changed.into_iter().map(|input| format!("{}={}", input.key(), value(input, plan, draft))).collect()
}

fn value(input: Input, plan: &Plan, draft: &Draft) -> String {
    match input.value(plan, &draft.scenario) {
        InputValue::Reading(reading) => reading_id(reading).to_owned(),
        InputValue::Numbers(numbers) => {
            let flat = matches!(input, Input::Lever(_)) && numbers.iter().all(|&number| number == numbers[0]);
            let written = if flat { &numbers[..1] } else { &numbers[..] };
            written.iter().map(|&number| exact(number)).collect::<Vec<_>>().join(",")
        }
    }
}
