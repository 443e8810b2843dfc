//! The address: scenarios and a view as a readable, editable fragment.
//!
//! `v=1&m=2&p=trend&gdp_growth=12.5&hnte_entry=20,21,22,23,24&c.rd_depreciation=0.12&k.gdp_2020=256&i=i5`: scheme and
//! model version, preset, then only what differs from it, in the model's units and at full precision. `n=NAME` starts
//! each scenario where there are several; `a` is an annotation, `note.KEY` the note on an input, `r.LEVER` the spread of those it was merged from,
//! `stamp` what a link that was passed on says of its figures. Of all of them speak
//! `active` and `shown` (places from 1), `ref` (a preset or a place), `i`, `tab` and `lang`. Keys from `o.` on are
//! reserved for observed values.

mod read;
mod write;

pub use read::{Notice, Reason, carries_scenario, read_link};
pub(super) use read::{decoded, read_single, shortened};
pub(super) use write::Parts;
pub use write::{LONGEST_SHARED, is_too_long, write_address, write_link, write_shared};

use std::rc::Rc;

use super::draft::Draft;
use super::{Reference, View};
use crate::plan::{Plan, PresetId};
use crate::text::Language;

/// The version of the address scheme.
pub const SCHEME_VERSION: u32 = 1;

/// The key of a scenario's stamp.
const STAMP: &str = "stamp";

/// What an address holds.
#[derive(Clone, PartialEq, Debug)]
pub struct Link {
    /// Never empty; places below are among them.
    pub(super) drafts: Vec<Rc<Draft>>,
    pub(super) active: usize,
    pub(super) overlaid: Vec<usize>,
    pub(super) reference: Reference<usize>,
    pub view: View,
    /// The language for this visit only.
    pub language: Option<Language>,
}

impl Link {
    /// The address without any part: the trend.
    pub fn new(plan: &Plan) -> Self {
        Link {
            drafts: vec![Rc::new(Draft::of_preset(plan, PresetId::Trend))],
            active: 0,
            overlaid: Vec::new(),
            reference: Reference::Preset(PresetId::Trend),
            view: View::default(),
            language: None,
        }
    }

    /// The address of one scenario.
    pub fn to(plan: &Plan, draft: Draft) -> Self {
        Link { drafts: vec![Rc::new(draft)], ..Link::new(plan) }
    }

    /// At least one.
    pub fn drafts(&self) -> &[Rc<Draft>] {
        &self.drafts
    }

    /// The place of the scenario to open.
    pub fn active(&self) -> usize {
        self.active
    }

    /// The scenario to open.
    pub fn draft(&self) -> &Rc<Draft> {
        &self.drafts[self.active]
    }

    /// The places of those laid over the charts.
    pub fn overlaid(&self) -> &[usize] {
        &self.overlaid
    }

    pub fn reference(&self) -> Reference<usize> {
        self.reference
    }
}
