//! The value axis: nice steps, and a range that stays put while a lever is dragged.

/// A range of whole steps with five to eight ticks.
#[derive(Clone, Copy, PartialEq, Debug)]
pub struct Axis {
    /// The lowest tick, in steps.
    first: i64,
    /// The highest tick, in steps.
    last: i64,
    step: Step,
}

/// A multiple of a power of ten, kept apart so that ticks are exact.
#[derive(Clone, Copy, PartialEq, Debug)]
struct Step {
    /// 10, 20, 25 or 50.
    mantissa: i64,
    /// The step is mantissa × 10^exponent.
    exponent: i32,
}

/// Each side is widened by this part of the span.
const MARGIN: f64 = 0.04;
/// Below this part of the axis, the values deserve a closer one.
const FILL: f64 = 0.55;
/// The most steps (ticks less one); with steps at most twice the one before, there are never fewer than four.
const MOST_STEPS: i64 = 7;
/// Spans below this part of the values' size are noise in the last bits.
const FLAT: f64 = 1e-9;

impl Step {
    const MANTISSAS: [i64; 4] = [10, 20, 25, 50];

    fn size(self) -> f64 {
        self.times(1)
    }

    /// `count` steps, rounded once.
    fn times(self, count: i64) -> f64 {
        let units = (count * self.mantissa) as f64;
        if self.exponent < 0 { units / 10f64.powi(-self.exponent) } else { units * 10f64.powi(self.exponent) }
    }

    fn next(self) -> Step {
        match Self::MANTISSAS.iter().position(|&mantissa| mantissa == self.mantissa) {
            Some(at) if at + 1 < Self::MANTISSAS.len() => Step { mantissa: Self::MANTISSAS[at + 1], ..self },
            _ => Step { mantissa: Self::MANTISSAS[0], exponent: self.exponent + 1 },
        }
    }

    /// Whole steps at or below `value`; a value on a tick, but for its last bits, counts as on it.
    fn below(self, value: f64) -> i64 {
        let steps = value / self.size();
        let nearest = steps.round();
        if (steps - nearest).abs() < 1e-9 * steps.abs().max(1.0) { nearest as i64 } else { steps.floor() as i64 }
    }

    /// Whole steps at or above `value`.
    fn above(self, value: f64) -> i64 {
        self.below(-value).saturating_neg()
    }
}

impl Axis {
    /// The axis for values between `low` and `high`, both finite; flat ranges are padded.
    pub fn fit((low, high): (f64, f64)) -> Axis {
        let (low, high) = padded(low.min(high), low.max(high));
        let margin = (high - low) * MARGIN;
        // The margin takes no axis of positive values below zero, nor one of negative values above it.
        let widened_low = if low >= 0.0 { (low - margin).max(0.0) } else { low - margin };
        let widened_high = if high <= 0.0 { (high + margin).min(0.0) } else { high + margin };
        Axis::around(widened_low, widened_high)
    }

    /// The axis to show next: the same while the values stay inside and fill enough of it; grown at once when they
    /// leave it; made closer only when the hand has let go.
    pub fn keep_or_move(self, (low, high): (f64, f64), released: bool) -> Axis {
        let (low, high) = padded(low.min(high), low.max(high));
        let (from, to) = (self.low(), self.high());
        if low >= from && high <= to {
            let filled = (high - low) / (to - from);
            return if released && filled < FILL { Axis::fit((low, high)) } else { self };
        }
        let grown = Axis {
            first: self.first.min(self.step.below(low)),
            last: self.last.max(self.step.above(high)),
            step: self.step,
        };
        if grown.last.saturating_sub(grown.first) <= MOST_STEPS {
            grown
        } else if released {
            Axis::fit((low, high))
        } else {
            Axis::around(low.min(from), high.max(to))
        }
    }

    /// The finest axis that holds both, `low` below `high`.
    fn around(low: f64, high: f64) -> Axis {
        // Far too fine to begin with: at least ten steps.
        let exponent = ((high - low) / 10.0).log10().floor() as i32 - 2;
        let mut step = Step { mantissa: Step::MANTISSAS[0], exponent };
        loop {
            let (first, last) = (step.below(low), step.above(high));
            if last.saturating_sub(first) <= MOST_STEPS {
                return Axis { first, last, step };
            }
            step = step.next();
        }
    }

    /// The value at its foot.
    pub fn low(&self) -> f64 {
        self.step.times(self.first)
    }

    /// The value at its top.
    pub fn high(&self) -> f64 {
        self.step.times(self.last)
    }

    /// The height of a value in a plot between two heights, downwards.
    pub fn height(&self, value: f64, (top, bottom): (f64, f64)) -> f64 {
        bottom - (value - self.low()) / (self.high() - self.low()) * (bottom - top)
    }

    /// The value at a height, which may be beyond the ends.
    pub fn value_at(&self, height: f64, (top, bottom): (f64, f64)) -> f64 {
        self.low() + (bottom - height) / (bottom - top) * (self.high() - self.low())
    }

    /// The distance between ticks.
    pub fn step(&self) -> f64 {
        self.step.size()
    }

    /// The ticks from the lowest to the highest.
    pub fn ticks(&self) -> impl ExactSizeIterator<Item = f64> + DoubleEndedIterator + '_ {
        (0..(self.last - self.first) as usize + 1).map(|i| self.step.times(self.first + i as i64))
    }

    /// The decimals that tell its ticks apart.
    pub fn decimals(&self) -> usize {
        let hidden = if self.step.mantissa % 10 == 0 { 1 } else { 0 };
        (-(self.step.exponent + hidden)).max(0) as usize
    }
}

/// A range that is not flat.
fn padded(low: f64, high: f64) -> (f64, f64) {
    let size = low.abs().max(high.abs());
    if high - low > size * FLAT {
        return (low, high);
    }
    let pad = if size > 0.0 { size * 0.1 } else { 1.0 };
    let middle = low + (high - low) / 2.0;
    (middle - pad, middle + pad)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn shown(axis: Axis) -> (f64, f64, f64, usize) {
        (axis.low(), axis.high(), axis.step(), axis.decimals())
    }

    #[test]
    fn steps_are_nice() {
        assert_eq!(shown(Axis::fit((3.6, 4.13))), (3.5, 4.2, 0.1, 1));
        assert_eq!(shown(Axis::fit((3.56, 4.6))), (3.4, 4.8, 0.2, 1));
        assert_eq!(shown(Axis::fit((75.0, 154.0))), (60.0, 160.0, 20.0, 0));
        assert_eq!(shown(Axis::fit((1.3, 1.5))), (1.25, 1.55, 0.05, 2));
        assert_eq!(shown(Axis::fit((6.79, 10.0))), (6.0, 11.0, 1.0, 0));
    }

    #[test]
    fn zero_is_neither_forced_nor_crossed() {
        let gain = Axis::fit((0.0, 2.0));
        assert_eq!(gain.low(), 0.0);
        assert!(Axis::fit((60.0, 68.0)).low() > 50.0);
        assert!(Axis::fit((-0.3, 2.0)).low() < -0.3);
    }

    #[test]
    fn flat_ranges_are_padded() {
        for value in [0.0, 1.0, -3.0, 1e-12, 4e11] {
            let axis = Axis::fit((value, value));
            assert!(axis.low() < value && value < axis.high(), "{value}: {axis:?}");
        }
    }

    #[test]
    fn the_range_stays_put_while_dragging() {
        let axis = Axis::fit((3.6, 4.13));
        assert_eq!(axis.keep_or_move((3.6, 4.19), false), axis);
        let grown = axis.keep_or_move((3.6, 4.25), false);
        assert_eq!((grown.low(), grown.high()), (3.4, 4.4));
        assert_eq!(axis.keep_or_move((3.9, 4.0), false), axis, "not made closer by a hand still dragging");
        assert_ne!(axis.keep_or_move((3.9, 4.0), true), axis);
    }
}
