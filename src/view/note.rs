//! A short note on the value of a lever or an assumption: its source, its reason.

use std::rc::Rc;

use yew::prelude::*;

use super::store::{Message, Send};
use super::text_field::TextField;
use crate::catalogue::{notices, scenarios, steps};
use crate::plan::Plan;
use crate::text::Language;
use crate::workspace::{Action, Draft, Input, Key};

/// The field for the note on an input of the scenario under `key`.
pub fn note_field(plan: &Plan, language: Language, key: Key, draft: &Rc<Draft>, input: Input, send: &Send) -> Html {
    let commit = {
        let (draft, send) = (draft.clone(), send.clone());
        Callback::from(move |text: String| {
            let tried = Draft::clone(&draft).set_note(input, &text);
            tried.map_err(|problem| notices::too_long(problem, language))?;
            send.emit(Message::Act(Action::Note(key, input, text)));
            Ok(())
        })
    };
    html! {
        <TextField
            id={format!("note-{}", input.key())}
            class="note"
            label={scenarios::of(scenarios::NOTE, steps::input_name(plan, input, language), language)}
            placeholder={scenarios::NOTE_HINT.get(language)}
            value={draft.note(input).to_owned()}
            {commit}
        />
    }
}
