//! 原因: what makes the difference between the scenario and its reference, as waterfall, table and sentence.

use std::rc::Rc;

use yew::prelude::*;

use super::answer::use_answer;
use super::bars::{Form, figure, form_switch};
use super::store::{PlanRef, Send, Store};
use super::take::{Bars, take_bars};
use crate::analysis::attribution::Attribution;
use crate::analysis::split::Split;
use crate::catalogue::{labels, sentences, why as words};
use crate::chart::{Name, Waterfall};
use crate::engine::{Reply, Request};
use crate::text::Language;
use crate::workspace::{Results, Tab, Workspace};

/// Why the selected indicator differs from the reference.
pub fn why(store: &Store, _dark: bool, _send: &Send) -> Html {
    html! {
        <Why
            plan={store.plan}
            language={store.language()}
            workspace={store.workspace.clone()}
            results={store.results.clone()}
        />
    }
}

#[derive(Properties, PartialEq)]
struct WhyProps {
    plan: PlanRef,
    language: Language,
    workspace: Rc<Workspace>,
    results: Rc<Results>,
}

#[component]
fn Why(props: &WhyProps) -> Html {
    let WhyProps { plan, language, workspace, results } = props;
    let (plan, language) = (*plan, *language);
    let t = use_state_eq(|| plan.years);
    let form = use_state_eq(Form::default);
    let (scenario, reference) = (&results.own.scenario, &results.reference.scenario);
    let differs = scenario != reference;
    let request = Request::Attribution { scenario: scenario.clone(), reference: reference.clone() };
    let answer = use_answer(plan, differs.then_some(request));
    if !differs {
        return html! { <p class="part">{ words::SAME.get(language) }</p> };
    }
    let name = sentences::reference_name(&plan, workspace);
    let year = |value: usize| {
        let setter = t.setter();
        let on_click = Callback::from(move |_: MouseEvent| setter.set(value));
        let label = (usize::from(plan.base_year) + value).to_string();
        html! {
            <button
                key={value}
                class="preset"
                aria-pressed={if *t == value { "true" } else { "false" }}
                onclick={on_click}
            >{ label }</button>
        }
    };
    let found = answer.as_deref().and_then(|answer| match (&answer.request, &answer.reply) {
        (Request::Attribution { scenario, reference }, Reply::Attribution(attribution, split)) => {
            let id = workspace.view.indicator;
            let waterfall = Waterfall::new(&plan, id, *t, attribution, scenario, reference);
            Some(causes(props, &waterfall, attribution, split, &name, *form))
        }
        _ => None,
    });
    html! {
        <section class="why">
            <div class="figure-head">
                <div class="choices" role="group" aria-label={words::YEAR.get(language)}>
                    { for (1..=plan.years).map(year) }
                </div>
                { form_switch(&form, language) }
            </div>
            { found.unwrap_or_else(|| html! { <p class="part" role="status">{ words::CALCULATING.get(language) }</p> }) }
        </section>
    }
}

fn causes(
    props: &WhyProps,
    waterfall: &Waterfall,
    attribution: &Attribution,
    split: &Split,
    reference: &Name,
    form: Form,
) -> Html {
    let WhyProps { plan, language, workspace, results } = props;
    let (plan, language) = (*plan, *language);
    let (id, t) = (waterfall.id, waterfall.t);
    let (policy, assumptions) = (split.policy(id, t), split.assumptions(id, t));
    let (method, left_out) = (words::METHOD.get(language), words::left_out(waterfall, language));
    let bars = Bars {
        plan,
        language,
        workspace,
        results,
        view: labels::tab(Tab::Why).get(language),
        chart: words::bars(&plan, waterfall, reference, language),
        listing: words::listing(&plan, waterfall, attribution, reference, language),
        sentence: words::sentence(&plan, waterfall, attribution, reference, language),
        source: left_out.map_or(method.to_owned(), |left_out| [method, " ", &left_out].concat()),
    };
    html! {
        <>
            { figure("waterfall", &bars, form) }
            <p class="reading">{ bars.sentence.clone() }</p>
            if policy != 0.0 && assumptions != 0.0 {
                <p>{ words::apart(policy, assumptions, waterfall.decimals, language) }</p>
            }
            <p class="source">{ bars.source.clone() }</p>
            { take_bars(bars) }
        </>
    }
}
