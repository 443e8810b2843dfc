//! Fifty equally likely values as dots on the chart's axis: those that reach a threshold filled, the others hollow.

use plotters::style::text_anchor::HPos;
use plotters_backend::DrawingBackend;

use super::draw::Drawn;
use super::layout::{AXIS_TEXT, LABEL_TEXT};
use super::pen::Pen;
use crate::plan::Direction;

/// Fifty equally likely values beside a chart, on its axis.
#[derive(Clone, PartialEq, Debug)]
pub struct Dots {
    /// In ascending order.
    pub values: Vec<f64>,
    pub threshold: f64,
    /// The good side of the threshold.
    pub direction: Direction,
    /// Whether values are counts.
    pub whole: bool,
    /// What they are, in two lines.
    pub label: [String; 2],
    /// The chance, the threshold and how many dots fall short; said where there is room.
    pub told: [String; 3],
}

/// One of the dots, in the unit of the caller's heights.
#[derive(Clone, Copy, PartialEq, Debug)]
pub struct Dot {
    /// Its middle, from the left edge.
    pub x: f64,
    /// Its middle, downwards.
    pub y: f64,
    /// Whether its value is on the good side of the threshold.
    pub reaches: bool,
}

/// How dots are packed.
#[derive(Clone, Copy, PartialEq, Debug)]
pub struct Packing {
    /// The height and width of a dot with the air around it.
    pub size: f64,
    /// The width that there is; dots overlap where a row would be wider.
    pub width: f64,
}

impl Packing {
    /// In a pane beside the chart, in CSS pixels.
    pub const PANE: Packing = Packing { size: 9.5, width: 57.0 };
    /// The same on a stage.
    pub const STAGE: Packing = Packing { size: 9.5, width: 76.0 };
}

/// A dot's radius in those packings, and the space before the first one, in CSS pixels.
pub const RADIUS: f64 = 3.75;
pub const BEFORE: f64 = 5.0;
/// The width of a pane with its texts.
pub const PANE_WIDTH: f64 = 132.0;
/// Where the line of the threshold ends in it.
pub const LINE_END: f64 = 104.0;

impl Dots {
    /// Each of them, in its place.
    pub fn placed(&self, packing: Packing, height: impl Fn(f64) -> f64) -> Vec<Dot> {
        dots(&self.values, self.threshold, self.direction, height, self.whole, packing)
    }

    /// How many are on the bad side of the threshold.
    pub fn short(&self) -> usize {
        self.values.iter().filter(|&&value| !reaches(value, self.threshold, self.direction)).count()
    }

    /// Draws them with the threshold's line from `left` on, in CSS pixels; `height` gives that of a value.
    pub(super) fn draw<DB: DrawingBackend>(
        &self,
        pen: &Pen<'_, DB>,
        left: f64,
        (packing, line_end): (Packing, f64),
        height: impl Fn(f64) -> f64,
    ) -> Drawn<DB> {
        let px = |length: f64| pen.scale.length(length);
        let line = px(height(self.threshold));
        let half = px(0.4).max(1);
        pen.rectangle((px(left), line - half), (px(left + line_end), line + half), pen.palette.red)?;
        self.placed(packing, height).into_iter().try_for_each(|dot| {
            let middle = (px(left + BEFORE + dot.x), px(dot.y));
            if dot.reaches {
                pen.disc(middle, RADIUS, pen.palette.accent)
            } else {
                pen.ring(middle, RADIUS - 0.5, 1.0, pen.palette.accent, pen.palette.ground)
            }
        })
    }

    /// The pane: title, dots and what they say, between two heights of the plot.
    pub(super) fn draw_pane<DB: DrawingBackend>(
        &self,
        pen: &Pen<'_, DB>,
        (left, top): (f64, f64),
        plot: (f64, f64),
        height: impl Fn(f64) -> f64,
    ) -> Drawn<DB> {
        let px = |length: f64| pen.scale.length(length);
        for (line, y) in self.label.iter().zip([2.0, 16.0]) {
            pen.text(line, (px(left), px(top + y)), AXIS_TEXT, pen.palette.muted, HPos::Left, false)?;
        }
        pen.upright(px(left), px(plot.0), px(plot.1), pen.palette.hairline_strong)?;
        self.draw(pen, left, (Packing::PANE, PANE_WIDTH), &height)?;
        let right = px(left + PANE_WIDTH);
        let sizes = [(CHANCE_TEXT, true), (LABEL_TEXT, false), (AXIS_TEXT, false)];
        for ((text, y), (size, bold)) in self.told.iter().zip(around(height(self.threshold), plot)).zip(sizes) {
            // Texts are placed by the foot of their letters.
            let middle = px(y - 0.35 * size);
            pen.text(text, (right, middle), size, pen.palette.ink, HPos::Right, bold)?;
        }
        Ok(())
    }
}

/// The size of the chance beside the threshold, in CSS pixels.
const CHANCE_TEXT: f64 = 16.0;

/// Where the texts around the threshold's line stand: chance, value and how many fall short, by the foot of their
/// letters. Above and below the line; all on one side where the other has no room in the plot.
pub fn around(line: f64, (top, bottom): (f64, f64)) -> [f64; 3] {
    if line < top + 46.0 {
        [line + 32.0, line + 48.0, line + 64.0]
    } else if line > bottom - 26.0 {
        [line - 46.0, line - 30.0, line - 14.0]
    } else {
        [line - 30.0, line - 14.0, line + 24.0]
    }
}

/// Stacks ascending `values` in rows from the left. Rows are one dot high and counted from the threshold, so that no dot
/// lies across it; whole numbers (`step` the distance of two of them) have as many rows as fit between two of them.
/// `height` gives the height of a value, downwards.
pub fn dots(
    values: &[f64],
    threshold: f64,
    direction: Direction,
    height: impl Fn(f64) -> f64,
    whole: bool,
    packing: Packing,
) -> Vec<Dot> {
    let Packing { size, width } = packing;
    let reaches = |value: f64| reaches(value, threshold, direction);
    // Upwards from the threshold, in rows; what reaches it by being higher stands above, on it included.
    let line = height(threshold);
    let row = |value: f64| {
        let row = ((line - height(value)) / size + 1e-9).floor();
        match (direction, reaches(value)) {
            (Direction::Higher, true) => row.max(0.0),
            (Direction::Higher, false) => row.min(-1.0),
            (Direction::Lower, true) => row.min(-1.0),
            (Direction::Lower, false) => row.max(0.0),
        }
    };
    let across = (width / size).floor().max(1.0) as usize;
    let unit = (height(0.0) - height(1.0)).abs();
    let high = if whole { (unit / size).floor().max(1.0) as usize } else { 1 };
    let mut placed = Vec::with_capacity(values.len());
    for group in values.chunk_by(|&a, &b| row(a) == row(b)) {
        // Full rows from below; where all that fit are full, they are packed closer.
        let a_row = across.max(group.len().div_ceil(high));
        let step = size.min(width / a_row as f64);
        for (i, &value) in group.iter().enumerate() {
            placed.push(Dot {
                x: (i % a_row) as f64 * step + size / 2.0,
                y: line - (row(value) + 0.5 + (i / a_row) as f64) * size,
                reaches: reaches(value),
            });
        }
    }
    placed
}

fn reaches(value: f64, threshold: f64, direction: Direction) -> bool {
    match direction {
        Direction::Higher => value >= threshold,
        Direction::Lower => value <= threshold,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const PACKING: Packing = Packing { size: 10.0, width: 60.0 };

    /// 100 units of height a unit of value.
    fn height(value: f64) -> f64 {
        1000.0 - 100.0 * value
    }

    #[test]
    fn no_dot_lies_across_the_threshold() {
        let values: Vec<f64> = (0..50).map(|k| 3.0 + f64::from(k) * 0.037).collect();
        for threshold in [3.0, 3.512, 4.0, 4.4999] {
            for direction in [Direction::Higher, Direction::Lower] {
                let line = height(threshold);
                for (dot, &value) in dots(&values, threshold, direction, height, false, PACKING).iter().zip(&values) {
                    assert!((dot.y - line).abs() >= 5.0 - 1e-9, "{value} at {threshold}");
                    let good = if direction == Direction::Higher { dot.y < line } else { dot.y > line };
                    assert_eq!(dot.reaches, good, "{value} at {threshold}");
                    assert!((dot.y - height(value)).abs() <= 10.0, "{value} at {threshold}");
                }
            }
        }
    }

    #[test]
    fn a_value_on_the_threshold_reaches_it() {
        let at = |direction| dots(&[4.0], 4.0, direction, height, false, PACKING)[0];
        assert!(at(Direction::Higher).reaches && at(Direction::Higher).y < height(4.0));
        assert!(at(Direction::Lower).reaches && at(Direction::Lower).y > height(4.0));
    }

    #[test]
    fn dots_do_not_overlap_while_there_is_room() {
        let values: Vec<f64> = (0..50).map(|k| 4.0 + f64::from(k) * 0.031).collect();
        let placed = dots(&values, 4.0, Direction::Higher, height, false, PACKING);
        for (i, a) in placed.iter().enumerate() {
            for b in &placed[..i] {
                assert!((a.x - b.x).abs() >= 10.0 - 1e-9 || (a.y - b.y).abs() >= 10.0 - 1e-9);
            }
        }
    }

    #[test]
    fn whole_numbers_fill_the_room_up_to_the_next() {
        let placed = dots(&[4.0; 30], 4.0, Direction::Higher, height, true, PACKING);
        assert!(placed.iter().all(|dot| dot.reaches && dot.y < height(4.0) && dot.y > height(5.0)));
        assert!(placed.iter().all(|dot| dot.x <= 60.0));
        let rows: std::collections::BTreeSet<i64> = placed.iter().map(|dot| dot.y as i64).collect();
        assert_eq!(rows.len(), 5);
        // More than there is room for are packed closer, and stay below the next number.
        let many = dots(&[4.0; 90], 4.0, Direction::Higher, height, true, PACKING);
        assert!(many.iter().all(|dot| dot.y > height(5.0) && dot.x <= 60.0 + 5.0));
    }
}
