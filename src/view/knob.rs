//! The hand on a lever's knob.
//!
//! A browser's own slider paints the knob at once, before there is an answer; the page would be laid out and painted twice
//! a step. Here the knob moves with the answers. Fingers are left to the browser, which tells sliding from scrolling.

use web_sys::{FocusOptions, HtmlElement, HtmlInputElement};
use yew::prelude::*;

use super::track::{on_step, part};
use crate::plan::Lever;

/// A knob that is held.
struct Grip {
    /// From the knob's centre, in parts of the track.
    offset: f64,
    /// The value that it was last brought to.
    value: f64,
}

impl Grip {
    /// The value for a hand at this part of the track, if it is another one than before.
    fn bring_to(&mut self, lever: &Lever, place: f64) -> Option<f64> {
        let part = (place - self.offset).clamp(0.0, 1.0);
        let value = on_step(lever, lever.min + part * (lever.max - lever.min));
        (value != self.value).then(|| {
            self.value = value;
            value
        })
    }
}

/// What a slider does with a mouse or a pen.
pub struct Knob {
    pub on_pointer_down: Callback<PointerEvent>,
    pub on_mouse_down: Callback<MouseEvent>,
    pub on_pointer_move: Callback<PointerEvent>,
    pub on_pointer_end: Callback<PointerEvent>,
}

/// Calls `begin` when a slider is touched, `bring` with each value that its knob is brought to, `end` when it is let go.
#[hook]
pub fn use_knob(
    lever: &'static Lever,
    mean: f64,
    begin: Callback<()>,
    bring: Callback<f64>,
    end: Callback<()>,
) -> Knob {
    let grip = use_mut_ref(|| None::<Grip>);

    let on_pointer_down = {
        let (grip, bring) = (grip.clone(), bring.clone());
        Callback::from(move |event: PointerEvent| {
            begin.emit(());
            let Some(slider) = event.target_dyn_into::<HtmlInputElement>() else { return };
            if event.button() != 0 || event.pointer_type() == "touch" {
                return;
            }
            // Without it a hand that leaves the slider loses the knob.
            let _ = slider.set_pointer_capture(event.pointer_id());
            let Place { part: place, half_knob } = Place::of(&slider, &event);
            let offset = place - part(lever, mean);
            // A press beside the knob brings it there.
            let beside = offset.abs() > half_knob;
            let mut held = Grip { offset: if beside { 0.0 } else { offset }, value: mean };
            let value = beside.then(|| held.bring_to(lever, place)).flatten();
            *grip.borrow_mut() = Some(held);
            value.iter().for_each(|&value| bring.emit(value));
        })
    };
    let on_mouse_down = {
        let grip = grip.clone();
        Callback::from(move |event: MouseEvent| {
            if grip.borrow().is_some() {
                // The browser would slide as well; it would also give the focus, whose ring is for keyboards.
                event.prevent_default();
                let quietly = FocusOptions::new();
                quietly.set_focus_visible(false);
                let _ = event.target_dyn_into::<HtmlElement>().map(|slider| slider.focus_with_options(&quietly));
            }
        })
    };
    let on_pointer_move = {
        let grip = grip.clone();
        Callback::from(move |event: PointerEvent| {
            // The button may have come up where the slider does not hear of it.
            if event.buttons() & 1 == 0 {
                *grip.borrow_mut() = None;
            }
            let Some(slider) = event.target_dyn_into::<HtmlInputElement>() else { return };
            let value =
                grip.borrow_mut().as_mut().and_then(|held| held.bring_to(lever, Place::of(&slider, &event).part));
            value.iter().for_each(|&value| bring.emit(value));
        })
    };
    let on_pointer_end = Callback::from(move |_: PointerEvent| {
        *grip.borrow_mut() = None;
        end.emit(());
    });
    Knob { on_pointer_down, on_mouse_down, on_pointer_move, on_pointer_end }
}

/// Where a pointer is on a track.
struct Place {
    /// In parts of the way of the knob's centre.
    part: f64,
    /// Half a knob's width, likewise.
    half_knob: f64,
}

impl Place {
    fn of(slider: &HtmlInputElement, event: &PointerEvent) -> Self {
        let whole = slider.get_bounding_client_rect();
        // The marks before the slider are as long as the way of its knob's centre.
        let way =
            slider.previous_element_sibling().map_or_else(|| whole.clone(), |marks| marks.get_bounding_client_rect());
        let length = way.width().max(1.0);
        Place {
            part: (f64::from(event.client_x()) - way.left()) / length,
            half_knob: (way.left() - whole.left()) / length,
        }
    }
}
