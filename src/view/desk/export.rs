//! 导出: what of the workspace leaves as a file or through the clipboard.

use std::rc::Rc;

use yew::prelude::*;

use super::copy::CopyButton;
use super::pictures::Pictures;
use super::take_away::TakeAway;
use super::workbook::Workbook;
use crate::catalogue::tables::{TextTable, scoreboard, trajectory};
use crate::catalogue::{desk, offline, report, sentences};
use crate::engine::Likelihood;
use crate::platform::download::{download, today};
use crate::text::{Language, Text};
use crate::view::button;
use crate::view::findings::{Shared, Spread};
use crate::view::path::chosen_spec;
use crate::view::store::{Message, Panel, PlanRef, Send};
use crate::workspace::file::write_file;
use crate::workspace::{Draft, Entry, Results, Workspace, write_csv};

/// What can be exported.
#[derive(Clone, Properties, PartialEq)]
pub struct ExportProps {
    pub plan: PlanRef,
    pub language: Language,
    pub workspace: Rc<Workspace>,
    pub results: Rc<Results>,
    pub likelihood: Option<Shared<Likelihood>>,
    pub spread: Spread,
    /// Where the threshold beside the chart stands, if not on the target.
    pub threshold: Option<f64>,
    pub send: Send,
}

/// One entry a kind of file: what it is, what it is for, its buttons.
#[component]
pub fn Export(props: &ExportProps) -> Html {
    let ExportProps { plan, language, workspace, results, send, .. } = props;
    let (plan, language) = (*plan, *language);
    let open = |panel: Panel| send.reform(move |_: MouseEvent| Message::Open(panel));
    let number = workspace.entries().len();
    let all = desk::all_scenarios(number, language);
    let shown = shown(workspace).len();

    let save = {
        let workspace = workspace.clone();
        Callback::from(move |_: MouseEvent| save_file(&plan, &workspace, language))
    };
    let csv = |only_shown: bool| {
        let (workspace, results) = (workspace.clone(), results.clone());
        Callback::from(move |_: MouseEvent| save_csv(&plan, &workspace, &results, only_shown, language))
    };
    let copy = |table: fn(&ExportProps) -> Option<TextTable>| {
        let props = props.clone();
        Callback::from(move |()| table(&props).map_or_else(|| (String::new(), None), |table| table.copied()))
    };
    let entry = |title: Text, hint: Text, buttons: Html| {
        html! {
            <div class="entry">
                <h3>{ title.get(language) }</h3>
                <p class="muted">{ hint.get(language) }</p>
                <p class="buttons">{ buttons }</p>
            </div>
        }
    };
    html! {
        <>
            { entry(report::REPORT, report::REPORT_HINT, html! {
                <>
                    { button::action(report::PRINT.get(language), false, open(Panel::Print { waits: true })) }
                    { button::action(report::BRIEFING.get(language), false, open(Panel::Briefing)) }
                </>
            }) }
            { entry(desk::SCENARIO_FILE, desk::SCENARIO_FILE_HINT, html! {
                { button::action(format!("{all} .json"), false, save) }
            }) }
            { entry(offline::TAKE_AWAY, offline::TAKE_AWAY_HINT, html! {
                <TakeAway {plan} {language} workspace={workspace.clone()} />
            }) }
            { entry(desk::CSV_TABLE, desk::CSV_HINT, html! {
                <>
                    { button::action(format!("{all} .csv"), false, csv(false)) }
                    if (1..number).contains(&shown) {
                        { button::action(format!("{} .csv", desk::overlaid_scenarios(shown, language)), false, csv(true)) }
                    }
                </>
            }) }
            { entry(desk::WORKBOOK, desk::WORKBOOK_HINT, html! {
                <Workbook {plan} {language} workspace={workspace.clone()} />
            }) }
            { entry(desk::PICTURE, desk::PICTURE_HINT, html! {
                <Pictures ..props.clone() />
            }) }
            { entry(desk::TABLES, desk::TABLES_HINT, html! {
                <>
                    <CopyButton label={desk::COPY_TRAJECTORY.get(language)} {language} content={copy(path_table)} />
                    <CopyButton label={desk::COPY_SCOREBOARD.get(language)} {language} content={copy(score_table)} />
                </>
            }) }
        </>
    }
}

fn path_table(props: &ExportProps) -> Option<TextTable> {
    let ExportProps { plan, language, workspace, results, likelihood, .. } = props;
    let ranges = likelihood.as_deref().zip(Some(Spread::Ranges));
    let spec = chosen_spec(plan, workspace, results, ranges, *language)?;
    Some(trajectory(plan, &spec, workspace, results, *language))
}

fn score_table(props: &ExportProps) -> Option<TextTable> {
    let ExportProps { plan, language, workspace, results, likelihood, .. } = props;
    let bands = likelihood.as_deref().map(|likelihood| &likelihood.bands);
    Some(scoreboard(plan, workspace, results, bands, *language))
}

/// The active scenario and those laid over the charts.
fn shown(workspace: &Workspace) -> Vec<&Entry> {
    let is_shown = |entry: &&Entry| entry.key == workspace.active() || workspace.is_overlaid(entry.key);
    workspace.entries().iter().filter(is_shown).collect()
}

/// The name of a file of some scenarios as of today.
pub fn file_name<'a>(
    plan: &PlanRef,
    entries: impl IntoIterator<Item = &'a Entry>,
    ending: &str,
    language: Language,
) -> String {
    let drafts: Vec<&Draft> = entries.into_iter().map(|entry| entry.draft.as_ref()).collect();
    desk::file_name(plan, &drafts, &today(), ending, language)
}

/// The text of a file of all scenarios and the script, which can be opened again.
pub fn file_text(plan: &PlanRef, workspace: &Workspace) -> String {
    // As they are, whatever a replay shows.
    write_file(plan, workspace.link(None).drafts(), &workspace.script_by_place())
}

/// Saves all scenarios as a file.
pub fn save_file(plan: &PlanRef, workspace: &Workspace, language: Language) {
    let name = file_name(plan, workspace.entries(), "json", language);
    // A browser that refuses a download says so itself.
    let _ = download(&name, "application/json", file_text(plan, workspace).as_bytes());
}

fn save_csv(plan: &PlanRef, workspace: &Workspace, results: &Results, only_shown: bool, language: Language) {
    let entries: Vec<&Entry> = if only_shown { shown(workspace) } else { workspace.entries().iter().collect() };
    let row = |entry: &&Entry| {
        let name = sentences::scenario_name(plan, &entry.draft);
        Some((name.get(language).to_owned(), results.of(entry.key)?.clone()))
    };
    let scenarios: Vec<_> = entries.iter().filter_map(row).collect();
    let name = file_name(plan, entries, "csv", language);
    // A browser that refuses a download says so itself.
    let _ = download(&name, "text/csv;charset=utf-8", write_csv(plan, &scenarios, language).as_bytes());
}
