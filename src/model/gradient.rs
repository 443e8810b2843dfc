//! A number with its derivatives: forward-mode differentiation of the equations.

use std::ops::{Add, Div, Mul, Neg, Sub};

use super::number::Number;

/// A value and its derivatives with respect to `N` variables.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Gradient<const N: usize> {
    pub value: f64,
    pub slopes: [f64; N],
}

impl<const N: usize> Gradient<N> {
    /// The variable of index `index`, with slope 1 along itself.
    pub fn variable(value: f64, index: usize) -> Self {
        let mut slopes = [0.0; N];
        slopes[index] = 1.0;
        Gradient { value, slopes }
    }

    /// The chain rule for a function of one variable.
    #[inline(always)]
    fn chain(self, value: f64, derivative: f64) -> Self {
        Gradient { value, slopes: self.slopes.map(|slope| slope * derivative) }
    }

    /// The chain rule for a function of two variables.
    #[inline(always)]
    fn chain_both(self, other: Self, value: f64, by_self: f64, by_other: f64) -> Self {
        let mut slopes = [0.0; N];
        for (i, slope) in slopes.iter_mut().enumerate() {
            *slope = self.slopes[i] * by_self + other.slopes[i] * by_other;
        }
        Gradient { value, slopes }
    }
}

impl<const N: usize> Add for Gradient<N> {
    type Output = Self;
    #[inline(always)]
    fn add(self, other: Self) -> Self {
        self.chain_both(other, self.value + other.value, 1.0, 1.0)
    }
}

impl<const N: usize> Sub for Gradient<N> {
    type Output = Self;
    #[inline(always)]
    fn sub(self, other: Self) -> Self {
        self.chain_both(other, self.value - other.value, 1.0, -1.0)
    }
}

impl<const N: usize> Mul for Gradient<N> {
    type Output = Self;
    #[inline(always)]
    fn mul(self, other: Self) -> Self {
        self.chain_both(other, self.value * other.value, other.value, self.value)
    }
}

impl<const N: usize> Div for Gradient<N> {
    type Output = Self;
    #[inline(always)]
    fn div(self, other: Self) -> Self {
        let value = self.value / other.value;
        self.chain_both(other, value, 1.0 / other.value, -value / other.value)
    }
}

impl<const N: usize> Neg for Gradient<N> {
    type Output = Self;
    #[inline(always)]
    fn neg(self) -> Self {
        self.chain(-self.value, -1.0)
    }
}

impl<const N: usize> Add<f64> for Gradient<N> {
    type Output = Self;
    #[inline(always)]
    fn add(self, other: f64) -> Self {
        Gradient { value: self.value + other, ..self }
    }
}

impl<const N: usize> Sub<f64> for Gradient<N> {
    type Output = Self;
    #[inline(always)]
    fn sub(self, other: f64) -> Self {
        Gradient { value: self.value - other, ..self }
    }
}

impl<const N: usize> Mul<f64> for Gradient<N> {
    type Output = Self;
    #[inline(always)]
    fn mul(self, other: f64) -> Self {
        self.chain(self.value * other, other)
    }
}

impl<const N: usize> Div<f64> for Gradient<N> {
    type Output = Self;
    #[inline(always)]
    fn div(self, other: f64) -> Self {
        self.chain(self.value / other, 1.0 / other)
    }
}

impl<const N: usize> Number for Gradient<N> {
    #[inline(always)]
    fn of(value: f64) -> Self {
        Gradient { value, slopes: [0.0; N] }
    }

    #[inline(always)]
    fn exp(self) -> Self {
        let value = Number::exp(self.value);
        self.chain(value, value)
    }

    #[inline(always)]
    fn ln(self) -> Self {
        self.chain(Number::ln(self.value), 1.0 / self.value)
    }

    #[inline(always)]
    fn max(self, other: Self) -> Self {
        if self.value >= other.value { self } else { other }
    }

    #[inline(always)]
    fn min(self, other: Self) -> Self {
        if self.value <= other.value { self } else { other }
    }

    #[inline(always)]
    fn where_positive(self, then: Self, otherwise: Self) -> Self {
        if self.value > 0.0 { then } else { otherwise }
    }
}
