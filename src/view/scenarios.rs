//! The list of scenarios: which is at hand, laid over or the reference; new ones, copies and merged ones.

use std::rc::Rc;

use yew::prelude::*;

use super::button;
use super::reference::reference_list;
use super::scenario_row::ScenarioRow;
use super::store::{Message, PlanRef, Send};
use super::text_field::TextField;
use crate::catalogue::{notices, scenarios, sentences};
use crate::plan::{Plan, PresetId};
use crate::text::Language;
use crate::workspace::{Action, ActionError, Change, Draft, Key, MAX_SCENARIOS, NAME_LENGTH, Workspace, merged};

#[derive(Properties, PartialEq)]
pub struct ScenariosProps {
    pub plan: PlanRef,
    pub language: Language,
    pub workspace: Rc<Workspace>,
    pub send: Send,
}

#[component]
pub fn Scenarios(props: &ScenariosProps) -> Html {
    let ScenariosProps { plan, language, workspace, send } = props;
    let (plan, language) = (*plan, *language);
    let chosen = use_state_eq(Vec::<Key>::new);
    let choose = use_callback((*chosen).clone(), {
        let setter = chosen.setter();
        move |(key, on): (Key, bool), now: &Vec<Key>| {
            let others = now.iter().copied().filter(|&other| other != key);
            setter.set(others.chain(on.then_some(key)).collect());
        }
    });
    let entries = workspace.entries();
    let full = entries.iter().filter(|entry| entry.kept).count() >= MAX_SCENARIOS;
    let add = |draft: Draft, after: Option<Key>, change: Change| {
        send.reform(move |_: MouseEvent| Message::Act(Action::Add(vec![draft.clone()], after, change)))
    };
    let from_preset = |preset: PresetId| {
        let draft = named(&plan, workspace, Draft::of_preset(&plan, preset), language);
        button::action(scenarios::new_from(&plan, preset, language), full, add(draft, None, Change::Create))
    };
    let copy = named(&plan, workspace, Draft::clone(workspace.draft()), language);
    let active = workspace.active();
    // In the order of the list; one that was deleted meanwhile is none.
    let to_merge: Vec<&Draft> =
        entries.iter().filter(|entry| chosen.contains(&entry.key)).map(|entry| &*entry.draft).collect();
    let merge = merged(&plan, &to_merge).filter(|_| to_merge.len() > 1);
    let merge = merge.map(|draft| {
        let draft = with_name(&plan, workspace, draft, scenarios::MERGED.get(language), language);
        add(draft, None, Change::Merge(to_merge.len()))
    });
    let annotate = {
        let (draft, send) = (workspace.draft().clone(), send.clone());
        Callback::from(move |text: String| {
            let tried = Draft::clone(&draft).annotate(&text);
            tried.map_err(|problem| notices::too_long(problem, language))?;
            send.emit(Message::Act(Action::Annotate(active, text)));
            Ok(())
        })
    };
    let name = sentences::scenario_name(&plan, workspace.draft());
    html! {
        <>
            <ol class="scenario-list">
                { for entries.iter().enumerate().map(|(at, entry)| html! {
                    <ScenarioRow
                        key={entry.key.to_string()}
                        {plan}
                        {language}
                        {at}
                        count={entries.len()}
                        id={entry.key}
                        draft={entry.draft.clone()}
                        active={entry.key == active}
                        kept={entry.kept}
                        overlaid={workspace.is_overlaid(entry.key)}
                        chosen={chosen.contains(&entry.key)}
                        choose={choose.clone()}
                        send={send.clone()}
                    />
                }) }
            </ol>
            <TextField
                key={active.to_string()}
                id="annotation"
                rows={2}
                label={scenarios::of(scenarios::ANNOTATION, name.get(language), language)}
                placeholder={scenarios::ANNOTATION_HINT.get(language)}
                value={workspace.draft().annotation().to_owned()}
                commit={annotate}
            />
            <div class="scenario-actions">
                { button::action(scenarios::COPY.get(language), full, add(copy, Some(active), Change::Copy)) }
                { for PresetId::ALL.iter().map(|&preset| from_preset(preset)) }
            </div>
            if entries.len() > 1 {
                <div class="scenario-actions">
                    { button::action(
                        scenarios::merge(to_merge.len(), language),
                        full || merge.is_none(),
                        merge.unwrap_or_else(Callback::noop),
                    ) }
                    <span class="muted">{ scenarios::MERGE_HINT.get(language) }</span>
                </div>
            }
            if full {
                <p class="near">{ notices::beside_field(&plan, ActionError::Full, language) }</p>
            }
            { reference_list(&plan, language, workspace, send) }
        </>
    }
}

/// A draft under its own name, or that with the first free number; a preset's own name is left to the language.
fn named(plan: &Plan, workspace: &Workspace, draft: Draft, language: Language) -> Draft {
    let base = sentences::scenario_name(plan, &draft).get(language).to_owned();
    with_name(plan, workspace, draft, &base, language)
}

fn with_name(plan: &Plan, workspace: &Workspace, mut draft: Draft, base: &str, language: Language) -> Draft {
    /// What a space and a number may take.
    const NUMBER: usize = 3;
    let taken = |name: &str| {
        let shown = |draft: &Draft| sentences::scenario_name(plan, draft).get(language) == name;
        workspace.entries().iter().any(|entry| shown(&entry.draft))
    };
    let base: String = base.chars().take(NAME_LENGTH - NUMBER).collect();
    let numbered = (2..).map(|number| format!("{base} {number}"));
    let name = std::iter::once(base.clone()).chain(numbered).find(|name| !taken(name)).unwrap_or_default();
    if sentences::scenario_name(plan, &draft).get(language) != name {
        // Short enough, by the line above.
        let _ = draft.rename(&name);
    }
    draft
}
