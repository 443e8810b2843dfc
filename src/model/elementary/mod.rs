//! exp and ln on IEEE doubles, with the same bits on every target.
//!
//! The model calls them some 95 times a projection, many waiting for the one before. A single number looks the larger
//! part of its result up and needs a short polynomial for the rest; lanes, which cannot look up side by side, have a
//! longer polynomial. A single number is within 1e-14 of the true value over the model's range, lanes are within 5e-12,
//! which is far below what a coefficient is known to. There is no fused multiply-add, which would make targets disagree.

mod lanes;
mod single;

pub(super) use lanes::{exp as exp_lanes, ln as ln_lanes};
pub(super) use single::{exp, ln};

/// Adding this leaves the nearest whole number in a double's lowest bits.
const SHIFT: f64 = 6_755_399_441_055_744.0;

#[cfg(test)]
mod tests {
    use wide::f64x4;

    use super::*;

    /// How far lanes may be off, relative to the true value.
    const LANES_OFF: f64 = 5e-12;

    fn assert_close(found: f64, expected: f64, most: f64, what: &str) {
        assert!((found - expected).abs() <= most, "{what} is {found}, not {expected}");
    }

    fn assert_exp(x: f64, most: [f64; 2]) {
        for (found, most) in [exp(x), exp_lanes(f64x4::splat(x)).to_array()[2]].into_iter().zip(most) {
            assert_close(found / x.exp(), 1.0, most, &format!("exp({x}) / its true value"));
        }
    }

    #[test]
    fn exp_is_exact_to_fourteen_digits_and_in_lanes_to_eleven() {
        for i in -20_000..=20_000 {
            assert_exp(f64::from(i) * 1.01e-3, [3e-14, LANES_OFF]);
        }
    }

    #[test]
    fn exp_is_finite_as_far_as_it_is_asked_for() {
        for i in -7_000..=7_000 {
            assert_exp(f64::from(i) * 0.1, [1e-12, LANES_OFF]);
        }
    }

    #[test]
    fn ln_is_exact_to_fourteen_digits_and_in_lanes_to_eleven() {
        for i in 1..=200_000 {
            for x in [f64::from(i) * 1e-4, f64::from(i) * 1.7e7, 1.0 + f64::from(i) * 1e-9, 1.0 / f64::from(i)] {
                let lane = ln_lanes(f64x4::splat(x)).to_array()[3];
                for (found, most) in [(ln(x), 5e-14), (lane, LANES_OFF)] {
                    assert_close(found, x.ln(), most * x.ln().abs(), &format!("ln({x})"));
                }
            }
        }
    }

    #[test]
    fn one_is_exact() {
        for zero in [0.0, -0.0] {
            assert_eq!((exp(zero), exp_lanes(f64x4::splat(zero)).to_array()), (1.0, [1.0; 4]));
        }
        assert_eq!((ln(1.0), ln_lanes(f64x4::splat(1.0)).to_array()), (0.0, [0.0; 4]));
    }
}
