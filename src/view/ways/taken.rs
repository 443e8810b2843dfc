//! The ways as a table that is taken along: what each costs, where it lands, what it needs, where it puts the levers.

use super::Column;
use crate::analysis::Targets;
use crate::catalogue::tables::{TextTable, with_unit};
use crate::catalogue::{desk, sentences, ways as words};
use crate::engine::Route;
use crate::plan::Plan;
use crate::text::Language;
use crate::text::number::{at_least, fixed};
use crate::workspace::Stamp;

/// A column a way, the present first, each with the stamp of its scenario; levers by their means of the years.
pub fn table(plan: &Plan, targets: Targets, columns: &[Column], foot: String, language: Language) -> TextTable {
    type Cell<'a> = &'a dyn Fn(&Column) -> String;
    let row = |name: String, cell: Cell| std::iter::once(name).chain(columns.iter().map(cell)).collect();
    let found = |name: String, cell: fn(&Route) -> String| {
        row(name, &|column| column.route.as_deref().map_or_else(String::new, cell))
    };

    let mut rows: Vec<Vec<String>> = vec![
        row(String::new(), &|column| column.name.get(language).to_owned()),
        found(words::EFFORT.get(language).to_owned(), |route| fixed(route.found.effort, 3)),
        found(with_unit(words::CHANCE.get(language), "%"), |route| {
            route.found.chance.map_or_else(String::new, words::chance_text)
        }),
    ];
    rows.extend(plan.indicators.iter().map(|indicator| {
        let name = with_unit(indicator.name.get(language), indicator.unit.get(language));
        row(name, &|column| {
            sentences::value(indicator, column.computed.summary.assessments[indicator.id.index()].value)
        })
    }));
    if let Some(first) = columns.first() {
        for (at, (name, _, unit)) in words::resources(&first.resources, language).into_iter().enumerate() {
            rows.push(row(with_unit(name, unit), &|column| {
                words::resources(&column.resources, language)[at].1.clone()
            }));
        }
    }
    rows.extend(plan.levers.iter().filter(|lever| plan.is_policy(lever.id)).map(|lever| {
        row(with_unit(lever.name.get(language), lever.unit.get(language)), &|column| {
            at_least((column.computed.scenario.lever_mean(plan, lever.id) * 1e4).round() / 1e4, lever.decimals)
        })
    }));
    rows.push(row(desk::STAMP.get(language).to_owned(), &|column| Stamp::new(plan, &column.computed).to_string()));

    let chosen = words::names(plan, targets, language);
    let title = sentences::labelled(words::WAYS.get(language), &chosen, language);
    TextTable { title, rows, foot }
}
