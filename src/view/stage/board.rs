//! All indicators with their status, large; the reference's beside it where that is asked for.

use yew::prelude::*;

use super::show::Present;
use crate::catalogue::{chances, labels, sentences};
use crate::engine::Likelihood;
use crate::plan::Indicator;
use crate::text::number::completion;
use crate::workspace::Computed;

pub fn board(present: &Present) -> Html {
    let Present { store, beside, beside_likelihood, reference, .. } = present;
    let language = present.language();
    let own = sentences::scenario_name(&present.plan(), store.workspace.draft());
    let likelihood = store.findings.likelihood.as_deref();
    let mut columns = vec![(own.get(language), &store.results.own, likelihood)];
    if *beside {
        columns.push((reference.get(language), &store.results.reference, *beside_likelihood));
    }
    let heads = [labels::VALUE_COLUMN, labels::STATUS, labels::COMPLETION_COLUMN, labels::CHANCE_COLUMN];
    html! {
        <div class="stage-body board">
            <div class="stage-counts">
                { for columns.iter().map(|(name, computed, _)| counts(present, name, computed)) }
            </div>
            <table>
                <caption class="unseen">{ labels::SCOREBOARD.get(language) }</caption>
                <thead>
                    if *beside {
                        <tr>
                            <td colspan="2"></td>
                            { for columns.iter().map(|(name, ..)| html! { <th colspan="4" scope="colgroup">{ *name }</th> }) }
                        </tr>
                    }
                    <tr>
                        <th scope="col">{ labels::INDICATOR.get(language) }</th>
                        <th scope="col">{ labels::TARGET_COLUMN.get(language) }</th>
                        { for columns.iter().flat_map(|_| heads).map(|head| html! {
                            <th scope="col" class={(head == labels::STATUS).then_some("stage-mark")}>{ head.get(language) }</th>
                        }) }
                    </tr>
                </thead>
                <tbody>
                    { for present.plan().0.indicators.iter().map(|indicator| html! {
                        <tr key={indicator.id.id()}>
                            <th scope="row">
                                { indicator.short.get(language) }{ " " }
                                <span class="muted">{ indicator.unit.get(language) }</span>
                            </th>
                            <td>{ sentences::target(indicator, columns[0].1.summary.assessments[indicator.id.index()].target) }</td>
                            { for columns.iter().map(|(_, computed, likelihood)| cells(present, indicator, computed, *likelihood)) }
                        </tr>
                    }) }
                </tbody>
            </table>
        </div>
    }
}

/// How many targets are met, near and short.
fn counts(present: &Present, name: &str, computed: &Computed) -> Html {
    let (language, summary) = (present.language(), &computed.summary);
    use crate::model::Status::{Met, Near, Short};
    let counts = [(Met, summary.met), (Near, summary.near), (Short, summary.short)];
    html! {
        <p>
            if present.beside { <span>{ name.to_owned() }</span> }
            { for counts.into_iter().map(|(status, count)| html! {
                <span class={labels::status_class(status)}>
                    <span class="mark" aria-hidden="true"></span>
                    { labels::status(status).get(language) }{ " " }<strong>{ count }</strong>
                </span>
            }) }
        </p>
    }
}

/// Value, status, completion and chance of one indicator in a scenario.
fn cells(present: &Present, indicator: &Indicator, computed: &Computed, likelihood: Option<&Likelihood>) -> Html {
    let assessment = &computed.summary.assessments[indicator.id.index()];
    html! {
        <>
            <td class="stage-figure">{ sentences::value(indicator, assessment.value) }</td>
            <td class={classes!("stage-mark", labels::status_class(assessment.status))}>
                <span class="mark" aria-hidden="true"></span>
                { labels::status(assessment.status).get(present.language()) }
            </td>
            <td>{ completion(assessment.completion) }</td>
            <td>{ likelihood.map_or_else(|| "…".to_owned(), |likelihood| chances::percent(likelihood.bands.chance(indicator.id))) }</td>
        </>
    }
}
