//! The address: a scenario and a view as a readable, editable fragment.
//!
//! `v=1&m=2&p=trend&gdp_growth=12.5&hnte_entry=20,21,22,23,24&c.rd_depreciation=0.12&k.gdp_2020=256&i=i5`: scheme and
//! model version, preset, then only what differs from it, in the model's units and at full precision.

use std::rc::Rc;

use percent_encoding::percent_decode_str;

use super::entry::parse_number;
use super::{Draft, Tab, View};
use crate::model::{DigitalReading, MODEL_VERSION, Refusal, Scenario};
use crate::plan::{CoefficientId, FactId, IndicatorId, LeverId, Plan, PresetId};
use crate::text::Language;
use crate::text::number::exact;

/// The version of the address scheme.
pub const SCHEME_VERSION: u32 = 1;

/// The longest fragment that is read, in bytes; a scenario with everything changed takes under 4,000.
const LONGEST: usize = 65_536;

/// What an address holds.
#[derive(Clone, PartialEq, Debug)]
pub struct Link {
    pub draft: Draft,
    pub reference: PresetId,
    pub view: View,
    /// The language for this visit only.
    pub language: Option<Language>,
}

impl Link {
    /// The address without any part: the trend.
    pub fn new(plan: &Plan) -> Self {
        Link {
            draft: Draft::of_preset(plan, PresetId::Trend),
            reference: PresetId::Trend,
            view: View::default(),
            language: None,
        }
    }
}

/// A part of an address that was not taken, or was taken with a reservation.
#[derive(Clone, PartialEq, Debug)]
pub struct Notice {
    /// The part as written, cut to a readable length.
    pub part: String,
    pub reason: Reason,
}

/// Why a part was not taken.
#[derive(Clone, Copy, PartialEq, Debug)]
pub enum Reason {
    /// The whole address is too long to be one of ours.
    TooLong,
    /// No such key.
    UnknownKey,
    /// Not one of the values that the key can have.
    UnknownValue,
    /// Percent-encoding that is no text.
    Encoding,
    /// The key stood before; the first holds.
    Duplicate,
    NotANumber,
    Refused(Refusal),
    /// Written for another scheme; what is understood is taken.
    OtherScheme,
    /// Written for another model version: taken, but figures can differ.
    OtherModel,
}

/// Writes an address, without the leading `#`.
pub fn write_link(plan: &Plan, link: &Link) -> String {
    let Draft { basis, scenario } = &link.draft;
    let mut parts = vec![format!("v={SCHEME_VERSION}"), format!("m={MODEL_VERSION}"), format!("p={}", basis.id())];
    for lever in &plan.levers {
        let values = scenario.lever(plan, lever.id);
        let preset = lever.presets[basis.index()];
        if values.iter().all(|&value| value == preset) {
            continue;
        }
        let flat = values.iter().all(|&value| value == values[0]);
        parts.push(format!("{}={}", lever.id.id(), numbers(if flat { &values[..1] } else { values })));
    }
    for coefficient in &plan.coefficients {
        let value = scenario.coefficient(coefficient.id);
        if value != coefficient.mode {
            parts.push(format!("c.{}={}", coefficient.id.id(), exact(value)));
        }
    }
    for fact in &plan.facts {
        let values = scenario.fact(fact.id);
        if values != fact.values {
            parts.push(format!("k.{}={}", fact.id.id(), numbers(values)));
        }
    }
    if scenario.reading() == DigitalReading::Ratio {
        parts.push("k.i10=ratio".to_owned());
    }
    if link.reference != PresetId::Trend {
        parts.push(format!("ref={}", link.reference.id()));
    }
    parts.push(format!("i={}", link.view.indicator.id()));
    if link.view.tab != Tab::default() {
        parts.push(format!("tab={}", link.view.tab.id()));
    }
    if let Some(language) = link.language {
        parts.push(format!("lang={}", language.code()));
    }
    parts.join("&")
}

fn numbers(values: &[f64]) -> String {
    values.iter().map(|&value| exact(value)).collect::<Vec<_>>().join(",")
}

/// Reads an address, with or without the leading `#`: what is understood is taken, and a notice names each part that
/// is not.
pub fn read_link(plan: &Plan, fragment: &str) -> (Link, Vec<Notice>) {
    let mut link = Link::new(plan);
    let mut notices = Vec::new();
    let fragment = fragment.strip_prefix('#').unwrap_or(fragment);
    if fragment.len() > LONGEST {
        notices.push(Notice { part: shortened(fragment), reason: Reason::TooLong });
        return (link, notices);
    }

    let mut parts: Vec<Part> = Vec::new();
    for raw in fragment.split('&').filter(|raw| !raw.is_empty()) {
        match Part::decode(raw) {
            Some(part) if parts.iter().any(|earlier| earlier.key == part.key) => {
                notices.push(part.notice(Reason::Duplicate));
            }
            Some(part) => parts.push(part),
            None => notices.push(Notice { part: shortened(raw), reason: Reason::Encoding }),
        }
    }

    // The preset comes first, wherever it stands: the rest is what differs from it.
    let preset = parts.iter().find(|part| part.key == "p").and_then(|part| PresetId::parse(&part.value));
    if let Some(preset) = preset {
        link.draft = Draft::of_preset(plan, preset);
    }
    let mut scenario = Scenario::clone(&link.draft.scenario);
    for part in &parts {
        if let Err(reason) = part.take(plan, &mut scenario, &mut link) {
            notices.push(part.notice(reason));
        }
    }
    link.draft.scenario = Rc::new(scenario);
    (link, notices)
}

/// One `key=value` of an address.
struct Part {
    key: String,
    value: String,
}

impl Part {
    fn decode(raw: &str) -> Option<Self> {
        let (key, value) = raw.split_once('=').unwrap_or((raw, ""));
        Some(Part { key: decode(key)?, value: decode(value)? })
    }

    fn notice(&self, reason: Reason) -> Notice {
        Notice { part: shortened(&format!("{}={}", self.key, self.value)), reason }
    }

    /// Takes the part into the scenario or the view.
    fn take(&self, plan: &Plan, scenario: &mut Scenario, link: &mut Link) -> Result<(), Reason> {
        let value = self.value.as_str();
        if let Some(id) = LeverId::parse(&self.key) {
            return match self.numbers()?.as_slice() {
                [flat] => scenario.set_lever(plan, id, *flat),
                years => scenario.set_lever_years(plan, id, years),
            }
            .map_err(Reason::Refused);
        }
        if let Some(id) = self.key.strip_prefix("c.").and_then(CoefficientId::parse) {
            let [number] = self.numbers()?[..] else { return Err(Reason::NotANumber) };
            return scenario.set_coefficient(plan, id, number).map_err(Reason::Refused);
        }
        if let Some(id) = self.key.strip_prefix("k.").and_then(FactId::parse) {
            return scenario.set_fact(plan, id, &self.numbers()?).map_err(Reason::Refused);
        }
        match self.key.as_str() {
            "v" => match value.parse() {
                Ok(SCHEME_VERSION) => Ok(()),
                _ => Err(Reason::OtherScheme),
            },
            "m" => match value.parse::<u32>() {
                Ok(MODEL_VERSION) => Ok(()),
                Ok(_) => Err(Reason::OtherModel),
                Err(_) => Err(Reason::UnknownValue),
            },
            "p" => known(PresetId::parse(value)).map(drop),
            "k.i10" => {
                scenario.set_reading(match value {
                    "points" => DigitalReading::Points,
                    "ratio" => DigitalReading::Ratio,
                    _ => return Err(Reason::UnknownValue),
                });
                Ok(())
            }
            "ref" => known(PresetId::parse(value)).map(|preset| link.reference = preset),
            "i" => known(IndicatorId::parse(value)).map(|indicator| link.view.indicator = indicator),
            "tab" => known(Tab::parse(value)).map(|tab| link.view.tab = tab),
            "lang" => known(Language::parse(value)).map(|language| link.language = Some(language)),
            _ => Err(Reason::UnknownKey),
        }
    }

    fn numbers(&self) -> Result<Vec<f64>, Reason> {
        self.value.split(',').map(|number| parse_number(number).ok_or(Reason::NotANumber)).collect()
    }
}

fn known<T>(value: Option<T>) -> Result<T, Reason> {
    value.ok_or(Reason::UnknownValue)
}

/// Undoes percent-encoding; `None` where it is broken.
fn decode(text: &str) -> Option<String> {
    let broken = text.split('%').skip(1).any(|after| {
        let mut digits = after.bytes();
        !(digits.next().is_some_and(|byte| byte.is_ascii_hexdigit())
            && digits.next().is_some_and(|byte| byte.is_ascii_hexdigit()))
    });
    if broken {
        return None;
    }
    percent_decode_str(text).decode_utf8().ok().map(|text| text.into_owned())
}

/// The first characters of a part, enough to recognise it.
fn shortened(part: &str) -> String {
    const LENGTH: usize = 60;
    let mut characters = part.chars().filter(|character| !character.is_control());
    let mut text: String = characters.by_ref().take(LENGTH).collect();
    if characters.next().is_some() {
        text.push('…');
    }
    text
}
