//! Keeps the user's work, and says so where that does not go as it should.

use std::rc::Rc;

use yew::prelude::*;

use super::autosave::{Failure, Trouble, use_autosave};
use super::export::save_file;
use crate::catalogue::{desk, labels, offline};
use crate::platform::download::{download, today};
use crate::platform::storage;
use crate::text::Language;
use crate::view::button;
use crate::view::store::{PlanRef, Send, StoredItems};
use crate::workspace::{SetAside, Unreadable, Workspace, restore};

#[derive(Properties, PartialEq)]
pub struct KeepingProps {
    pub plan: PlanRef,
    pub language: Language,
    pub workspace: Rc<Workspace>,
    pub stored: Option<StoredItems>,
    pub send: Send,
}

#[component]
pub fn Keeping(props: &KeepingProps) -> Html {
    let KeepingProps { plan, language, workspace, stored, send } = props;
    let (plan, language) = (*plan, *language);
    let (trouble, dismiss) = use_autosave(plan, stored, workspace, language, send);
    let carried_damaged = use_memo((), |()| storage::carried().is_some_and(|items| is_damaged(&plan, &items)));
    let told = use_state_eq(|| false);
    let Trouble { failure, set_aside, both, scripts } = &trouble;
    let (newer, damaged): (Vec<_>, Vec<_>) =
        set_aside.iter().cloned().partition(|item| matches!(item.why, Unreadable::Newer(_)));
    let save_all = {
        let workspace = workspace.clone();
        Callback::from(move |_: MouseEvent| save_file(&plan, &workspace, language))
    };
    let aside = |items: Vec<SetAside>, text: String| {
        let save = Callback::from(move |_: MouseEvent| save_set_aside(&items));
        html! { <p>{ text }{ button::action(desk::DOWNLOAD_THEM.get(language), false, save) }</p> }
    };
    let carried_damaged = *carried_damaged && !*told;
    let quiet = set_aside.is_empty() && both.is_empty() && !scripts && !carried_damaged;
    let close = {
        let (dismiss, setter) = (dismiss, told.setter());
        Callback::from(move |_: MouseEvent| {
            setter.set(true);
            dismiss.emit(());
        })
    };
    html! {
        <div class={classes!("keeping", (quiet && failure.is_none()).then_some("empty"))} role="alert">
            if let Some(failure) = failure {
                <p>
                    { match failure {
                        Failure::Blocked => desk::BLOCKED.get(language),
                        Failure::Full => desk::FULL.get(language),
                    } }
                    { button::action(desk::SAVE_TO_FILE.get(language), false, save_all) }
                </p>
            }
            if carried_damaged {
                <p>{ offline::CARRIED_DAMAGED.get(language) }</p>
            }
            if !newer.is_empty() {
                { aside(newer.clone(), desk::newer(newer.len(), language)) }
            }
            if !damaged.is_empty() {
                { aside(damaged.clone(), desk::damaged(damaged.len(), language)) }
            }
            { for both.iter().map(|name| html! { <p>{ desk::kept_both(name, language) }</p> }) }
            if *scripts {
                <p>{ desk::KEPT_BOTH_SCRIPTS.get(language) }</p>
            }
            if !quiet {
                { button::action(labels::CLOSE.get(language), false, close) }
            }
        </div>
    }
}

/// Whether the page cannot read all that it carries.
fn is_damaged(plan: &PlanRef, carried: &[(String, String)]) -> bool {
    let restored = restore(plan, carried, 0);
    restored.workspace.is_none() || !restored.set_aside.is_empty()
}

/// Items as they are stored: a line each, the name before a tab.
fn save_set_aside(items: &[SetAside]) {
    let lines: Vec<String> = items.iter().map(|item| format!("{}\t{}\n", item.name, item.text)).collect();
    // A browser that refuses a download says so itself.
    let _ = download(&format!("tuiyan-{}.txt", today()), "text/plain;charset=utf-8", lines.concat().as_bytes());
}
