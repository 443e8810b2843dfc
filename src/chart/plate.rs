//! A chart alone, as SVG on paper: the document around it says what it is and where it comes from.

use std::rc::Rc;

use plotters::drawing::IntoDrawingArea;

use super::describe;
use super::draw::draw_scene;
use super::layout::{Scene, SizeClass};
use super::palette::Theme;
use super::spec::ChartSpec;
use super::svg::{self, Measure, Svg};

/// A chart and the size it is drawn in.
#[derive(Clone, PartialEq, Debug)]
pub struct Plate {
    pub spec: Rc<ChartSpec>,
    pub class: SizeClass,
    /// Width and height in CSS pixels.
    pub size: (u32, u32),
}

impl Plate {
    /// The chart in the colours of paper, with texts measured as the caller says.
    pub fn to_svg(&self, measure: Measure) -> String {
        let scene = Scene::new(self.spec.clone(), Theme::Print, self.class, svg::SCALE);
        let mut elements = String::new();
        let backend = Svg { size: self.size, measure, elements: &mut elements };
        // This backend cannot fail.
        let _ = draw_scene(&backend.into_drawing_area(), &scene);
        let name = self.spec.name.get(self.spec.language);
        svg::document(self.size, name, &describe::sentence(&self.spec), &elements)
    }
}
