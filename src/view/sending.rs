//! How messages are delivered: at once, but for what the engine found, which waits for the next frame.

use std::mem::take;

use gloo::render::{AnimationFrame, request_animation_frame};
use yew::prelude::*;

use super::findings::Finding;
use super::store::{Message, Send};

/// What came in since the last frame.
#[derive(Default)]
struct Waiting {
    messages: Vec<Message>,
    frame: Option<AnimationFrame>,
}

/// Delivers messages. The engine answers several times a step of the hand, and the page is drawn no more often than it is
/// seen: its answers come together, once a frame.
#[hook]
pub fn use_sending(deliver: &Send) -> Send {
    let waiting = use_mut_ref(Waiting::default);
    use_callback(deliver.clone(), move |message: Message, deliver| {
        if !can_wait(&message) {
            return deliver.emit(message);
        }
        let mut waits = waiting.borrow_mut();
        waits.messages.push(message);
        if waits.messages.len() == 1 {
            let (waiting, deliver) = (waiting.clone(), deliver.clone());
            waits.frame = Some(request_animation_frame(move |_| {
                let messages = take(&mut waiting.borrow_mut().messages);
                messages.into_iter().for_each(|message| deliver.emit(message));
            }));
        }
    })
}

/// Whether a message comes from the engine, or shows what a hand has done beside its answer.
fn can_wait(message: &Message) -> bool {
    use Finding::{Cheapest, Likelihood, Progress, Zones};
    matches!(message, Message::Show | Message::Found(Likelihood(..) | Zones(_) | Cheapest(_) | Progress(_)))
}
