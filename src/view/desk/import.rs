//! 导入: files that were chosen or dropped, checked whole, and what to do with their scenarios.

use std::rc::Rc;

use web_sys::File;
use yew::prelude::*;

use crate::catalogue::{agreement, desk, files, notices, sentences};
use crate::platform::upload::{Given, GivenFile, chosen};
use crate::text::Language;
use crate::view::button;
use crate::view::store::{Message, PlanRef, Send};
use crate::workspace::file::{File as ScenarioFile, FileError, FileProblem, FromFile, read_file};
use crate::workspace::{Action, ActionError, Change, Draft, Scene, Workspace, merged};

/// A file, and what was found in it.
#[derive(Clone, PartialEq)]
pub struct FromUser {
    name: String,
    /// `None` where the browser could not read it.
    found: Option<Result<ScenarioFile, FileError>>,
}

/// Reads a file; all of it or nothing.
pub fn check(plan: &PlanRef, file: GivenFile) -> FromUser {
    let found = match file.content {
        Given::Bytes(bytes) => Some(read_file(plan, &bytes)),
        Given::TooLarge => {
            Some(Err(FileError { place: String::new(), found: String::new(), problem: FileProblem::TooLarge }))
        }
        Given::Unreadable => None,
    };
    FromUser { name: file.name, found }
}

#[derive(Properties, PartialEq)]
pub struct ImportProps {
    pub plan: PlanRef,
    pub language: Language,
    pub workspace: Rc<Workspace>,
    pub given: Rc<Vec<FromUser>>,
    pub refusal: Option<ActionError>,
    /// Takes more files.
    pub take: Callback<Vec<File>>,
    /// Closes the dialog.
    pub done: Callback<()>,
    pub send: Send,
}

/// Shows what the files hold; nothing changes until the user adds or merges what is ticked.
#[component]
pub fn Import(props: &ImportProps) -> Html {
    let ImportProps { plan, language, workspace, given, refusal, take, done, send } = props;
    let (plan, language) = (*plan, *language);
    // The places of those that are left out.
    let left_out = use_state_eq(Vec::<usize>::new);
    use_effect_with(given.clone(), {
        let left_out = left_out.setter();
        move |_| left_out.set(Vec::new())
    });
    let read: Vec<&ScenarioFile> = given.iter().filter_map(|file| file.found.as_ref()?.as_ref().ok()).collect();
    let all: Vec<&FromFile> = read.iter().flat_map(|file| &file.scenarios).collect();
    let ticked: Vec<&Draft> =
        all.iter().enumerate().filter(|(at, _)| !left_out.contains(at)).map(|(_, found)| &found.draft).collect();
    let with_script = use_state_eq(|| true);
    let scenes = scenes_of(&read, &left_out);
    let has_scenes = read.iter().any(|file| !file.script.is_empty());
    // What was refused before the files came is none of theirs.
    let tried = use_state_eq(|| false);
    let act = |action: Option<Action>| {
        let (workspace, send, done, tried) = (workspace.clone(), send.clone(), done.clone(), tried.setter());
        Callback::from(move |_: MouseEvent| {
            let Some(action) = action.clone() else { return };
            if workspace.apply(&plan, &action).is_ok() {
                done.emit(());
            }
            tried.set(true);
            send.emit(Message::Act(action));
        })
    };
    let drafts = ticked.iter().map(|&draft| draft.clone()).collect();
    let add = act(Some(Action::Import(drafts, if *with_script { scenes.clone() } else { Vec::new() })));
    let merge = merged_under_a_name(&plan, workspace, &ticked, language);
    let merge = act(merge.map(|drafts| Action::Add(drafts, None, Change::Merge(ticked.len()))));
    let on_choose = {
        let take = take.clone();
        move |event: Event| take.emit(chosen(&event))
    };
    let tick = |at: usize| {
        let left_out = left_out.clone();
        move |_: Event| {
            let mut places = Vec::clone(&left_out);
            match places.iter().position(|&place| place == at) {
                Some(place) => drop(places.remove(place)),
                None => places.push(at),
            }
            left_out.set(places);
        }
    };
    let mut next = 0..;
    let mut scenario = |found: &FromFile| {
        let at = next.next().unwrap_or_default();
        let name = sentences::scenario_name(&plan, &found.draft);
        html! {
            <li>
                <label>
                    <input type="checkbox" checked={!left_out.contains(&at)} onchange={tick(at)} />
                    { name.get(language).to_owned() }
                </label>
                { " " }
                <span class="muted">{ agreement::agreement(found.agreement(), language) }</span>
            </li>
        }
    };
    let mut file = |file: &FromUser| {
        html! {
            <div class="found">
                <strong>{ file.name.clone() }</strong>
                { match &file.found {
                    None => html! { <p class="problem">{ desk::UNREADABLE.get(language) }</p> },
                    Some(Err(error)) => html! { <p class="problem">{ files::file_error(error, language) }</p> },
                    Some(Ok(file)) => html! { <ul>{ for file.scenarios.iter().map(&mut scenario) }</ul> },
                } }
            </div>
        }
    };
    html! {
        <div class="entry">
            <h3>{ desk::OPEN.get(language) }</h3>
            <p class="muted">{ desk::OPEN_HINT.get(language) }</p>
            <p class="buttons">
                <label class="link">
                    { desk::CHOOSE_FILES.get(language) }
                    <input class="unseen" type="file" multiple=true accept=".json,application/json" onchange={on_choose} />
                </label>
            </p>
            <div role="status">
                { for given.iter().map(&mut file) }
                if *tried && let Some(refusal) = refusal {
                    <p class="problem">{ notices::refused(&plan, *refusal, language) }</p>
                }
            </div>
            if has_scenes {
                <p>
                    <label>
                        <input
                            type="checkbox"
                            checked={*with_script}
                            onchange={let with = with_script.clone(); move |_: Event| with.set(!*with)}
                        />
                        { desk::with_script(scenes.len(), language) }
                    </label>
                </p>
            }
            if !all.is_empty() {
                <p class="buttons">
                    { button::action(desk::add(ticked.len(), language), ticked.is_empty(), add) }
                    if all.len() > 1 {
                        { button::action(desk::merge(ticked.len(), language), ticked.len() < 2, merge) }
                    }
                </p>
                if all.len() > 1 {
                    <p class="muted">{ desk::MERGE_HINT.get(language) }</p>
                }
            }
        </div>
    }
}

/// The scenes of the files whose scenarios are all taken, by their places among those that are.
fn scenes_of(files: &[&ScenarioFile], left_out: &[usize]) -> Vec<Scene<usize>> {
    let mut scenes = Vec::new();
    let mut before = 0;
    for file in files {
        let place = |at: usize| before + at - left_out.iter().filter(|&&out| out < before + at).count();
        let taken = |scene: &&Scene<usize>| scene.named().all(|at| !left_out.contains(&(before + at)));
        scenes.extend(file.script.iter().filter(taken).cloned().map(|scene| scene.map(place)));
        before += file.scenarios.len();
    }
    scenes
}

fn merged_under_a_name(
    plan: &PlanRef,
    workspace: &Workspace,
    drafts: &[&Draft],
    language: Language,
) -> Option<Vec<Draft>> {
    let mut draft = merged(plan, drafts)?;
    // The name is short enough.
    draft.rename(&workspace.free_name(desk::MERGED.get(language))).ok()?;
    Some(vec![draft])
}
