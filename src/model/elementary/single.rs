//! One number at a time: a table and a short polynomial (Tang 1989, 1990, ACM Transactions on Mathematical Software
//! 15(2):144–57 and 16(4):378–400).

use std::f64::consts::{LN_2, LOG2_E};

use super::SHIFT;

const MANTISSA_BITS: u32 = 52;
const MANTISSA: u64 = (1 << MANTISSA_BITS) - 1;

/// 2ⁱᐟ³² has an entry for every i below this.
const POWERS: usize = 32;
/// log₂ of [`POWERS`].
const POWERS_BITS: u32 = POWERS.trailing_zeros();

/// The bits of 2ⁱᐟ³², less i where the exponent's own steps will be added.
static POWER: [u64; POWERS] = {
    let mut table = [0; POWERS];
    let mut i = 0;
    while i < POWERS {
        let x = i as f64 / POWERS as f64 * LN_2;
        // Taylor's series, the smallest terms first.
        let (mut sum, mut n) = (1.0, 24.0);
        while n > 0.0 {
            sum = 1.0 + x / n * sum;
            n -= 1.0;
        }
        table[i] = sum.to_bits() - ((i as u64) << (MANTISSA_BITS - POWERS_BITS));
        i += 1;
    }
    table
};

/// eˣ, for |x| ≤ 700, where the result is a normal number.
#[inline(always)]
pub(in super::super) fn exp(x: f64) -> f64 {
    let shifted = x * (POWERS as f64 * LOG2_E) + SHIFT;
    let k = shifted - SHIFT;
    let r = x - k * (LN_2 / POWERS as f64);
    let bits = shifted.to_bits();
    let power = POWER[bits as usize % POWERS].wrapping_add(bits << (MANTISSA_BITS - POWERS_BITS));
    let power = f64::from_bits(power);
    // Taylor's series to r⁵; |r| ≤ ln 2 / 64, so that the next term is below 3e-15.
    let r2 = r * r;
    let beyond_one = r + r2 * ((0.5 + r * (1.0 / 6.0)) + r2 * ((1.0 / 24.0) + r * (1.0 / 120.0)));
    power + power * beyond_one
}

/// The mantissas are cut into this many stretches.
const STRETCHES: usize = 64;
const STRETCH_BITS: u32 = STRETCHES.trailing_zeros();
/// The bits of the least mantissa, 11/16: one is then the border of two stretches.
const LEAST: u64 = 0x3fe6_0000_0000_0000;

/// About the inverse of a stretch's middle, and the logarithm of its exact inverse. Around one both are exact, so that
/// no digit of a small logarithm is lost.
static STRETCH: [(f32, f64); STRETCHES] = {
    let step = 1 << (MANTISSA_BITS - STRETCH_BITS);
    let mut table = [(1.0, 0.0); STRETCHES];
    let mut i = 0;
    while i < STRETCHES {
        let low = f64::from_bits(LEAST + i as u64 * step);
        let high = f64::from_bits(LEAST + (i as u64 + 1) * step);
        if low != 1.0 && high != 1.0 {
            let inverse = (2.0 / (low + high)) as f32;
            table[i] = (inverse, -ln_by_series(inverse as f64));
        }
        i += 1;
    }
    table
};

/// ln x for x near one: 2·artanh((x − 1)/(x + 1)), the smallest terms first.
const fn ln_by_series(x: f64) -> f64 {
    let s = (x - 1.0) / (x + 1.0);
    let (mut sum, mut n) = (0.0, 41.0);
    while n > 0.0 {
        sum = sum * s * s + 2.0 / n;
        n -= 2.0;
    }
    sum * s
}

/// ln x, for positive normal x.
#[inline(always)]
pub(in super::super) fn ln(x: f64) -> f64 {
    let bits = x.to_bits();
    let above = bits.wrapping_sub(LEAST);
    let exponent = (above as i64 >> MANTISSA_BITS) as f64;
    let mantissa = f64::from_bits(bits.wrapping_sub(above & !MANTISSA));
    let (inverse, logarithm) = STRETCH[(above >> (MANTISSA_BITS - STRETCH_BITS)) as usize % STRETCHES];
    // The series of ln(1 + r) to r⁷; |r| ≤ 1/64 but for the stretch above one, where the next term is below 2e-13 of
    // the smaller r.
    let r = mantissa * f64::from(inverse) - 1.0;
    let r2 = r * r;
    let low = r * (1.0 / 3.0) - 0.5;
    let middle = r * (1.0 / 5.0) - 0.25;
    let high = r * (1.0 / 7.0) - 1.0 / 6.0;
    (exponent * LN_2 + logarithm) + (r + r2 * ((low + r2 * middle) + (r2 * r2) * high))
}
