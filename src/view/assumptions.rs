//! 依据: what must be said of the chosen indicator, and every coefficient and fact with its grade and source.

use std::rc::Rc;

use yew::prelude::*;

use super::button;
use super::field::NumberField;
use super::note::note_field;
use super::store::{PlanRef, Send, Store, commit};
use crate::catalogue::sentences::labelled;
use crate::catalogue::{labels, notices, sentences};
use crate::model::{DigitalReading, Scenario};
use crate::plan::{Coefficient, Display, Fact, Grade, IndicatorId, Topic};
use crate::text::number::{at_least, shortest};
use crate::text::{Language, Text};
use crate::workspace::{Draft, Edit, Input, Key};

/// The assumptions behind a workspace's chosen indicator.
pub fn basis(store: &Store, _dark: bool, send: &Send) -> Html {
    let workspace = &store.workspace;
    html! {
        <Assumptions
            plan={store.plan}
            language={store.language()}
            active={workspace.active()}
            draft={workspace.draft().clone()}
            id={workspace.view.indicator}
            send={send.clone()}
        />
    }
}

#[derive(Properties, PartialEq)]
struct AssumptionsProps {
    plan: PlanRef,
    language: Language,
    active: Key,
    draft: Rc<Draft>,
    /// The chosen indicator.
    id: IndicatorId,
    send: Send,
}

#[component]
fn Assumptions(props: &AssumptionsProps) -> Html {
    let AssumptionsProps { plan, language, draft, id, send, .. } = props;
    let (plan, language) = (*plan, *language);
    let scenario = &draft.scenario;
    let default = scenario.as_ref() == &scenario.with_default_assumptions(&plan);
    let columns = |first: Text| {
        html! {
            <thead>
                <tr>
                    <th scope="col">{ first.get(language) }</th>
                    <th scope="col" class="number">{ labels::VALUE.get(language) }</th>
                    <th scope="col" class="number">{ labels::LOW_MODE_HIGH.get(language) }</th>
                    <th scope="col">{ labels::GRADE.get(language) }</th>
                </tr>
            </thead>
        }
    };
    html! {
        <div class="assumptions" tabindex="0" role="region" aria-label={labels::tab(crate::workspace::Tab::Basis).get(language)}>
            <h3>{ labels::SAY_OPENLY.get(language) }</h3>
            <ul class="caveats">
                { for plan.0.indicator(*id).caveats.iter().map(|caveat| html! { <li>{ caveat.get(language) }</li> }) }
            </ul>
            <div class="assumptions-head">
                { reading(scenario, language, send) }
                { note(props, Input::Reading, scenario.reading() != DigitalReading::default()) }
                { button::action(
                    labels::RESET_ASSUMPTIONS.get(language),
                    default,
                    send.reform(|_| Edit::ResetAssumptions.into()),
                ) }
            </div>
            <table class="assumption-table">
                { columns(labels::FACTS) }
                <tbody>
                    { for plan.0.facts.iter().map(|fact| fact_row(props, fact)) }
                </tbody>
            </table>
            <table class="assumption-table">
                { columns(labels::COEFFICIENTS) }
                { for Topic::ALL.into_iter().map(|topic| html! {
                    <tbody key={topic.name().en}>
                        <tr class="side"><th colspan="4" scope="rowgroup">{ topic.name().get(language) }</th></tr>
                        { for plan.0.coefficients.iter().filter(|coefficient| coefficient.topic == topic).map(|coefficient| {
                            coefficient_row(props, coefficient)
                        }) }
                    </tbody>
                }) }
            </table>
            { references(plan, language) }
            { background(plan, language) }
        </div>
    }
}

/// The field for a note, where there is something to note.
fn note(props: &AssumptionsProps, input: Input, changed: bool) -> Html {
    let AssumptionsProps { plan, language, active, draft, send, .. } = props;
    if !changed && draft.note(input).is_empty() {
        return html! {};
    }
    note_field(plan, *language, *active, draft, input, send)
}

/// The switch between the two readings of the digital target.
fn reading(scenario: &Scenario, language: Language, send: &Send) -> Html {
    let choice = |reading: DigitalReading, text: Text| {
        let on_click = send.reform(move |_: MouseEvent| Edit::Reading(reading).into());
        button::choice("preset", text.get(language), scenario.reading() == reading, None, on_click)
    };
    html! {
        <div class="reading-switch" role="group" aria-label={labels::DIGITAL_READING.get(language)}>
            <span>{ labels::DIGITAL_READING.get(language) }</span>
            { choice(DigitalReading::Points, labels::READING_POINTS) }
            { choice(DigitalReading::Ratio, labels::READING_RATIO) }
        </div>
    }
}

/// A stored number as shown.
fn shown(value: f64, display: Display) -> String {
    at_least(notices::shown(value, display.scale()), 0)
}

fn grade(grade: Grade, source: Text, language: Language) -> Html {
    html! {
        <>
            <span class="grade">{ format!("{} {}", grade.letter(), grade.name().get(language)) }</span>
            <span class="assumption-source">{ source.get(language) }</span>
        </>
    }
}

fn coefficient_row(props: &AssumptionsProps, coefficient: &'static Coefficient) -> Html {
    let AssumptionsProps { plan, language, draft, send, .. } = props;
    let (plan, language, scenario) = (*plan, *language, &draft.scenario);
    let id = coefficient.id;
    let value = scenario.coefficient(id);
    let changed = value != coefficient.mode;
    let commit = {
        let send = send.clone();
        Callback::from(move |number: f64| {
            let value = number / coefficient.display.scale();
            commit(&plan, &send, language, Edit::SetCoefficient(id, value))
        })
    };
    let reset = send.reform(move |_: MouseEvent| Edit::ResetCoefficient(id).into());
    let [low, mode, high] =
        [coefficient.low, coefficient.mode, coefficient.high].map(|value| shown(value, coefficient.display));
    let name = coefficient.name.get(language);
    html! {
        <tr key={id.id()} class={classes!(changed.then_some("changed"))}>
            <th scope="row">
                { name }
                <span class="symbol">{ format!(" {}", coefficient.symbol) }</span>
                { note(props, Input::Coefficient(id), changed) }
            </th>
            <td class="number">
                <NumberField
                    id={format!("coefficient-{}", id.id())}
                    label={name}
                    value={shown(value, coefficient.display)}
                    {language}
                    {commit}
                />
                <span class="unit">{ coefficient.unit.get(language) }</span>
                if changed {
                    { button::action(format!("{} {mode}", labels::RESET.get(language)), false, reset) }
                }
                if let Some(text) = sentences::beyond_range(coefficient, value, language) {
                    <span class="beyond">{ text }</span>
                }
            </td>
            <td class="number range">{ format!("{low} – {mode} – {high}") }</td>
            <td>{ grade(coefficient.grade, coefficient.source, language) }</td>
        </tr>
    }
}

fn fact_row(props: &AssumptionsProps, fact: &'static Fact) -> Html {
    let AssumptionsProps { plan, language, draft, send, .. } = props;
    let (plan, language, scenario) = (*plan, *language, &draft.scenario);
    let id = fact.id;
    let values = scenario.fact(id).to_vec();
    let changed = values != fact.values;
    let reset = send.reform(move |_: MouseEvent| Edit::ResetFact(id).into());
    let name = fact.name.get(language);
    let default: Vec<String> = fact.values.iter().map(|&value| shown(value, fact.display)).collect();
    html! {
        <tr key={id.id()} class={classes!(changed.then_some("changed"))}>
            <th scope="row">{ name }{ note(props, Input::Fact(id), changed) }</th>
            <td class="number">
                if values.len() == 1 {
                    { single_fact(props, fact, values[0]) }
                } else {
                    <super::cohorts::Cohorts {plan} {language} {id} {values} send={send.clone()} />
                }
                <span class="unit">{ fact.unit.get(language) }</span>
                if changed {
                    { button::action(format!("{} {}", labels::RESET.get(language), default.join(", ")), false, reset) }
                }
            </td>
            <td class="number range">
                { for fact.alternatives.iter().map(|&(value, _)| {
                    let on_click = send.reform(move |_: MouseEvent| Edit::SetFact(id, vec![value]).into());
                    button::action(shown(value, fact.display), false, on_click)
                }) }
            </td>
            <td>
                { grade(fact.grade, fact.source, language) }
                { for fact.alternatives.iter().map(|(value, reason)| html! {
                    <span class="assumption-source">{ labelled(&shortest(*value), reason.get(language), language) }</span>
                }) }
            </td>
        </tr>
    }
}

fn single_fact(props: &AssumptionsProps, fact: &'static Fact, value: f64) -> Html {
    let AssumptionsProps { plan, language, send, .. } = props;
    let (plan, language, id) = (*plan, *language, fact.id);
    let send = send.clone();
    let commit = Callback::from(move |number: f64| {
        let values = vec![number / fact.display.scale()];
        commit(&plan, &send, language, Edit::SetFact(id, values))
    });
    html! {
        <NumberField
            id={format!("fact-{}", id.id())}
            label={fact.name.get(language)}
            value={shown(value, fact.display)}
            {language}
            {commit}
        />
    }
}

/// What defines levers and coefficients: shown, not changed.
fn references(plan: PlanRef, language: Language) -> Html {
    html! {
        <table class="assumption-table">
            <thead>
                <tr>
                    <th scope="col">{ labels::REFERENCES.get(language) }</th>
                    <th scope="col" class="number">{ labels::VALUE.get(language) }</th>
                </tr>
            </thead>
            <tbody>
                { for plan.0.references.rows().into_iter().map(|(name, value, unit)| html! {
                    <tr>
                        <th scope="row">{ name.get(language) }</th>
                        <td class="number">{ format!("{} {}", at_least(notices::shown(value, 1.0), 0), unit.get(language)) }</td>
                    </tr>
                }) }
            </tbody>
        </table>
    }
}

/// The preceding plan's other figures.
fn background(plan: PlanRef, language: Language) -> Html {
    html! {
        <table class="assumption-table">
            <thead>
                <tr>
                    <th scope="col">{ labels::BACKGROUND.get(language) }</th>
                    <th scope="col">{ labels::BACKGROUND_TARGET.get(language) }</th>
                    <th scope="col">{ labels::BACKGROUND_RESULT.get(language) }</th>
                </tr>
            </thead>
            <tbody>
                { for plan.0.background.iter().map(|row| html! {
                    <tr>
                        <th scope="row">{ row.name.get(language) }</th>
                        <td>{ row.target.get(language) }</td>
                        <td>{ row.result.get(language) }</td>
                    </tr>
                }) }
            </tbody>
        </table>
    }
}
