//! The number of the draws: eight draws side by side in single precision.
//!
//! Single precision halves the work, and its error (below 1e-3 of an indicator's value) is far below a draw's spread.

use std::ops::{Add, Div, Mul, Neg, Sub};

use wide::{f32x8, u32x8};

use crate::model::Number;

/// How many draws run side by side.
pub const DRAW_LANES: usize = 8;

/// Eight single-precision numbers.
#[derive(Clone, Copy, Debug)]
pub struct Singles(pub(super) f32x8);

impl Singles {
    /// The number in each lane.
    pub fn to_array(self) -> [f32; DRAW_LANES] {
        self.0.to_array()
    }
}

/// Implements an operator between lanes, and between lanes and a constant.
macro_rules! operator {
    ($trait:ident, $method:ident, $symbol:tt) => {
        impl $trait for Singles {
            type Output = Singles;
            #[inline(always)]
            fn $method(self, other: Singles) -> Singles {
                Singles(self.0 $symbol other.0)
            }
        }

        impl $trait<f64> for Singles {
            type Output = Singles;
            #[inline(always)]
            fn $method(self, other: f64) -> Singles {
                Singles(self.0 $symbol f32x8::splat(other as f32))
            }
        }
    };
}

operator!(Add, add, +);
operator!(Sub, sub, -);
operator!(Mul, mul, *);
operator!(Div, div, /);

impl Neg for Singles {
    type Output = Singles;
    #[inline(always)]
    fn neg(self) -> Singles {
        Singles(-self.0)
    }
}

impl Number for Singles {
    #[inline(always)]
    fn of(value: f64) -> Self {
        Singles(f32x8::splat(value as f32))
    }

    /// eˣ, held at e⁻⁸⁷ and e⁸⁷ beyond them.
    #[inline(always)]
    fn exp(self) -> Self {
        Singles(exp(self.0))
    }

    #[inline(always)]
    fn ln(self) -> Self {
        Singles(ln(self.0))
    }

    #[inline(always)]
    fn max(self, other: Self) -> Self {
        Singles(self.0.fast_max(other.0))
    }

    #[inline(always)]
    fn min(self, other: Self) -> Self {
        Singles(self.0.fast_min(other.0))
    }

    #[inline(always)]
    fn where_positive(self, then: Self, otherwise: Self) -> Self {
        Singles(self.0.simd_gt(f32x8::ZERO).select(then.0, otherwise.0))
    }
}

const MANTISSA: u32 = 0x007f_ffff;
const SQRT_HALF: u32 = 0x3f35_04f3;
const ONE: u32 = 0x3f80_0000;
/// 2²³ as bits: a whole number put below it becomes that number plus 2²³.
const WHOLE: u32 = 0x4b00_0000;
/// Adding this leaves the nearest whole number in a number's lowest bits.
const SHIFT: f32 = 12_582_912.0;

/// eˣ within 2e-7 (and what rounding x·log₂e to single precision adds, 6e-8 |x|).
#[inline(always)]
#[allow(clippy::approx_constant)] // a coefficient near ln 2, which it is not
pub(super) fn exp(x: f32x8) -> f32x8 {
    let c = f32x8::splat;
    let t = (x * c(std::f32::consts::LOG2_E)).fast_max(c(-126.0)).fast_min(c(126.0));
    let shifted = t + c(SHIFT);
    let f = t - (shifted - c(SHIFT));
    // 2ᶠ for |f| ≤ ½, minimax with exactly 1 at 0.
    let f2 = f * f;
    let low = c(0.693_147) + f * c(0.240_222_42);
    let high = c(0.055_507_337) + f * c(0.009_671_513);
    let p = c(1.0) + f * (low + f2 * (high + f2 * c(0.001_326_472_7)));
    let bits: u32x8 = bytemuck::cast(p);
    let exponent: u32x8 = bytemuck::cast(shifted);
    bytemuck::cast(bits + (exponent << 23))
}

/// ln x within 2e-7 of its value, for positive normal x.
#[inline(always)]
pub(super) fn ln(x: f32x8) -> f32x8 {
    let c = f32x8::splat;
    let i = u32x8::splat;
    let bits: u32x8 = bytemuck::cast(x);
    let moved = bits + i(ONE - SQRT_HALF);
    let m: f32x8 = bytemuck::cast((moved & i(MANTISSA)) + i(SQRT_HALF));
    let k: f32x8 = bytemuck::cast((moved >> 23) | i(WHOLE));
    let k = k - c(8_388_608.0 + 127.0);
    // With s = f/(2+f), ln(1+f) = s·(2 + R(s²)), R minimax.
    let f = m - c(1.0);
    let s = f / (f + c(2.0));
    let z = s * s;
    k * c(std::f32::consts::LN_2) + s * (c(2.0) + z * (c(0.666_555_97) + z * c(0.412_030_4)))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn one(f: impl Fn(f32x8) -> f32x8, x: f32) -> f32 {
        f(f32x8::splat(x)).to_array()[0]
    }

    #[test]
    fn exp_and_ln_are_good_to_single_precision() {
        for i in -8_600..=8_600 {
            let x = i as f32 * 0.01;
            let exact = f64::from(x).exp();
            let error = (f64::from(one(exp, x)) / exact - 1.0).abs();
            assert!(error < 3e-7 + 7e-8 * f64::from(x.abs()), "exp({x}) is off by {error}");
            for y in [exact as f32, 1.0 + i as f32 * 1e-5] {
                let exact = f64::from(y).ln();
                let error = (f64::from(one(ln, y)) - exact).abs();
                assert!(error < 3e-7 * exact.abs() + 1e-9, "ln({y}) is off by {error}");
            }
        }
        assert_eq!(one(exp, 0.0), 1.0);
        assert_eq!(one(ln, 1.0), 0.0);
        assert!(one(exp, 1e6).is_finite() && one(exp, -1e6) >= 0.0);
    }
}
