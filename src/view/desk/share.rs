//! 分享: a link to copy, the stamp of what is shown, and the way from a code on paper to its scenario.

use std::rc::Rc;

use wasm_bindgen::JsCast;
use web_sys::HtmlInputElement;
use yew::prelude::*;

use super::copy::CopyButton;
use super::export::save_file;
use crate::catalogue::{desk, sentences};
use crate::platform::address;
use crate::text::Language;
use crate::view::button;
use crate::view::store::{Message, PlanRef, Send};
use crate::workspace::{Action, Results, Stamp, Workspace, is_too_long, write_shared};

#[derive(Properties, PartialEq)]
pub struct ShareProps {
    pub plan: PlanRef,
    pub language: Language,
    pub workspace: Rc<Workspace>,
    pub results: Rc<Results>,
    pub send: Send,
}

#[component]
pub fn Share(props: &ShareProps) -> Html {
    let ShareProps { plan, language, workspace, results, send } = props;
    let (plan, language) = (*plan, *language);
    let all = use_state_eq(|| false);
    let link = if *all { workspace.link(None) } else { workspace.link_to_active(None) };
    let link = address::of(&write_shared(&plan, &link));
    let stamp = Stamp::new(&plan, &results.own).to_string();
    let number = workspace.entries().len();
    let choice = |value: bool, label: String| {
        let setter = all.setter();
        html! {
            <label>
                <input type="radio" name="shared" checked={*all == value} onchange={move |_: Event| setter.set(value)} />
                { label }
            </label>
        }
    };
    let content = {
        let link = link.clone();
        Callback::from(move |()| (link.clone(), None))
    };
    let select = |event: FocusEvent| {
        if let Some(field) = event.target().and_then(|target| target.dyn_into::<HtmlInputElement>().ok()) {
            field.select();
        }
    };
    let save = {
        let workspace = workspace.clone();
        Callback::from(move |_: MouseEvent| save_file(&plan, &workspace, language))
    };
    html! {
        <>
            <div class="entry">
                if number > 1 {
                    <p class="buttons">
                        { choice(false, desk::THIS_SCENARIO.get(language).to_owned()) }
                        { choice(true, desk::all_scenarios(number, language)) }
                    </p>
                }
                if is_too_long(&link) {
                    <p class="problem" role="status">{ desk::too_long(link.len(), language) }</p>
                    <p class="buttons">{ button::action(desk::SAVE_TO_FILE.get(language), false, save) }</p>
                } else {
                    <p class="copied">
                        <input
                            type="text"
                            readonly=true
                            aria-label={desk::LINK.get(language)}
                            value={link}
                            onfocus={select}
                        />
                        <CopyButton label={desk::COPY.get(language)} {language} {content} />
                    </p>
                }
            </div>
            <div class="entry">
                <h3>{ desk::STAMP.get(language) }</h3>
                <p class="stamp">{ stamp }</p>
                <p class="muted">{ desk::STAMP_HINT.get(language) }</p>
            </div>
            <Find {plan} {language} workspace={workspace.clone()} send={send.clone()} />
        </>
    }
}

#[derive(Properties, PartialEq)]
struct FindProps {
    plan: PlanRef,
    language: Language,
    workspace: Rc<Workspace>,
    send: Send,
}

/// Takes a code, alone or in a stamp, and turns to its scenario.
#[component]
fn Find(props: &FindProps) -> Html {
    let FindProps { plan, language, workspace, send } = props;
    let (plan, language) = (*plan, *language);
    let field = use_node_ref();
    let answer = use_state_eq(String::new);
    let find = {
        let (workspace, send, field, answer) = (workspace.clone(), send.clone(), field.clone(), answer.setter());
        Callback::from(move |()| {
            let Some(field) = field.cast::<HtmlInputElement>() else { return };
            let entry = workspace.find_code(&plan, &field.value()).and_then(|key| workspace.find(key));
            let Some(entry) = entry else { return answer.set(desk::NOT_FOUND.get(language).to_owned()) };
            let name = sentences::scenario_name(&plan, &entry.draft);
            answer.set(desk::found(name.get(language), language));
            send.emit(Message::Act(Action::Activate(entry.key)));
        })
    };
    let on_key = {
        let find = find.clone();
        move |event: KeyboardEvent| {
            if event.key() == "Enter" && !event.is_composing() {
                find.emit(());
            }
        }
    };
    html! {
        <div class="entry">
            <h3>{ desk::FIND.get(language) }</h3>
            <p class="copied">
                <input
                    ref={field}
                    type="text"
                    autocomplete="off"
                    spellcheck="false"
                    aria-label={desk::FIND.get(language)}
                    onkeydown={on_key}
                />
                { button::action(desk::FIND_BUTTON.get(language), false, find.reform(|_| ())) }
            </p>
            <p role="status">{ (*answer).clone() }</p>
        </div>
    }
}
