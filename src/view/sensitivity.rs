//! 敏感性: what an indicator is most sensitive to, and which uncertainty matters most.

use std::rc::Rc;

use yew::prelude::*;

use super::answer::use_answer;
use super::bars::{Form, figure, form_switch};
use super::button;
use super::correlations::correlations;
use super::store::{PlanRef, Send, Store};
use super::take::{Bars, take_bars};
use crate::analysis::sensitivity::{Idle, Swing};
use crate::catalogue::{sensitivity as words, sentences, why};
use crate::chart::{SHOWN, Tornado};
use crate::engine::{Reply, Request};
use crate::plan::IndicatorId;
use crate::text::Language;
use crate::workspace::{Results, Workspace};

/// What the selected indicator is sensitive to.
pub fn sensitivity(store: &Store, _dark: bool, _send: &Send) -> Html {
    html! {
        <Readings
            plan={store.plan}
            language={store.language()}
            id={store.workspace.view.indicator}
            workspace={store.workspace.clone()}
            results={store.results.clone()}
        />
    }
}

#[derive(Properties, PartialEq)]
pub(super) struct ReadingsProps {
    pub plan: PlanRef,
    pub language: Language,
    pub id: IndicatorId,
    pub workspace: Rc<Workspace>,
    pub results: Rc<Results>,
}

#[derive(Clone, Copy, PartialEq, Eq)]
enum Reading {
    OneAtATime,
    Uncertainty,
}

#[component]
fn Readings(props: &ReadingsProps) -> Html {
    let ReadingsProps { plan, language, id, results, .. } = props;
    let (plan, language, id) = (*plan, *language, *id);
    let scenario = &results.own.scenario;
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
            swings(props, &Tornado::new(found, id), *form, &all)
        }
        Some(Reply::Correlations(found)) if *reading == Reading::Uncertainty => correlations(props, found, *form, &all),
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

fn swings(props: &ReadingsProps, tornado: &Tornado, form: Form, all: &UseStateHandle<bool>) -> Html {
    let (plan, language) = (props.plan, props.language);
    let shown = if **all { tornado.swings.len() } else { SHOWN.min(tornado.swings.len()) };
    let swings = &tornado.swings[..shown];
    let bars = Bars {
        plan,
        language,
        workspace: &props.workspace,
        results: &props.results,
        view: words::ONE_AT_A_TIME.get(language),
        chart: words::tornado_bars(&plan, tornado, swings, language),
        listing: words::tornado_listing(&plan, tornado, swings, language),
        sentence: words::sentence(&plan, tornado, language),
        source: words::METHOD.get(language).to_owned(),
    };
    html! {
        <>
            <p class="reading">{ bars.sentence.clone() }</p>
            { figure("tornado", &bars, form) }
            { more(tornado.swings.len(), all, language) }
            { idle(plan, language, &tornado.idle) }
            <p class="source">{ bars.source.clone() }</p>
            { take_bars(bars) }
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
