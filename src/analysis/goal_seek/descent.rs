//! Sequential quadratic programming, a round at a time: the shortest way to where all constraints are at least 0, or,
//! where there is no such place, to the least sum of squared shortfalls.

use super::quadratic::{Bounds, Multipliers, Point, Row, solve};
use crate::plan::INDICATORS;

/// A constraint at the present point: its value, wanted at least 0, and its slopes.
#[derive(Clone, Copy, Debug)]
pub(super) struct Constraint {
    pub value: f64,
    pub slopes: Point,
}

/// Shortfall up to which a constraint counts as satisfied: half of what a completion is allowed.
pub(super) const SATISFIED: f64 = 5e-10;
/// Where they are not, a round must be stiller by this: shortfalls settle later than the point.
const STILLER: f64 = 1e-4;
/// A constraint with more room than this does not bind here; a multiplier left from elsewhere would hold the search.
const SLACK: f64 = 1e-6;
/// Rounds with full steps. From then on steps get shorter, so that a search that circles around a kink settles on it.
const FREE_ROUNDS: usize = 12;
const SHORTENING: f64 = 0.6;
/// No step needs to go farther: the levers' distances are parts of their ranges.
const FARTHEST: f64 = 1.0;
const ROUNDS: usize = 60;

/// A place that was reached.
#[derive(Clone, Copy, Debug)]
pub(super) struct Found {
    pub point: Point,
    /// The sum of squared shortfalls; 0 where all constraints are satisfied.
    pub shortfall: f64,
    /// The squared length.
    pub effort: f64,
}

impl Found {
    /// Whether all constraints are satisfied.
    pub fn satisfies(&self) -> bool {
        self.shortfall == 0.0
    }

    /// Whether this is the better place.
    pub fn beats(&self, other: &Found) -> bool {
        // Equal shortfalls differ in their last bits.
        let tolerance = 1e-9 * self.shortfall.max(other.shortfall);
        if (self.shortfall - other.shortfall).abs() > tolerance {
            return self.shortfall < other.shortfall;
        }
        self.effort < other.effort
    }
}

/// How a search goes on.
#[derive(Clone, Copy, Debug)]
pub(super) struct Pace {
    /// A round that moves no coordinate farther than this is the last, where all constraints are satisfied.
    pub still: f64,
    /// The weight of staying where it is against getting shorter: what keeps a search from circling where constraints
    /// bend much. 0 for constraints that are nearly straight.
    pub inertia: f64,
}

/// A search under way: ask for [`point`](Descent::point), tell the constraints there.
#[derive(Clone, Debug)]
pub(super) struct Descent {
    bounds: Bounds,
    pace: Pace,
    point: Point,
    multipliers: Multipliers,
    round: usize,
    /// How far the next step may go in any coordinate.
    radius: f64,
    best: Option<Found>,
}

impl Descent {
    pub fn new(bounds: Bounds, start: &Point, pace: Pace) -> Self {
        let point = bounds.clip(start);
        Descent { bounds, pace, point, multipliers: [0.0; INDICATORS], round: 0, radius: FARTHEST, best: None }
    }

    /// Where the constraints are wanted next.
    pub fn point(&self) -> &Point {
        &self.point
    }

    /// Takes the constraints at [`point`](Descent::point) (at most as many as indicators) and moves on; the result once
    /// nothing moves any more.
    pub fn tell(&mut self, constraints: &[Constraint]) -> Option<Found> {
        let here = self.assess(constraints);
        let best = match self.best {
            Some(best) if !here.beats(&best) => best,
            _ => here,
        };
        self.best = Some(best);

        for (multiplier, constraint) in self.multipliers.iter_mut().zip(constraints) {
            if constraint.value > SLACK {
                *multiplier = 0.0;
            }
        }
        let rows: Vec<Row> = constraints.iter().map(|constraint| linear(constraint, &self.point)).collect();
        let next = self.nearest(&rows);
        let moved = next.iter().zip(&self.point).map(|(a, b)| (a - b).abs()).fold(0.0, f64::max);
        self.point = next;
        self.round += 1;
        if self.round >= FREE_ROUNDS {
            self.radius *= SHORTENING;
        }
        let still = if here.satisfies() { self.pace.still } else { STILLER * self.pace.still };
        (moved <= still || self.round == ROUNDS).then_some(best)
    }

    /// The shortest point within reach that satisfies `rows`, or with inertia, one between it and the present point.
    fn nearest(&mut self, rows: &[Row]) -> Point {
        let kept = self.pace.inertia / (1.0 + self.pace.inertia);
        let center = self.point.map(|x| kept * x);
        let rows: Vec<Row> = rows.iter().map(|row| row.from(&center)).collect();
        let bounds = self.bounds.around(&self.point, self.radius).from(&center);
        let step = solve(&rows, &bounds, &mut self.multipliers);
        std::array::from_fn(|j| center[j] + step[j])
    }

    fn assess(&self, constraints: &[Constraint]) -> Found {
        let short = constraints.iter().map(|constraint| -constraint.value).filter(|&short| short > SATISFIED);
        Found {
            point: self.point,
            shortfall: short.map(|short| short * short).sum(),
            effort: self.point.iter().map(|x| x * x).sum(),
        }
    }
}

/// The constraint's tangent at `point`.
fn linear(constraint: &Constraint, point: &Point) -> Row {
    let reached: f64 = constraint.slopes.iter().zip(point).map(|(slope, x)| slope * x).sum();
    Row { slopes: constraint.slopes, least: reached - constraint.value }
}
