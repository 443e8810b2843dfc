//! How messages reach the store: at once, or with the next frame where several come together.

use std::mem::{discriminant, take};

use gloo::render::{AnimationFrame, request_animation_frame};
use yew::prelude::*;

use super::store::{Message, Send, Store};

/// What came in since the last frame.
#[derive(Default)]
struct Waiting {
    messages: Vec<Message>,
    frame: Option<AnimationFrame>,
}

/// Sends messages to the store. The engine answers several times a step of the hand, and the page is drawn no more often
/// than it is seen: what was found, and what a hand has done, is passed on once a frame, the latest of each kind.
#[hook]
pub fn use_sending(store: &UseReducerHandle<Store>) -> Send {
    let waiting = use_mut_ref(Waiting::default);
    use_callback(store.dispatcher(), move |message: Message, dispatcher| {
        if !matches!(message, Message::Found(_) | Message::Show) {
            return dispatcher.dispatch(message);
        }
        let mut waits = waiting.borrow_mut();
        waits.messages.retain(|earlier| !is_same_kind(earlier, &message));
        waits.messages.push(message);
        if waits.messages.len() == 1 {
            let (waiting, dispatcher) = (waiting.clone(), dispatcher.clone());
            waits.frame = Some(request_animation_frame(move |_| {
                let messages = take(&mut waiting.borrow_mut().messages);
                messages.into_iter().for_each(|message| dispatcher.dispatch(message));
            }));
        }
    })
}

fn is_same_kind(one: &Message, other: &Message) -> bool {
    match (one, other) {
        (Message::Found(one), Message::Found(other)) => discriminant(one) == discriminant(other),
        _ => discriminant(one) == discriminant(other),
    }
}
