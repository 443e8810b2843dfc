//! Which targets are to be met, and with what confidence.

use wasm_bindgen::JsCast;
use web_sys::HtmlInputElement;
use yew::prelude::*;

use crate::analysis::Targets;
use crate::catalogue::{sentences, ways as words};
use crate::plan::{Indicator, IndicatorId};
use crate::text::Language;
use crate::text::number::shortest;
use crate::view::button;
use crate::view::field::NumberField;
use crate::view::store::PlanRef;

#[derive(Properties, PartialEq)]
pub struct ChoiceProps {
    pub plan: PlanRef,
    pub language: Language,
    pub selected: IndicatorId,
    pub targets: Targets,
    pub on_targets: Callback<Targets>,
    /// The confidence that was asked for.
    pub assurance: Option<f64>,
    pub on_assurance: Callback<Option<f64>>,
    /// Rounds and chance so far.
    pub progress: Option<(u32, f64)>,
}

/// The confidence that is offered first, per cent.
const CONFIDENCE: f64 = 80.0;

#[component]
pub fn Choice(props: &ChoiceProps) -> Html {
    let ChoiceProps { plan, language, selected, targets, on_targets, .. } = props;
    let (plan, language, targets) = (*plan, *language, *targets);
    let wanted = use_state_eq(|| CONFIDENCE);
    let preset = |label: &'static str, value: Targets| {
        button::choice("preset", label, targets == value, None, on_targets.reform(move |_| value))
    };
    let target = |indicator: &Indicator| {
        let id = indicator.id;
        let on_change = on_targets.reform(move |event: Event| {
            let input = event.target().and_then(|target| target.dyn_into::<HtmlInputElement>().ok());
            let others = targets.without(id);
            if input.is_some_and(|input| input.checked()) { Targets::of(others.iter().chain([id])) } else { others }
        });
        html! {
            <label key={id.id()} class="target-choice">
                <input type="checkbox" checked={targets.contains(id)} onchange={on_change} />
                <span>{ indicator.shortest.get(language) }</span>
                <span class="muted">{ sentences::target(indicator, indicator.target) }</span>
            </label>
        }
    };
    html! {
        <>
            <div class="figure-head">
                <h2>{ words::TARGETS.get(language) }</h2>
                <div class="choices" role="group" aria-label={words::TARGETS.get(language)}>
                    { preset(words::SELECTED.get(language), Targets::of([*selected])) }
                    { preset(words::BINDING.get(language), Targets::binding(&plan)) }
                    { preset(words::ALL.get(language), Targets::all()) }
                </div>
            </div>
            <div class="target-choices">{ for plan.0.indicators.iter().map(target) }</div>
            if targets == Targets::default() {
                <p class="short" role="status">{ words::NO_TARGET.get(language) }</p>
            }
            { confidence(props, &wanted) }
        </>
    }
}

/// The wanted confidence, and the search for it: begun, under way, given up.
fn confidence(props: &ChoiceProps, wanted: &UseStateHandle<f64>) -> Html {
    let ChoiceProps { language, targets, assurance, on_assurance, progress, .. } = props;
    let language = *language;
    let setter = wanted.setter();
    let commit = Callback::from(move |percent: f64| {
        if !(1.0..=99.0).contains(&percent) {
            return Err(words::CONFIDENCE_LIMITS.get(language).to_owned());
        }
        setter.set(percent);
        Ok(())
    });
    let chance = **wanted / 100.0;
    let under_way = progress.is_some();
    html! {
        <div class="confidence">
            <span>{ words::CONFIDENCE.get(language) }</span>
            <NumberField
                id="confidence"
                label={words::CONFIDENCE_FIELD.get(language)}
                value={shortest(**wanted)}
                {language}
                {commit}
            />
            <span>{ "%" }</span>
            if under_way {
                { button::action(words::CANCEL.get(language), false, on_assurance.reform(|_| None)) }
            } else {
                { button::action(
                    words::SEARCH.get(language),
                    *targets == Targets::default() || *assurance == Some(chance),
                    on_assurance.reform(move |_| Some(chance)),
                ) }
            }
            <span class="muted" role="status">
                if let Some((rounds, chance)) = progress {
                    { words::round(*rounds, *chance, language) }
                }
            </span>
        </div>
    }
}
