//! 情况汇报: one page of text on the present scenario, to read, copy and download.

use std::rc::Rc;

use yew::prelude::*;

use super::answer::use_answer;
use super::button;
use super::desk::copy::CopyButton;
use super::desk::export::file_name;
use super::findings::Shared;
use super::settled::use_settled;
use super::store::{PlanRef, Store};
use crate::briefing::{Briefing, Grounds, Kind, Paragraph, Way};
use crate::catalogue::{desk, report as words, sentences, why};
use crate::engine::{DRAWS, Likelihood, Reply, Request};
use crate::platform::download::{download, today};
use crate::platform::engine::Place;
use crate::platform::office::{DOCX, News, document};
use crate::text::Language;
use crate::workspace::{Results, Workspace};

/// The panel with the text.
pub fn briefing(store: &Store) -> Html {
    html! {
        <Text
            plan={store.plan}
            language={store.language()}
            workspace={store.workspace.clone()}
            results={store.results.clone()}
            likelihood={store.findings.likelihood_of(&store.workspace.draft().scenario).cloned()}
            place={store.findings.place}
        />
    }
}

#[derive(Properties, PartialEq)]
struct TextProps {
    plan: PlanRef,
    language: Language,
    workspace: Rc<Workspace>,
    results: Rc<Results>,
    /// What draws say of the scenario.
    likelihood: Option<Shared<Likelihood>>,
    place: Place,
}

#[component]
fn Text(props: &TextProps) -> Html {
    let TextProps { plan, language, workspace, results, likelihood, place } = props;
    let (plan, language) = (*plan, *language);
    let (own, likelihood) = use_settled(&(results.own.clone(), likelihood.clone()), workspace.dragging());
    let request = Request::Briefing { scenario: own.scenario.clone() };
    let answer = use_answer(plan, Some(request.clone())).filter(|answer| answer.request == request);
    // The text before stands until the next is ready.
    let written = use_mut_ref(|| None::<Rc<Briefing>>);
    let draws = likelihood.as_ref().map_or(0, |likelihood| likelihood.bands.draws);
    let pending = *place != Place::Nowhere && (answer.is_none() || draws < DRAWS as usize);
    let day = today();
    if !pending {
        let (causes, least) = match answer.as_ref().map(|answer| &answer.reply) {
            Some(Reply::Briefing(causes, least)) => (Some(causes), Some(least)),
            _ => (None, None),
        };
        let name = sentences::scenario_name(&plan, workspace.draft());
        let grounds = Grounds {
            plan: plan.0,
            name: name.get(language),
            own: &own,
            bands: likelihood.as_ref().map(|likelihood| &likelihood.bands),
            causes,
            way: least.map(|least| Way {
                scenario: &least.route.found.scenario,
                blocking: least.route.blocking,
                now: &least.now,
                there: &least.route.resources,
            }),
            day: &day,
        };
        written.replace(Some(Rc::new(Briefing::new(&grounds, language))));
    }
    let calculating = html! { <span class="muted" role="status">{ why::CALCULATING.get(language) }</span> };
    let Some(text) = written.borrow().clone() else { return calculating };
    let copied = {
        let text = text.clone();
        Callback::from(move |()| (text.to_text(), Some(text.to_html())))
    };
    let name = file_name(&plan, workspace.find(workspace.active()), "docx", language);
    html! {
        <>
            <p class="muted">{ words::BRIEFING_HINT.get(language) }</p>
            <p class="buttons">
                if pending {
                    { calculating }
                } else {
                    <CopyButton label={words::COPY_TEXT.get(language)} {language} content={copied} />
                    <Download {language} text={text.clone()} {name} {day} />
                }
            </p>
            <div class="briefing" lang={text.language.tag()}>{ for text.paragraphs.iter().map(paragraph) }</div>
        </>
    }
}

fn paragraph(paragraph: &Paragraph) -> Html {
    let class = match paragraph.kind {
        Kind::Title => "briefing-title",
        Kind::Body | Kind::Note => "briefing-body",
        Kind::Date => "briefing-date",
    };
    html! {
        <p {class}>
            if !paragraph.lead.is_empty() {
                <strong>{ &paragraph.lead }</strong>
            }
            { &paragraph.text }
        </p>
    }
}

#[derive(Properties, PartialEq)]
struct DownloadProps {
    language: Language,
    text: Rc<Briefing>,
    /// The file's name.
    name: String,
    /// `YYYY-MM-DD`
    day: String,
}

/// Has the document made and saves it.
#[component]
fn Download(props: &DownloadProps) -> Html {
    let DownloadProps { language, text, name, day } = props;
    let failed = use_state_eq(|| false);
    let making = use_mut_ref(|| None);
    let save = {
        let (language, text, name, day, setter) = (*language, text.clone(), name.clone(), day.clone(), failed.setter());
        Callback::from(move |_: MouseEvent| {
            setter.set(false);
            let (name, setter) = (name.clone(), setter.clone());
            let on_news = move |news| match news {
                News::Progress(_) => {}
                News::Done(bytes) => setter.set(download(&name, DOCX, &bytes).is_err()),
                News::Failed => setter.set(true),
            };
            making.replace(Some(document(&text.to_lines(), language, &day, on_news)));
        })
    };
    html! {
        <>
            { button::action(".docx", false, save) }
            <span class="muted" role="status">
                if *failed {
                    { desk::NOT_MADE.get(*language) }
                }
            </span>
        </>
    }
}
