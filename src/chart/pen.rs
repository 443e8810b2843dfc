//! plotters' elements in the chart's sizes and colours.

use plotters::coord::Shift;
use plotters::drawing::DrawingArea;
use plotters::element::{Circle, PathElement, Polygon, Rectangle, Text};
use plotters::style::text_anchor::{HPos, Pos, VPos};
use plotters::style::{Color, FontDesc, FontFamily, FontStyle, RGBColor, ShapeStyle, TextStyle};
use plotters_backend::DrawingBackend;

use super::draw::Drawn;
use super::layout::{Scene, SizeClass};
use super::palette::{Palette, SCENARIOS};
use super::scale::Scale;

/// plotters' elements in our sizes and colours.
pub struct Pen<'a, DB: DrawingBackend> {
    pub area: &'a DrawingArea<DB, Shift>,
    pub scale: Scale,
    pub palette: &'static Palette,
    pub small: bool,
}

impl<'a, DB: DrawingBackend> Pen<'a, DB> {
    pub fn new(area: &'a DrawingArea<DB, Shift>, scene: &Scene) -> Self {
        Pen { area, scale: scene.scale, palette: scene.palette(), small: scene.size == SizeClass::Small }
    }

    pub fn rectangle(&self, from: (i32, i32), to: (i32, i32), color: RGBColor) -> Drawn<DB> {
        self.area.draw(&Rectangle::new([from, to], color.filled()))
    }

    /// A level hairline on whole device pixels.
    pub fn level(&self, from: i32, to: i32, y: i32, color: RGBColor) -> Drawn<DB> {
        self.level_of(from, to, y, color, 1.0)
    }

    /// A level line of a width in CSS pixels, likewise.
    pub fn level_of(&self, from: i32, to: i32, y: i32, color: RGBColor, width: f64) -> Drawn<DB> {
        let width = self.scale.hairline(width);
        let top = self.scale.snap(y - width / 2);
        self.rectangle((self.scale.snap(from), top), (self.scale.snap(to), top + width), color)
    }

    /// An upright hairline on whole device pixels.
    pub fn upright(&self, x: i32, from: i32, to: i32, color: RGBColor) -> Drawn<DB> {
        let width = self.scale.hairline(1.0);
        let left = self.scale.snap(x - width / 2);
        self.rectangle((left, self.scale.snap(from)), (left + width, self.scale.snap(to)), color)
    }

    pub fn stroke(&self, color: RGBColor, width: f64) -> ShapeStyle {
        ShapeStyle { color: color.to_rgba(), filled: false, stroke_width: self.scale.stroke(width) }
    }

    pub fn path(&self, points: Vec<(i32, i32)>, width: f64, color: RGBColor) -> Drawn<DB> {
        self.area.draw(&PathElement::new(points, self.stroke(color, width)))
    }

    /// A hollow rectangle.
    pub fn outline(
        &self,
        (left, top): (i32, i32),
        (right, bottom): (i32, i32),
        width: f64,
        color: RGBColor,
    ) -> Drawn<DB> {
        self.path(vec![(left, top), (right, top), (right, bottom), (left, bottom), (left, top)], width, color)
    }

    pub fn disc(&self, at: (i32, i32), radius: f64, color: RGBColor) -> Drawn<DB> {
        self.area.draw(&Circle::new(at, self.scale.length(radius), color.filled()))
    }

    /// A hollow point that hides the line under it.
    pub fn ring(&self, at: (i32, i32), radius: f64, width: f64, color: RGBColor, inside: RGBColor) -> Drawn<DB> {
        self.disc(at, radius + width / 2.0, color)?;
        self.disc(at, radius - width / 2.0, inside)
    }

    /// A hollow square that hides the lines under it.
    pub fn square(&self, (x, y): (i32, i32), reach: f64, width: f64, color: RGBColor) -> Drawn<DB> {
        for (half, color) in [(reach + width / 2.0, color), (reach - width / 2.0, self.palette.ground)] {
            let half = self.scale.length(half);
            self.rectangle((x - half, y - half), (x + half, y + half), color)?;
        }
        Ok(())
    }

    pub fn cross(&self, (x, y): (i32, i32), reach: f64) -> Drawn<DB> {
        let reach = self.scale.length(reach);
        for way in [1, -1] {
            let ends = vec![(x - reach, y - reach * way), (x + reach, y + reach * way)];
            self.path(ends, 1.75, self.palette.ink)?;
        }
        Ok(())
    }

    /// The marker of a further scenario: square, triangle, diamond, plus; hollow on the first four lines, filled on the
    /// four that have their colours again.
    pub fn marker(&self, n: usize, (x, y): (i32, i32), color: RGBColor) -> Drawn<DB> {
        let r = self.scale.length(3.0);
        let again = n >= SCENARIOS.len();
        let outline = match n % SCENARIOS.len() {
            0 => vec![(x - r, y - r), (x + r, y - r), (x + r, y + r), (x - r, y + r)],
            1 => vec![(x, y - r), (x + r, y + r), (x - r, y + r)],
            2 => vec![(x, y - r), (x + r, y), (x, y + r), (x - r, y)],
            _ => {
                let width = if again { 3.0 } else { 1.75 };
                self.path(vec![(x - r, y), (x + r, y)], width, color)?;
                return self.path(vec![(x, y - r), (x, y + r)], width, color);
            }
        };
        let inside = if again { color } else { self.palette.ground };
        self.area.draw(&Polygon::new(outline.clone(), inside))?;
        let closed = outline.iter().copied().chain(outline.first().copied()).collect();
        self.path(closed, 1.5, color)
    }

    pub fn text(&self, text: &str, at: (i32, i32), px: f64, color: RGBColor, across: HPos, bold: bool) -> Drawn<DB> {
        let style = if bold { FontStyle::Bold } else { FontStyle::Normal };
        let font = FontDesc::new(FontFamily::SansSerif, self.scale.units(px), style);
        let style = TextStyle::from(font).color(&color).pos(Pos::new(across, VPos::Center));
        self.area.draw(&Text::new(text, at, style))
    }

    /// Text with a rim of the ground, for where lines may run under it.
    pub fn haloed(&self, text: &str, (x, y): (i32, i32), px: f64, color: RGBColor, across: HPos) -> Drawn<DB> {
        let reach = self.scale.length(2.0);
        let slant = self.scale.length(1.4);
        let around = [
            (reach, 0),
            (slant, slant),
            (0, reach),
            (-slant, slant),
            (-reach, 0),
            (-slant, -slant),
            (0, -reach),
            (slant, -slant),
        ];
        for (dx, dy) in around {
            self.text(text, (x + dx, y + dy), px, self.palette.ground, across, false)?;
        }
        self.text(text, (x, y), px, color, across, false)
    }
}
