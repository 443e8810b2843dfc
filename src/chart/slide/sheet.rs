//! Texts on a slide, in its pixels.

use plotters::style::text_anchor::HPos;
use plotters_backend::DrawingBackend;

use super::super::draw::{Drawn, Failure};
use super::super::palette::Tone;
use super::super::pen::Pen;
use super::super::picture::{text_width, wrapped};

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
        self.pen.text(text, (self.px(x), self.px(y)), size, self.pen.palette.tone(tone), across, bold)
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
}
