//! The scenarios of a workbook: each with the name and stamp it stands under.

use std::rc::Rc;

use super::Contents;
use crate::analysis::monte_carlo::Bands;
use crate::catalogue::{office as words, sentences};
use crate::plan::Plan;
use crate::text::Language;
use crate::workspace::{Computed, Draft, Stamp};

/// A scenario with its figures.
pub struct Column {
    /// No two columns have the same.
    pub name: String,
    pub stamp: String,
    pub draft: Rc<Draft>,
    pub computed: Computed,
    pub is_reference: bool,
    pub bands: Option<Bands>,
}

/// The scenarios in their order, then the reference unless it is one of them.
pub fn columns(plan: &Plan, language: Language, contents: &Contents) -> Vec<Column> {
    let Contents { scenarios, reference, likelihood, .. } = *contents;
    let place = scenarios
        .iter()
        .position(|draft| Rc::ptr_eq(draft, reference))
        .or_else(|| scenarios.iter().position(|draft| draft == reference))
        .unwrap_or(scenarios.len());
    let extra = (place == scenarios.len()).then_some(reference);
    let mut columns: Vec<Column> = Vec::new();
    for (at, draft) in scenarios.iter().chain(extra).enumerate() {
        let is_reference = at == place;
        let own = sentences::scenario_name(plan, draft).get(language).to_owned();
        let base = if is_reference { words::as_reference(&own, language) } else { own };
        let taken = |name: &String| columns.iter().any(|column| column.name == *name);
        let mut names = std::iter::once(base.clone()).chain((2..).map(|n| words::numbered(&base, n)));
        let name = names.find(|name| !taken(name)).unwrap_or(base);
        let computed = Computed::new(plan, draft.scenario.clone());
        columns.push(Column {
            name,
            stamp: Stamp::new(plan, &computed).to_string(),
            draft: draft.clone(),
            computed,
            is_reference,
            bands: likelihood.get(at).cloned(),
        });
    }
    columns
}
