//! The right pane: one indicator in depth, in tabs.

use yew::prelude::*;

use super::button;
use super::findings::{Finding, Spread};
use super::part::{Part, part};
use super::store::{Message, Send, Store};
use crate::catalogue::{labels, sentences};
use crate::workspace::{Action, Tab};

/// The pane of a workspace's view.
pub fn in_depth(store: &Store, dark: bool, send: &Send) -> Html {
    let (plan, language) = (store.plan, store.language());
    let (workspace, findings) = (&store.workspace, &store.findings);
    let view = workspace.view;
    let scenario = &workspace.draft().scenario;
    let indicator = plan.0.indicator(view.indicator);
    let show_tab = |tab: Tab| {
        let on_click = send.reform(move |_: MouseEvent| Message::Act(Action::Show(tab)));
        button::choice("tab", labels::tab(tab).get(language), tab == view.tab, None, on_click)
    };
    html! {
        <section class={classes!("depth", format!("tab-{}", view.tab.id()))} aria-label={labels::IN_DEPTH.get(language)}>
            <div class="depth-head">
                <h2>{ indicator.name.get(language) }</h2>
                <p class="subtitle">
                    { for sentences::subtitle(&plan, indicator.id, scenario, language).into_iter().map(|part| html! {
                        <span>{ part }</span>
                    }) }
                </p>
                if let Some(mark) = sentences::reading_mark(&plan, indicator.id, scenario, language) {
                    <p class="reading-mark">{ mark }</p>
                }
            </div>
            <div class="tabs" role="group" aria-label={labels::IN_DEPTH.get(language)}>
                { for Tab::ALL.into_iter().map(show_tab) }
                if view.tab == Tab::Trajectory && findings.likelihood.is_some() {
                    <span class="spreads" role="group" aria-label={labels::SPREAD.get(language)}>
                        { for [(Spread::Ranges, labels::RANGES), (Spread::Paths, labels::PATHS)].map(|(one, text)| {
                            let on_click = send.reform(move |_: MouseEvent| Message::Found(Finding::Spread(one)));
                            button::choice("tab", text.get(language), one == findings.spread, None, on_click)
                        }) }
                    </span>
                }
            </div>
            { match view.tab {
                Tab::Trajectory => part(Part::Trajectory, store, dark, send),
                Tab::Why => part(Part::Why, store, dark, send),
                Tab::Sensitivity => part(Part::Sensitivity, store, dark, send),
                Tab::Overview => part(Part::Overview, store, dark, send),
                Tab::Basis => part(Part::Basis, store, dark, send),
            } }
        </section>
    }
}
