//! 原因: what makes the difference between the scenario and its reference, as waterfall, table and sentence.

use std::rc::Rc;

use yew::prelude::*;

use super::answer::use_answer;
use super::bars::{Form, bar, form_switch, hatching, percent, rule};
use super::store::{PlanRef, Send, Store};
use crate::analysis::attribution::{Attribution, Player};
use crate::analysis::split::Split;
use crate::catalogue::{sentences, why as words};
use crate::chart::{Bar, Name, Stretch, Waterfall};
use crate::engine::{Reply, Request};
use crate::plan::GroupId;
use crate::text::Language;
use crate::text::number::{fixed, signed};
use crate::workspace::{Results, Workspace};

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
            Some(figure(plan, language, &waterfall, attribution, split, &name, *form))
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

fn figure(
    plan: PlanRef,
    language: Language,
    waterfall: &Waterfall,
    attribution: &Attribution,
    split: &Split,
    reference: &Name,
    form: Form,
) -> Html {
    let sentence = words::sentence(&plan, waterfall, attribution, reference, language);
    let (id, t) = (waterfall.id, waterfall.t);
    let (policy, assumptions) = (split.policy(id, t), split.assumptions(id, t));
    let table = table(plan, language, waterfall, attribution, reference, form == Form::Chart);
    html! {
        <>
            <figure class="bars waterfall">
                if form == Form::Chart {
                    { chart(plan, language, waterfall, reference, &sentence) }
                }
                { table }
            </figure>
            <p class="reading">{ sentence }</p>
            if policy != 0.0 && assumptions != 0.0 {
                <p>{ words::apart(policy, assumptions, waterfall.decimals, language) }</p>
            }
            <p class="source">
                { words::METHOD.get(language) }{ " " }{ words::left_out(waterfall, language) }
            </p>
        </>
    }
}

/// The bars, from the reference's value to the scenario's.
pub(super) fn chart(
    plan: PlanRef,
    language: Language,
    waterfall: &Waterfall,
    reference: &Name,
    sentence: &str,
) -> Html {
    let indicator = plan.0.indicator(waterfall.id);
    let target = waterfall.place(waterfall.target);
    let anchor = match target {
        right if right > 0.8 => "end",
        left if left < 0.2 => "start",
        _ => "middle",
    };
    let ticks: Vec<f64> = waterfall.axis.ticks().collect();
    let decimals = waterfall.axis.decimals();
    // Where the last whole ended: what comes next begins there.
    let mut level = waterfall.place(waterfall.reference);
    let row = |stretch: &Stretch| {
        let before = level;
        if !matches!(stretch.bar, Bar::Lever(_) | Bar::Short) {
            level = waterfall.place(stretch.to);
        }
        html! {
            <div class={classes!("bar-row", class_of(stretch.bar))}>
                <span class="bar-name">{ words::bar_name(&plan, waterfall, stretch.bar, reference, language) }</span>
                <svg class="bar-track">
                    { for ticks.iter().map(|&tick| rule("grid", waterfall.place(tick))) }
                    { rule("target", target) }
                    { level_lines(stretch.bar, before, level) }
                    { shape(waterfall, stretch) }
                </svg>
                <span class="bar-value">
                    { words::bar_value(waterfall, stretch.bar, stretch.from, stretch.to) }
                </span>
            </div>
        }
    };
    let rows: Vec<Html> = waterfall.stretches.iter().map(row).collect();
    html! {
        <div class="bar-rows" role="img" aria-label={sentence.to_owned()}>
            { hatching() }
            <div class="bar-row bar-head">
                <span class="bar-name"></span>
                <svg class="bar-track">
                    <text class="target-label" x={percent(target)} y="15" text-anchor={anchor}>
                        { words::target_label(&plan, waterfall, language) }
                    </text>
                </svg>
                <span class="bar-value">{ sentences::difference_unit(indicator, language) }</span>
            </div>
            { for rows }
            <div class="bar-row bar-axis">
                <span class="bar-name"></span>
                <svg class="bar-track">
                    { for ticks.iter().map(|&tick| html! {
                        <text x={percent(waterfall.place(tick))} y="15" text-anchor="middle">{ fixed(tick, decimals) }</text>
                    }) }
                </svg>
                <span class="bar-value">{ indicator.unit.get(language) }</span>
            </div>
        </div>
    }
}

/// The line that leads from one bar's end to the next one's beginning.
fn level_lines(bar: Bar, before: f64, after: f64) -> Html {
    let line = |place: f64, from: &'static str, to: &'static str| {
        html! { <line class="level" x1={percent(place)} y1={from} x2={percent(place)} y2={to} /> }
    };
    match bar {
        Bar::Reference => line(after, "50%", "100%"),
        Bar::Own => line(before, "0", "50%"),
        Bar::Lever(_) => line(after, "0", "100%"),
        Bar::Group(_) | Bar::Assumptions => {
            html! { <>{ line(before, "0", "50%") }{ line(after, "50%", "100%") }</> }
        }
        Bar::Short => html! {},
    }
}

fn shape(waterfall: &Waterfall, stretch: &Stretch) -> Html {
    let [from, to] = [stretch.from, stretch.to].map(|end| waterfall.place(end));
    match stretch.bar {
        Bar::Reference | Bar::Own => {
            html! { <line class="total" x1={percent(to)} y1="15%" x2={percent(to)} y2="85%" /> }
        }
        Bar::Lever(_) => bar(from, to, "38%", "24%", stretch.to < stretch.from),
        Bar::Group(_) | Bar::Assumptions => bar(from, to, "15%", "70%", stretch.to < stretch.from),
        Bar::Short => html! {
            <rect
                class="gap"
                x={percent(from.min(to))}
                y="25%"
                width={percent((to - from).abs())}
                height="50%"
            />
        },
    }
}

fn class_of(bar: Bar) -> Option<&'static str> {
    match bar {
        Bar::Reference | Bar::Own => Some("whole"),
        Bar::Lever(_) => Some("within"),
        Bar::Short => Some("short"),
        Bar::Group(_) | Bar::Assumptions => None,
    }
}

/// Every part, also those too small for the chart; only read out beside it.
fn table(
    plan: PlanRef,
    language: Language,
    waterfall: &Waterfall,
    attribution: &Attribution,
    reference: &Name,
    unseen: bool,
) -> Html {
    let (id, t, decimals) = (waterfall.id, waterfall.t, waterfall.decimals);
    let indicator = plan.0.indicator(id);
    let whole = waterfall.own - waterfall.reference;
    let row = |class: &'static str, name: String, value: String, share: String| {
        html! {
            <tr {class}>
                <th scope="row">{ name }</th>
                <td>{ value }</td>
                <td>{ share }</td>
            </tr>
        }
    };
    let name = |bar: Bar| words::bar_name(&plan, waterfall, bar, reference, language);
    let part = |class: &'static str, bar: Bar, value: f64| {
        row(class, name(bar), signed(value, decimals), words::share(value, whole))
    };
    let players: Vec<Player> = attribution.players().collect();
    let mut rows = vec![row("whole", name(Bar::Reference), fixed(waterfall.reference, decimals), String::new())];
    for &group in GroupId::ALL {
        let members = players.iter().filter(|player| player.group(&plan) == Some(group));
        let mut levers = members.filter_map(|&player| match player {
            Player::Lever(lever) => Some(part("within", Bar::Lever(lever), attribution.part(player, id, t))),
            Player::Assumptions => None,
        });
        if let Some(first) = levers.next() {
            rows.push(part("", Bar::Group(group), attribution.group(&plan, group, id, t)));
            rows.push(first);
            rows.extend(levers);
        }
    }
    if players.contains(&Player::Assumptions) {
        rows.push(part("", Bar::Assumptions, attribution.part(Player::Assumptions, id, t)));
    }
    rows.push(row("whole", name(Bar::Own), fixed(waterfall.own, decimals), String::new()));
    html! {
        <table class={classes!("listing", unseen.then_some("unseen"))}>
            <caption class="unseen">{ indicator.name.get(language) }</caption>
            <thead>
                <tr>
                    <th scope="col">{ words::ITEM.get(language) }</th>
                    <th scope="col">{ sentences::difference_unit(indicator, language) }</th>
                    <th scope="col">{ words::SHARE.get(language) }</th>
                </tr>
            </thead>
            <tbody>{ for rows }</tbody>
        </table>
    }
}
