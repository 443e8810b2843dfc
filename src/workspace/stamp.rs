//! The stamp of a scenario and what it comes to: `model-scenario-result`, e.g. `2-7m3k9x0a-t4h1v8zc`.

use std::fmt;

use super::code::Code;
use super::draft::Key;
use super::link::Parts;
use super::{Computed, Workspace};
use crate::model::{MODEL_VERSION, Projection, Scenario};
use crate::plan::{IndicatorId, Plan, PresetId};

/// Says under which model a scenario came to which figures, whatever its name and notes.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct Stamp {
    pub model: u32,
    pub scenario: Code,
    pub result: Code,
}

impl Stamp {
    pub fn new(plan: &Plan, computed: &Computed) -> Self {
        Stamp {
            model: MODEL_VERSION,
            scenario: scenario_code(plan, &computed.scenario),
            result: result_code(&computed.projection),
        }
    }

    /// Reads a stamp as it is written, letters misread as others included (see [`Code::parse`]).
    pub fn parse(text: &str) -> Option<Self> {
        let mut parts = text.split('-');
        let stamp = Stamp {
            model: parts.next()?.parse().ok()?,
            scenario: Code::parse(parts.next()?)?,
            result: Code::parse(parts.next()?)?,
        };
        parts.next().is_none().then_some(stamp)
    }

    /// How the figures of an `earlier` stamp of the same scenario compare with this one.
    pub fn compare(&self, earlier: &Stamp) -> Agreement {
        if self.scenario != earlier.scenario {
            Agreement::OtherScenario
        } else if self.result == earlier.result {
            Agreement::Same
        } else if self.model == earlier.model {
            Agreement::OtherFigures
        } else {
            Agreement::OtherModel(earlier.model)
        }
    }
}

impl fmt::Display for Stamp {
    fn fmt(&self, f: &mut fmt::Formatter) -> fmt::Result {
        write!(f, "{}-{}-{}", self.model, self.scenario, self.result)
    }
}

/// Whether figures are still what they were.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Agreement {
    Same,
    /// The scenario was changed after it was stamped.
    OtherScenario,
    /// The same scenario and model, and yet other figures.
    OtherFigures,
    /// Figures of a model of this version.
    OtherModel(u32),
}

/// The code of a scenario's canonical form: what differs from the trend, as an address has it. Independent of names,
/// notes and the preset it was made from.
pub fn scenario_code(plan: &Plan, scenario: &Scenario) -> Code {
    let mut parts = Parts::default();
    parts.changed(plan, scenario, PresetId::Trend);
    Code::of(&parts.0)
}

/// The code of all indicators in all projected years, rounded to nine significant digits, so that the last bits of
/// another machine's mathematics do not matter.
pub fn result_code(projection: &Projection) -> Code {
    let mut text = String::new();
    for &id in IndicatorId::ALL {
        for value in projection.path(id).skip(1) {
            let (digits, exponent) = nine_digits(value);
            text.push_str(&digits.to_string());
            text.push('e');
            text.push_str(&exponent.to_string());
            text.push(' ');
        }
    }
    Code::of(&text)
}

/// `value` rounded to digits · 10^exponent, with nine digits or none; no finite value is beyond it.
fn nine_digits(value: f64) -> (i64, i32) {
    const LEAST: f64 = 1e8;
    const MOST: f64 = 1e9;
    if value == 0.0 || !value.is_finite() {
        return (0, 0);
    }
    let (mut size, mut exponent) = (value.abs(), 0);
    while size >= MOST {
        size /= 10.0;
        exponent += 1;
    }
    while size < LEAST {
        size *= 10.0;
        exponent -= 1;
    }
    let mut digits = (size + 0.5) as i64;
    if digits as f64 >= MOST {
        digits /= 10;
        exponent += 1;
    }
    (if value < 0.0 { -digits } else { digits }, exponent)
}

impl Workspace {
    /// The scenario whose code, alone or in a stamp, is read off a screen or paper.
    pub fn find_code(&self, plan: &Plan, text: &str) -> Option<Key> {
        let text = text.trim();
        let code = Stamp::parse(text).map(|stamp| stamp.scenario).or_else(|| Code::parse(text))?;
        let found = self.entries().iter().find(|entry| scenario_code(plan, &entry.draft.scenario) == code)?;
        Some(found.key)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn nine_digits_are_kept() {
        for (value, expected) in [
            (0.0, (0, 0)),
            (1.0, (100_000_000, -8)),
            (-3.6, (-360_000_000, -8)),
            (0.123_456_789_4, (123_456_789, -9)),
            (0.123_456_789_6, (123_456_790, -9)),
            (999_999_999.7, (100_000_000, 1)),
            (1e20, (100_000_000, 12)),
        ] {
            assert_eq!(nine_digits(value), expected, "{value}");
        }
        assert_eq!(nine_digits(f64::MAX).0 / 100_000_000, 1);
        assert_eq!(nine_digits(f64::MIN_POSITIVE).0 / 100_000_000, 2);
    }
}
