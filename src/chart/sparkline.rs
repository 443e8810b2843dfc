//! The tiny picture in a row of the scoreboard: own path, reference and target, as coordinates for an inline SVG.

use crate::model::Projection;
use crate::plan::IndicatorId;

/// The size of the picture in CSS pixels.
pub const WIDTH: f64 = 36.0;
pub const HEIGHT: f64 = 26.0;
/// Room for the end point and for the lines' width.
const INSET: f64 = 3.0;

/// Coordinates to half a pixel, as SVG attributes: equal texts cause no change of the page.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Spark {
    /// The points of the own path; empty, like everything else, where a value is not finite.
    pub own: String,
    pub reference: String,
    /// The height of the target's line.
    pub target: String,
    /// The end of the own path.
    pub end: (String, String),
}

/// The picture of one indicator.
pub fn sparkline(own: &Projection, reference: &Projection, id: IndicatorId, target: f64) -> Spark {
    let values = |projection: &Projection| projection.path(id).collect::<Vec<f64>>();
    Spark::new(&values(own), &values(reference), target)
}

impl Spark {
    /// Draws paths from the base year on. The scale is that of everything shown: while the paths stay between baseline
    /// and target it does not depend on them, so that only the line moves.
    pub fn new(own: &[f64], reference: &[f64], target: f64) -> Spark {
        let (mut low, mut high) = (target, target);
        for &value in own.iter().chain(reference).chain([&target]) {
            if !value.is_finite() {
                return Spark::default();
            }
            (low, high) = (low.min(value), high.max(value));
        }
        let span = high - low;
        let y = |value: f64| {
            let part = if span > 0.0 { (value - low) / span } else { 0.5 };
            HEIGHT - INSET - part * (HEIGHT - 2.0 * INSET)
        };
        let Some(&last) = own.last() else { return Spark::default() };
        Spark {
            end: (half_pixel(WIDTH - INSET), half_pixel(y(last))),
            own: path(own, y),
            reference: path(reference, y),
            target: half_pixel(y(target)),
        }
    }
}

/// The points of a path from edge to edge.
fn path(values: &[f64], y: impl Fn(f64) -> f64) -> String {
    let steps = values.len().saturating_sub(1).max(1) as f64;
    let mut text = String::with_capacity(64);
    for (t, &value) in values.iter().enumerate() {
        if t > 0 {
            text.push(' ');
        }
        push(&mut text, INSET + t as f64 / steps * (WIDTH - 2.0 * INSET));
        text.push(',');
        push(&mut text, y(value));
    }
    text
}

/// A length in pixels, to half a one.
pub fn half_pixel(value: f64) -> String {
    let mut text = String::with_capacity(4);
    push(&mut text, value);
    text
}

/// Appends a length, which is never negative, to half a pixel.
fn push(text: &mut String, value: f64) {
    use std::fmt::Write;

    let halves = (value * 2.0).round().max(0.0) as u32;
    let _ = write!(text, "{}.{}", halves / 2, halves % 2 * 5);
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn coordinates_of_a_row() {
        let spark = Spark::new(&[3.6, 3.8, 4.0], &[3.6, 3.6, 3.7], 4.0);
        assert_eq!(spark.own, "3.0,23.0 18.0,13.0 33.0,3.0");
        assert_eq!(spark.reference, "3.0,23.0 18.0,23.0 33.0,18.0");
        assert_eq!((spark.target.as_str(), spark.end.0.as_str(), spark.end.1.as_str()), ("3.0", "33.0", "3.0"));
    }

    #[test]
    fn a_change_below_half_a_pixel_changes_nothing() {
        let draw = |value: f64| Spark::new(&[3.6, value, 4.0], &[3.6, 3.6, 3.7], 4.0);
        assert_eq!(draw(3.8), draw(3.804));
        assert_ne!(draw(3.8), draw(3.81));
    }

    #[test]
    fn flat_and_hostile_values() {
        let draw = |values: [f64; 2], target: f64| Spark::new(&values, &values, target);
        assert_eq!(draw([1.0, 1.0], 1.0).target, "13.0");
        assert_eq!(draw([1.0, f64::NAN], 1.0), Spark::default());
        assert_eq!(draw([1.0, 2.0], f64::INFINITY), Spark::default());
        draw([-1e308, 1e308], 0.0);
    }
}
