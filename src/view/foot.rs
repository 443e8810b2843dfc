//! The foot of the lever pane: one fixed place for the chosen lever's years, basis and reset.

use yew::prelude::*;

use super::button;
use super::field::NumberField;
use super::findings::{Aim, Finding, Marks};
use super::store::{Message, Panel, PlanRef, Send, commit};
use crate::analysis::Targets;
use crate::catalogue::{labels, scenarios, sentences, tracks};
use crate::plan::{LeverId, PresetId};
use crate::text::Language;
use crate::text::number::{at_least, shortest};
use crate::workspace::Edit;

#[derive(Properties, PartialEq)]
pub struct LeverFootProps {
    pub plan: PlanRef,
    pub language: Language,
    pub id: LeverId,
    /// One a year.
    pub values: Vec<f64>,
    pub basis: PresetId,
    /// Whether there is a note on the lever, and whether it is open.
    pub noted: bool,
    pub note_open: bool,
    /// Which targets the marks on the tracks are about.
    pub aim: Aim,
    pub send: Send,
}

/// What the foot has unfolded.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Unfolded {
    Nothing,
    Years,
    Basis,
}

#[component]
pub fn LeverFoot(props: &LeverFootProps) -> Html {
    let LeverFootProps { plan, language, id, values, basis, noted, note_open, aim, send } = props;
    let (plan, language, id) = (*plan, *language, *id);
    let lever = plan.0.lever(id);
    let marks = use_context::<Marks>().unwrap_or_default();
    let panel = use_state_eq(|| Unfolded::Nothing);
    let toggle = |target: Unfolded| {
        let panel = panel.clone();
        move |_: MouseEvent| panel.set(if *panel == target { Unfolded::Nothing } else { target })
    };
    let expanded = |target: Unfolded| if *panel == target { "true" } else { "false" };
    let on_key = {
        let panel = panel.clone();
        move |event: KeyboardEvent| {
            if event.key() == "Escape" {
                panel.set(Unfolded::Nothing);
            }
        }
    };

    let preset_button = |preset: PresetId| {
        let value = lever.presets[preset.index()];
        let text = at_least(value, lever.decimals);
        let unchanged = values.iter().all(|&year| year == value);
        let edit = if preset == *basis { Edit::ResetLever(id) } else { Edit::SetLever(id, value) };
        let label = if preset == *basis {
            sentences::reset_to(&plan, preset, &text, language)
        } else {
            format!("{} {text}", plan.0.preset(preset).name.get(language))
        };
        button::action(label, unchanged, send.reform(move |_| edit.clone().into()))
    };
    // The basis first, since that is what a reset means; then the plan or the trend, whichever it is not.
    let other = if *basis == PresetId::Trend { PresetId::Plan } else { PresetId::Trend };

    html! {
        <div class="foot" onkeydown={on_key}>
            if *panel != Unfolded::Nothing {
                <div class="foot-panel" id="foot-panel">
                    <div class="foot-panel-head">
                        <strong>{ lever.name.get(language) }</strong>
                        { button::action(labels::CLOSE.get(language), false, Callback::from(toggle(*panel))) }
                    </div>
                    if *panel == Unfolded::Years {
                        { years(props) }
                    } else {
                        { basis_panel(plan, id, language) }
                    }
                </div>
            }
            <div class="foot-line foot-head">
                <span class="foot-name">{ lever.short.get(language) }</span>
                <button class="link" aria-expanded={expanded(Unfolded::Years)} onclick={toggle(Unfolded::Years)}>
                    { labels::BY_YEAR.get(language) }
                </button>
                <button class="link" aria-expanded={expanded(Unfolded::Basis)} onclick={toggle(Unfolded::Basis)}>
                    { format!("{} {}", labels::BASIS_OF.get(language), lever.grade.letter()) }
                </button>
                <button
                    class="link"
                    aria-haspopup="dialog"
                    aria-expanded={note_open.to_string()}
                    onclick={send.reform(move |_| Message::Toggle(Panel::Note(id)))}
                >{ if *noted { scenarios::READ_NOTE } else { scenarios::ADD_NOTE }.get(language) }</button>
                <span class="aims" role="group" aria-label={labels::AIM.get(language)}>
                    { for [(Aim::Selected, labels::AIM_SELECTED), (Aim::All, labels::AIM_ALL)].map(|(one, text)| {
                        let on_click = send.reform(move |_: MouseEvent| Message::Found(Finding::Aim(one)));
                        button::choice("preset", text.get(language), one == *aim, None, on_click)
                    }) }
                </span>
            </div>
            { targets(props, &marks) }
            <div class="foot-line">
                { preset_button(*basis) }
                { preset_button(other) }
                <span class="legend" aria-hidden="true">
                    <span class="legend-tick trend">{ labels::TREND_TICK.get(language) }</span>
                    <span class="legend-tick plan">{ labels::PLAN_TICK.get(language) }</span>
                </span>
            </div>
        </div>
    }
}

/// Where the lever has to be for the targets, each part beside its mark.
fn targets(props: &LeverFootProps, marks: &Marks) -> Html {
    let LeverFootProps { plan, language, id, values, aim, .. } = props;
    let (lever, language) = (plan.0.lever(*id), *language);
    let zone = marks.zones.as_ref().map(|zones| tracks::zone(lever, zones.of(*id), *aim == Aim::All, language));
    let cheapest = marks.cheapest.as_ref().map(|found| {
        let value = found.scenario.lever_mean(plan, *id);
        let now = values.iter().sum::<f64>() / values.len() as f64;
        let stays = (value - now).abs() < 1e-9 * (lever.max - lever.min);
        tracks::cheapest(lever, value, stays, found.short == Targets::default(), language)
    });
    html! {
        <p class="foot-targets">
            if let Some(zone) = zone {
                <span class="foot-zone">{ zone }</span>
            }
            if let Some(cheapest) = cheapest {
                <span class="foot-ghost">{ cheapest }</span>
            }
        </p>
    }
}

/// Five number fields, one a year.
fn years(props: &LeverFootProps) -> Html {
    let LeverFootProps { plan, language, id, values, send, .. } = props;
    let (plan, language, id) = (*plan, *language, *id);
    let lever = plan.0.lever(id);
    let field = |t: usize| {
        let year = usize::from(plan.0.base_year) + 1 + t;
        let (values, send) = (values.clone(), send.clone());
        let shown = at_least(values[t], lever.decimals);
        let commit = Callback::from(move |value: f64| {
            let mut values = values.clone();
            values[t] = value;
            commit(&plan, &send, language, Edit::SetLeverYears(id, values))
        });
        html! {
            <div class="year" key={t}>
                <span class="year-name">{ year }</span>
                <NumberField
                    id={format!("year-{}-{year}", id.id())}
                    label={format!("{} {year}", lever.name.get(language))}
                    value={shown}
                    {language}
                    {commit}
                />
            </div>
        }
    };
    html! {
        <div class="years">
            { for (0..values.len()).map(field) }
            <span class="year-unit">{ lever.unit.get(language) }</span>
        </div>
    }
}

/// Definition, the plan's sentence, grade and source.
fn basis_panel(plan: PlanRef, id: LeverId, language: Language) -> Html {
    let lever = plan.0.lever(id);
    let range = format!("{}—{} {}", shortest(lever.min), shortest(lever.max), lever.unit.get(language));
    html! {
        <dl class="basis">
            <dt>{ labels::DEFINITION.get(language) }</dt>
            <dd>{ lever.definition.get(language) }</dd>
            <dt>{ labels::PLAN_SENTENCE.get(language) }</dt>
            <dd>
                if let Some(quote) = &lever.quote {
                    <q lang="zh-CN">{ quote.sentence }</q>
                    if language == Language::En {
                        <span class="gloss">{ format!(" {}", quote.english) }</span>
                    }
                    <span class="place">{ format!(" {}", quote.place.get(language)) }</span>
                } else {
                    { labels::NOT_IN_PLAN.get(language) }
                }
            </dd>
            <dt>{ labels::TREND_SOURCE.get(language) }</dt>
            <dd>
                <span class="grade">{ format!("{} {}", lever.grade.letter(), lever.grade.name().get(language)) }</span>
                { format!(" {}", lever.source.get(language)) }
            </dd>
            <dt>{ labels::RANGE.get(language) }</dt>
            <dd>{ range }</dd>
        </dl>
    }
}
