//! Reads addresses.

use std::rc::Rc;

use percent_encoding::percent_decode_str;

use super::super::draft::{Draft, TooLong};
use super::super::input::{Input, parse_reading};
use super::super::stamp::{Agreement, Stamp};
use super::super::{Computed, MOST_READ, Page, Reference, Tab};
use super::{Link, SCHEME_VERSION, STAMP};
use crate::model::{MODEL_VERSION, Refusal, Scenario};
use crate::plan::{IndicatorId, LeverId, Plan, PresetId};
use crate::text::Language;
use crate::text::decimal::parse_decimal;

/// The longest address that is read, in bytes; eight scenarios with everything changed take half of it.
const LONGEST: usize = 65_536;

/// A part of an address that was not taken, or of which there is something to say.
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
    /// A name or note of too many characters.
    LongText(TooLong),
    /// More scenarios than a workspace holds.
    TooMany,
    /// Written for another scheme; what is understood is taken.
    OtherScheme,
    /// Written for another model version: taken, but figures can differ.
    OtherModel,
    /// Taken; whether the figures are still those of the stamp.
    Stamped(Agreement),
}

impl Reason {
    /// Whether the part was not taken as it was meant.
    pub fn is_problem(self) -> bool {
        !matches!(self, Reason::OtherModel | Reason::Stamped(_))
    }
}

/// Whether an address holds a scenario, or else only says what to look at.
pub fn carries_scenario(fragment: &str) -> bool {
    let fragment = fragment.strip_prefix('#').unwrap_or(fragment);
    fragment.len() <= LONGEST && fragment.split('&').filter_map(Part::decode).any(|part| part.of_scenario())
}

/// Reads an address, with or without the leading `#`: what is understood is taken, and a notice names each part that
/// is not.
pub fn read_link(plan: &Plan, fragment: &str) -> (Link, Vec<Notice>) {
    let fragment = fragment.strip_prefix('#').unwrap_or(fragment);
    if fragment.len() > LONGEST {
        let notice = Notice { part: shortened(fragment), reason: Reason::TooLong };
        return (Link::new(plan), vec![notice]);
    }
    read_parts(plan, fragment)
}

fn read_parts(plan: &Plan, fragment: &str) -> (Link, Vec<Notice>) {
    let mut link = Link::new(plan);
    let mut notices = Vec::new();

    // The parts of the whole, and of each scenario.
    let mut whole: Vec<Part> = Vec::new();
    let mut scenarios: Vec<Vec<Part>> = Vec::new();
    for raw in fragment.split('&').filter(|raw| !raw.is_empty()) {
        let Some(part) = Part::decode(raw) else {
            notices.push(Notice { part: shortened(raw), reason: Reason::Encoding });
            continue;
        };
        if part.key == "n" || scenarios.is_empty() && part.of_scenario() {
            scenarios.push(Vec::new());
        }
        let group = match scenarios.last_mut() {
            Some(scenario) if part.of_scenario() => scenario,
            _ => &mut whole,
        };
        if group.iter().any(|earlier| earlier.key == part.key) {
            notices.push(part.notice(Reason::Duplicate));
        } else {
            group.push(part);
        }
    }

    for extra in scenarios.drain(MOST_READ.min(scenarios.len())..) {
        notices.extend(extra.first().map(|part| part.notice(Reason::TooMany)));
    }
    if !scenarios.is_empty() {
        link.drafts = scenarios.iter().map(|parts| Rc::new(read_draft(plan, parts, &mut notices))).collect();
    }
    for part in &whole {
        if let Err(reason) = part.take_into_link(&mut link) {
            notices.push(part.notice(reason));
        }
    }
    one_for_all_that_agree(&mut notices);
    (link, notices)
}

/// Leaves the first of the notices that say that figures are the same.
fn one_for_all_that_agree(notices: &mut Vec<Notice>) {
    let mut found = false;
    notices.retain(|notice| {
        let same = notice.reason == Reason::Stamped(Agreement::Same);
        let again = found && same;
        found |= same;
        !again
    });
}

/// Reads one scenario without a view, with all that is wrong with it; as long as its notes make it.
pub fn read_single(plan: &Plan, fragment: &str) -> (Draft, Vec<Notice>) {
    let (link, notices) = read_parts(plan, fragment);
    (Draft::clone(link.draft()), notices)
}

fn read_draft(plan: &Plan, parts: &[Part], notices: &mut Vec<Notice>) -> Draft {
    // The preset comes first, wherever it stands: the rest is what differs from it.
    let preset = parts.iter().find(|part| part.key == "p").and_then(|part| PresetId::parse(&part.value));
    let mut draft = Draft::of_preset(plan, preset.unwrap_or(PresetId::Trend));
    let mut scenario = Scenario::clone(&draft.scenario);
    for part in parts {
        if let Err(reason) = part.take_into_draft(plan, &mut scenario, &mut draft) {
            notices.push(part.notice(reason));
        }
    }
    draft.scenario = Rc::new(scenario);
    for part in parts.iter().filter(|part| part.key == STAMP) {
        let reason = Stamp::parse(&part.value).map_or(Reason::UnknownValue, |written| {
            let now = Stamp::new(plan, &Computed::new(plan, draft.scenario.clone()));
            Reason::Stamped(now.compare(&written))
        });
        notices.push(part.notice(reason));
    }
    draft
}

/// The keys and values of what [`Parts`](super::Parts) wrote, in their order; `None` where the encoding is broken.
pub fn decoded(text: &str) -> Option<Vec<(String, String)>> {
    let parts = text.split('&').filter(|raw| !raw.is_empty());
    parts.map(|raw| Part::decode(raw).map(|part| (part.key, part.value))).collect()
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

    /// Whether the part belongs to one scenario.
    fn of_scenario(&self) -> bool {
        matches!(self.key.as_str(), "n" | "p" | "a" | STAMP)
            || self.noted().is_some()
            || self.spread().is_some()
            || Input::parse(&self.key).is_some()
    }

    /// The input that a note is on.
    fn noted(&self) -> Option<Input> {
        Input::parse(self.key.strip_prefix("note.")?)
    }

    /// The lever whose spread it is.
    fn spread(&self) -> Option<LeverId> {
        LeverId::parse(self.key.strip_prefix("r.")?)
    }

    fn take_into_draft(&self, plan: &Plan, scenario: &mut Scenario, draft: &mut Draft) -> Result<(), Reason> {
        let value = self.value.as_str();
        if let Some(input) = self.noted() {
            return draft.set_note(input, value).map_err(Reason::LongText);
        }
        if let Some(id) = self.spread() {
            let valid = matches!(self.numbers()?[..], [low, high] if draft.add_spread(plan, id, low, high));
            return if valid { Ok(()) } else { Err(Reason::UnknownValue) };
        }
        match Input::parse(&self.key) {
            Some(Input::Reading) => {
                scenario.set_reading(known(parse_reading(value))?);
                return Ok(());
            }
            Some(input) => {
                let numbers = self.numbers()?;
                if matches!(input, Input::Coefficient(_)) && numbers.len() != 1 {
                    return Err(Reason::NotANumber);
                }
                return input.set(plan, scenario, &numbers).map_err(Reason::Refused);
            }
            None => {}
        }
        match self.key.as_str() {
            "n" => draft.rename(value).map_err(Reason::LongText),
            "a" => draft.annotate(value).map_err(Reason::LongText),
            // The preset is taken before the rest, the stamp after it.
            STAMP => Ok(()),
            _ => known(PresetId::parse(value)).map(drop),
        }
    }

    fn take_into_link(&self, link: &mut Link) -> Result<(), Reason> {
        let value = self.value.as_str();
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
            "active" => known(place(value, link)).map(|at| link.active = at),
            "shown" => {
                for at in value.split(',') {
                    let at = known(place(at, link))?;
                    if !link.overlaid.contains(&at) {
                        link.overlaid.push(at);
                    }
                }
                Ok(())
            }
            "ref" => {
                let scenario = || place(value, link).map(Reference::Scenario);
                link.reference = known(PresetId::parse(value).map(Reference::Preset).or_else(scenario))?;
                Ok(())
            }
            "i" => known(IndicatorId::parse(value)).map(|indicator| link.view.indicator = indicator),
            "page" => known(Page::parse(value)).map(|page| link.view.page = page),
            "tab" => known(Tab::parse(value)).map(|tab| link.view.tab = tab),
            "lang" => known(Language::parse(value)).map(|language| link.language = Some(language)),
            // Reserved: an address with observed values is one of ours.
            key if key.starts_with("o.") => Ok(()),
            _ => Err(Reason::UnknownKey),
        }
    }

    fn numbers(&self) -> Result<Vec<f64>, Reason> {
        self.value.split(',').map(|number| parse_decimal(number).ok_or(Reason::NotANumber)).collect()
    }
}

/// The place, counted from 1, of a scenario of the link.
fn place(text: &str, link: &Link) -> Option<usize> {
    let at = text.parse::<usize>().ok()?.checked_sub(1)?;
    (at < link.drafts.len()).then_some(at)
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
pub fn shortened(part: &str) -> String {
    const LENGTH: usize = 60;
    let mut characters = part.chars().filter(|character| !character.is_control());
    let mut text: String = characters.by_ref().take(LENGTH).collect();
    if characters.next().is_some() {
        text.push('…');
    }
    text
}
