//! 敏感性: what an indicator is most sensitive to, and which uncertainty matters most.

use std::rc::Rc;

use yew::prelude::*;

use super::answer::use_answer;
use super::bars::{Form, bar, form_switch, hatching, percent, rule};
use super::button;
use super::correlations::correlations;
use super::store::{PlanRef, Send, Store};
use crate::analysis::sensitivity::{Idle, Swing};
use crate::catalogue::{sensitivity as words, sentences, why};
use crate::chart::{SHOWN, Tornado};
use crate::engine::{Reply, Request};
use crate::model::Scenario;
use crate::plan::IndicatorId;
use crate::text::Language;
use crate::text::number::fixed;

/// What the selected indicator is sensitive to.
pub fn sensitivity(store: &Store, _dark: bool, _send: &Send) -> Html {
    html! {
        <Readings
            plan={store.plan}
            language={store.language()}
            id={store.workspace.view.indicator}
            scenario={store.results.own.scenario.clone()}
        />
    }
}

#[derive(Properties, PartialEq)]
struct ReadingsProps {
    plan: PlanRef,
    language: Language,
    id: IndicatorId,
    scenario: Rc<Scenario>,
}

#[derive(Clone, Copy, PartialEq, Eq)]
enum Reading {
    OneAtATime,
    Uncertainty,
}

#[component]
fn Readings(props: &ReadingsProps) -> Html {
    let ReadingsProps { plan, language, id, scenario } = props;
    let (plan, language, id) = (*plan, *language, *id);
    let reading = use_state_eq(|| Reading::OneAtATime);
    let form = use_state_eq(Form::default);
    let all = use_state_eq(|| false);
    let request = match *reading {
        Reading::OneAtATime => Request::Sensitivity { scenario: scenario.clone() },
        Reading::Uncertainty => Request::Correlations { scenario: scenario.clone() },
    };
    let answer = use_answer(plan, Some(request));
    let choice = |value: Reading, label: &'static str| {
        let setter = reading.setter();
        let on_click = Callback::from(move |_: MouseEvent| setter.set(value));
        button::choice("preset", label, *reading == value, None, on_click)
    };
    let found = match answer.as_deref().map(|answer| &answer.reply) {
        Some(Reply::Sensitivity(found)) if *reading == Reading::OneAtATime => {
            swings(plan, language, &Tornado::new(found, id), *form, &all)
        }
        Some(Reply::Correlations(found)) if *reading == Reading::Uncertainty => {
            correlations(plan, language, id, found, *form, &all)
        }
        _ => html! { <p class="part" role="status">{ why::CALCULATING.get(language) }</p> },
    };
    html! {
        <section class="sensitivity">
            <div class="figure-head">
                <div class="choices" role="group" aria-label={words::READING.get(language)}>
                    { choice(Reading::OneAtATime, words::ONE_AT_A_TIME.get(language)) }
                    { choice(Reading::Uncertainty, words::UNCERTAINTY.get(language)) }
                </div>
                { form_switch(&form, language) }
            </div>
            { found }
        </section>
    }
}

fn swings(plan: PlanRef, language: Language, tornado: &Tornado, form: Form, all: &UseStateHandle<bool>) -> Html {
    let sentence = words::sentence(&plan, tornado, language);
    let shown = if **all { tornado.swings.len() } else { SHOWN.min(tornado.swings.len()) };
    html! {
        <>
            <p class="reading">{ sentence.clone() }</p>
            <figure class="bars tornado">
                if form == Form::Chart {
                    { chart(plan, language, tornado, &tornado.swings[..shown], &sentence) }
                }
                { table(plan, language, tornado, &tornado.swings[..shown], form == Form::Chart) }
            </figure>
            { more(tornado.swings.len(), all, language) }
            { idle(plan, language, &tornado.idle) }
            <p class="source">{ words::METHOD.get(language) }</p>
        </>
    }
}

/// The button that shows all rows, or only the first again.
pub(super) fn more(count: usize, all: &UseStateHandle<bool>, language: Language) -> Html {
    if count <= SHOWN {
        return html! {};
    }
    let label = if **all { words::FEWER.get(language).to_owned() } else { words::show_all(count, language) };
    let (setter, next) = (all.setter(), !**all);
    html! { <p>{ button::action(label, false, Callback::from(move |_: MouseEvent| setter.set(next))) }</p> }
}

/// The part of a track on either side that its end labels need.
const MARGIN: f64 = 0.16;

fn chart(plan: PlanRef, language: Language, tornado: &Tornado, swings: &[Swing], sentence: &str) -> Html {
    let indicator = plan.0.indicator(tornado.id);
    let place = |value: f64| MARGIN + (1.0 - 2.0 * MARGIN) * tornado.place(value);
    let own = place(tornado.own);
    let target_row = html! {
        <div class="bar-row bar-head">
            <span class="bar-name">
                <span class="tornado-key lowered"></span>{ words::LOWERED.get(language) }
                <span class="tornado-key raised"></span>{ words::RAISED.get(language) }
            </span>
            <svg class="bar-track">
                <text x={percent(own)} y="15" text-anchor="middle">
                    { sentences::with_unit(indicator, &sentences::value(indicator, tornado.own), language) }
                </text>
            </svg>
        </div>
    };
    let row = |swing: &Swing| {
        let [low, high] = swing.values.map(place);
        let [left, right] = tornado.labels(swing);
        let label = |value: Option<f64>, anchor: &'static str, shift: &'static str| {
            value.map(|value| {
                html! {
                    <text x={percent(place(value))} dx={shift} y="16" text-anchor={anchor}>
                        { sentences::value(indicator, value) }
                    </text>
                }
            })
        };
        html! {
            <div class="bar-row">
                <span class="bar-name" title={words::input_name(&plan, swing.input, language)}>
                    { words::input_name(&plan, swing.input, language) }
                </span>
                <svg class="bar-track">
                    { bar(own, low, "25%", "50%", true) }
                    { bar(own, high, "25%", "50%", false) }
                    { rule("level", own) }
                    { label(left, "end", "-4") }
                    { label(right, "start", "4") }
                </svg>
            </div>
        }
    };
    html! {
        <div class="bar-rows" role="img" aria-label={sentence.to_owned()}>
            { hatching() }
            { target_row }
            { for swings.iter().map(row) }
        </div>
    }
}

fn table(plan: PlanRef, language: Language, tornado: &Tornado, swings: &[Swing], unseen: bool) -> Html {
    let indicator = plan.0.indicator(tornado.id);
    let row = |swing: &Swing| {
        let moved = swing.moved.map(|value| words::input_value(&plan, swing.input, value, language));
        let values = swing.values.map(|at| sentences::value(indicator, at));
        let [low, high] = moved;
        let [at_low, at_high] = values;
        html! {
            <tr>
                <th scope="row">{ words::input_name(&plan, swing.input, language) }</th>
                <td>{ words::input_grade(&plan, swing.input).letter() }</td>
                <td>{ low }</td>
                <td>{ at_low }</td>
                <td>{ high }</td>
                <td>{ at_high }</td>
                <td>{ fixed(swing.width, indicator.decimals.max(2)) }</td>
            </tr>
        }
    };
    let head = [words::INPUT, words::GRADE, words::LOW, words::AT_LOW, words::HIGH, words::AT_HIGH, words::SWING];
    html! {
        <table class={classes!("listing", unseen.then_some("unseen"))}>
            <caption class="unseen">{ indicator.name.get(language) }</caption>
            <thead><tr>{ for head.map(|text| html! { <th scope="col">{ text.get(language) }</th> }) }</tr></thead>
            <tbody>{ for swings.iter().map(row) }</tbody>
        </table>
    }
}

/// What does nothing, by reason.
fn idle(plan: PlanRef, language: Language, swings: &[Swing]) -> Html {
    if swings.is_empty() {
        return html! {};
    }
    let mut reasons: Vec<(Idle, Vec<&'static str>)> = Vec::new();
    for swing in swings {
        let Some(reason) = swing.idle else { continue };
        let name = words::input_name(&plan, swing.input, language);
        match reasons.iter_mut().find(|(known, _)| *known == reason) {
            Some((_, names)) => names.push(name),
            None => reasons.push((reason, vec![name])),
        }
    }
    let separator = if language == Language::Zh { "、" } else { ", " };
    html! {
        <details class="idle">
            <summary>{ words::idle_count(swings.len(), language) }</summary>
            <ul>
                { for reasons.into_iter().map(|(reason, names)| html! {
                    <li>
                        { sentences::labelled(words::idle(reason).get(language), &names.join(separator), language) }
                    </li>
                }) }
            </ul>
        </details>
    }
}
