//! Texts on a slide, in its pixels.

use plotters::style::RGBColor;
use plotters::style::text_anchor::HPos;
use plotters_backend::DrawingBackend;

use super::super::draw::{Drawn, Failure};
use super::super::pen::Pen;
use super::super::picture::{text_width, wrapped};
use super::Tone;

/// Bold letters are wider than they are measured.
pub const BOLDER: f64 = 1.06;

/// Draws in pixels.
pub struct Sheet<'a, 'b, DB: DrawingBackend> {
    pub pen: &'a Pen<'b, DB>,
}

impl<DB: DrawingBackend> Sheet<'_, '_, DB> {
    pub fn px(&self, length: f64) -> i32 {
        self.pen.scale.length(length)
    }

    pub fn width(&self, text: &str, size: f64) -> Result<f64, Failure<DB>> {
        Ok(self.pen.scale.css(text_width(self.pen.area, text, size, self.pen.scale)?))
    }

    pub fn lines(&self, text: &str, size: f64, width: f64) -> Result<Vec<String>, Failure<DB>> {
        wrapped(self.pen.area, text, size, self.pen.scale, self.px(width))
    }

    pub fn text(&self, text: &str, (x, y): (f64, f64), size: f64, tone: Tone, across: HPos, bold: bool) -> Drawn<DB> {
        self.pen.text(text, (self.px(x), self.px(y)), size, self.color(tone), across, bold)
    }

    /// A text, smaller where it would be wider than its room.
    pub fn fitted(
        &self,
        text: &str,
        at: (f64, f64),
        size: f64,
        (width, across): (f64, HPos),
        tone: Tone,
        bold: bool,
    ) -> Drawn<DB> {
        let needed = self.width(text, size)? * if bold { BOLDER } else { 1.0 };
        self.text(text, at, (size * width / needed.max(1.0)).min(size), tone, across, bold)
    }

    fn color(&self, tone: Tone) -> RGBColor {
        match tone {
            Tone::Ink => self.pen.palette.ink,
            Tone::Muted => self.pen.palette.muted,
            Tone::Accent => self.pen.palette.accent,
            Tone::Met => RGBColor(0x0d, 0x5a, 0x2e),
            Tone::Near => RGBColor(0x77, 0x4c, 0x00),
            Tone::Short => self.pen.palette.red,
        }
    }
}
