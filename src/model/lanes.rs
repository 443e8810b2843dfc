//! Four numbers at once: scenarios or draws side by side in SIMD lanes.

use std::ops::{Add, Div, Mul, Neg, Sub};

use wide::{f64x2, f64x4};

use super::elementary;
use super::number::Number;

/// How many projections run side by side.
pub const LANES: usize = 4;

/// Four doubles, each within 1e-9 of what it would be alone.
#[derive(Clone, Copy, Debug)]
pub struct Lanes(f64x4);

impl Lanes {
    /// One number a lane.
    pub fn new(values: [f64; LANES]) -> Self {
        Lanes(f64x4::new(values))
    }

    /// The first two lanes and the last two.
    #[inline(always)]
    pub(super) fn halves(low: f64x2, high: f64x2) -> Self {
        Lanes(bytemuck::cast([low, high]))
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
        Lanes(elementary::exp_lanes(self.0))
    }

    #[inline(always)]
    fn ln(self) -> Self {
        Lanes(elementary::ln_lanes(self.0))
    }

    #[inline(always)]
    fn max(self, other: Self) -> Self {
        Lanes(self.0.fast_max(other.0))
    }

    #[inline(always)]
    fn min(self, other: Self) -> Self {
        Lanes(self.0.fast_min(other.0))
    }

    #[inline(always)]
    fn where_positive(self, then: Self, otherwise: Self) -> Self {
        Lanes(self.0.simd_gt(f64x4::splat(0.0)).select(then.0, otherwise.0))
    }
}
