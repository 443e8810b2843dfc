//! "And what if…?": what it takes to bring the indicator to another value, how likely that is then, and what it costs.

use std::rc::Rc;

use yew::prelude::*;

use super::guess::highest_asked;
use crate::catalogue::{sentences, stage as words, ways};
use crate::engine::{Reach, Reply, Request};
use crate::model::{Scenario, project};
use crate::plan::{IndicatorId, Lever};
use crate::text::Language;
use crate::view::answer::use_answer;
use crate::view::button;
use crate::view::field::NumberField;
use crate::view::store::{PlanRef, Send};
use crate::workspace::Edit;

/// How many moved levers are listed.
const LEVERS: usize = 6;
/// How many resources are listed: money, enterprises and people.
const RESOURCES: usize = 5;

#[derive(Properties, PartialEq)]
pub struct WhatIfProps {
    pub plan: PlanRef,
    pub language: Language,
    pub id: IndicatorId,
    pub scenario: Rc<Scenario>,
    pub tell: Send,
}

#[component]
pub fn WhatIf(props: &WhatIfProps) -> Html {
    let WhatIfProps { plan, language, id, scenario, .. } = props;
    let (plan, language, id) = (*plan, *language, *id);
    let indicator = plan.0.indicator(id);
    let target = scenario.target(&plan, id);
    let wanted = use_state_eq(|| target);
    // What the first question was asked of: a way that was taken is judged from where it began.
    let from = use_memo(id, |_| scenario.clone());
    let request = Request::Reach { scenario: Rc::clone(&from), id, value: *wanted };
    let answer = use_answer(plan, Some(request.clone())).filter(|answer| answer.request == request);
    let commit = {
        let wanted = wanted.setter();
        Callback::from(move |value: f64| {
            let (low, high) = (indicator.baseline, highest_asked(indicator));
            if !(value > low && value <= high) {
                return Err(words::not_asked(indicator, high, language));
            }
            wanted.set(value);
            Ok(())
        })
    };
    let result = answer.as_deref().map(|answer| match &answer.reply {
        Reply::Reach(reach) => result(props, &from, *wanted, reach),
        _ => html! {},
    });
    html! {
        <>
            <div class="what-if-question">
                <label for="stage-wanted">{ words::wanted(&plan, id, language) }</label>
                <NumberField
                    id="stage-wanted"
                    label={words::WANTED_FIELD.get(language)}
                    value={sentences::target(indicator, *wanted)}
                    {language}
                    {commit}
                />
                <span>{ indicator.unit.get(language) }</span>
            </div>
            <div role="status">
                { result.unwrap_or_else(|| html! { <p>{ crate::catalogue::why::CALCULATING.get(language) }</p> }) }
            </div>
        </>
    }
}

fn result(props: &WhatIfProps, from: &Rc<Scenario>, wanted: f64, reach: &Reach) -> Html {
    let WhatIfProps { plan, language, id, scenario, tell } = props;
    let (plan, language, indicator) = (*plan, *language, props.plan.0.indicator(*id));
    let found = &reach.route.found;
    let reached = !found.short.contains(*id);
    let lands = project(&plan, &found.scenario).last(*id);
    if found.scenario == *from && reached {
        return html! {
            <>
                <p class="what-if-answer met">{ words::already(indicator, lands, language) }</p>
                <p>{ words::chance_now(indicator, wanted, found.chance, language) }</p>
                <p class="muted">{ words::ask_higher(indicator, highest_asked(indicator), language) }</p>
            </>
        };
    }
    let moved = moved(plan, from, &found.scenario);
    let more = moved.len().saturating_sub(LEVERS);
    let (now, then) = (ways::resources(&reach.now, language), ways::resources(&reach.route.resources, language));
    let take = {
        let (tell, way) = (tell.clone(), found.scenario.clone());
        Callback::from(move |_: MouseEvent| tell.emit(Edit::TakeLevers(way.clone()).into()))
    };
    html! {
        <>
            if reached {
                <p class="what-if-answer met">{ words::reachable(indicator, wanted, moved.len(), language) }</p>
            } else {
                <p class="what-if-answer short">{ words::nearest(indicator, wanted, lands, language) }</p>
            }
            <p>{ words::chance_then(indicator, wanted, found.chance, language) }</p>
            <table>
                <caption>{ words::TAKES.get(language) }</caption>
                <tbody>
                    { for moved.iter().take(LEVERS).map(|(lever, from, to)| {
                        let [from, to] = words::lever_way(lever, *from, *to);
                        html! {
                            <tr>
                                <th scope="row">{ lever.short.get(language) }</th>
                                <td>{ from }{ " → " }<strong>{ to }</strong>{ " " }<span class="muted">{ lever.unit.get(language) }</span></td>
                            </tr>
                        }
                    }) }
                </tbody>
            </table>
            if more > 0 {
                <p class="muted">{ words::more_levers(more, language) }</p>
            }
            <table>
                <caption>{ words::COSTS.get(language) }</caption>
                <tbody>
                    { for now.iter().zip(&then).take(RESOURCES).map(|((name, now, unit), (_, then, _))| html! {
                        <tr>
                            <th scope="row">{ *name }</th>
                            <td>{ now }{ " → " }<strong>{ then }</strong>{ " " }<span class="muted">{ *unit }</span></td>
                        </tr>
                    }) }
                </tbody>
            </table>
            <p class="muted">{ ways::RESOURCES_NOTE.get(language) }</p>
            { button::action(words::TAKE.get(language), found.scenario == *scenario, take) }
        </>
    }
}

/// The levers that a way moves, those farthest in their ranges first, with where they are and where they go.
fn moved(plan: PlanRef, from: &Scenario, to: &Scenario) -> Vec<(&'static Lever, f64, f64)> {
    let ends = |lever: &'static Lever| (lever, from.lever_mean(&plan, lever.id), to.lever_mean(&plan, lever.id));
    let distance = |&(lever, from, to): &(&Lever, f64, f64)| ((to - from) / (lever.max - lever.min)).abs();
    let mut moved: Vec<_> = plan.0.levers.iter().map(ends).filter(|(_, from, to)| from != to).collect();
    moved.sort_by(|a, b| distance(b).total_cmp(&distance(a)));
    moved
}
