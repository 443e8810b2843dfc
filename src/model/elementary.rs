//! exp and ln on IEEE doubles, one at a time or in lanes, with the same bits in both and on every target.
//!
//! The model calls them some 95 times a projection, many waiting for the one before, so they are branch-free polynomials
//! of little depth (Estrin's form). Both are within 4 ulp over the model's range; there is no fused multiply-add, which
//! would make targets disagree.

use std::ops::{Add, Div, Mul, Sub};

/// What [`exp`] and [`ln`] need of a number: arithmetic, and integer arithmetic on its bits.
pub(super) trait Doubles:
    Copy + Add<Output = Self> + Sub<Output = Self> + Mul<Output = Self> + Div<Output = Self>
{
    fn splat(value: f64) -> Self;

    /// 2ᵏ, for `self` = k + [`SHIFT`].
    fn power_of_two(self) -> Self;

    /// `(m, k)` with `self` = m·2ᵏ and m in [√½, √2); `self` is positive and normal.
    fn mantissa_and_exponent(self) -> (Self, Self);
}

/// Adding this leaves the nearest whole number in a double's lowest bits.
const SHIFT: f64 = 6_755_399_441_055_744.0;
/// 2⁵² as bits: a whole number put below it becomes that number plus 2⁵².
const WHOLE: u64 = 0x4330_0000_0000_0000;
const EXPONENT_OF_ONE: u64 = 1023;
const SQRT_HALF: u64 = 0x3fe6_a09e_667f_3bcd;
const ONE: u64 = 0x3ff0_0000_0000_0000;
const MANTISSA: u64 = 0x000f_ffff_ffff_ffff;

/// ln 2 in two parts, the first with trailing zeros so that a whole number times it is exact.
const LN2_HIGH: f64 = 6.931_471_803_691_238e-1;
const LN2_LOW: f64 = 1.908_214_929_270_587_7e-10;

/// eˣ, for |x| ≤ 700, where the result is a normal number.
#[inline(always)]
pub(super) fn exp<D: Doubles>(x: D) -> D {
    let c = D::splat;
    let shifted = x * c(std::f64::consts::LOG2_E) + c(SHIFT);
    let k = shifted - c(SHIFT);
    let r = x - k * c(LN2_HIGH) - k * c(LN2_LOW);
    // Taylor's series to r¹²/12!; |r| ≤ ln 2 / 2, so that the next term is below 2e-16. One is added last, which keeps
    // the rounding of all that is smaller out of the result.
    let r2 = r * r;
    let r4 = r2 * r2;
    let r8 = r4 * r4;
    let low = (c(1.0 / 2.0) + r * c(1.0 / 6.0)) + (c(1.0 / 24.0) + r * c(1.0 / 120.0)) * r2;
    let high = (c(1.0 / 720.0) + r * c(1.0 / 5_040.0)) + (c(1.0 / 40_320.0) + r * c(1.0 / 362_880.0)) * r2;
    let last = (c(1.0 / 3_628_800.0) + r * c(1.0 / 39_916_800.0)) + c(1.0 / 479_001_600.0) * r2;
    let beyond_one = r + r2 * ((low + r4 * high) + r8 * last);
    (c(1.0) + beyond_one) * shifted.power_of_two()
}

/// ln x, for positive normal x.
///
/// With s = f/(2+f), ln(1+f) = s·(2 + R(s²)); the coefficients of R are the minimax ones of Sun's fdlibm (`e_log.c`,
/// error below 2⁻⁵⁸).
#[inline(always)]
pub(super) fn ln<D: Doubles>(x: D) -> D {
    let c = D::splat;
    let (m, k) = x.mantissa_and_exponent();
    let f = m - c(1.0);
    let s = f / (f + c(2.0));
    let z = s * s;
    let w = z * z;
    let w2 = w * w;
    let first = c(0.666_666_666_666_673_5) + z * c(0.399_999_999_994_094_2);
    let second = c(0.285_714_287_436_623_9) + z * c(0.222_221_984_321_497_84);
    let third = c(0.181_835_721_616_180_5) + z * c(0.153_138_376_992_093_73);
    let rest = (first + w * second) + w2 * (third + w * c(0.147_981_986_051_165_86));
    k * c(std::f64::consts::LN_2) + s * (c(2.0) + z * rest)
}

impl Doubles for f64 {
    #[inline(always)]
    fn splat(value: f64) -> Self {
        value
    }

    #[inline(always)]
    fn power_of_two(self) -> Self {
        f64::from_bits((self.to_bits() << 52).wrapping_add(ONE))
    }

    #[inline(always)]
    fn mantissa_and_exponent(self) -> (Self, Self) {
        let moved = self.to_bits().wrapping_add(ONE - SQRT_HALF);
        let mantissa = f64::from_bits((moved & MANTISSA) + SQRT_HALF);
        let exponent = f64::from_bits((moved >> 52) | WHOLE) - whole_exponent_offset();
        (mantissa, exponent)
    }
}

/// 2⁵² + 1023: what [`WHOLE`] and the exponent's bias add.
#[inline(always)]
fn whole_exponent_offset() -> f64 {
    f64::from_bits(WHOLE | EXPONENT_OF_ONE)
}

impl Doubles for wide::f64x4 {
    #[inline(always)]
    fn splat(value: f64) -> Self {
        wide::f64x4::splat(value)
    }

    #[inline(always)]
    fn power_of_two(self) -> Self {
        let bits: wide::u64x4 = bytemuck::cast(self);
        bytemuck::cast((bits << 52) + wide::u64x4::splat(ONE))
    }

    #[inline(always)]
    fn mantissa_and_exponent(self) -> (Self, Self) {
        let bits: wide::u64x4 = bytemuck::cast(self);
        let moved = bits + wide::u64x4::splat(ONE - SQRT_HALF);
        let mantissa = (moved & wide::u64x4::splat(MANTISSA)) + wide::u64x4::splat(SQRT_HALF);
        let exponent: Self = bytemuck::cast((moved >> 52) | wide::u64x4::splat(WHOLE));
        (bytemuck::cast(mantissa), exponent - Self::splat(whole_exponent_offset()))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Distance in units of the last place.
    fn ulps(a: f64, b: f64) -> u64 {
        a.to_bits().abs_diff(b.to_bits())
    }

    #[test]
    fn exp_is_within_two_ulps() {
        for i in -69_000..=69_000 {
            let x = f64::from(i) * 0.010_1;
            assert!(ulps(exp(x), x.exp()) <= 2, "exp({x}) = {} not {}", exp(x), x.exp());
        }
        assert_eq!(exp(0.0), 1.0);
        assert_eq!(exp(-0.0), 1.0);
    }

    #[test]
    fn ln_is_within_four_ulps() {
        for i in 1..=200_000 {
            for x in [f64::from(i) * 1e-4, f64::from(i) * 1.7e7, 1.0 + f64::from(i) * 1e-9] {
                assert!(ulps(ln(x), x.ln()) <= 4, "ln({x}) = {} not {}", ln(x), x.ln());
            }
        }
        assert_eq!(ln(1.0), 0.0);
    }

    #[test]
    fn lanes_have_the_bits_of_single_numbers() {
        for i in 1..=10_000 {
            let x = [f64::from(i) * 0.01, f64::from(i) * 1e-4, f64::from(i) * 3.7, f64::from(i) * 1e5];
            assert_eq!(ln(wide::f64x4::new(x)).to_array(), x.map(ln));
            let y = x.map(|x| x * 1e-3 - 2.0);
            assert_eq!(exp(wide::f64x4::new(y)).to_array(), y.map(exp));
        }
    }
}
