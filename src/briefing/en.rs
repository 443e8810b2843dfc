//! The briefing in English.

use super::facts::{Cause, Facts, LEVERS, Move};
use super::{Grounds, Section};
use crate::analysis::resources::Effort;
use crate::catalogue::chances;
use crate::catalogue::sentences::difference_unit;
use crate::model::{Assessment, MODEL_VERSION, Status};
use crate::plan::{Indicator, LeverId, Plan};
use crate::text::Language;
use crate::text::number::{completion, fixed, shortest};

pub fn titles(grounds: &Grounds) -> Vec<String> {
    vec![grounds.plan.title.en.to_owned(), "Briefing on the projected indicators".to_owned()]
}

pub fn date(day: &str) -> String {
    crate::catalogue::report::date(day, Language::En)
}

pub fn note(stamp: &str) -> String {
    format!("(tuiyan, model version {MODEL_VERSION}, stamp {stamp})")
}

/// How the whole stands, and the binding targets.
pub fn opening(facts: &Facts) -> String {
    let Grounds { plan, name, .. } = *facts.grounds;
    let (total, year) = (facts.total(), plan.target_year());
    let (met, near, short) = (facts.met.len(), facts.near.len(), facts.short.len());
    let standing = match (met, near, short) {
        (met, ..) if met == total => format!("the projection meets all {total} targets of the plan for {year}"),
        (0, 0, _) => format!("the projection meets none of the plan’s {total} targets for {year}"),
        _ => {
            let met = if met == 0 { "none".to_owned() } else { met.to_string() };
            let mut counts = vec![format!("meets {met} of the plan’s {total} targets for {year}")];
            counts.extend((near > 0).then(|| format!("nearly meets {near}")));
            counts.extend((short > 0).then(|| format!("misses {short}")));
            format!("the projection {}", and(&counts))
        }
    };
    let binding = facts.binding.iter().map(|assessment| {
        let indicator = plan.indicator(assessment.id);
        let standing = match assessment.status {
            Status::Met => "is met".to_owned(),
            Status::Near => format!("is nearly met, {}", short_by(plan, assessment)),
            Status::Short => format!("is missed, {}", short_by(plan, assessment)),
        };
        format!(
            " The binding target ({}, projected at {}) {standing}.",
            indicator.short.en,
            amount(indicator, assessment.value)
        )
    });
    let binding: String = binding.collect();
    format!("Under the scenario “{name}”, {standing}.{binding}")
}

pub fn sections(facts: &Facts) -> Vec<Section> {
    let section = |heading: &'static str, text: String| Section { heading, text };
    let mut sections = vec![section("Standing", standing(facts))];
    if facts.all_met() {
        sections.extend(premises(facts).map(|text| section("What this rests on", text)));
    } else {
        sections.extend(causes(facts).map(|text| section("Causes", text)));
        sections.extend(closing(facts).map(|text| section("What would close the gap", text)));
    }
    sections.push(section("Risks", risks(facts)));
    sections
}

/// Which targets are met and which are not, and by how much.
fn standing(facts: &Facts) -> String {
    let plan = facts.grounds.plan;
    let named = |assessment: &&Assessment| {
        let indicator = plan.indicator(assessment.id);
        format!("{} {}", indicator.short.en, amount(indicator, assessment.value))
    };
    let with_gap = |assessment: &&Assessment| {
        format!("{} ({})", plan.indicator(assessment.id).short.en, short_by(plan, assessment))
    };
    let mut sentences = Vec::new();
    for (items, words, item) in [
        (&facts.met, "Met", &named as &dyn Fn(&&Assessment) -> String),
        (&facts.near, "Nearly met", &with_gap),
        (&facts.short, "Missed", &with_gap),
    ] {
        if !items.is_empty() {
            let list = items.iter().map(item).collect::<Vec<_>>().join("; ");
            sentences.push(format!("{words} ({}): {list}.", items.len()));
        }
    }
    sentences.extend(furthest(facts));
    sentences.join(" ")
}

fn furthest(facts: &Facts) -> Option<String> {
    let first = facts.furthest.first()?;
    if facts.near.len() + facts.short.len() < 2 {
        return None;
    }
    let names = names(facts.grounds.plan, &facts.furthest);
    let several = facts.furthest.len() > 1;
    let percent = completion(first.completion);
    Some(match (first.completion < 0.0, several) {
        (true, false) => format!("Furthest off is {names}, below its level of {}.", facts.grounds.plan.base_year),
        (true, true) => format!("Furthest off are {names}, below their levels of {}.", facts.grounds.plan.base_year),
        (false, false) => format!("Furthest off is {names}, with {percent}% of the planned change."),
        (false, true) => format!("Furthest off are {names}, with {percent}% of the planned change each."),
    })
}

/// What the levers are set to where all targets are met.
fn premises(facts: &Facts) -> Option<String> {
    let plan = facts.grounds.plan;
    let named = |one: &Move| {
        let value = |value: f64| lever_value(plan, one.lever, value);
        format!("{} at {} (trend {})", plan.lever(one.lever).short.en, value(one.to), value(one.from))
    };
    let mut list: Vec<String> = facts.premises.iter().take(LEVERS).map(named).collect();
    if facts.premises.len() > LEVERS {
        list.push("others".to_owned());
    }
    (!list.is_empty()).then(|| format!("The targets are met only if the measures are carried out: {}.", and(&list)))
}

/// What keeps the targets that are not met below the plan's preset.
fn causes(facts: &Facts) -> Option<String> {
    let plan = facts.grounds.plan;
    let one = |cause: &Cause| {
        let lowered = cause.effects.iter().map(|&(assessment, part)| {
            let indicator = plan.indicator(assessment.id);
            format!("{} by {}", indicator.short.en, difference_amount(indicator, part))
        });
        let lowered = and(&lowered.collect::<Vec<_>>());
        match cause.lever {
            Some(Move { lever, from, to }) => format!(
                "{} at {} (preset {}) lowers {lowered}",
                plan.lever(lever).short.en,
                lever_value(plan, lever, from),
                lever_value(plan, lever, to)
            ),
            None => format!("other coefficients and facts of the base year lower {lowered}"),
        }
    };
    let list: Vec<String> = facts.causes.iter().map(one).collect();
    (!list.is_empty()).then(|| format!("Against the plan preset, {}.", list.join("; ")))
}

/// What would close the gap, or what cannot be closed.
fn closing(facts: &Facts) -> Option<String> {
    let Grounds { plan, way, .. } = *facts.grounds;
    let way = way?;
    let moved = |one: &Move| {
        let value = |value: f64| lever_value(plan, one.lever, value);
        format!("{} from {} to {}", plan.lever(one.lever).short.en, value(one.from), value(one.to))
    };
    let mut list: Vec<String> = facts.moves.iter().take(LEVERS).map(moved).collect();
    if facts.moves.len() > LEVERS {
        list.push("others".to_owned());
    }
    let list = and(&list);
    // 10 × ¥100 m are a billion.
    let research = |years: &[Effort]| fixed(years.iter().map(|year| year.research).sum::<f64>() / 10.0, 1);
    let (now, there) = (research(way.now), research(way.there));
    let money = match now == there {
        true => format!(" R&D spending over the five years stays at about ¥{there} bn (an estimate)."),
        false => format!(" R&D spending over the five years goes from about ¥{now} bn to ¥{there} bn (an estimate)."),
    };
    let blocking: Vec<String> = way.blocking.iter().map(|id| plan.indicator(id).short.en.to_owned()).collect();
    if blocking.is_empty() {
        let count = facts.moves.len();
        let levers = if count == 1 { "1 policy lever".to_owned() } else { format!("{count} policy levers") };
        return Some(format!(
            "The least change that meets all {} targets in expected value moves {levers}: {list}.{money}",
            facts.total()
        ));
    }
    let together = if blocking.len() > 1 { "cannot be met together" } else { "cannot be met" };
    let nearest = if facts.moves.is_empty() { String::new() } else { format!(" Nearest to it: {list}.{money}") };
    Some(format!("Within the ranges of the policy levers, {} {together}.{nearest}", and(&blocking)))
}

/// How likely it is, what hangs in the balance, and what the figures rest on.
fn risks(facts: &Facts) -> String {
    let Grounds { plan, bands, .. } = *facts.grounds;
    let mut text = String::new();
    if let Some(bands) = bands {
        let total = facts.total();
        let all = if bands.all > 0.0 {
            format!("the chance that all {total} targets are met at once is {}", chance(bands.all))
        } else {
            format!("all {total} targets were never met at once")
        };
        let (count, share) = chances::likeliest(bands);
        let likeliest = match count == total {
            true => String::new(),
            false => format!("; most likely {count} are ({})", chance(share)),
        };
        text.push_str(&format!("In {} simulations {all}{likeliest}. ", bands.draws));
    }
    if !facts.toss_ups.is_empty() {
        let one = |(assessment, odds): &(&Assessment, f64)| {
            format!("{} ({})", plan.indicator(assessment.id).short.en, chance(*odds))
        };
        let list: Vec<String> = facts.toss_ups.iter().map(one).collect();
        let verb = if list.len() == 1 { "is" } else { "are" };
        text.push_str(&format!("{} {verb} met in expected value with a chance below 60%. ", and(&list)));
    }
    if !facts.smaller_denominator.is_empty() {
        let names = names(plan, &facts.smaller_denominator);
        let verb = if facts.smaller_denominator.len() == 1 { "is" } else { "are" };
        text.push_str(&format!("{names} {verb} met by a smaller denominator only, and not at reference growth. "));
    }
    text.push_str(
        "All figures are expected values of a model; most coefficients and policy settings are judgement, and chances are \
         no forecast.",
    );
    text
}

/// A chance in a sentence: `54%`, `below 1%`.
fn chance(chance: f64) -> String {
    match chances::percent(chance).as_str() {
        "<1" => "below 1%".to_owned(),
        ">99" => "above 99%".to_owned(),
        percent => format!("{percent}%"),
    }
}

fn names(plan: &Plan, assessments: &[&Assessment]) -> String {
    let names: Vec<String> =
        assessments.iter().map(|assessment| plan.indicator(assessment.id).short.en.to_owned()).collect();
    and(&names)
}

/// `a`, `a and b`, `a, b and c`.
fn and(items: &[String]) -> String {
    match items {
        [] => String::new(),
        [one] => one.clone(),
        [first @ .., last] => format!("{} and {last}", first.join(", ")),
    }
}

/// What a target is missed by; what rounds to nothing is said in words.
fn short_by(plan: &Plan, assessment: &Assessment) -> String {
    let indicator = plan.indicator(assessment.id);
    let gap = (assessment.target - assessment.value).abs();
    if fixed(gap, indicator.decimals).bytes().all(|byte| matches!(byte, b'0' | b'.')) {
        return "just short".to_owned();
    }
    format!("{} short", difference_amount(indicator, gap))
}

/// A value with its unit.
fn amount(indicator: &Indicator, value: f64) -> String {
    with_unit(&fixed(value, indicator.decimals), indicator.unit.en)
}

/// The size of a difference with its unit.
fn difference_amount(indicator: &Indicator, difference: f64) -> String {
    with_unit(&fixed(difference.abs(), indicator.decimals), difference_unit(indicator, Language::En))
}

fn lever_value(plan: &Plan, id: LeverId, value: f64) -> String {
    let lever = plan.lever(id);
    with_unit(&printed(value, lever.decimals), lever.unit.en)
}

/// A number without zeros at its end.
fn printed(value: f64, decimals: usize) -> String {
    let scale = 10f64.powi(decimals as i32);
    shortest((value * scale).round() / scale)
}

fn with_unit(number: &str, unit: &str) -> String {
    if number == "1"
        && let Some(one) = unit_of_one(unit)
    {
        return format!("1 {one}");
    }
    match unit {
        "%" => format!("{number}%"),
        "%/yr" => format!("{number}% a year"),
        "pp" => format!("{number} points"),
        "pp/yr" => format!("{number} points a year"),
        "/yr" => format!("{number} a year"),
        unit => format!("{number} {unit}"),
    }
}

fn unit_of_one(unit: &str) -> Option<&'static str> {
    match unit {
        "pp" | "points" => Some("point"),
        "pp/yr" => Some("point a year"),
        "firms" => Some("firm"),
        _ => None,
    }
}
