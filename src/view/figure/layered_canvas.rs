//! A chart on three canvases, as large as its wrapper: for the draws, for what stays put, for what follows the hand.

use std::cell::RefCell;
use std::rc::Rc;

use web_sys::HtmlCanvasElement;
use yew::prelude::*;

use super::hooks::{use_pixel_ratio, use_size};
use super::layers::{Layers, Picture};
use crate::chart::{Axis, ChartSpec, Scene, SizeClass, Theme};
use crate::platform::canvas::SharpCanvas;

/// A chart's layers, shared with whoever asks which year is where; compared by identity.
#[derive(Clone, Default)]
pub struct LayersRef(pub Rc<RefCell<Layers>>);

impl PartialEq for LayersRef {
    fn eq(&self, other: &Self) -> bool {
        Rc::ptr_eq(&self.0, &other.0)
    }
}

#[derive(Properties, PartialEq)]
pub struct LayeredCanvasProps {
    pub spec: Rc<ChartSpec>,
    pub axis: Axis,
    pub theme: Theme,
    pub size: SizeClass,
    /// How many times the usual size texts and strokes have.
    #[prop_or(1.0)]
    pub zoom: f64,
    #[prop_or_default]
    pub until: Option<f64>,
    #[prop_or_default]
    pub guess: Option<f64>,
    #[prop_or_default]
    pub cursor: Option<usize>,
    /// What the picture says; without it the canvases are decoration.
    #[prop_or_default]
    pub label: Option<AttrValue>,
    pub layers: LayersRef,
    /// What lies over the canvases.
    #[prop_or_default]
    pub children: Html,
}

#[component]
pub fn LayeredCanvas(props: &LayeredCanvasProps) -> Html {
    let LayeredCanvasProps { spec, axis, theme, size, zoom, until, guess, cursor, label, layers, children } = props;
    let (wrapper, spread, base, moving) = (use_node_ref(), use_node_ref(), use_node_ref(), use_node_ref());
    let area = use_size(&wrapper);
    let ratio = use_pixel_ratio();

    use_effect_with((layers.clone(), [spread.clone(), base.clone(), moving.clone()]), |(layers, canvases)| {
        let layers = layers.0.clone();
        let canvases = canvases.each_ref().map(|canvas| canvas.cast::<HtmlCanvasElement>());
        if let [Some(spread), Some(base), Some(moving)] = canvases {
            layers.borrow_mut().attach([spread, base, moving]);
        }
        move || layers.borrow_mut().detach()
    });

    let picture = area.map(|area| Picture {
        scene: Scene {
            spec: spec.clone(),
            axis: *axis,
            theme: *theme,
            size: *size,
            scale: SharpCanvas::scale_at(ratio * zoom),
            cursor: *cursor,
            until: *until,
            guess: *guess,
        },
        size: area,
        ratio,
    });
    let target = layers.0.clone();
    use_effect_with(picture, move |picture| {
        if let Some(picture) = picture {
            target.borrow_mut().show(picture.clone());
        }
    });

    html! {
        <div class="layers" ref={wrapper}>
            <canvas class="layer" ref={spread} aria-hidden="true"></canvas>
            <canvas class="layer" ref={base} aria-hidden="true"></canvas>
            if let Some(label) = label {
                <canvas class="layer" ref={moving} role="img" aria-label={label}></canvas>
            } else {
                <canvas class="layer" ref={moving} aria-hidden="true"></canvas>
            }
            { children.clone() }
        </div>
    }
}
