//! Which levers may move and how far, and where each way puts them.

use std::rc::Rc;

use wasm_bindgen::JsCast;
use web_sys::HtmlInputElement;
use yew::prelude::*;

use super::Column;
use crate::analysis::goal_seek::Freedom;
use crate::catalogue::{notices, ways as words};
use crate::model::{Field, Problem, Refusal, Scenario};
use crate::plan::{Lever, LeverId};
use crate::text::number::{at_least, fixed};
use crate::text::{Language, Text};
use crate::view::field::NumberField;
use crate::view::store::PlanRef;

#[derive(Properties, PartialEq)]
pub struct LeversProps {
    pub plan: PlanRef,
    pub language: Language,
    pub scenario: Rc<Scenario>,
    pub freedom: Freedom,
    pub on_freedom: Callback<Freedom>,
    /// The present, then the ways; empty while none is known.
    pub columns: Rc<Vec<Column>>,
}

#[component]
pub fn Levers(props: &LeversProps) -> Html {
    let LeversProps { plan, language, columns, .. } = props;
    let language = *language;
    let ways = columns.get(1..).unwrap_or_default();
    let policy = plan.0.levers.iter().filter(|lever| plan.is_policy(lever.id));
    let head = |text: &Text| html! { <th scope="col">{ text.get(language) }</th> };
    html! {
        <table class="listing way-levers">
            <caption class="unseen">{ words::LEVERS.get(language) }</caption>
            <thead>
                <tr>
                    { for [words::LEVER, words::LOWEST, words::HIGHEST, words::NOW].iter().map(head) }
                    { for ways.iter().map(|way| head(&way.name)) }
                </tr>
            </thead>
            <tbody>{ for policy.map(|lever| row(props, lever, ways)) }</tbody>
        </table>
    }
}

fn row(props: &LeversProps, lever: &'static Lever, ways: &[Column]) -> Html {
    let LeversProps { plan, language, scenario, freedom, on_freedom, .. } = props;
    let (plan, language, freedom, id) = (*plan, *language, *freedom, lever.id);
    let range = freedom.range(id);
    let now = scenario.lever_mean(&plan, id);
    let on_change = on_freedom.reform(move |event: Event| {
        let input = event.target().and_then(|target| target.dyn_into::<HtmlInputElement>().ok());
        let mut freedom = freedom;
        if input.is_some_and(|input| input.checked()) {
            freedom.unlock(&plan, id, (lever.min, lever.max));
        } else {
            freedom.lock(id);
        }
        freedom
    });
    let short = lever.short.get(language);
    let shown = |value: f64| fixed(value, lever.decimals);
    let place = |way: &Column| {
        let there = way.computed.scenario.lever_mean(&plan, id);
        let text = shown(there);
        let moved = there != now;
        // A move that rounds to nothing is one all the same.
        let text =
            if moved && text == shown(now) { at_least((there * 1e4).round() / 1e4, lever.decimals) } else { text };
        html! {
            <td class={moved.then_some("moved")}>{ if moved { text } else { "·".to_owned() } }</td>
        }
    };
    html! {
        <tr key={id.id()} class={classes!(range.is_none().then_some("locked"))}>
            <th scope="row">
                <label title={lever.name.get(language)}>
                    <input
                        type="checkbox"
                        aria-label={words::free_lever(lever.name.get(language), language)}
                        checked={range.is_some()}
                        onchange={on_change}
                    />
                    { short }
                </label>
            </th>
            <td>{ bound(props, lever, range, End::Low) }</td>
            <td>{ bound(props, lever, range, End::High) }</td>
            <td>{ shown(now) }</td>
            { for ways.iter().map(place) }
        </tr>
    }
}

#[derive(Clone, Copy, PartialEq, Eq)]
enum End {
    Low,
    High,
}

/// The field of one end of a lever's range; nothing where the lever is locked.
fn bound(props: &LeversProps, lever: &'static Lever, range: Option<(f64, f64)>, end: End) -> Html {
    let LeversProps { plan, language, freedom, on_freedom, .. } = props;
    let (plan, language, freedom, on_freedom) = (*plan, *language, *freedom, on_freedom.clone());
    let Some((low, high)) = range else { return html! { "—" } };
    let (value, name, text) = match end {
        End::Low => (low, "lowest", words::LOWEST),
        End::High => (high, "highest", words::HIGHEST),
    };
    let commit = Callback::from(move |typed: f64| {
        within(plan, lever.id, typed, language)?;
        let range = if end == End::Low { (typed, high) } else { (low, typed) };
        if range.0 > range.1 {
            return Err(words::WRONG_WAY_ROUND.get(language).to_owned());
        }
        let mut freedom = freedom;
        freedom.unlock(&plan, lever.id, range);
        on_freedom.emit(freedom);
        Ok(())
    });
    let changed = value != if end == End::Low { lever.min } else { lever.max };
    html! {
        <NumberField
            id={format!("{name}-{}", lever.id.id())}
            label={words::bound(lever.name.get(language), text, language)}
            value={at_least(value, lever.decimals)}
            class={classes!(changed.then_some("changed"))}
            {language}
            {commit}
        />
    }
}

/// Whether a value lies in a lever's range, or why not.
fn within(plan: PlanRef, id: LeverId, value: f64, language: Language) -> Result<(), String> {
    let lever = plan.0.lever(id);
    let problem = if value < lever.min {
        Problem::Below(lever.min)
    } else if value > lever.max {
        Problem::Above(lever.max)
    } else {
        return Ok(());
    };
    Err(notices::problem(&plan, Refusal { field: Field::Lever(id, None), problem }, language))
}
