//! The briefing in Chinese, in the words of planning documents: numbers and units stand together.

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
    vec![grounds.plan.title.zh.to_owned(), "主要指标推演情况汇报".to_owned()]
}

pub fn date(day: &str) -> String {
    crate::catalogue::report::date(day, Language::Zh).replace(' ', "")
}

pub fn note(stamp: &str) -> String {
    format!("（推演模型第{MODEL_VERSION}版，校验码{stamp}）")
}

/// How the whole stands, and the binding targets.
pub fn opening(facts: &Facts) -> String {
    let Grounds { plan, name, .. } = *facts.grounds;
    let (total, year) = (facts.total(), plan.target_year());
    let counts = [(facts.met.len(), "项达标"), (facts.near.len(), "项接近"), (facts.short.len(), "项未达")];
    let standing = match counts {
        _ if facts.all_met() => "预计全部达标".to_owned(),
        [.., (short, _)] if short == total => "预计均未达标".to_owned(),
        counts => {
            let shown = counts.iter().filter(|(count, _)| *count > 0);
            format!("预计{}", shown.map(|(count, word)| format!("{count}{word}")).collect::<Vec<_>>().join("、"))
        }
    };
    let binding = facts.binding.iter().map(|assessment| {
        let indicator = plan.indicator(assessment.id);
        let standing = match assessment.status {
            Status::Met => "能够达标".to_owned(),
            Status::Near => format!("接近目标，{}", short_by(plan, assessment)),
            Status::Short => format!("未达目标，{}", short_by(plan, assessment)),
        };
        format!("；约束性指标{}预计{}，{standing}", indicator.shortest.zh, amount(indicator, assessment.value))
    });
    let binding: String = binding.collect();
    format!("按“{name}”情景推演，到{year}年，规划确定的{total}项主要指标{standing}{binding}。")
}

pub fn sections(facts: &Facts) -> Vec<Section> {
    let section = |heading: &'static str, text: String| Section { heading, text };
    let mut sections = vec![section("达标情况", standing(facts))];
    if facts.all_met() {
        sections.extend(premises(facts).map(|text| section("达标前提", text)));
    } else {
        sections.extend(causes(facts).map(|text| section("主要原因", text)));
        sections.extend(closing(facts).map(|text| section("补差路径", text)));
    }
    sections.push(section("风险提示", risks(facts)));
    sections
}

/// Which targets are met and which are not, and by how much.
fn standing(facts: &Facts) -> String {
    let plan = facts.grounds.plan;
    let named = |assessment: &&Assessment| {
        let indicator = plan.indicator(assessment.id);
        format!("{}{}", indicator.shortest.zh, amount(indicator, assessment.value))
    };
    let with_gap = |assessment: &&Assessment| {
        format!("{}（{}）", plan.indicator(assessment.id).shortest.zh, short_by(plan, assessment))
    };
    let mut text = String::new();
    for (items, words, item) in [
        (&facts.met, "预计达标", &named as &dyn Fn(&&Assessment) -> String),
        (&facts.near, "接近目标", &with_gap),
        (&facts.short, "未达目标", &with_gap),
    ] {
        if !items.is_empty() {
            let list = items.iter().map(item).collect::<Vec<_>>().join("、");
            text.push_str(&format!("{words}{}项：{list}。", items.len()));
        }
    }
    text.extend(furthest(facts));
    text
}

fn furthest(facts: &Facts) -> Option<String> {
    let first = facts.furthest.first()?;
    if facts.near.len() + facts.short.len() < 2 {
        return None;
    }
    let names = names(facts.grounds.plan, &facts.furthest);
    let both = if facts.furthest.len() > 1 { "均" } else { "" };
    let percent = completion(first.completion);
    Some(match first.completion < 0.0 {
        true => format!("差距最大的是{names}，{both}低于{}年水平。", facts.grounds.plan.base_year),
        false => format!("差距最大的是{names}，{both}仅完成规划增量的{percent}%。"),
    })
}

/// What the levers are set to where all targets are met.
fn premises(facts: &Facts) -> Option<String> {
    let plan = facts.grounds.plan;
    let named = |one: &Move| {
        let value = |value: f64| lever_value(plan, one.lever, value);
        format!("{}{}（趋势为{}）", plan.lever(one.lever).short.zh, value(one.to), value(one.from))
    };
    let list: Vec<String> = facts.premises.iter().take(LEVERS).map(named).collect();
    let more = if facts.premises.len() > LEVERS { "等" } else { "" };
    (!list.is_empty()).then(|| format!("达标以各项措施落实到位为前提，主要是{}{more}。", list.join("、")))
}

/// What keeps the targets that are not met below the plan's preset.
fn causes(facts: &Facts) -> Option<String> {
    let plan = facts.grounds.plan;
    let one = |(place, cause): (usize, &Cause)| {
        let lowered = cause.effects.iter().map(|&(assessment, part)| {
            let indicator = plan.indicator(assessment.id);
            format!("{}{}", indicator.shortest.zh, difference_amount(indicator, part))
        });
        let lowered = lowered.collect::<Vec<_>>().join("、");
        let reason = match cause.lever {
            Some(Move { lever, from, to }) => format!(
                "{}{}{}（规划情景{}）",
                plan.lever(lever).short.zh,
                if from < to { "仅" } else { "达" },
                lever_value(plan, lever, from),
                lever_value(plan, lever, to)
            ),
            None => "系数与基年情况的设定不同".to_owned(),
        };
        let place = if facts.causes.len() > 1 { ["一是", "二是"][place.min(1)] } else { "" };
        format!("{place}{reason}，拉低{lowered}")
    };
    let list: Vec<String> = facts.causes.iter().enumerate().map(one).collect();
    (!list.is_empty()).then(|| format!("与规划情景相比，{}。", list.join("；")))
}

/// What would close the gap, or what cannot be closed.
fn closing(facts: &Facts) -> Option<String> {
    let Grounds { plan, way, .. } = *facts.grounds;
    let way = way?;
    let moved = |one: &Move| {
        let value = |value: f64| lever_value(plan, one.lever, value);
        let verb = if one.to > one.from { "提高" } else { "降低" };
        format!("{}由{}{verb}到{}", plan.lever(one.lever).short.zh, value(one.from), value(one.to))
    };
    let list = facts.moves.iter().take(LEVERS).map(moved).collect::<Vec<_>>().join("，");
    let others = if facts.moves.len() > LEVERS { "等" } else { "" };
    let research = |years: &[Effort]| fixed(years.iter().map(|year| year.research).sum::<f64>(), 0);
    let money = match (research(way.now), research(way.there)) {
        (now, there) if now == there => format!("，五年研发经费约{there}亿元不变（估算）"),
        (now, there) => format!("，五年研发经费由约{now}亿元调整为约{there}亿元（估算）"),
    };
    let blocking: Vec<String> = way.blocking.iter().map(|id| plan.indicator(id).shortest.zh.to_owned()).collect();
    if blocking.is_empty() {
        let count = facts.moves.len();
        return Some(format!(
            "按调整幅度最小测算，调整{count}项政策措施可使{}项指标期望值全部达标：{list}{others}{money}。",
            facts.total()
        ));
    }
    let together = if blocking.len() > 1 { "仍不能同时达标" } else { "仍不能达标" };
    let nearest =
        if list.is_empty() { String::new() } else { format!("最接近目标的做法是{list}{others}{money}。") };
    Some(format!("经测算，政策措施在可行范围内调整，{}{together}。{nearest}", blocking.join("、")))
}

/// How likely it is, what hangs in the balance, and what the figures rest on.
fn risks(facts: &Facts) -> String {
    let Grounds { plan, bands, .. } = *facts.grounds;
    let mut text = String::new();
    if let Some(bands) = bands {
        let total = facts.total();
        let all = if bands.all > 0.0 {
            format!("{total}项指标同时达标的概率{}", chance(bands.all))
        } else {
            format!("未出现{total}项指标同时达标的情形")
        };
        let (count, share) = chances::likeliest(bands);
        let likeliest = match count == total {
            true => String::new(),
            false => format!("，最可能同时达标{count}项（概率{}）", bare_chance(share)),
        };
        text.push_str(&format!("经{}次模拟，{all}{likeliest}。", bands.draws));
    }
    if !facts.toss_ups.is_empty() {
        let one = |(assessment, odds): &(&Assessment, f64)| {
            format!("{}（{}）", plan.indicator(assessment.id).shortest.zh, bare_chance(*odds))
        };
        let list: Vec<String> = facts.toss_ups.iter().map(one).collect();
        text.push_str(&format!("{}期望值达标，但达标概率不足六成。", list.join("、")));
    }
    if !facts.smaller_denominator.is_empty() {
        let names = names(plan, &facts.smaller_denominator);
        text.push_str(&format!("{names}因分母增长放缓而达标，按参照增速并不达标。"));
    }
    text.push_str("以上为模型推演的期望值，多数取值属于判断，概率不是预报。");
    text
}

/// A chance behind 概率: `为54%`, `不足1%`.
fn chance(chance: f64) -> String {
    let bare = bare_chance(chance);
    if bare.starts_with(|first: char| first.is_ascii_digit()) { format!("为{bare}") } else { bare }
}

/// A chance in brackets: `54%`, `不足1%`.
fn bare_chance(chance: f64) -> String {
    match chances::percent(chance).as_str() {
        "<1" => "不足1%".to_owned(),
        ">99" => "超过99%".to_owned(),
        percent => format!("{percent}%"),
    }
}

fn names(plan: &Plan, assessments: &[&Assessment]) -> String {
    let names: Vec<&str> = assessments.iter().map(|assessment| plan.indicator(assessment.id).shortest.zh).collect();
    names.join("和")
}

/// What a target is missed by; what rounds to nothing is said in words.
fn short_by(plan: &Plan, assessment: &Assessment) -> String {
    let indicator = plan.indicator(assessment.id);
    let gap = (assessment.target - assessment.value).abs();
    if fixed(gap, indicator.decimals).bytes().all(|byte| matches!(byte, b'0' | b'.')) {
        return "略低于目标".to_owned();
    }
    format!("差{}", difference_amount(indicator, gap))
}

/// A value with its unit.
fn amount(indicator: &Indicator, value: f64) -> String {
    let unit = if indicator.unit.zh == "百分点" { "个百分点" } else { indicator.unit.zh };
    format!("{}{unit}", fixed(value, indicator.decimals))
}

/// The size of a difference with its unit.
fn difference_amount(indicator: &Indicator, difference: f64) -> String {
    format!("{}{}", fixed(difference.abs(), indicator.decimals), difference_unit(indicator, Language::Zh))
}

/// A lever's value with its unit; growth a year is told by the lever's name.
fn lever_value(plan: &Plan, id: LeverId, value: f64) -> String {
    let lever = plan.lever(id);
    let unit = match lever.unit.zh {
        "%/年" => "%",
        "百分点" => "个百分点",
        unit => unit,
    };
    format!("{}{unit}", printed(value, lever.decimals))
}

/// A number without zeros at its end.
fn printed(value: f64, decimals: usize) -> String {
    let scale = 10f64.powi(decimals as i32);
    shortest((value * scale).round() / scale)
}
