//! What is being typed into a field: a draft, so that nothing is rewritten meanwhile.

use wasm_bindgen::JsCast;
use web_sys::{HtmlInputElement, HtmlTextAreaElement};
use yew::prelude::*;

/// What is being typed, and what is wrong with it.
#[derive(Clone, PartialEq, Default)]
struct Draft {
    text: Option<String>,
    message: Option<AttrValue>,
}

/// A draft with what its field listens to: leaving the field commits, Escape takes back; nothing is committed while an
/// input method composes.
pub struct Typing {
    draft: UseStateHandle<Draft>,
    commit: Callback<()>,
}

/// `commit` takes what was typed, or says why not.
#[hook]
pub fn use_draft(commit: impl Fn(&str) -> Result<(), String> + 'static) -> Typing {
    let draft = use_state_eq(Draft::default);
    let commit = {
        let draft = draft.clone();
        Callback::from(move |()| {
            let Some(text) = draft.text.clone() else { return };
            draft.set(match commit(&text) {
                Ok(()) => Draft::default(),
                Err(message) => Draft { text: Some(text), message: Some(message.into()) },
            });
        })
    };
    Typing { draft, commit }
}

impl Typing {
    /// Whether something is typed that does not count yet.
    pub fn is_under_way(&self) -> bool {
        self.draft.text.is_some()
    }

    /// What the field shows: the draft, or the value without one.
    pub fn shown(&self, value: &AttrValue) -> AttrValue {
        self.draft.text.clone().map_or_else(|| value.clone(), AttrValue::from)
    }

    pub fn message(&self) -> Option<AttrValue> {
        self.draft.message.clone()
    }

    pub fn on_input(&self) -> Callback<InputEvent> {
        let draft = self.draft.clone();
        Callback::from(move |event: InputEvent| {
            let Some(target) = event.target() else { return };
            let line = target.dyn_ref::<HtmlInputElement>().map(HtmlInputElement::value);
            let lines = || target.dyn_ref::<HtmlTextAreaElement>().map(HtmlTextAreaElement::value);
            if let Some(text) = line.or_else(lines) {
                draft.set(Draft { text: Some(text), message: draft.message.clone() });
            }
        })
    }

    /// Where `enters`, Enter commits; otherwise it is the field's own. Where `holds_escape`, an Escape that takes a draft
    /// back closes nothing around the field.
    pub fn on_key(&self, enters: bool, holds_escape: bool) -> Callback<KeyboardEvent> {
        let (draft, commit) = (self.draft.clone(), self.commit.clone());
        Callback::from(move |event: KeyboardEvent| {
            if event.is_composing() {
                return;
            }
            match event.key().as_str() {
                "Enter" if enters => commit.emit(()),
                "Escape" => {
                    if holds_escape && draft.text.is_some() {
                        event.stop_propagation();
                    }
                    draft.set(Draft::default());
                }
                _ => {}
            }
        })
    }

    pub fn on_blur(&self) -> Callback<FocusEvent> {
        self.commit.reform(|_| ())
    }
}
