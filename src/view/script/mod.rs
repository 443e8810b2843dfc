//! 演示稿: the scenes of a presentation in a panel, and the button that adds what is shown.

mod add;
mod form;
mod list;
mod making;
mod row;
mod slides;

use yew::prelude::*;

use self::add::Add;
use self::list::List;
use super::findings::Spread;
use super::store::{Message, Send, Store};
use crate::catalogue::sentences;
use crate::plan::Plan;
use crate::text::Language;
use crate::workspace::{Action, Key, Page, Picture, Reference, Scene, ScriptEdit, Tab, Workspace};

/// The button in the head that adds what is shown as a scene.
pub fn add(store: &Store, _dark: bool, send: &Send) -> Html {
    html! {
        <Add
            language={store.language()}
            workspace={store.workspace.clone()}
            spread={store.findings.spread}
            send={send.clone()}
        />
    }
}

/// The panel of the scenes.
pub fn script(store: &Store, send: &Send) -> Html {
    html! {
        <List
            plan={store.plan}
            language={store.language()}
            workspace={store.workspace.clone()}
            spread={store.findings.spread}
            refusal={store.refusal}
            send={send.clone()}
        />
    }
}

/// What the page shows, as a scene.
fn view_as_scene(workspace: &Workspace, spread: Spread) -> Scene {
    let view = workspace.view;
    let picture = match (view.page, view.tab) {
        (Page::Model, Tab::Why) => Picture::Causes,
        (Page::Model, Tab::Overview) => Picture::Scoreboard,
        (Page::Model, _) if spread == Spread::Paths => Picture::Draws,
        _ => Picture::Path,
    };
    let mut scene = Scene::new(Reference::Scenario(workspace.active()), picture, view.indicator);
    if view.page == Page::Compare {
        scene.beside = Some(workspace.reference());
    }
    scene
}

fn edit(edit: ScriptEdit) -> Message {
    Message::Act(Action::Script(edit))
}

/// The name of a scenario that a scene shows.
fn name_of(plan: &Plan, workspace: &Workspace, reference: Reference<Key>, language: Language) -> String {
    sentences::scenario_name(plan, &workspace.draft_of(plan, reference)).get(language).to_owned()
}
