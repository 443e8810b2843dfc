//! The number that the equations are written for.
//!
//! `f64` reads them as values. The other readings are [`Lanes`](super::Lanes) (several scenarios or draws at once),
//! [`Gradient`](super::Gradient) (with derivatives) and [`Recorded`](super::Recorded) (the working itself). Each
//! reading's value is that of `f64`.

use std::ops::{Add, Div, Mul, Neg, Sub};

use super::elementary;
use super::quantity::Quantity;

/// A number with just the operations that the equations use.
pub trait Number:
    Copy
    + Add<Output = Self>
    + Sub<Output = Self>
    + Mul<Output = Self>
    + Div<Output = Self>
    + Neg<Output = Self>
    + Add<f64, Output = Self>
    + Sub<f64, Output = Self>
    + Mul<f64, Output = Self>
    + Div<f64, Output = Self>
{
    /// A constant.
    fn of(value: f64) -> Self;

    /// eˣ, for |x| ≤ 700: far beyond what the limits of levers and coefficients lead to.
    fn exp(self) -> Self;

    /// ln x, for x > 0; what it returns elsewhere is unspecified, so select.
    fn ln(self) -> Self;

    /// xᵉ for x ≥ 0, with 0⁰ = 1 and 0ᵉ = 0.
    #[inline(always)]
    fn powf(self, exponent: Self) -> Self {
        self.powf_by_log(self.log_or_zero(), exponent)
    }

    /// [`powf`](Number::powf) where ln x is known already; at x = 0 it can be anything finite.
    #[inline(always)]
    fn powf_by_log(self, log: Self, exponent: Self) -> Self {
        let at_zero = exponent.where_positive(Self::of(0.0), Self::of(1.0));
        self.where_positive((exponent * log).exp(), at_zero)
    }

    /// ln x, and 0 at x = 0.
    #[inline(always)]
    fn log_or_zero(self) -> Self {
        self.where_positive(self, Self::of(1.0)).ln()
    }

    /// The larger; at a tie, `self`, so that a derivative follows the side that can still move.
    fn max(self, other: Self) -> Self;

    /// The smaller; at a tie, `self`.
    fn min(self, other: Self) -> Self;

    /// `then` where `self` is above zero, else `otherwise`; both are evaluated.
    fn where_positive(self, then: Self, otherwise: Self) -> Self;

    /// The same number, known by a name: only the record takes note.
    #[inline(always)]
    fn named(self, _quantity: Quantity, _year: usize) -> Self {
        self
    }

    /// `self` limited to `low..=high`.
    #[inline(always)]
    fn clamp(self, low: f64, high: f64) -> Self {
        self.max(Self::of(low)).min(Self::of(high))
    }
}

impl Number for f64 {
    #[inline(always)]
    fn of(value: f64) -> Self {
        value
    }

    // Levers at their reference, and staff enough, make many a power of one: these have the same bits, sooner.
    #[inline(always)]
    fn exp(self) -> Self {
        debug_assert!(self.abs() <= 700.0, "exp({self})");
        if self == 0.0 { 1.0 } else { elementary::exp(self) }
    }

    #[inline(always)]
    fn ln(self) -> Self {
        if self == 1.0 { 0.0 } else { elementary::ln(self) }
    }

    #[inline(always)]
    fn max(self, other: Self) -> Self {
        if self >= other { self } else { other }
    }

    #[inline(always)]
    fn min(self, other: Self) -> Self {
        if self <= other { self } else { other }
    }

    #[inline(always)]
    fn where_positive(self, then: Self, otherwise: Self) -> Self {
        if self > 0.0 { then } else { otherwise }
    }
}
