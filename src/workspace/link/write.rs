//! Writes addresses.

use std::rc::Rc;

use percent_encoding::{AsciiSet, NON_ALPHANUMERIC, utf8_percent_encode};

use super::super::draft::Draft;
use super::super::input::{Input, changed, reading_id};
use super::super::stamp::Stamp;
use super::super::{Computed, Page, Reference, Tab, Workspace};
use super::{Link, SCHEME_VERSION, STAMP};
use crate::model::{MODEL_VERSION, Scenario};
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

/// Writes an address, without the leading `#`.
pub fn write_link(plan: &Plan, link: &Link) -> String {
    write(plan, link, |_, _| {})
}

/// Writes an address to be passed on: each scenario with its stamp, so that whoever opens it learns whether its figures
/// are still the same.
pub fn write_shared(plan: &Plan, link: &Link) -> String {
    write(plan, link, |out, draft| {
        let stamp = Stamp::new(plan, &Computed::new(plan, draft.scenario.clone()));
        out.part(STAMP, &stamp.to_string());
    })
}

/// Writes an address; `end` adds to each scenario.
fn write(plan: &Plan, link: &Link, end: impl Fn(&mut Parts, &Draft)) -> String {
    let mut out = Parts::default();
    out.part("v", &SCHEME_VERSION.to_string());
    out.part("m", &MODEL_VERSION.to_string());
    for draft in &link.drafts {
        if link.drafts.len() > 1 || !draft.name().is_empty() {
            out.text("n", draft.name());
        }
        out.draft(plan, draft, &changed(plan, &draft.scenario, draft.basis));
        end(&mut out, draft);
    }
    if link.active > 0 {
        out.part("active", &place(link.active));
    }
    if !link.overlaid.is_empty() {
        let places: Vec<String> = link.overlaid.iter().map(|&at| place(at)).collect();
        out.part("shown", &places.join(","));
    }
    match link.reference {
        Reference::Preset(PresetId::Trend) => {}
        Reference::Preset(preset) => out.part("ref", preset.id()),
        Reference::Scenario(at) => out.part("ref", &place(at)),
    }
    out.part("i", link.view.indicator.id());
    if link.view.page != Page::default() {
        out.part("page", link.view.page.id());
    }
    if link.view.tab != Tab::default() {
        out.part("tab", link.view.tab.id());
    }
    if let Some(language) = link.language {
        out.part("lang", language.code());
    }
    out.0
}

/// Places are counted from 1.
fn place(at: usize) -> String {
    (at + 1).to_string()
}

/// The parts of an address, written one after the other.
#[derive(Default)]
pub struct Parts(pub String);

impl Parts {
    pub fn part(&mut self, key: &str, value: &str) {
        if !self.0.is_empty() {
            self.0.push('&');
        }
        self.0.push_str(key);
        self.0.push('=');
        self.0.push_str(value);
    }

    pub fn text(&mut self, key: &str, text: &str) {
        self.part(key, "");
        self.0.extend(utf8_percent_encode(text, TEXT));
    }

    /// What follows a scenario's name, with these of its inputs.
    pub fn draft(&mut self, plan: &Plan, draft: &Draft, inputs: &[Input]) {
        self.part("p", draft.basis.id());
        self.inputs(plan, &draft.scenario, inputs);
        if !draft.annotation().is_empty() {
            self.text("a", draft.annotation());
        }
        for (input, note) in draft.notes() {
            self.text(&["note.", &input.key()].concat(), note);
        }
        for &(id, low, high) in draft.spread() {
            self.numbers(&["r.", id.id()].concat(), &[low, high]);
        }
    }

    /// The inputs that are not as the preset has them.
    pub fn changed(&mut self, plan: &Plan, scenario: &Scenario, basis: PresetId) {
        self.inputs(plan, scenario, &changed(plan, scenario, basis));
    }

    fn inputs(&mut self, plan: &Plan, scenario: &Scenario, inputs: &[Input]) {
        for &input in inputs {
            if input == Input::Reading {
                self.part(&input.key(), reading_id(scenario.reading()));
                continue;
            }
            let numbers = input.numbers(plan, scenario);
            let flat = matches!(input, Input::Lever(_)) && numbers.iter().all(|&number| number == numbers[0]);
            let written = if flat { &numbers[..1] } else { numbers };
            self.numbers(&input.key(), written);
        }
    }

    pub fn numbers(&mut self, key: &str, numbers: &[f64]) {
        let written: Vec<String> = numbers.iter().map(|&number| exact(number)).collect();
        self.part(key, &written.join(","));
    }
}
