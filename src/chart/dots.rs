//! Fifty equally likely values as dots on the chart's axis: those that reach a threshold filled, the others hollow.

use crate::plan::Direction;

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
    let reaches = |value: f64| match direction {
        Direction::Higher => value >= threshold,
        Direction::Lower => value <= threshold,
    };
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
