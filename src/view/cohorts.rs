//! The fact of several numbers: three cohorts, taken together when they sum to the printed figure.

use yew::prelude::*;

use super::field::NumberField;
use super::store::{PlanRef, Send, check};
use crate::catalogue::notices;
use crate::plan::FactId;
use crate::text::Language;
use crate::text::number::exact;
use crate::workspace::Edit;

#[derive(Properties, PartialEq)]
pub struct CohortsProps {
    pub plan: PlanRef,
    pub language: Language,
    pub id: FactId,
    pub values: Vec<f64>,
    pub send: Send,
}

/// Each number can be typed on its own; they are taken once they fit together, and until then a message says why not.
#[component]
pub fn Cohorts(props: &CohortsProps) -> Html {
    let CohortsProps { plan, language, id, values, send } = props;
    let (plan, language, id) = (*plan, *language, *id);
    // What is typed and does not fit together yet; it lapses when the scenario's own numbers change.
    let pending = use_state_eq(|| None::<(Vec<f64>, Vec<f64>)>);
    let typed = match pending.as_ref() {
        Some((of, typed)) if of == values => typed.clone(),
        _ => values.clone(),
    };
    let refusal = check(&plan, &Edit::SetFact(id, typed.clone())).err();
    let name = plan.0.fact(id).name.get(language);
    let field = |index: usize| {
        let (pending, send, values) = (pending.clone(), send.clone(), values.clone());
        let (typed, shown) = (typed.clone(), exact(typed[index]));
        let commit = Callback::from(move |number: f64| {
            let mut next = typed.clone();
            next[index] = number;
            let edit = Edit::SetFact(id, next.clone());
            if check(&plan, &edit).is_ok() {
                pending.set(None);
                send.emit(edit.into());
            } else {
                pending.set(Some((values.clone(), next)));
            }
            Ok(())
        });
        html! {
            <NumberField
                key={index}
                id={format!("fact-{}-{}", id.id(), index + 1)}
                label={format!("{name} {}", index + 1)}
                value={shown}
                {language}
                {commit}
            />
        }
    };
    html! {
        <span class="cohorts">
            { for (0..values.len()).map(field) }
            if let Some(refusal) = refusal {
                <span class="beyond" role="alert">{ notices::beside_field(&plan, refusal, language) }</span>
            }
        </span>
    }
}
