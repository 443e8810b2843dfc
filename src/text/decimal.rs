//! Decimal numbers to the nearest `f64`, in little code: the tables of the usual fast parsers take 10 kB, and a page
//! reads a few numbers at a time.

/// More significant digits than tell any two numbers and their midpoint apart; the rest only say “and a little more”.
const DIGITS: usize = 800;
/// A number below ten to this power is zero, and one of more digits before the point than this is infinite.
const LEAST_POWER: i32 = -324;
const MOST_DIGITS: i32 = 310;

/// Reads `[+-]digits[.digits][e[+-]digits]`, with a digit before or after the point, to the nearest `f64` (ties to
/// even). Too large a number is infinite, and minus zero is zero. `None` for anything else.
pub fn parse_decimal(text: &str) -> Option<f64> {
    let (negative, rest) = match text.as_bytes() {
        [b'-', rest @ ..] => (true, rest),
        [b'+', rest @ ..] => (false, rest),
        rest => (false, rest),
    };
    let mut number = Natural::default();
    let (mut exponent, mut significant, mut more) = (0, 0, false);
    let (mut seen_digit, mut seen_point) = (false, false);
    let mut at = 0;
    while let Some(&byte) = rest.get(at) {
        match byte {
            b'0'..=b'9' => {
                seen_digit = true;
                significant += usize::from(significant > 0 || byte != b'0');
                if significant <= DIGITS {
                    number.multiply_add(10, u32::from(byte - b'0'));
                    exponent -= i32::from(seen_point);
                } else {
                    more |= byte != b'0';
                    exponent += i32::from(!seen_point);
                }
            }
            b'.' if !seen_point => seen_point = true,
            b'e' | b'E' => break,
            _ => return None,
        }
        at += 1;
    }
    if !seen_digit {
        return None;
    }
    if at < rest.len() {
        exponent += written_exponent(&rest[at + 1..])?;
    }
    let power = exponent + significant.min(DIGITS) as i32;
    let size = if number.0.is_empty() || power < LEAST_POWER {
        0.0
    } else if power > MOST_DIGITS {
        f64::INFINITY
    } else {
        number.times_power_of_ten(exponent, more)
    };
    Some(if negative { 0.0 - size } else { size })
}

/// The exponent behind the `e`; a large one is cut off, since it is beyond every number.
fn written_exponent(text: &[u8]) -> Option<i32> {
    let (negative, digits) = match text {
        [b'-', digits @ ..] => (true, digits),
        [b'+', digits @ ..] => (false, digits),
        digits => (false, digits),
    };
    if digits.is_empty() {
        return None;
    }
    let mut exponent = 0;
    for &digit in digits {
        if !digit.is_ascii_digit() {
            return None;
        }
        exponent = (exponent * 10 + i32::from(digit - b'0')).min(100_000);
    }
    Some(if negative { -exponent } else { exponent })
}

/// A natural number of any size, its lowest 32 bits first; the highest part is not zero.
#[derive(Default)]
struct Natural(Vec<u32>);

impl Natural {
    fn multiply_add(&mut self, factor: u32, summand: u32) {
        let mut carry = u64::from(summand);
        for part in &mut self.0 {
            carry += u64::from(*part) * u64::from(factor);
            *part = carry as u32;
            carry >>= 32;
        }
        if carry > 0 {
            self.0.push(carry as u32);
        }
    }

    /// Divides, rounding down; whether there was a remainder.
    fn divide(&mut self, divisor: u32) -> bool {
        let mut remainder = 0;
        for part in self.0.iter_mut().rev() {
            let dividend = remainder << 32 | u64::from(*part);
            *part = (dividend / u64::from(divisor)) as u32;
            remainder = dividend % u64::from(divisor);
        }
        while self.0.last() == Some(&0) {
            self.0.pop();
        }
        remainder > 0
    }

    /// The nearest `f64` to the number times 10^`exponent`; `more` says that the number is a little larger.
    fn times_power_of_ten(mut self, exponent: i32, mut more: bool) -> f64 {
        let mut binary = 0;
        if exponent < 0 {
            // Room for the quotient to keep more bits than an f64 has: a power of ten takes less than four.
            let parts = (-exponent) as usize / 8 + 3;
            let mut longer = vec![0; parts];
            longer.append(&mut self.0);
            self.0 = longer;
            binary = -32 * parts as i32;
        }
        let mut left = exponent.unsigned_abs();
        while left > 0 {
            // As many tens at once as fit in a part.
            let step = left.min(9);
            let factor = 10u32.pow(step);
            if exponent < 0 {
                more |= self.divide(factor);
            } else {
                self.multiply_add(factor, 0);
            }
            left -= step;
        }
        let Some(&top) = self.0.last() else { return 0.0 };
        // The highest 64 bits, the first of them set.
        let part = |back: usize| self.0.len().checked_sub(back).map_or(0, |at| u64::from(self.0[at]));
        let zeros = top.leading_zeros();
        let (high, low) = (part(1) << 32 | part(2), part(3) << 32);
        let bits = high << zeros | low.checked_shr(64 - zeros).unwrap_or(0);
        let beyond = low << zeros != 0 || self.0.iter().rev().skip(3).any(|&part| part != 0);
        binary += 32 * (self.0.len() as i32 - 2) - zeros as i32;
        round(bits, binary, more || beyond)
    }
}

/// The nearest `f64` to `bits` · 2^`binary`, the first bit being set; `more` says that the number is a little larger.
fn round(bits: u64, binary: i32, more: bool) -> f64 {
    const LEAST: i32 = -1074;
    const MOST: i32 = 971;
    // Bits that do not fit in.
    let cut = (LEAST - binary).max(11);
    if cut > 64 {
        return 0.0;
    }
    let kept = bits.checked_shr(cut as u32).unwrap_or(0);
    let half = 1u64 << (cut - 1);
    let rest = bits & ((half - 1) | half);
    let up = rest > half || rest == half && (more || kept % 2 == 1);
    let exponent = binary + cut;
    if exponent > MOST {
        return f64::INFINITY;
    }
    let power = if exponent < -1022 { 1 << (exponent - LEAST) } else { ((exponent + 1023) as u64) << 52 };
    (kept + u64::from(up)) as f64 * f64::from_bits(power)
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    #[test]
    fn what_is_no_number_is_none() {
        for text in [
            "", "+", "-", ".", "e", "1e", "1e+", "e1", ".e1", "1.2.3", "--1", "1 ", " 1", "1,2", "inf", "nan", "0x1",
            "1e1.5", "１",
        ] {
            assert_eq!(parse_decimal(text), None, "{text}");
        }
    }

    #[test]
    fn hard_cases_are_exact() {
        // Between 1 and the next f64.
        let midpoint = "1.00000000000000011102230246251565404236316680908203125".to_owned();
        let above = format!("{midpoint}{}1", "0".repeat(800));
        for text in [
            "0",
            "-0",
            "000",
            "0e99999999999",
            "1",
            "5.",
            ".5",
            "+4",
            "1e1",
            "1E-1",
            "1e22",
            "1e23",
            "8.98846567431158e307",
            "1.7976931348623157e308",
            "1.7976931348623158e308",
            "1.7976931348623159e308",
            "1e309",
            "-1e400",
            "2.2250738585072014e-308",
            "2.2250738585072011e-308",
            "5e-324",
            "2.4703282292062327e-324",
            "2.4703282292062328e-324",
            "1e-400",
            "9007199254740993",
            "9007199254740992.999999999999999999999999",
            "9007199254740993.0000000000000000000000001",
            "123456789012345678901234567890",
            "0.1",
            "0.30000000000000004",
            "6.02214076e23",
            "1e100000",
            "1e-100000",
            &midpoint,
            &above,
        ] {
            let expected = text.parse::<f64>().unwrap() + 0.0;
            assert_eq!(parse_decimal(text).map(f64::to_bits), Some(expected.to_bits()), "{text}");
        }
    }

    fn cases(cases: u32) -> ProptestConfig {
        ProptestConfig { failure_persistence: None, ..ProptestConfig::with_cases(cases) }
    }

    proptest! {
        #![proptest_config(cases(2_000))]

        #[test]
        fn what_is_written_is_read(value in prop::num::f64::ANY) {
            prop_assume!(value.is_finite());
            for text in [format!("{value}"), format!("{value:e}")] {
                prop_assert_eq!(parse_decimal(&text).map(f64::to_bits), Some((value + 0.0).to_bits()), "{}", text);
            }
        }

        #[test]
        fn any_decimal_is_the_nearest(text in "[+-]?[0-9]{1,40}(\\.[0-9]{0,40})?(e[+-]?[0-9]{1,3})?") {
            let expected = text.parse::<f64>().unwrap() + 0.0;
            prop_assert_eq!(parse_decimal(&text).map(f64::to_bits), Some(expected.to_bits()));
        }

        #[test]
        fn midpoints_go_to_even(bits in 1u64 << 52..1 << 53, power in 0u32..60) {
            // Twice the bits and one more is between two neighbours; its decimal form is exact.
            let midpoint = (u128::from(bits) * 2 + 1) << power;
            for text in [midpoint.to_string(), (midpoint - 1).to_string(), (midpoint + 1).to_string()] {
                let expected = text.parse::<f64>().unwrap();
                prop_assert_eq!(parse_decimal(&text), Some(expected), "{}", text);
            }
        }
    }
}
