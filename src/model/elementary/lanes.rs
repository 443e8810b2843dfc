//! Four numbers at once: branch-free polynomials of little depth (Estrin's form). Their coefficients are minimax ones for the relative error,
//! found by Lawson's iteration.

use std::f64::consts::{LN_2, LOG2_E};

use wide::{f64x4, u64x4};

/// 2⁵² as bits: a whole number put below it becomes that number plus 2⁵².
const WHOLE: u64 = 0x4330_0000_0000_0000;
const EXPONENT_OF_ONE: u64 = 1023;
const SQRT_HALF: u64 = 0x3fe6_a09e_667f_3bcd;
const ONE: u64 = 0x3ff0_0000_0000_0000;
const MANTISSA: u64 = 0x000f_ffff_ffff_ffff;
/// 2⁵² + 1023: what [`WHOLE`] and the exponent's bias add.
const EXPONENT_OFFSET: f64 = f64::from_bits(WHOLE | EXPONENT_OF_ONE);

/// Adding this leaves the nearest whole number, with the exponent's bias, in a double's lowest bits.
const BIASED_SHIFT: f64 = super::SHIFT + EXPONENT_OF_ONE as f64;

/// eˣ, for |x| ≤ 700, where the result is a normal number.
#[inline(always)]
pub(in super::super) fn exp(x: f64x4) -> f64x4 {
    let c = f64x4::splat;
    let shifted = x * c(LOG2_E) + c(BIASED_SHIFT);
    let r = x - (shifted - c(BIASED_SHIFT)) * c(LN_2);
    // (eʳ − 1 − r) / r² for |r| ≤ ln 2 / 2; error of the whole 1.2e-12.
    let r2 = r * r;
    let low = (c(0.500_000_000_042_681_2) + r * c(0.166_666_667_844_422_4))
        + (c(0.041_666_664_405_068_88) + r * c(0.008_333_281_807_998_86)) * r2;
    let high =
        (c(0.001_388_919_713_153_215_6) + r * c(0.000_199_089_389_848_844_05)) + c(2.470_828_823_254_047_7e-5) * r2;
    let beyond_one = r + r2 * (low + (r2 * r2) * high);
    let bits: u64x4 = bytemuck::cast(shifted);
    let power: f64x4 = bytemuck::cast(bits << 52);
    power + power * beyond_one
}

/// ln x, for positive normal x.
#[inline(always)]
pub(in super::super) fn ln(x: f64x4) -> f64x4 {
    let c = f64x4::splat;
    // x = m·2ᵏ with m in [√½, √2).
    let bits: u64x4 = bytemuck::cast(x);
    let moved = bits + u64x4::splat(ONE - SQRT_HALF);
    let m: f64x4 = bytemuck::cast((moved & u64x4::splat(MANTISSA)) + u64x4::splat(SQRT_HALF));
    let k: f64x4 = bytemuck::cast((moved >> 52) | u64x4::splat(WHOLE));
    let k = k - c(EXPONENT_OFFSET);
    // With s = (m − 1) / (m + 1), ln m = s·(2 + s²·R(s²)); error of the whole 4.8e-12.
    let s = (m - c(1.0)) / (m + c(1.0));
    let z = s * s;
    let rest = (c(0.666_666_656_486_499_6) + z * c(0.400_003_345_337_660_9))
        + (z * z) * (c(0.285_373_470_097_434_87) + z * c(0.235_814_714_711_138_7));
    k * c(LN_2) + s * (c(2.0) + z * rest)
}
