//! One row of the scoreboard.

use yew::prelude::*;

use super::figure::{BAR_LENGTH, row_picture};
use super::store::{Message, PlanRef, Send};
use crate::analysis::monte_carlo::Bands;
use crate::catalogue::{chances, labels, sentences};
use crate::chart::{Spark, half_pixel};
use crate::model::Status;
use crate::plan::{Attribute, IndicatorId};
use crate::text::Language;
use crate::text::number::{completion, difference, shortest};
use crate::workspace::{Action, Results};

/// What a row shows, so that only a change of what is shown costs anything.
#[derive(Clone, PartialEq)]
pub struct Score {
    value: String,
    target: String,
    difference: String,
    /// What the last move did; empty where it did nothing.
    last: String,
    completion: String,
    /// The bar's length in pixels, to half a one.
    bar: String,
    status: Status,
    smaller_denominator: bool,
}

impl Score {
    pub fn new(plan: &crate::plan::Plan, id: IndicatorId, results: &Results) -> Self {
        let indicator = plan.indicator(id);
        let assessment = &results.own.summary.assessments[id.index()];
        let last = difference(results.last_move(id), indicator.decimals);
        Score {
            value: sentences::value(indicator, assessment.value),
            target: sentences::target(indicator, assessment.target),
            difference: difference(results.difference(id), indicator.decimals),
            last: if last == "—" { String::new() } else { last },
            completion: completion(assessment.completion),
            bar: half_pixel(assessment.completion.clamp(0.0, 1.0) * BAR_LENGTH),
            status: assessment.status,
            smaller_denominator: assessment.smaller_denominator,
        }
    }
}

/// The chance of a row's target.
#[derive(Clone, PartialEq, Default)]
pub struct Odds {
    /// In per cent; empty until it is known.
    percent: String,
    /// Met, but hardly more likely than not.
    toss_up: bool,
}

impl Odds {
    pub fn new(id: IndicatorId, results: &Results, bands: &Bands) -> Self {
        let (status, chance) = (results.own.summary.assessments[id.index()].status, bands.chance(id));
        Odds { percent: chances::percent(chance), toss_up: chances::is_toss_up(status, chance) }
    }
}

#[derive(Properties, PartialEq)]
pub struct ScoreRowProps {
    pub plan: PlanRef,
    pub id: IndicatorId,
    pub language: Language,
    pub score: Score,
    pub odds: Odds,
    pub selected: bool,
    /// Whether the last move is over, so that its mark may fade; counts up so that each fades anew.
    pub settled: Option<u32>,
    pub send: Send,
    pub spark: Spark,
}

#[component]
pub fn ScoreRow(props: &ScoreRowProps) -> Html {
    let ScoreRowProps { plan, id, language, score, odds, selected, settled, send, spark } = props;
    let (plan, id, language) = (*plan, *id, *language);
    let indicator = plan.0.indicator(id);
    let select = {
        let send = send.clone();
        move |_: MouseEvent| send.emit(Message::Act(Action::Select(id)))
    };
    let unit = indicator.unit.get(language);
    let baseline =
        if indicator.signed { "0".to_owned() } else { format!("{:.*}", indicator.decimals, indicator.baseline) };
    let baseline = if indicator.count { shortest(indicator.baseline) } else { baseline };
    let status = labels::status_class(score.status);
    // The roles are those of a table's parts: a display of their own would take them away.
    html! {
        <tr
            role="row"
            class={classes!("score", status, selected.then_some("selected"))}
            data-indicator={id.id()}
            onclick={select}
        >
            <th role="rowheader" scope="row" class="score-head">
                <button class="score-name" aria-pressed={if *selected { "true" } else { "false" }} title={indicator.name.get(language)}>
                    <span class="long-name">{ indicator.short.get(language) }</span>
                    <span class="short-name">{ indicator.shortest.get(language) }</span>
                </button>
                <span class="score-base">
                    { format!("{baseline} {unit}") }
                    if indicator.attribute == Attribute::Binding {
                        <span class="binding">{ labels::BINDING.get(language) }</span>
                    }
                    if score.smaller_denominator {
                        <span class="denominator">{ labels::SMALLER_DENOMINATOR.get(language) }</span>
                    }
                </span>
            </th>
            <td role="cell" class={classes!("score-value", format!("decimals-{}", indicator.decimals))}>{ &score.value }</td>
            <td role="cell" class="score-target">{ &score.target }</td>
            <td role="cell" class="score-difference">
                <span class="difference">{ &score.difference }</span>
                if !score.last.is_empty() {
                    <span
                        key={settled.map_or(0, |edit| edit + 1)}
                        class={classes!("last-move", settled.is_some().then_some("fading"))}
                    >{ format!("{} {}", labels::LAST_MOVE.get(language), score.last) }</span>
                }
            </td>
            <td role="cell" class="score-status">
                <span class="mark" aria-hidden="true"></span>
                <span class="status-word">{ labels::status(score.status).get(language) }</span>
                <span class="completion">{ &score.completion }</span>
            </td>
            <td role="cell" class="score-chance">
                { &odds.percent }
                if odds.toss_up {
                    <span class="toss-up">{ labels::TOSS_UP.get(language) }</span>
                }
            </td>
            <td role="cell" class="score-path">{ row_picture(spark, &score.bar) }</td>
        </tr>
    }
}
