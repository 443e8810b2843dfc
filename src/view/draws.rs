//! How many draws the chances come from, and a run of many more.

use yew::prelude::*;

use super::button;
use super::findings::{Finding, Run};
use super::settled::use_settled;
use super::store::{Message, Send, Store};
use crate::catalogue::{chances, labels};
use crate::engine::MOST_DRAWS;
use crate::text::Language;

/// What can be asked for.
const MANY: [u32; 2] = [100_000, MOST_DRAWS];

/// One line below the chart.
pub fn draws(store: &Store, _: bool, send: &Send) -> Html {
    let Some(likelihood) = &store.findings.likelihood else { return html! {} };
    html! {
        <DrawsLine
            language={store.language()}
            drawn={likelihood.bands.draws}
            run={store.findings.run}
            dragging={store.workspace.dragging()}
            send={send.clone()}
        />
    }
}

#[derive(Properties, PartialEq)]
struct DrawsLineProps {
    language: Language,
    drawn: usize,
    run: Run,
    dragging: bool,
    send: Send,
}

#[component]
fn DrawsLine(props: &DrawsLineProps) -> Html {
    let DrawsLineProps { language, drawn, run, dragging, send } = props;
    let language = *language;
    let drawn = use_settled(drawn, *dragging);
    let set = |run: Run| send.reform(move |_: MouseEvent| Message::Found(Finding::Run(run)));
    let start = |draws: u32| {
        let on_click = set(Run::UnderWay { draws, part: 0.0, seconds: None });
        html! { <span key={draws}>{ button::action(chances::grouped(draws as usize), false, on_click) }</span> }
    };
    html! {
        <div class="draws" role="group" aria-label={labels::MORE_DRAWS.get(language)}>
            if let Run::UnderWay { draws, part, seconds } = *run {
                <span>{ chances::draws(draws as usize, language) }</span>
                <progress max="1" value={format!("{part:.3}")} aria-label={labels::MORE_DRAWS.get(language)}></progress>
                <span class="remaining">{ seconds.map(|seconds| chances::remaining(seconds, language)) }</span>
                { button::action(labels::CANCEL.get(language), false, set(Run::None)) }
            } else {
                <span class="drawn">{ chances::draws(drawn, language) }</span>
                if drawn < MOST_DRAWS as usize {
                    <span>{ labels::MORE_DRAWS.get(language) }</span>
                }
                { for MANY.into_iter().filter(|&draws| draws as usize > drawn).map(start) }
            }
        </div>
    }
}
