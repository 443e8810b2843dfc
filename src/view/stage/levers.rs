//! The few levers that matter: those that make most of the difference to the reference.

use yew::prelude::*;

use super::show::Present;
use crate::analysis::attribution::{Attribution, Player};
use crate::catalogue::{stage as words, why};
use crate::plan::LeverId;

/// How many are shown.
const SHOWN: usize = 4;

pub fn levers(present: &Present) -> Html {
    let (language, results) = (present.language(), &present.store.results);
    if present.stage.is_asking() {
        return html! { <div class="stage-levers"></div> };
    }
    if results.own.scenario == results.reference.scenario && !present.stage.plays_moves() {
        let text = words::no_levers(present.reference, language);
        return html! { <div class="stage-levers"><p class="muted">{ text }</p></div> };
    }
    html! {
        <ul class="stage-levers" aria-label={words::LEVERS_THAT_MATTER.get(language)}>
            if let Some(attribution) = present.attribution {
                { for leading(present, attribution).into_iter().map(|(player, effect)| lever(present, player, effect)) }
            }
        </ul>
    }
}

/// Those of most effect; levers that a scene moves come before others.
fn leading(present: &Present, attribution: &Attribution) -> Vec<(Player, f64)> {
    let moved = |player: Player| present.scene.moves.iter().any(|(id, _)| player == Player::Lever(*id));
    let all = attribution.leading(present.id(), present.plan().years);
    let (first, rest): (Vec<_>, Vec<_>) = all.into_iter().partition(|part| moved(part.player));
    first.into_iter().chain(rest).take(SHOWN).map(|part| (part.player, part.value)).collect()
}

fn lever(present: &Present, player: Player, effect: f64) -> Html {
    let language = present.language();
    let to_come = present.stage.plays_moves() && present.stage.moved() < 1.0;
    let effect = words::lever_effect(present.indicator(), effect, to_come, language);
    match player {
        Player::Lever(id) => html! {
            <li key={id.id()}>
                <p class="stage-lever-name">{ present.plan().0.lever(id).short.get(language) }</p>
                { way(present, id) }
                <p class="muted">{ effect }</p>
            </li>
        },
        Player::Assumptions => html! {
            <li key="assumptions">
                <p class="stage-lever-name">{ why::ASSUMPTIONS.get(language) }</p>
                <p class="stage-lever-way"></p>
                <p class="muted">{ effect }</p>
            </li>
        },
    }
}

/// From the reference's value to the scenario's.
fn way(present: &Present, id: LeverId) -> Html {
    let (plan, results) = (present.plan(), &present.store.results);
    let lever = plan.0.lever(id);
    let ends = [&results.reference, &results.own].map(|computed| computed.scenario.lever_mean(&plan, id));
    let [from, to] = words::lever_way(lever, ends[0], ends[1]);
    html! {
        <p class="stage-lever-way">
            <span class="muted">{ from }{ " → " }</span>
            <strong>{ to }</strong>{ " " }
            <span>{ lever.unit.get(present.language()) }</span>
        </p>
    }
}
