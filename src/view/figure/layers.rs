//! The canvases of a chart and what is on them: only what changed is drawn.

use std::cell::RefCell;
use std::rc::Rc;

use plotters::drawing::DrawingArea;
use web_sys::HtmlCanvasElement;

use crate::chart::{Layout, Memory, Places, Scene, draw_base, draw_moving, draw_spread};
use crate::platform::canvas::SharpCanvas;

/// A scene and the size it is drawn at, in CSS pixels.
#[derive(Clone, PartialEq)]
pub struct Picture {
    pub scene: Scene,
    pub size: (f64, f64),
    pub ratio: f64,
}

/// A chart's canvases.
#[derive(Default)]
pub struct Layers {
    /// From the lowest: the draws, what stays put, what follows the hand.
    canvases: Option<[Rc<RefCell<SharpCanvas>>; 3]>,
    /// What is on the layers, and where.
    drawn: Option<(Picture, Layout, Places)>,
    memory: Memory,
}

impl Layers {
    /// Takes the canvases once they are on the page.
    pub fn attach(&mut self, canvases: [HtmlCanvasElement; 3]) {
        let backend = |canvas| SharpCanvas::new(canvas).map(|canvas| Rc::new(RefCell::new(canvas)));
        self.canvases = match canvases.map(backend) {
            [Some(spread), Some(base), Some(moving)] => Some([spread, base, moving]),
            _ => None,
        };
        self.drawn = None;
    }

    /// Lets go of the canvases.
    pub fn detach(&mut self) {
        *self = Layers::default();
    }

    /// The year nearest to a position in CSS pixels from the left edge.
    pub fn nearest_year(&self, x: f64) -> Option<usize> {
        self.drawn.as_ref().map(|(_, layout, _)| layout.nearest_year(x))
    }

    /// Shows a picture, at once: events of a moving hand come once a frame, and a frame of its own for the drawing would
    /// have the browser lay out and paint the page a second time.
    pub fn show(&mut self, picture: Picture) {
        let Some([spread, base, moving]) = &self.canvases else { return };
        let holds = self.drawn.as_ref().is_some_and(|(drawn, ..)| {
            drawn.size == picture.size && drawn.ratio == picture.ratio && drawn.scene.same_base(&picture.scene)
        });
        let same_spread =
            holds && self.drawn.as_ref().is_some_and(|(drawn, ..)| drawn.scene.same_spread(&picture.scene));
        if !holds {
            self.drawn = None;
            for layer in [spread, base, moving] {
                layer.borrow_mut().resize(picture.size.0, picture.size.1, picture.ratio);
            }
        }
        let layout = match self.drawn.take() {
            Some((_, layout, places)) => Ok((layout, Some(places))),
            None => Layout::new(&DrawingArea::from(base), &picture.scene).map(|layout| (layout, None)),
        };
        // A context that fails leaves the layers empty; the figure's text and table still say everything.
        let Ok((layout, before)) = layout else { return };
        if !same_spread {
            spread.borrow().clear();
            let _ = draw_spread(&DrawingArea::from(spread), &picture.scene, &layout);
        }
        let places = Places::new(&picture.scene, &layout, &mut self.memory);
        if !before.is_some_and(|before| before.same_base(&places)) {
            base.borrow().clear();
            let _ = draw_base(&DrawingArea::from(base), &picture.scene, &layout, &places);
        }
        moving.borrow().clear();
        let _ = draw_moving(&DrawingArea::from(moving), &picture.scene, &layout, &places);
        self.drawn = Some((picture, layout, places));
    }
}
