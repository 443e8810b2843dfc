//! The head of the page: whose plan, which scenario, theme and language.

use yew::prelude::*;

use super::button;
use super::part::{Part, part_in_line};
use super::store::{Message, Panel, Send, Store};
use crate::catalogue::{labels, scenarios, sentences};
use crate::platform::settings::ThemeChoice;
use crate::text::Text;
use crate::workspace::{Action, Draft, Page};

pub fn header(store: &Store, dark: bool, send: &Send) -> Html {
    let (plan, language, workspace) = (&store.plan, store.language(), &store.workspace);
    let message = |message: Message| send.reform(move |_: MouseEvent| message.clone());
    let (other_theme, theme_label) =
        if dark { (ThemeChoice::Light, labels::TO_LIGHT) } else { (ThemeChoice::Dark, labels::TO_DARK) };
    let basis = workspace.draft().basis;
    let changes = if workspace.replaying() {
        scenarios::REPLAYING.get(language).to_owned()
    } else {
        sentences::changes(plan, basis, workspace.levers_changed(plan), workspace.assumptions_changed(plan), language)
    };
    // Nothing can be undone before the part has come, but for what was done while it was on its way.
    let history_to_come = html! {
        <>
            { button::action(scenarios::UNDO.get(language), true, Callback::noop()) }
            { button::action(scenarios::REDO.get(language), true, Callback::noop()) }
            { button::action(scenarios::HISTORY.get(language), true, Callback::noop()) }
        </>
    };
    let panel = |panel: Panel, label: Text| {
        html! {
            <button
                class="link"
                aria-haspopup="dialog"
                aria-expanded={(store.panel == Some(panel)).to_string()}
                onclick={message(Message::Toggle(panel))}
            >{ label.get(language) }</button>
        }
    };
    html! {
        <header class="head">
            <h1 class="brand">{ labels::APP.get(language) }</h1>
            <span class="plan-title" title={plan.title.get(language)}>{ plan.short_title.get(language) }</span>
            <nav class="pages" aria-label={labels::PAGES.get(language)}>
                { for Page::ALL.into_iter().map(|page| button::choice(
                    "page",
                    labels::page(page).get(language),
                    page == workspace.view.page,
                    None,
                    message(Message::Act(Action::Turn(page))),
                )) }
            </nav>
            <button
                class="scenario-name"
                aria-haspopup="dialog"
                aria-expanded={(store.panel == Some(Panel::Scenarios)).to_string()}
                onclick={message(Message::Toggle(Panel::Scenarios))}
            >
                <span class="muted">{ labels::SCENARIO.get(language) }</span>
                <strong>{ sentences::scenario_name(plan, workspace.draft()).get(language) }</strong>
                <span class="muted">{ changes }</span>
                if is_unsaved(store) {
                    <span class="near" title={scenarios::UNSAVED_HINT.get(language)}>{ scenarios::UNSAVED.get(language) }</span>
                }
            </button>
            <div class="head-actions">
                { part_in_line(Part::History, history_to_come, store, dark, send) }
                { panel(Panel::Share, labels::SHARE) }
                { panel(Panel::Files, labels::FILES) }
                <span class="script-actions">
                    { panel(Panel::Script, labels::SCRIPT) }
                    { part_in_line(Part::Script, button::action("＋", true, Callback::noop()), store, dark, send) }
                </span>
                <button
                    id="present"
                    class="link"
                    title={labels::PRESENT_HINT.get(language)}
                    onclick={message(Message::Stage(true))}
                >{ labels::PRESENT.get(language) }</button>
                if store.settings.theme != ThemeChoice::System {
                    { button::action(
                        labels::FOLLOW_SYSTEM.get(language),
                        false,
                        message(Message::Theme(ThemeChoice::System)),
                    ) }
                }
                { button::action(theme_label.get(language), false, message(Message::Theme(other_theme))) }
                <button
                    class="link"
                    title={labels::OTHER_LANGUAGE_LONG.get(language)}
                    lang={language.other().tag()}
                    onclick={message(Message::Language(language.other()))}
                >{ labels::OTHER_LANGUAGE.get(language) }</button>
            </div>
        </header>
    }
}

/// Whether the scenario at hand came by an address, is more than a preset, and is not kept.
fn is_unsaved(store: &Store) -> bool {
    let entry = store.workspace.find(store.workspace.active());
    entry.is_some_and(|entry| !entry.kept && *entry.draft != Draft::of_preset(&store.plan, entry.draft.basis))
}
