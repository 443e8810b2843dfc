//! exp and ln on IEEE doubles, with the same bits on every target.
//!
//! The model calls them some 95 times a projection, many waiting for the one before. A single number looks the larger
//! part of its result up and needs a short polynomial for the rest; lanes, which cannot look up side by side, have a
//! longer polynomial. Both are within 1e-14 of the true value over the model's range. There is no fused multiply-add,
//! which would make targets disagree.

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

    fn assert_close(found: f64, expected: f64, most: f64, what: &str) {
        assert!((found - expected).abs() <= most, "{what} is {found}, not {expected}");
    }

    #[test]
    fn exp_is_exact_to_fourteen_digits() {
        for i in -20_000..=20_000 {
            let x = f64::from(i) * 1.01e-3;
            for found in [exp(x), exp_lanes(f64x4::splat(x)).to_array()[2]] {
                assert_close(found / x.exp(), 1.0, 3e-14, &format!("exp({x}) / its true value"));
            }
        }
    }

    #[test]
    fn exp_is_finite_as_far_as_it_is_asked_for() {
        for i in -7_000..=7_000 {
            let x = f64::from(i) * 0.1;
            for found in [exp(x), exp_lanes(f64x4::splat(x)).to_array()[1]] {
                assert_close(found / x.exp(), 1.0, 1e-12, &format!("exp({x}) / its true value"));
            }
        }
    }

    #[test]
    fn ln_is_exact_to_fourteen_digits() {
        for i in 1..=200_000 {
            for x in [f64::from(i) * 1e-4, f64::from(i) * 1.7e7, 1.0 + f64::from(i) * 1e-9, 1.0 / f64::from(i)] {
                for found in [ln(x), ln_lanes(f64x4::splat(x)).to_array()[3]] {
                    assert_close(found, x.ln(), 5e-14 * x.ln().abs(), &format!("ln({x})"));
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
