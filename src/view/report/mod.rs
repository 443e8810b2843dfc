//! 推演报告: what is printed in place of the page. It stands in the page only while it is wanted, and is seen only on
//! paper.

mod charts;
mod document;
mod settings;
mod tables;

use std::rc::Rc;

use gloo::timers::callback::Timeout;
use yew::prelude::*;

use super::button;
use super::findings::Shared;
use super::store::{Message, Panel, PlanRef, Send, Store};
use crate::analysis::monte_carlo::Bands;
use crate::catalogue::{report as words, sentences};
use crate::engine::{DRAWS, Likelihood};
use crate::platform::download::today;
use crate::platform::engine::Place;
use crate::platform::print;
use crate::text::{Language, Text};
use crate::workspace::{Draft, Results, Stamp, Workspace};

/// Follows the browser's printing; shows nothing on a screen.
pub fn report(store: &Store, _: bool, send: &Send) -> Html {
    let likelihood = likelihood(store);
    html! {
        <Report
            sheet={Sheet {
                plan: store.plan,
                language: store.language(),
                workspace: store.workspace.clone(),
                results: store.results.clone(),
                likelihood: likelihood.clone(),
                day: today(),
            }}
            asked={matches!(store.panel, Some(Panel::Print { .. }))}
            ready={is_ready(store)}
            send={send.clone()}
        />
    }
}

/// What precedes the browser's own dialog: how far the draws are, and a way not to wait for them.
pub fn printing(store: &Store, send: &Send) -> Html {
    let language = store.language();
    if is_ready(store) {
        return html! { <p>{ words::DIALOG.get(language) }</p> };
    }
    let draws = likelihood(store).map_or(0, |likelihood| likelihood.bands.draws);
    let now = send.reform(|_: MouseEvent| Message::Open(Panel::Print { waits: false }));
    html! {
        <>
            <p role="status">{ words::waiting(draws, language) }</p>
            <p>{ button::action(words::PRINT_NOW.get(language), false, now) }</p>
        </>
    }
}

fn likelihood(store: &Store) -> Option<Shared<Likelihood>> {
    store.findings.likelihood_of(&store.workspace.draft().scenario).cloned()
}

/// Whether the report is asked for, and there is nothing to wait for.
fn is_ready(store: &Store) -> bool {
    let Some(Panel::Print { waits }) = store.panel else { return false };
    let draws = likelihood(store).map_or(0, |likelihood| likelihood.bands.draws);
    !waits || store.findings.place == Place::Nowhere || draws >= DRAWS as usize
}

/// What a report is made from.
#[derive(Clone, PartialEq)]
struct Sheet {
    plan: PlanRef,
    language: Language,
    workspace: Rc<Workspace>,
    results: Rc<Results>,
    /// What draws say of the scenario, as far as they have come.
    likelihood: Option<Shared<Likelihood>>,
    /// `YYYY-MM-DD`
    day: String,
}

/// The property from which the styles fill the pages' margins.
const MARGIN: &str = "--report-margin";

impl Sheet {
    fn draft(&self) -> &Draft {
        self.workspace.draft()
    }

    /// What the scenario is called.
    fn name(&self) -> String {
        sentences::scenario_name(&self.plan, self.draft()).get(self.language).to_owned()
    }

    fn bands(&self) -> Option<&Bands> {
        self.likelihood.as_ref().map(|likelihood| &likelihood.bands)
    }

    fn text(&self, text: Text) -> &'static str {
        text.get(self.language)
    }

    /// A text in whose lines no number stands apart from its sign.
    fn kept(text: &str) -> String {
        text.replace(" %", "\u{a0}%")
    }

    fn margin(&self) -> String {
        words::margin(&self.name(), &Stamp::new(&self.plan, &self.results.own).to_string(), self.language)
    }
}

#[derive(Properties, PartialEq)]
struct ReportProps {
    sheet: Sheet,
    /// Whether the page was asked for the report, rather than the browser.
    asked: bool,
    /// Whether it need not wait any more.
    ready: bool,
    send: Send,
}

#[component]
fn Report(props: &ReportProps) -> Html {
    let ReportProps { sheet, asked, ready, send } = props;
    let printing = use_state_eq(|| false);
    use_effect_with((*asked, send.clone()), {
        let setter = printing.setter();
        move |&(asked, ref send)| {
            let send = send.clone();
            let listeners = print::on_print(move |begins| {
                setter.set(begins);
                if asked && !begins {
                    send.emit(Message::ClosePanel);
                }
            });
            move || drop(listeners)
        }
    });
    // The dialog holds the program up: it opens once the report stands in the page.
    use_effect_with(*ready, |ready| {
        let timer = ready.then(|| Timeout::new(0, print::print));
        move || drop(timer)
    });
    // In advance: effects may run only after the browser has printed.
    let margin = (!sheet.workspace.dragging()).then(|| sheet.margin());
    use_effect_with(margin, |margin| {
        if let Some(text) = margin {
            print::set_margin_text(MARGIN, text);
        }
    });
    if *printing || *ready {
        document::document(sheet)
    } else {
        html! {}
    }
}
