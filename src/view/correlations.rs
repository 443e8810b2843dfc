//! Which uncertainty matters most: rank correlations of what is drawn.

use yew::prelude::*;

use super::bars::{Form, bar, hatching, percent, rule};
use super::sensitivity::more;
use super::store::PlanRef;
use crate::analysis::monte_carlo::{Correlations, Source};
use crate::catalogue::sensitivity as words;
use crate::chart::SHOWN;
use crate::plan::IndicatorId;
use crate::text::Language;
use crate::text::number::signed;

/// The correlations with one indicator, strongest first.
pub fn correlations(
    plan: PlanRef,
    language: Language,
    id: IndicatorId,
    found: &Correlations,
    form: Form,
    all: &UseStateHandle<bool>,
) -> Html {
    let mut sorted: Vec<(Source, f64)> = Source::all().map(|source| (source, found.get(source, id))).collect();
    sorted.sort_by(|a, b| b.1.abs().total_cmp(&a.1.abs()));
    let sentence = words::correlation_sentence(&plan, id, &sorted, language);
    let noise = sorted.iter().filter(|(_, correlation)| correlation.abs() < words::NOISE).count();
    let telling = sorted.len() - noise;
    let shown = if **all { telling } else { SHOWN.min(telling) };
    let rows = &sorted[..shown];
    html! {
        <>
            <p class="reading">{ sentence.clone() }</p>
            <figure class="bars correlations">
                if form == Form::Chart {
                    { chart(plan, language, rows, sentence) }
                }
                { table(plan, language, id, rows, form == Form::Chart) }
            </figure>
            { more(telling, all, language) }
            <p class="source">
                { words::CORRELATION_METHOD.get(language) }{ " " }{ words::noise_count(noise, language) }
            </p>
        </>
    }
}

fn chart(plan: PlanRef, language: Language, rows: &[(Source, f64)], sentence: String) -> Html {
    let place = |correlation: f64| 0.5 + 0.5 * correlation;
    let row = |&(source, correlation): &(Source, f64)| {
        html! {
            <div class="bar-row">
                <span class="bar-name" title={words::source_name(&plan, source, language)}>
                    { words::source_name(&plan, source, language) }
                </span>
                <svg class="bar-track">
                    { for [0.0, 0.25, 0.75, 1.0].map(|place| rule("grid", place)) }
                    { bar(0.5, place(correlation), "25%", "50%", correlation < 0.0) }
                    { rule("level", 0.5) }
                </svg>
                <span class="bar-value">{ signed(correlation, 2) }</span>
            </div>
        }
    };
    html! {
        <div class="bar-rows" role="img" aria-label={sentence}>
            { hatching() }
            { for rows.iter().map(row) }
            <div class="bar-row bar-axis">
                <span class="bar-name"></span>
                <svg class="bar-track">
                    { for [-1.0, -0.5, 0.0, 0.5, 1.0].map(|tick| html! {
                        <text x={percent(place(tick))} y="15" text-anchor="middle">{ signed(tick, 1) }</text>
                    }) }
                </svg>
                <span class="bar-value"></span>
            </div>
        </div>
    }
}

fn table(plan: PlanRef, language: Language, id: IndicatorId, rows: &[(Source, f64)], unseen: bool) -> Html {
    html! {
        <table class={classes!("listing", unseen.then_some("unseen"))}>
            <caption class="unseen">{ plan.0.indicator(id).name.get(language) }</caption>
            <thead>
                <tr>
                    <th scope="col">{ words::DRAWN.get(language) }</th>
                    <th scope="col">{ words::CORRELATION.get(language) }</th>
                </tr>
            </thead>
            <tbody>
                { for rows.iter().map(|&(source, correlation)| html! {
                    <tr>
                        <th scope="row">{ words::source_name(&plan, source, language) }</th>
                        <td>{ signed(correlation, 2) }</td>
                    </tr>
                }) }
            </tbody>
        </table>
    }
}
