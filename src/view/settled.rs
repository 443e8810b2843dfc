//! What may wait until the hand rests: text that nobody reads while it moves.

use gloo::timers::callback::Timeout;
use yew::prelude::*;

/// How long a hand that holds a lever has to rest, in milliseconds.
const REST: u32 = 120;

/// `value` as it is while nothing is dragged; during a drag as it was when the hand last rested.
#[hook]
pub fn use_settled<T: Clone + PartialEq + 'static>(value: &T, dragging: bool) -> T {
    let settled = use_state_eq(|| value.clone());
    use_effect_with((value.clone(), dragging), {
        let setter = settled.setter();
        move |(value, dragging): &(T, bool)| {
            let rest = dragging.then(|| {
                let (setter, value) = (setter.clone(), value.clone());
                Timeout::new(REST, move || setter.set(value))
            });
            if !dragging {
                setter.set(value.clone());
            }
            move || drop(rest)
        }
    });
    if dragging { T::clone(&settled) } else { value.clone() }
}
