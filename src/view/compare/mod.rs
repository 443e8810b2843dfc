//! 对比: the scenarios side by side, and only what they differ in.

mod inputs;
mod pair;
mod scores;
mod split;
mod taken;

use std::rc::Rc;

use yew::prelude::*;

use super::desk::copy::CopyButton;
use super::notices::notice_list;
use super::reference::reference_list;
use super::settled::use_settled;
use super::store::{PlanRef, Send, Store};
use crate::catalogue::{desk, labels, scenarios, sentences, tables};
use crate::chart::Name;
use crate::plan::Plan;
use crate::text::Language;
use crate::workspace::{Comparison, Computed, Draft, Key, Page, Reference, Results, Workspace};

/// The comparison of a workspace's scenarios.
pub fn compare(store: &Store, dark: bool, send: &Send) -> Html {
    html! {
        <Compare
            plan={store.plan}
            language={store.language()}
            workspace={store.workspace.clone()}
            results={store.results.clone()}
            {dark}
            send={send.clone()}
            notices={notice_list(&store.plan, store.language(), &store.notices, store.refusal, send)}
        />
    }
}

#[derive(Properties, PartialEq)]
struct CompareProps {
    plan: PlanRef,
    language: Language,
    workspace: Rc<Workspace>,
    results: Rc<Results>,
    dark: bool,
    send: Send,
    notices: Html,
}

/// A scenario of the page, or the reference.
#[derive(Clone, PartialEq)]
struct Side {
    /// The reference has none.
    key: Option<Key>,
    /// The scenario's place in the list, which decides how its line looks.
    place: u8,
    active: bool,
    name: Name,
    draft: Rc<Draft>,
    computed: Rc<Computed>,
}

/// What the tables and charts are made from.
struct Sides {
    reference: Side,
    /// In the order of the list, without the reference.
    scenarios: Vec<Side>,
    comparison: Comparison,
}

impl Sides {
    fn new(plan: &Plan, workspace: &Workspace, results: &Results) -> Self {
        let alone = workspace.entries().len() == 1;
        let entries = workspace.entries().iter().zip(0..);
        let shown = entries.filter(|(entry, _)| alone || Reference::Scenario(entry.key) != workspace.reference());
        let scenarios: Vec<Side> = shown
            .filter_map(|(entry, place)| {
                Some(Side {
                    key: Some(entry.key),
                    place,
                    active: entry.key == workspace.active(),
                    name: sentences::scenario_name(plan, &entry.draft),
                    draft: entry.draft.clone(),
                    computed: results.of(entry.key)?.clone(),
                })
            })
            .collect();
        let reference = Side {
            key: None,
            place: 0,
            active: false,
            name: sentences::reference_name(plan, workspace),
            draft: workspace.reference_draft(plan),
            computed: results.reference.clone(),
        };
        let keys: Vec<Key> = scenarios.iter().filter_map(|side| side.key).collect();
        Sides { reference, comparison: Comparison::new(plan, results, &keys), scenarios }
    }
}

/// Follows when the hand rests: tables are read, not watched.
#[component]
fn Compare(props: &CompareProps) -> Html {
    let CompareProps { plan, language, workspace, results, dark, send, notices } = props;
    let (plan, language) = (*plan, *language);
    let (shown, results) = use_settled(&(workspace.clone(), results.clone()), workspace.dragging());
    let sides = Sides::new(&plan, &shown, &results);
    let versus = sentences::versus(&plan, &shown, language);
    let content = {
        let (shown, results, versus) = (shown.clone(), results.clone(), versus.clone());
        Callback::from(move |()| {
            let foot = tables::foot(&plan, &shown, &results, language);
            taken::table(&plan, &Sides::new(&plan, &shown, &results), &versus, foot, language).copied()
        })
    };
    html! {
        <section class="compare" aria-label={labels::page(Page::Compare).get(language)}>
            { notices.clone() }
            <div class="compare-head">
                <h2>{ scenarios::COMPARISON.get(language) }</h2>
                { reference_list(&plan, language, workspace, send) }
            </div>
            if workspace.entries().len() == 1 {
                <p class="muted">{ scenarios::ONE_ALONE.get(language) }</p>
            }
            { scores::table(&plan, &sides, &versus, language) }
            <h3>{ scenarios::DIFFERING.get(language) }</h3>
            { inputs::table(&plan, &sides, language) }
            { split::table(&plan, &sides, &versus, language) }
            <p class="buttons">
                <CopyButton label={desk::COPY_TABLE.get(language)} {language} {content} />
            </p>
            <pair::Pair {plan} {language} reference={sides.reference} scenarios={sides.scenarios} dark={*dark} />
        </section>
    }
}

/// The head of a scenario's columns.
fn column_head(side: &Side, columns: u8, language: Language) -> Html {
    html! {
        <th scope="colgroup" class="scenario" colspan={columns.to_string()}>
            { if side.active { super::figure::own_swatch() } else { super::figure::scenario_swatch(side.place) } }
            { side.name.get(language).to_owned() }
        </th>
    }
}

/// The class that sets a number so that its decimal point stands under the others of its column.
fn at_decimal(number: &str) -> &'static str {
    match number.split_once('.').map_or(0, |(_, decimals)| decimals.len()) {
        0 => "number decimals-0",
        1 => "number decimals-1",
        2 => "number decimals-2",
        _ => "number",
    }
}

/// A table that scrolls sideways by itself, also by keyboard.
fn scrolling(label: &'static str, table: Html) -> Html {
    html! { <div class="scrolling" role="region" aria-label={label} tabindex="0">{ table }</div> }
}
