//! The left pane: presets, the groups of levers, and the foot that tells of the chosen one.

use std::rc::Rc;

use yew::prelude::*;

use super::button;
use super::findings::Aim;
use super::foot::LeverFoot;
use super::lever::LeverRow;
use super::store::{Message, Panel, PlanRef, Send};
use crate::catalogue::{labels, scenarios, sentences};
use crate::plan::{Group, GroupId, LeverId, PresetId};
use crate::text::Language;
use crate::workspace::{Edit, Input, Workspace};

/// Below this window height the context group starts folded, so that the rest fits.
const LOW_WINDOW: &str = "(max-height: 750px) and (min-width: 900px)";

#[derive(Properties, PartialEq)]
pub struct LeversProps {
    pub plan: PlanRef,
    pub language: Language,
    pub workspace: Rc<Workspace>,
    /// What lies over the page.
    pub panel: Option<Panel>,
    /// Which targets the marks on the tracks are about.
    pub aim: Aim,
    pub send: Send,
}

#[component]
pub fn Levers(props: &LeversProps) -> Html {
    let LeversProps { plan, language, workspace, panel, aim, send } = props;
    let (plan, language) = (*plan, *language);
    let chosen = use_state_eq(|| plan.0.levers[0].id);
    let choose = use_callback((), {
        let chosen = chosen.setter();
        move |id: LeverId, ()| chosen.set(id)
    });
    // On a phone one group shows at a time, in a drawer.
    let group_shown = use_state_eq(|| plan.0.groups[0].id);
    let drawer_open = use_state_eq(|| false);
    let folded = use_state_eq(|| {
        let low = crate::platform::page::matches(LOW_WINDOW);
        plan.0.groups.iter().filter(|group| low && !group.policy).map(|group| group.id).collect::<Vec<_>>()
    });
    let toggle_fold = use_callback((*folded).clone(), {
        let folded = folded.setter();
        move |id: GroupId, now: &Vec<GroupId>| {
            let mut next = now.clone();
            match next.iter().position(|folded| *folded == id) {
                Some(at) => drop(next.remove(at)),
                None => next.push(id),
            }
            folded.set(next);
        }
    });

    let basis = workspace.draft().basis;
    let changed_in =
        |group: &Group| plan.0.levers_of(group.id).filter(|lever| workspace.lever_changed(&plan, lever.id)).count();
    let preset_button = |preset: PresetId| {
        let on_click = send.reform(move |_: MouseEvent| Edit::Preset(preset).into());
        let info = plan.0.preset(preset);
        let (name, description) = (info.name.get(language), info.description.get(language));
        button::choice("preset", name, preset == basis, Some(description), on_click)
    };
    let any_changed = workspace.levers_changed(&plan) > 0;
    let spread = |id: LeverId| {
        let spread = workspace.draft().spread().iter().find(|(lever, ..)| *lever == id);
        spread.map(|&(_, low, high)| (low, high))
    };
    let toggle_drawer = {
        let drawer_open = drawer_open.clone();
        move |_: MouseEvent| drawer_open.set(!*drawer_open)
    };

    let group_tab = |group: &'static Group| {
        let group_shown = group_shown.clone();
        let changed = changed_in(group);
        html! {
            <button
                key={group.id.id()}
                class="group-tab"
                aria-pressed={if group.id == *group_shown { "true" } else { "false" }}
                onclick={move |_| group_shown.set(group.id)}
            >
                { group.short.get(language) }
                if changed > 0 { <span class="group-count">{ changed }</span> }
            </button>
        }
    };
    let group_section = |group: &'static Group| {
        let is_folded = folded.contains(&group.id);
        let toggle = toggle_fold.clone();
        let heading_id = format!("group-{}", group.id.id());
        html! {
            <section
                key={group.id.id()}
                class={classes!(
                    "group",
                    is_folded.then_some("folded"),
                    (group.id == *group_shown).then_some("shown"),
                )}
                aria-labelledby={heading_id.clone()}
            >
                <h2 class="group-head" id={heading_id}>
                    <button
                        class="group-fold"
                        aria-expanded={if is_folded { "false" } else { "true" }}
                        onclick={move |_| toggle.emit(group.id)}
                    >
                        <span class="group-name">{ group.name.get(language) }</span>
                        if !group.policy {
                            <span class="group-note">{ labels::NOT_POLICY.get(language) }</span>
                        }
                        <span class="group-changes">
                            { sentences::group_changes(changed_in(group), language) }
                        </span>
                    </button>
                </h2>
                <div class="group-levers">
                    { for plan.0.levers_of(group.id).map(|lever| {
                        let values = workspace.draft().scenario.lever(&plan, lever.id);
                        html! {
                            <LeverRow
                                key={lever.id.id()}
                                {plan}
                                id={lever.id}
                                {language}
                                mean={workspace.draft().scenario.lever_mean(&plan, lever.id)}
                                by_year={values.iter().any(|&value| value != values[0])}
                                changed={workspace.lever_changed(&plan, lever.id)}
                                noted={!workspace.draft().note(Input::Lever(lever.id)).is_empty()}
                                spread={spread(lever.id)}
                                basis={lever.presets[basis.index()]}
                                chosen={lever.id == *chosen}
                                send={send.clone()}
                                choose={choose.clone()}
                            />
                        }
                    }) }
                </div>
            </section>
        }
    };

    let [reset, reset_in_full] = sentences::reset_all_to(&plan, basis, language);
    html! {
        <section class={classes!("levers", drawer_open.then_some("open"))} aria-label={labels::LEVERS.get(language)}>
            <button
                class="drawer-handle"
                aria-expanded={if *drawer_open { "true" } else { "false" }}
                aria-label={labels::DRAWER.get(language)}
                onclick={toggle_drawer}
            ></button>
            <div class="presets" role="group" aria-label={labels::PRESETS.get(language)}>
                { for PresetId::ALL.iter().map(|&preset| preset_button(preset)) }
                { button::short_action(
                    reset,
                    reset_in_full,
                    !any_changed,
                    send.reform(|_| Edit::ResetLevers.into()),
                ) }
                <button
                    class="link reset-menu"
                    aria-label={scenarios::RESET_TO.get(language)}
                    aria-haspopup="dialog"
                    aria-expanded={(*panel == Some(Panel::Reset)).to_string()}
                    onclick={send.reform(|_| Message::Toggle(Panel::Reset))}
                ></button>
            </div>
            <div class="group-tabs">{ for plan.0.groups.iter().map(group_tab) }</div>
            <div class="groups">{ for plan.0.groups.iter().map(group_section) }</div>
            <LeverFoot
                {plan}
                {language}
                id={*chosen}
                values={workspace.draft().scenario.lever(&plan, *chosen).to_vec()}
                {basis}
                noted={!workspace.draft().note(Input::Lever(*chosen)).is_empty()}
                note_open={*panel == Some(Panel::Note(*chosen))}
                aim={*aim}
                send={send.clone()}
            />
        </section>
    }
}
