//! An answer of the engine beside the request that it belongs to.

use std::rc::Rc;

use yew::prelude::*;

use super::store::PlanRef;
use crate::engine::{Reply, Request};
use crate::platform::engine::engine;

/// A reply, what it replies to, and whether no more will come.
#[derive(PartialEq)]
pub struct Answer {
    pub request: Request,
    pub reply: Reply,
    pub done: bool,
}

/// The engine's last reply to a request; nothing before the first, nor while nothing is asked. While a changed request
/// is under way, the answer to the one before stands: its own request says what it is about.
#[hook]
pub fn use_answer(plan: PlanRef, request: Option<Request>) -> Option<Rc<Answer>> {
    let answer = use_state(|| None::<Rc<Answer>>);
    let asked = request.is_some();
    let setter = answer.setter();
    use_effect_with(request, move |request| {
        let slot = request.as_ref().map(Request::slot);
        if let Some(request) = request.clone() {
            engine(plan.0).ask(&request.clone(), move |reply, done| {
                setter.set(Some(Rc::new(Answer { request: request.clone(), reply, done })));
            });
        }
        move || {
            if let Some(slot) = slot {
                engine(plan.0).cancel(slot);
            }
        }
    });
    (*answer).clone().filter(|_| asked)
}
