//! Dashes: a path cut into the pieces that are drawn.

/// Cuts a path by a pattern of drawn and skipped lengths; points closer together than the pattern stay in one piece.
pub fn dashes(path: &[(i32, i32)], pattern: &[f64]) -> Vec<Vec<(i32, i32)>> {
    let mut pieces = Vec::new();
    let Some(&first) = path.first() else { return pieces };
    if pattern.is_empty() || pattern.iter().any(|&length| length.is_nan() || length <= 0.0) {
        return vec![path.to_vec()];
    }
    let mut piece = vec![first];
    let (mut at, mut left) = (0, pattern[0]);
    for pair in path.windows(2) {
        let ((x0, y0), (x1, y1)) = (float(pair[0]), float(pair[1]));
        let length = (x1 - x0).hypot(y1 - y0);
        let mut done = 0.0;
        while length - done > left {
            done += left;
            let part = done / length;
            let cut = ((x0 + (x1 - x0) * part).round() as i32, (y0 + (y1 - y0) * part).round() as i32);
            if at % 2 == 0 {
                piece.push(cut);
                pieces.push(std::mem::take(&mut piece));
            } else {
                piece = vec![cut];
            }
            at = (at + 1) % pattern.len();
            left = pattern[at];
        }
        left -= length - done;
        if at % 2 == 0 {
            piece.push(pair[1]);
        }
    }
    if piece.len() > 1 {
        pieces.push(piece);
    }
    pieces
}

fn float((x, y): (i32, i32)) -> (f64, f64) {
    (f64::from(x), f64::from(y))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_pattern_runs_on_across_corners() {
        let pieces = dashes(&[(0, 0), (6, 0), (6, 6)], &[4.0, 4.0]);
        assert_eq!(pieces, vec![vec![(0, 0), (4, 0)], vec![(6, 2), (6, 6)]]);
    }

    #[test]
    fn a_corner_inside_a_dash_is_kept() {
        assert_eq!(dashes(&[(0, 0), (2, 0), (2, 9)], &[4.0, 20.0]), vec![vec![(0, 0), (2, 0), (2, 2)]]);
    }

    #[test]
    fn no_pattern_and_no_path() {
        assert_eq!(dashes(&[(0, 0), (9, 9)], &[]), vec![vec![(0, 0), (9, 9)]]);
        assert_eq!(dashes(&[(0, 0), (9, 9)], &[0.0, 1.0]).len(), 1);
        assert!(dashes(&[], &[1.0, 1.0]).is_empty());
        assert!(dashes(&[(5, 5)], &[1.0, 1.0]).is_empty());
    }
}
