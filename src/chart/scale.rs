//! From CSS pixels to a backend's units.
//!
//! plotters knows whole coordinates only. A backend may therefore offer units finer than a device pixel, so that a
//! sloping line keeps its slope and 1.25 px stay 1.25 px; what must be crisp is snapped to whole device pixels here.

/// How many units a CSS pixel and a device pixel have.
#[derive(Clone, Copy, PartialEq, Debug)]
pub struct Scale {
    px: f64,
    dot: i32,
}

impl Scale {
    /// One unit a pixel: a picture without device pixels of its own.
    pub const PLAIN: Scale = Scale { px: 1.0, dot: 1 };

    /// `dot` ≥ 1 units a device pixel, `ratio` > 0 device pixels a CSS pixel.
    pub(super) const fn at(ratio: f64, dot: i32) -> Self {
        Scale { px: ratio * dot as f64, dot }
    }

    /// `dot` units a device pixel, `ratio` device pixels a CSS pixel. Odd values fall back to one.
    pub fn new(ratio: f64, dot: i32) -> Self {
        let ratio = if ratio.is_finite() && ratio > 0.0 { ratio } else { 1.0 };
        let dot = dot.max(1);
        Scale { px: ratio * f64::from(dot), dot }
    }

    /// The same with everything so many times as large.
    pub fn enlarged(self, times: f64) -> Self {
        Scale { px: self.px * times, ..self }
    }

    /// Units of a length in CSS pixels, not rounded.
    pub fn units(self, px: f64) -> f64 {
        px * self.px
    }

    /// Units of a length in CSS pixels.
    pub fn length(self, px: f64) -> i32 {
        self.units(px).round() as i32
    }

    /// The width of a sloping line, never nothing.
    pub fn stroke(self, px: f64) -> u32 {
        self.length(px).max(1) as u32
    }

    /// The width of a level or upright line: whole device pixels, at least one, and rather too thin than too thick.
    pub fn hairline(self, px: f64) -> i32 {
        ((self.units(px) / f64::from(self.dot) + 0.4).floor() as i32).max(1) * self.dot
    }

    /// The nearest edge between device pixels.
    pub fn snap(self, units: i32) -> i32 {
        (f64::from(units) / f64::from(self.dot)).round() as i32 * self.dot
    }

    /// CSS pixels of a length in units.
    pub fn css(self, units: i32) -> f64 {
        f64::from(units) / self.px
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn lines_are_whole_device_pixels() {
        let scale = Scale::new(1.25, 16);
        assert_eq!(scale.hairline(1.0), 16);
        assert_eq!(Scale::new(1.5, 16).hairline(1.0), 16);
        assert_eq!(Scale::new(2.0, 16).hairline(1.0), 32);
        assert_eq!(Scale::new(0.5, 16).hairline(1.0), 16);
        assert_eq!(scale.snap(39), 32);
        assert_eq!(scale.snap(41), 48);
        assert_eq!(Scale::new(f64::NAN, 0), Scale::PLAIN);
    }

    #[test]
    fn sloping_lines_keep_their_fractions() {
        assert_eq!(Scale::new(1.0, 16).stroke(1.25), 20);
        assert_eq!(Scale::PLAIN.stroke(0.2), 1);
    }
}
