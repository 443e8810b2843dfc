//! The ways side by side: what each costs, where all indicators then land, and what it needs.

use std::rc::Rc;

use yew::prelude::*;

use super::{Column, taken};
use crate::analysis::Targets;
use crate::catalogue::{desk, labels, sentences, tables, ways as words, why};
use crate::plan::Indicator;
use crate::text::number::fixed;
use crate::text::{Language, Text};
use crate::view::button;
use crate::view::desk::copy::CopyButton;
use crate::view::store::{Message, PlanRef, Send};
use crate::workspace::{Action, Change, Edit, Page, Results, Workspace};

#[derive(Properties, PartialEq)]
pub struct RoutesProps {
    pub plan: PlanRef,
    pub language: Language,
    pub targets: Targets,
    /// The present, then the ways; empty while none is known.
    pub columns: Rc<Vec<Column>>,
    pub workspace: Rc<Workspace>,
    pub results: Rc<Results>,
    /// The confidence that the last column was sought for.
    pub wanted: Option<f64>,
    /// The last step.
    pub step: Option<Change>,
    pub send: Send,
}

#[component]
pub fn Routes(props: &RoutesProps) -> Html {
    let RoutesProps { plan, language, targets, columns, step, send, .. } = props;
    let language = *language;
    // The name of the way that was taken last.
    let applied = use_state_eq(|| None::<Text>);
    let discard = send.reform(|_: MouseEvent| Message::Act(Action::Turn(Page::Model)));
    let undo = send.reform(|_: MouseEvent| Message::Act(Action::Undo));
    let shown = applied.filter(|_| *step == Some(Change::TakeLevers));
    html! {
        <>
            <div class="depth-head">
                <div class="figure-head">
                    <h2>{ words::WAYS.get(language) }</h2>
                    { button::action(words::DISCARD.get(language), false, discard) }
                </div>
                <p class="subtitle">{ sentences::labelled(
                    words::RESULT.get(language),
                    &words::names(plan, *targets, language),
                    language,
                ) }</p>
            </div>
            <p class="applied" role="status">
                if let Some(name) = shown {
                    { words::applied(name.get(language), language) }
                    { button::action(words::UNDO.get(language), false, undo) }
                }
            </p>
            if columns.is_empty() && *targets != Targets::default() {
                <p class="part" role="status">{ why::CALCULATING.get(language) }</p>
            } else if !columns.is_empty() {
                { table(props, &applied) }
                { remarks(props) }
                <p class="buttons">
                    <CopyButton label={desk::COPY_TABLE.get(language)} {language} content={content(props)} />
                </p>
            }
        </>
    }
}

fn table(props: &RoutesProps, applied: &UseStateHandle<Option<Text>>) -> Html {
    let RoutesProps { plan, language, columns, .. } = props;
    let (plan, language) = (*plan, *language);
    let side = |text: Text| {
        html! {
            <tr class="side"><th scope="rowgroup" colspan={(columns.len() + 1).to_string()}>{ text.get(language) }</th></tr>
        }
    };
    let row = |name: Text, cell: &dyn Fn(&Column) -> Html| {
        html! {
            <tr>
                <th scope="row">{ name.get(language) }</th>
                { for columns.iter().map(cell) }
            </tr>
        }
    };
    let now = &columns[0].computed.scenario;
    let effort = |column: &Column| number(column.route.as_ref().map(|route| fixed(route.found.effort, 3)));
    let moved = |column: &Column| {
        let there = &column.computed.scenario;
        let moved = plan.0.levers.iter().filter(|lever| there.lever(&plan, lever.id) != now.lever(&plan, lever.id));
        number(column.route.as_ref().map(|_| moved.count().to_string()))
    };
    let chance = |column: &Column| {
        let Some(route) = &column.route else { return number(None) };
        let text =
            route.found.chance.map_or_else(|| "…".to_owned(), |chance| format!("{} %", words::chance_text(chance)));
        html! { <td class="chance">{ text }</td> }
    };
    let resources: Vec<_> = columns.iter().map(|column| words::resources(&column.resources, language)).collect();
    let resource = |at: usize| {
        let (name, _, unit) = resources[0][at];
        html! {
            <tr>
                <th scope="row">{ name }{ " " }<span class="muted">{ unit }</span></th>
                { for resources.iter().map(|rows| html! { <td>{ rows[at].1.clone() }</td> }) }
            </tr>
        }
    };
    html! {
        <table class="listing route-table">
            <caption class="unseen">{ words::WAYS.get(language) }</caption>
            <thead>
                <tr>
                    <td></td>
                    { for columns.iter().map(|column| html! { <th scope="col">{ column.name.get(language) }</th> }) }
                </tr>
            </thead>
            <tbody>
                { row(words::RESULT, &|column| result(props, column)) }
                { row(words::EFFORT, &effort) }
                { row(words::MOVED, &moved) }
                { row(words::CHANCE, &chance) }
                <tr>
                    <td></td>
                    { for columns.iter().map(|column| html! { <td>{ apply(props, column, applied) }</td> }) }
                </tr>
            </tbody>
            <tbody>
                { side(words::LANDING) }
                { for plan.0.indicators.iter().map(|indicator| landing(props, indicator)) }
            </tbody>
            <tbody>
                { side(words::RESOURCES) }
                { for (0..resources[0].len()).map(resource) }
            </tbody>
        </table>
    }
}

/// The table as it is copied.
fn content(props: &RoutesProps) -> Callback<(), (String, Option<String>)> {
    let RoutesProps { plan, language, targets, columns, workspace, results, .. } = props;
    let (plan, language, targets, columns) = (*plan, *language, *targets, columns.clone());
    let (workspace, results) = (workspace.clone(), results.clone());
    Callback::from(move |()| {
        let foot = tables::foot(&plan, &workspace, &results, language);
        taken::table(&plan, targets, &columns, foot, language).copied()
    })
}

fn number(text: Option<String>) -> Html {
    html! { <td>{ text }</td> }
}

/// Whether all chosen targets are met, or how many stay short.
fn result(props: &RoutesProps, column: &Column) -> Html {
    let language = props.language;
    let short = short(props, column).iter().count();
    html! {
        <td class={if short == 0 { "met" } else { "short" }}>
            if short == 0 {
                { words::REACHED.get(language) }
            } else {
                { words::stay_short(short, language) }
            }
        </td>
    }
}

/// The chosen targets that a column does not meet.
fn short(props: &RoutesProps, column: &Column) -> Targets {
    let assessments = &column.computed.summary.assessments;
    let met = crate::model::Status::Met;
    Targets::of(props.targets.iter().filter(|id| assessments[id.index()].status != met))
}

fn apply(props: &RoutesProps, column: &Column, applied: &UseStateHandle<Option<Text>>) -> Html {
    let RoutesProps { language, columns, send, .. } = props;
    if column.route.is_none() {
        return html! {};
    }
    let scenario = column.computed.scenario.clone();
    let same = *scenario == *columns[0].computed.scenario;
    let (send, setter, name) = (send.clone(), applied.setter(), column.name);
    let on_click = move |_: MouseEvent| {
        setter.set(Some(name));
        send.emit(Edit::TakeLevers(scenario.clone()).into());
    };
    html! {
        <button
            class="link"
            disabled={same}
            aria-label={words::apply_way(name.get(*language), *language)}
            onclick={on_click}
        >{ words::APPLY.get(*language) }</button>
    }
}

fn landing(props: &RoutesProps, indicator: &Indicator) -> Html {
    let RoutesProps { language, targets, columns, .. } = props;
    let language = *language;
    let cell = |column: &Column| {
        let mark = &column.computed.summary.assessments[indicator.id.index()];
        let status = labels::status(mark.status).get(language);
        html! {
            <td class={labels::status_class(mark.status)} title={status}>
                <span class="landing">{ sentences::value(indicator, mark.value) }</span>
                if mark.smaller_denominator {
                    <span title={labels::SMALLER_DENOMINATOR.get(language)}>{ "*" }</span>
                }
                <span class="mark" aria-hidden="true"></span>
                <span class="unseen">{ status }</span>
            </td>
        }
    };
    html! {
        <tr class={targets.contains(indicator.id).then_some("chosen")}>
            <th scope="row">
                { indicator.shortest.get(language) }{ " " }
                <span class="muted">{ sentences::target(indicator, columns[0].computed.summary.assessments[indicator.id.index()].target) }</span>
            </th>
            { for columns.iter().map(cell) }
        </tr>
    }
}

/// What must be said of the ways: what they cannot do, what holds for a bad reason, and how good the figures are.
fn remarks(props: &RoutesProps) -> Html {
    let RoutesProps { plan, language, targets, columns, wanted, .. } = props;
    let language = *language;
    let remarks = columns.iter().flat_map(|column| {
        let route = column.route.as_ref()?;
        let name = column.name.get(language);
        let assessments = &column.computed.summary.assessments;
        let smaller = targets.iter().filter(|id| assessments[id.index()].smaller_denominator);
        let smaller = Targets::of(smaller);
        let mut lines = Vec::new();
        if column.name == words::ASSURED {
            let chance = route.found.chance.unwrap_or_default();
            lines.extend(
                wanted.filter(|&wanted| chance < wanted).map(|wanted| words::not_assured(wanted, chance, language)),
            );
        } else if route.blocking != Targets::default() {
            let short = short(props, column);
            lines.push(words::unreachable(plan, name, route.blocking, short, assessments, language));
        }
        if smaller != Targets::default() {
            lines.push(words::smaller_denominator(plan, name, smaller, language));
        }
        Some(lines)
    });
    html! {
        <>
            <ul class="remarks">{ for remarks.flatten().map(|line| html! { <li>{ line }</li> }) }</ul>
            <p class="source">{ words::EFFORT_NOTE.get(language) }{ " " }{ words::RESOURCES_NOTE.get(language) }</p>
        </>
    }
}
