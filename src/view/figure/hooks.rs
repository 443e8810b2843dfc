//! What charts need to know of their surroundings, as hooks.

use std::rc::Rc;

use web_sys::Element;
use yew::prelude::*;

use crate::chart::{Axis, ChartSpec};
use crate::plan::IndicatorId;
use crate::platform::canvas::{PixelRatioWatch, SizeWatch, pixel_ratio, size_of};

/// The size of an element in CSS pixels, kept up to date; `None` until it is on the page or while it has no area.
#[hook]
pub fn use_size(element: &NodeRef) -> Option<(f64, f64)> {
    let size = use_state_eq(|| None);
    let setter = size.setter();
    use_effect_with(element.clone(), move |element| {
        let watch = element.cast::<Element>().and_then(|element| {
            let visible = |(width, height): (f64, f64)| (width >= 1.0 && height >= 1.0).then_some((width, height));
            setter.set(visible(size_of(&element)));
            SizeWatch::new(&element, move |size| setter.set(visible(size)))
        });
        move || drop(watch)
    });
    *size
}

/// The device-pixel ratio, kept up to date.
#[hook]
pub fn use_pixel_ratio() -> f64 {
    let ratio = use_state_eq(pixel_ratio);
    let setter = ratio.setter();
    use_effect_with(*ratio, move |&ratio| {
        let watch = PixelRatioWatch::new(ratio, move |ratio| setter.set(ratio));
        move || drop(watch)
    });
    *ratio
}

/// The axis of a chart, if there is one, with its history: it stays put while a lever is dragged.
#[hook]
pub fn use_axis(spec: Option<&Rc<ChartSpec>>, dragging: bool) -> Option<Axis> {
    let memory = use_mut_ref(|| None::<(IndicatorId, Axis)>);
    let mut memory = memory.borrow_mut();
    let spec = spec?;
    let axis = match *memory {
        Some((id, axis)) if id == spec.id() => axis.keep_or_move(spec.extent(), !dragging),
        _ => spec.axis(),
    };
    *memory = Some((spec.id(), axis));
    Some(axis)
}
