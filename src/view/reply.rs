//! Answers of the engine as state of a component.

use std::rc::Rc;

use yew::prelude::*;

use super::store::PlanRef;
use crate::engine::{Reply, Request};
use crate::platform::engine::engine;

/// The engine's last reply to a request; nothing before the first. While a changed request is under way, the reply to
/// the one before stands.
#[hook]
pub fn use_reply(plan: PlanRef, request: Request) -> Option<Rc<Reply>> {
    let reply = use_state(|| None);
    let setter = reply.setter();
    use_effect_with(request, move |request| {
        let slot = request.slot();
        engine(plan.0).ask(request, move |reply, _| setter.set(Some(Rc::new(reply))));
        move || engine(plan.0).cancel(slot)
    });
    (*reply).clone()
}
