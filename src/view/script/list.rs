//! The list of scenes, and what is done with all of them.

use std::rc::Rc;

use yew::prelude::*;

use super::making::Slides;
use super::row::Row;
use super::{edit, view_as_scene};
use crate::catalogue::{notices, script as words};
use crate::text::Language;
use crate::view::button;
use crate::view::findings::Spread;
use crate::view::store::{Message, PlanRef, Send};
use crate::workspace::{ActionError, MAX_SCENES, ScriptEdit, Workspace};

#[derive(Properties, PartialEq)]
pub struct ListProps {
    pub plan: PlanRef,
    pub language: Language,
    pub workspace: Rc<Workspace>,
    pub spread: Spread,
    /// Why the last action was refused.
    pub refusal: Option<ActionError>,
    pub send: Send,
}

#[component]
pub fn List(props: &ListProps) -> Html {
    let ListProps { plan, language, workspace, spread, refusal, send } = props;
    let (plan, language) = (*plan, *language);
    let scenes = workspace.script();
    let full = scenes.len() >= MAX_SCENES;
    // The place of the scene whose fields are open.
    let open = use_state_eq(|| None::<usize>);
    let toggle = use_callback(*open, {
        let setter = open.setter();
        move |at: usize, open: &Option<usize>| setter.set(Some(at).filter(|_| *open != Some(at)))
    });
    let add = {
        let (workspace, spread) = (workspace.clone(), *spread);
        send.reform(move |_: MouseEvent| edit(ScriptEdit::Add(vec![view_as_scene(&workspace, spread)])))
    };
    let take_ready = send.reform(move |_: MouseEvent| edit(ScriptEdit::Add(words::ready(&plan, language))));
    let present = send.reform(|_: MouseEvent| Message::StageFrom(0));
    html! {
        <>
            if scenes.is_empty() {
                <p>{ words::EMPTY.get(language) }</p>
            }
            <p class="buttons">
                { button::action(words::ADD_VIEW.get(language), full, add) }
                { button::action(words::TAKE_READY.get(language), full, take_ready) }
                if !scenes.is_empty() {
                    { button::action(words::FROM_START.get(language), false, present) }
                    <Slides {plan} {language} workspace={workspace.clone()} />
                }
            </p>
            if full || *refusal == Some(ActionError::FullScript) {
                <p class="near" role="status">
                    { notices::beside_field(&plan, ActionError::FullScript, language) }
                </p>
            }
            <ol class="scene-list">
                { for scenes.iter().enumerate().map(|(at, scene)| html! {
                    <Row
                        key={at}
                        {plan}
                        {language}
                        {at}
                        count={scenes.len()}
                        scene={scene.clone()}
                        workspace={workspace.clone()}
                        open={*open == Some(at)}
                        toggle={toggle.clone()}
                        send={send.clone()}
                    />
                }) }
            </ol>
        </>
    }
}
