//! The quadratic programme of one round: the shortest point within bounds that satisfies linear constraints.

use crate::plan::{INDICATORS, LEVERS};

/// A place in the space of levers: each lever's distance from where it started, in its range.
pub(super) type Point = [f64; LEVERS];

/// Limits of each coordinate.
#[derive(Clone, Copy, Debug)]
pub(super) struct Bounds {
    pub low: Point,
    pub high: Point,
}

impl Bounds {
    pub fn clip(&self, point: &Point) -> Point {
        std::array::from_fn(|j| point[j].max(self.low[j]).min(self.high[j]))
    }

    /// The same bounds, of the distance from `center`.
    pub fn from(&self, center: &Point) -> Bounds {
        let apart = |ends: &Point| std::array::from_fn(|j| ends[j] - center[j]);
        Bounds { low: apart(&self.low), high: apart(&self.high) }
    }

    /// What lies in these bounds no farther from `center` than `radius` in any coordinate.
    pub fn around(&self, center: &Point, radius: f64) -> Bounds {
        Bounds {
            low: std::array::from_fn(|j| self.low[j].max(center[j] - radius).min(self.high[j])),
            high: std::array::from_fn(|j| self.high[j].min(center[j] + radius).max(self.low[j])),
        }
    }
}

/// slopes · point ≥ least.
#[derive(Clone, Copy, Debug)]
pub(super) struct Row {
    pub slopes: Point,
    pub least: f64,
}

impl Row {
    /// The same, of the distance from `center`.
    pub fn from(&self, center: &Point) -> Row {
        Row { slopes: self.slopes, least: self.least - dot(&self.slopes, center) }
    }
}

/// One multiplier a row: what one more unit of `least` adds to half the squared length.
pub(super) type Multipliers = [f64; INDICATORS];

/// How far multipliers may move from where they were, as the weight of half their squared distance: it makes every
/// programme solvable, and where rows cannot be satisfied, repeated solving leads to the least sum of squared shortfalls.
const RIDGE: f64 = 1e-4;
/// Residual at which a programme counts as solved.
const TOLERANCE: f64 = 1e-12;
const ITERATIONS: usize = 40;

/// The point of least length within `bounds` that satisfies `rows` (at most as many as indicators) up to
/// `RIDGE` times the step of the multipliers, which start from those of a neighbouring programme.
pub(super) fn solve(rows: &[Row], bounds: &Bounds, multipliers: &mut Multipliers) -> Point {
    let mut dual = Dual { rows, bounds, center: *multipliers };
    for _ in 0..ITERATIONS {
        dual.sweep(multipliers);
        let residuals = dual.residuals(multipliers);
        if dual.worst(multipliers, &residuals) <= TOLERANCE {
            break;
        }
        dual.newton(multipliers, &residuals);
    }
    bounds.clip(&dual.combine(multipliers))
}

/// The dual problem: concave in the multipliers, which are at least 0.
struct Dual<'a> {
    rows: &'a [Row],
    bounds: &'a Bounds,
    center: Multipliers,
}

impl Dual<'_> {
    /// The multipliers' combination of the rows: the point, before it is clipped to the bounds.
    fn combine(&self, multipliers: &Multipliers) -> Point {
        let mut sum = [0.0; LEVERS];
        for (row, multiplier) in self.rows.iter().zip(multipliers) {
            add(&mut sum, *multiplier, &row.slopes);
        }
        sum
    }

    /// The slope of the dual along one multiplier, given their combination.
    fn residual(&self, i: usize, multiplier: f64, combination: &Point) -> f64 {
        let point = self.bounds.clip(combination);
        self.rows[i].least - dot(&self.rows[i].slopes, &point) - RIDGE * (multiplier - self.center[i])
    }

    fn residuals(&self, multipliers: &Multipliers) -> Multipliers {
        let combination = self.combine(multipliers);
        let mut residuals = [0.0; INDICATORS];
        for i in 0..self.rows.len() {
            residuals[i] = self.residual(i, multipliers[i], &combination);
        }
        residuals
    }

    fn worst(&self, multipliers: &Multipliers, residuals: &Multipliers) -> f64 {
        let worst = |(multiplier, residual): (&f64, &f64)| if *multiplier > 0.0 { residual.abs() } else { *residual };
        multipliers.iter().zip(residuals).map(worst).fold(0.0, f64::max)
    }

    fn value(&self, multipliers: &Multipliers) -> f64 {
        let combination = self.combine(multipliers);
        let point = self.bounds.clip(&combination);
        let mut value = 0.5 * dot(&point, &point) - dot(&combination, &point);
        for (i, row) in self.rows.iter().enumerate() {
            let step = multipliers[i] - self.center[i];
            value += multipliers[i] * row.least - 0.5 * RIDGE * step * step;
        }
        value
    }

    /// Raises the dual along one multiplier after the other; never lowers it.
    fn sweep(&self, multipliers: &mut Multipliers) {
        let mut combination = self.combine(multipliers);
        for (i, row) in self.rows.iter().enumerate() {
            let curvature = dot(&row.slopes, &row.slopes) + RIDGE;
            let step = self.residual(i, multipliers[i], &combination) / curvature;
            let next = (multipliers[i] + step).max(0.0);
            add(&mut combination, next - multipliers[i], &row.slopes);
            multipliers[i] = next;
        }
    }

    /// Newton's step on the multipliers that can move, shortened until it raises the dual.
    fn newton(&mut self, multipliers: &mut Multipliers, residuals: &Multipliers) {
        let combination = self.combine(multipliers);
        let inside = |j: usize| self.bounds.low[j] < combination[j] && combination[j] < self.bounds.high[j];
        let free: Point = std::array::from_fn(|j| if inside(j) { 1.0 } else { 0.0 });
        let moves = |i: usize| i < self.rows.len() && (multipliers[i] > 0.0 || residuals[i] > 0.0);
        let mut curvature = [[0.0; INDICATORS]; INDICATORS];
        let mut step = [0.0; INDICATORS];
        for i in 0..INDICATORS {
            if !moves(i) {
                curvature[i][i] = 1.0;
                continue;
            }
            step[i] = residuals[i];
            let masked: Point = std::array::from_fn(|j| free[j] * self.rows[i].slopes[j]);
            for k in (0..=i).filter(|&k| moves(k)) {
                curvature[i][k] = dot(&masked, &self.rows[k].slopes);
            }
            curvature[i][i] += RIDGE;
        }
        divide(&mut curvature, &mut step);
        let before = self.value(multipliers);
        let mut length = 1.0;
        for _ in 0..20 {
            let next: Multipliers = std::array::from_fn(|i| (multipliers[i] + length * step[i]).max(0.0));
            if self.value(&next) > before {
                *multipliers = next;
                return;
            }
            length *= 0.5;
        }
    }
}

fn dot(a: &Point, b: &Point) -> f64 {
    a.iter().zip(b).map(|(a, b)| a * b).sum()
}

fn add(sum: &mut Point, weight: f64, other: &Point) {
    for (sum, other) in sum.iter_mut().zip(other) {
        *sum += weight * other;
    }
}

/// Solves `matrix` · x = `side` in place, by Cholesky's decomposition of the positive definite lower half.
fn divide(matrix: &mut [[f64; INDICATORS]; INDICATORS], side: &mut Multipliers) {
    for i in 0..INDICATORS {
        for k in 0..=i {
            let known: f64 = (0..k).map(|j| matrix[i][j] * matrix[k][j]).sum();
            let rest = matrix[i][k] - known;
            // The ridge keeps pivots positive but for rounding.
            matrix[i][k] = if i == k { rest.max(1e-12).sqrt() } else { rest / matrix[k][k] };
        }
        let known: f64 = (0..i).map(|j| matrix[i][j] * side[j]).sum();
        side[i] = (side[i] - known) / matrix[i][i];
    }
    for i in (0..INDICATORS).rev() {
        let known: f64 = (i + 1..INDICATORS).map(|j| matrix[j][i] * side[j]).sum();
        side[i] = (side[i] - known) / matrix[i][i];
    }
}
