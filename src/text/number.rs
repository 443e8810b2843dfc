//! Numbers as they are printed: U+2212 for minus, fixed decimals, signs where a change is meant.

/// `value` with a fixed number of decimals; zero never carries a sign.
pub fn fixed(value: f64, decimals: usize) -> String {
    let text = format!("{value:.decimals$}");
    match text.strip_prefix('-') {
        Some(digits) if digits.bytes().all(|byte| matches!(byte, b'0' | b'.')) => digits.to_owned(),
        Some(digits) => format!("−{digits}"),
        None => text,
    }
}

/// `value` with its sign, zero without one.
pub fn signed(value: f64, decimals: usize) -> String {
    let text = fixed(value, decimals);
    if text.starts_with('−') || text.bytes().all(|byte| matches!(byte, b'0' | b'.')) {
        text
    } else {
        format!("+{text}")
    }
}

/// A difference with its sign, or a dash where it rounds to nothing.
pub fn difference(value: f64, decimals: usize) -> String {
    let text = signed(value, decimals);
    if text.starts_with(['+', '−']) { text } else { "—".to_owned() }
}

/// A completion in whole per cent; from 90 to just below 100 with one decimal, floored, where it would round to 100,
/// so that no target short of 100 % reads 100.
pub fn completion(value: f64) -> String {
    let percent = value * 100.0;
    if (99.5..100.0 - 1e-7).contains(&percent) {
        return fixed((percent * 10.0).floor() / 10.0, 1);
    }
    fixed(percent, 0)
}

/// The shortest text that reads back as the same number, with an ASCII minus: for fields and addresses.
pub fn exact(value: f64) -> String {
    format!("{}", value + 0.0)
}

/// Like [`exact`], with U+2212 for minus: for reading.
pub fn shortest(value: f64) -> String {
    exact(value).replacen('-', "−", 1)
}

/// At least `decimals`, more where the number has them: 16 → 16.0, 16.4837 → 16.4837.
pub fn at_least(value: f64, decimals: usize) -> String {
    let exact = shortest(value);
    let own = exact.split_once('.').map_or(0, |(_, digits)| digits.len());
    if own >= decimals { exact } else { fixed(value, decimals) }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn minus_is_typographic_and_zero_unsigned() {
        assert_eq!(fixed(-1.25, 1), "−1.2");
        assert_eq!(fixed(-0.001, 2), "0.00");
        assert_eq!(signed(0.456, 2), "+0.46");
        assert_eq!(signed(-0.0, 1), "0.0");
        assert_eq!(exact(-0.0), "0");
    }

    #[test]
    fn a_difference_that_rounds_to_nothing_is_a_dash() {
        assert_eq!(difference(0.004, 2), "—");
        assert_eq!(difference(-0.006, 2), "−0.01");
    }

    #[test]
    fn completion_never_rounds_up_to_the_target() {
        assert_eq!(completion(0.9995), "99.9");
        assert_eq!(completion(0.99999), "99.9");
        assert_eq!(completion(1.0 - 1e-10), "100");
        assert_eq!(completion(0.932), "93");
        assert_eq!(completion(1.334), "133");
        assert_eq!(completion(-0.2), "−20");
    }

    #[test]
    fn fields_keep_every_digit() {
        assert_eq!(at_least(16.0, 1), "16.0");
        assert_eq!(at_least(16.4837, 1), "16.4837");
        assert_eq!(at_least(-3.0, 0), "−3");
    }
}
