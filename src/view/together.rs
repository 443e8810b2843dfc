//! How many targets are met together, and how likely that all are.

use yew::prelude::*;

use super::findings::Shared;
use super::settled::use_settled;
use super::store::{PlanRef, Send, Store};
use crate::analysis::monte_carlo::Bands;
use crate::catalogue::{chances, labels};
use crate::engine::Likelihood;
use crate::platform::engine::Place;
use crate::text::Language;
use crate::text::number::fixed;

/// The foot of the scoreboard.
pub fn together(store: &Store, _: bool, _: &Send) -> Html {
    let language = store.language();
    let notice = match store.findings.place {
        Place::Workers => None,
        Place::Page => Some(labels::ENGINE_ON_PAGE),
        Place::Nowhere => Some(labels::ENGINE_NOWHERE),
    };
    html! {
        <div class="together">
            if let Some(likelihood) = store.findings.likelihood.clone() {
                <Together plan={store.plan} {language} {likelihood} dragging={store.workspace.dragging()} />
            }
            <p class="engine-notice" role="status">{ notice.map(|notice| notice.get(language)) }</p>
        </div>
    }
}

#[derive(Properties, PartialEq)]
struct TogetherProps {
    plan: PlanRef,
    language: Language,
    likelihood: Shared<Likelihood>,
    dragging: bool,
}

#[component]
fn Together(props: &TogetherProps) -> Html {
    let TogetherProps { plan, language, likelihood, dragging } = props;
    let settled = use_settled(likelihood, *dragging);
    // The bars follow the hand, the words wait until it rests.
    let words = use_memo((*plan, *language, settled), |(plan, language, settled)| {
        let bands = &settled.bands;
        (
            AttrValue::from(chances::by_count(bands, *language)),
            AttrValue::from(chances::together(plan, bands, *language)),
        )
    });
    let (said, words) = (*words).clone();
    html! {
        <>
            { histogram(&likelihood.bands, said) }
            <p class="together-words">{ words }</p>
        </>
    }
}

/// The width of a bar and the air beside it, and the height of the highest, in CSS pixels.
const BAR: f64 = 12.0;
const HEIGHT: f64 = 26.0;

/// A bar for none, one, … all targets; the likeliest is marked. `said` says the same.
fn histogram(bands: &Bands, said: AttrValue) -> Html {
    let (mode, highest) = chances::likeliest(bands);
    let last = bands.met.len() - 1;
    let mut bars = String::new();
    let mut likeliest = String::new();
    for (count, share) in bands.met.iter().enumerate() {
        let height = if highest > 0.0 { share / highest * HEIGHT } else { 0.0 };
        let x = count as f64 * BAR + BAR / 2.0;
        let path = if count == mode { &mut likeliest } else { &mut bars };
        path.push_str(&format!("M{x} {HEIGHT}V{}", fixed(HEIGHT - height, 1)));
    }
    let label = |count: usize| {
        html! { <text x={(count as f64 * BAR + BAR / 2.0).to_string()} y="39">{ count }</text> }
    };
    html! {
        <div class="histogram">
            <svg width="144" height="42" role="img">
                <title>{ said }</title>
                <path class="bar" d={bars} />
                <path class="bar likeliest" d={likeliest} />
                <line x1="0" x2="144" y1="26.5" y2="26.5" />
                { for [0, mode, last].into_iter().enumerate().filter(|&(i, count)| i != 1 || (count > 1 && count + 1 < last)).map(|(_, count)| label(count)) }
            </svg>
        </div>
    }
}
