//! The middle pane: the summary, and all indicators in the order of the plan's table.

use std::rc::Rc;

use yew::prelude::*;

use super::findings::Shared;
use super::hints::hints;
use super::notices::notice_list;
use super::score_row::{Odds, Score, ScoreRow};
use super::store::{Message, PlanRef, Send};
use super::summary::summary_line;
use crate::catalogue::{labels, sentences};
use crate::chart::sparkline;
use crate::engine::Likelihood;
use crate::plan::{IndicatorId, Side};
use crate::text::Language;
use crate::workspace::{Action, ActionError, Notice, Results, Workspace};

#[derive(Properties, PartialEq)]
pub struct ScoreboardProps {
    pub plan: PlanRef,
    pub language: Language,
    pub workspace: Rc<Workspace>,
    pub results: Rc<Results>,
    pub likelihood: Option<Shared<Likelihood>>,
    pub notices: Rc<Vec<Notice>>,
    pub refusal: Option<ActionError>,
    pub show_hints: bool,
    /// What stands below the table.
    pub foot: Html,
    pub send: Send,
}

#[component]
pub fn Scoreboard(props: &ScoreboardProps) -> Html {
    let ScoreboardProps { plan, language, workspace, results, likelihood, notices, refusal, show_hints, foot, send } =
        props;
    let (plan, language) = (*plan, *language);
    let selected = workspace.view.indicator;
    let bands = likelihood.as_ref().map(|likelihood| &likelihood.bands);
    let settled = (!workspace.dragging()).then_some(workspace.edits);

    // News of the chances alone leave what the rows say else as it is.
    let rows = use_memo((plan, Shared(results.clone())), |(plan, results)| {
        let row = |id: IndicatorId| {
            let target = results.own.summary.assessments[id.index()].target;
            let spark = sparkline(&results.own.projection, &results.reference.projection, id, target);
            (Score::new(plan, id, results), spark)
        };
        IndicatorId::ALL.iter().copied().map(row).collect::<Vec<_>>()
    });

    let rows = &rows[..];

    // Up and Down move the choice from the row that has the keyboard, as in a list.
    let on_key = {
        let send = send.clone();
        move |event: KeyboardEvent| {
            let at = row_of(&event).unwrap_or(selected).index();
            let next = match event.key().as_str() {
                "ArrowDown" => IndicatorId::ALL.get(at + 1),
                "ArrowUp" => at.checked_sub(1).and_then(|at| IndicatorId::ALL.get(at)),
                _ => return,
            };
            event.prevent_default();
            if let Some(&next) = next {
                send.emit(Message::Act(Action::Select(next)));
                focus_row(next);
            }
        }
    };
    let rows_of = |side: Side| {
        plan.0.indicators.iter().filter(move |indicator| indicator.side == side).map(move |indicator| {
            let id = indicator.id;
            let (score, spark) = rows[id.index()].clone();
            html! {
                <ScoreRow
                    key={id.id()}
                    {plan}
                    {id}
                    {language}
                    {score}
                    {spark}
                    odds={bands.map_or_else(Odds::default, |bands| Odds::new(id, results, bands))}
                    selected={id == selected}
                    {settled}
                    send={send.clone()}
                />
            }
        })
    };
    let body = |side: Side| {
        html! {
            <tbody role="rowgroup">
                <tr role="row" class="side"><th role="rowheader" scope="rowgroup">{ labels::side(side).get(language) }</th></tr>
                { for rows_of(side) }
            </tbody>
        }
    };
    html! {
        <section class="scores" aria-label={labels::SCOREBOARD.get(language)}>
            { notice_list(&plan, language, notices, *refusal, send) }
            { summary_line(&plan, language, workspace, results, bands, send) }
            <table role="table" class="scoreboard" onkeydown={on_key}>
                <thead role="rowgroup">
                    <tr role="row">
                        <th role="columnheader" scope="col" class="score-head">{ labels::INDICATOR_COLUMN.get(language) }</th>
                        <th role="columnheader" scope="col" class="score-value">{ labels::VALUE_COLUMN.get(language) }</th>
                        <th role="columnheader" scope="col" class="score-target">{ labels::TARGET_COLUMN.get(language) }</th>
                        <th role="columnheader" scope="col" class="score-difference">{ sentences::versus(&plan, workspace, language) }</th>
                        <th role="columnheader" scope="col" class="score-status">{ labels::COMPLETION_COLUMN.get(language) }</th>
                        <th role="columnheader" scope="col" class="score-chance">{ labels::CHANCE_COLUMN.get(language) }</th>
                        <th role="columnheader" scope="col" class="score-path">{ labels::PATH_COLUMN.get(language) }</th>
                    </tr>
                </thead>
                { body(Side::Input) }
                { body(Side::Output) }
            </table>
            { foot.clone() }
            if *show_hints {
                { hints(language, send) }
            }
        </section>
    }
}

/// The row that an event happened in.
fn row_of(event: &KeyboardEvent) -> Option<IndicatorId> {
    let target = wasm_bindgen::JsCast::dyn_into::<web_sys::Element>(event.target()?).ok()?;
    let row = target.closest("[data-indicator]").ok()??;
    IndicatorId::parse(&row.get_attribute("data-indicator")?)
}

/// Moves the keyboard to a row.
fn focus_row(id: IndicatorId) {
    let selector = format!("[data-indicator='{}'] .score-name", id.id());
    let button = gloo::utils::document().query_selector(&selector).ok().flatten();
    if let Some(button) = button.and_then(|button| wasm_bindgen::JsCast::dyn_into::<web_sys::HtmlElement>(button).ok())
    {
        // An element that cannot take the focus leaves it where it is.
        let _ = button.focus();
    }
}
