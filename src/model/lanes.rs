//! Four numbers at once: scenarios or draws side by side in SIMD lanes.

use std::ops::{Add, Div, Mul, Neg, Sub};

use wide::f64x4;

use super::elementary;
use super::number::Number;
use super::scenario::Inputs;
use crate::plan::{COEFFICIENTS, FACT_SLOTS, INDICATORS, LEVERS, MAX_YEARS};

/// How many projections run side by side.
pub const LANES: usize = 4;

/// Four doubles with the bits that each would have alone.
#[derive(Clone, Copy, Debug)]
pub struct Lanes(f64x4);

impl Lanes {
    /// One number a lane.
    pub fn new(values: [f64; LANES]) -> Self {
        Lanes(f64x4::new(values))
    }

    /// The number in one lane.
    #[inline(always)]
    pub fn lane(&self, lane: usize) -> f64 {
        self.0.as_array()[lane]
    }

    /// The number in each lane.
    pub fn to_array(self) -> [f64; LANES] {
        self.0.to_array()
    }
}

impl Inputs<Lanes> {
    /// Four inputs side by side, for `years` years; later years are zero.
    ///
    /// Written number by number into memory: a vector made of four scalars would wait for their stores each time.
    pub(super) fn side_by_side(sources: [&Inputs<f64>; LANES], years: usize) -> Self {
        let zero = Lanes::of(0.0);
        let mut inputs = Inputs {
            levers: [[zero; MAX_YEARS]; LEVERS],
            coefficients: [zero; COEFFICIENTS],
            facts: [zero; FACT_SLOTS],
            baselines: [zero; INDICATORS],
        };
        for (lane, source) in sources.into_iter().enumerate() {
            for (to, from) in inputs.levers.iter_mut().zip(&source.levers) {
                copy(lane, &mut to[..years], &from[..years]);
            }
            copy(lane, &mut inputs.coefficients, &source.coefficients);
            copy(lane, &mut inputs.facts, &source.facts);
            copy(lane, &mut inputs.baselines, &source.baselines);
        }
        inputs
    }
}

/// Writes `from` into one lane of `to`.
#[inline(always)]
fn copy(lane: usize, to: &mut [Lanes], from: &[f64]) {
    for (to, &from) in to.iter_mut().zip(from) {
        to.0.as_mut_array()[lane] = from;
    }
}

/// Implements an operator between lanes, and between lanes and a constant.
macro_rules! operator {
    ($trait:ident, $method:ident, $symbol:tt) => {
        impl $trait for Lanes {
            type Output = Lanes;
            #[inline(always)]
            fn $method(self, other: Lanes) -> Lanes {
                Lanes(self.0 $symbol other.0)
            }
        }

        impl $trait<f64> for Lanes {
            type Output = Lanes;
            #[inline(always)]
            fn $method(self, other: f64) -> Lanes {
                Lanes(self.0 $symbol f64x4::splat(other))
            }
        }
    };
}

operator!(Add, add, +);
operator!(Sub, sub, -);
operator!(Mul, mul, *);
operator!(Div, div, /);

impl Neg for Lanes {
    type Output = Lanes;
    #[inline(always)]
    fn neg(self) -> Lanes {
        Lanes(-self.0)
    }
}

impl Number for Lanes {
    #[inline(always)]
    fn of(value: f64) -> Self {
        Lanes(f64x4::splat(value))
    }

    #[inline(always)]
    fn exp(self) -> Self {
        Lanes(elementary::exp(self.0))
    }

    #[inline(always)]
    fn ln(self) -> Self {
        Lanes(elementary::ln(self.0))
    }

    #[inline(always)]
    fn max(self, other: Self) -> Self {
        Lanes(self.0.simd_ge(other.0).select(self.0, other.0))
    }

    #[inline(always)]
    fn min(self, other: Self) -> Self {
        Lanes(self.0.simd_le(other.0).select(self.0, other.0))
    }

    #[inline(always)]
    fn where_positive(self, then: Self, otherwise: Self) -> Self {
        Lanes(self.0.simd_gt(f64x4::splat(0.0)).select(then.0, otherwise.0))
    }
}
