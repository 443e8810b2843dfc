//! Charts on a slide, with what they come to.

use std::rc::Rc;

use plotters::style::text_anchor::HPos;
use plotters_backend::DrawingBackend;

use super::super::axis::Axis;
use super::super::dots::{Dots, Packing};
use super::super::draw::{Drawn, Memory, Places, draw_base, draw_moving, draw_spread};
use super::super::layout::{Layout, Scene, SizeClass, stage_heights};
use super::super::palette::{Theme, Tone};
use super::super::pen::Pen;
use super::super::picture::{draw_mark, key};
use super::super::spec::ChartSpec;
use super::sheet::{BOLDER, Sheet};
use super::{FOOT, Half, Line, MARGIN, WIDTH};

/// The width of what stands beside a chart, in pixels.
const SIDE: f64 = 484.0;
/// How much larger than in the page charts are.
const ZOOM: f64 = 2.5;
/// The size of units behind a large figure, and the space before them.
const UNIT: f64 = 36.0;
const GAP: f64 = 14.0;
/// The height of a chart's key.
const KEY: f64 = 44.0;

impl<DB: DrawingBackend> Sheet<'_, '_, DB> {
    pub fn charts(&self, halves: &[Half], top: f64) -> Drawn<DB> {
        let extents = halves.iter().map(|half| half.spec.extent());
        let axis = Axis::fit(
            extents.fold((f64::INFINITY, f64::NEG_INFINITY), |(low, high), (a, b)| (low.min(a), high.max(b))),
        );
        if let [half] = halves {
            let dots = if half.dots.is_some() { ZOOM * Packing::STAGE.width + 40.0 } else { 0.0 };
            let width = WIDTH - 2.0 * MARGIN - SIDE - 40.0 - dots;
            self.chart(&half.spec, axis, (MARGIN, top), width)?;
            if let Some(dots) = &half.dots {
                self.dots(dots, axis, (MARGIN + width + 20.0, top))?;
            }
            let mut y = top + 40.0;
            return half.lines.iter().try_for_each(|line| {
                let at = (WIDTH - MARGIN - SIDE, y + line.size * 0.6);
                y += line.size * 1.2 + 14.0;
                self.line(line, at)
            });
        }
        let width = (WIDTH - 2.0 * MARGIN - 60.0) / 2.0;
        for (i, half) in halves.iter().enumerate() {
            let left = MARGIN + (width + 60.0) * i as f64;
            self.fitted(&half.name, (left, top + 24.0), 38.0, (width, HPos::Left), Tone::Ink, true)?;
            let mut y = top + 52.0;
            for line in half.lines.iter().take(4) {
                let size = line.size.min(64.0);
                self.line(&Line { size, ..line.clone() }, (left, y + size * 0.6))?;
                y += size * 1.2 + 6.0;
            }
            self.chart(&half.spec, axis, (left, y + 8.0), width)?;
        }
        Ok(())
    }

    fn line(&self, line: &Line, at: (f64, f64)) -> Drawn<DB> {
        let unit = if line.unit.is_empty() { 0.0 } else { self.width(&line.unit, UNIT)? + 2.0 * GAP };
        let size = (line.size * (SIDE - unit) / self.width(&line.text, line.size)?.max(1.0)).min(line.size);
        self.text(&line.text, at, size, line.tone, HPos::Left, line.bold)?;
        let behind = at.0 + self.width(&line.text, size)? * if line.bold { BOLDER } else { 1.0 } + GAP;
        self.text(&line.unit, (behind, at.1 + size * 0.3), UNIT, Tone::Muted, HPos::Left, false)
    }

    /// A chart under its key, down to the foot.
    fn chart(&self, spec: &Rc<ChartSpec>, axis: Axis, (left, top): (f64, f64), width: f64) -> Drawn<DB> {
        let scale = self.pen.scale.enlarged(ZOOM);
        let mut scene = Scene::new(spec.clone(), Theme::Projector, SizeClass::Stage, scale);
        scene.axis = axis;
        // In the chart's own sizes, over the whole slide.
        let marks = Pen { area: self.pen.area, scale: scale.enlarged(0.8), palette: self.pen.palette, small: false };
        let mut x = left;
        for (mark, name) in key(spec) {
            draw_mark(&marks, mark, (self.px(x), self.px(top + 16.0)))?;
            self.text(&name, (x + 54.0, top + 16.0), 26.0, Tone::Ink, HPos::Left, false)?;
            x += 54.0 + self.width(&name, 26.0)? + 36.0;
        }
        let (from, size) = self.place((left, top + KEY), (width, FOOT - 16.0 - top - KEY));
        let chart = self.pen.area.clone().shrink(from, size);
        let layout = Layout::new(&chart, &scene)?;
        let places = Places::new(&scene, &layout, &mut Memory::default());
        draw_spread(&chart, &scene, &layout)?;
        draw_base(&chart, &scene, &layout, &places)?;
        draw_moving(&chart, &scene, &layout, &places)
    }

    /// A rectangle on whole device pixels.
    fn place(&self, (left, top): (f64, f64), (width, height): (f64, f64)) -> ((i32, i32), (i32, i32)) {
        let snap = |length: f64| self.pen.scale.snap(self.px(length));
        ((snap(left), snap(top)), (snap(width).max(1), snap(height).max(1)))
    }

    fn dots(&self, dots: &Dots, axis: Axis, (left, top): (f64, f64)) -> Drawn<DB> {
        let top = top + KEY;
        for (i, line) in dots.label.iter().enumerate() {
            self.text(line, (left, FOOT - 62.0 + 30.0 * i as f64), 24.0, Tone::Muted, HPos::Left, false)?;
        }
        let plot = stage_heights((FOOT - 16.0 - top) / ZOOM);
        let height = |value: f64| top / ZOOM + axis.height(value, plot);
        let pen =
            Pen { area: self.pen.area, scale: self.pen.scale.enlarged(ZOOM), palette: self.pen.palette, small: false };
        dots.draw(&pen, left / ZOOM, (Packing::STAGE, Packing::STAGE.width), height)
    }
}
