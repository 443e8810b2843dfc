//! Sentences made from figures.

use super::{chances, labels};
use crate::analysis::monte_carlo::Bands;
use crate::chart::Name;
use crate::model::{Assessment, DigitalReading, Scenario, Status, Summary};
use crate::plan::{Attribute, Coefficient, CoefficientId, Indicator, IndicatorId, Plan, PresetId};
use crate::text::Language;
use crate::text::number::{completion, difference, fixed, shortest, signed};
use crate::workspace::{Draft, Reference, Results, Workspace};

/// An indicator's value as shown, without unit.
pub fn value(indicator: &Indicator, value: f64) -> String {
    if indicator.signed { signed(value, indicator.decimals) } else { fixed(value, indicator.decimals) }
}

/// A target as printed: no more decimals than it has, signed for a change.
pub fn target(indicator: &Indicator, target: f64) -> String {
    // Targets that depend on an assumption carry the noise of a product.
    let text = shortest((target * 1e6).round() / 1e6);
    if indicator.signed && target > 0.0 { format!("+{text}") } else { text }
}

/// The unit behind a number: a space before it where the language or the symbol wants one.
pub fn with_unit(indicator: &Indicator, text: &str, language: Language) -> String {
    format!("{text} {}", indicator.unit.get(language))
}

/// The unit of a difference: points where the indicator is in per cent.
pub fn difference_unit(indicator: &Indicator, language: Language) -> &'static str {
    match (indicator.unit.zh, language) {
        ("%", Language::Zh) => "个百分点",
        ("%", Language::En) => "points",
        ("百分点", Language::Zh) => "个百分点",
        _ => indicator.unit.get(language),
    }
}

/// What stands under an indicator's name: its kind, its baseline and target, and the preceding plan.
pub fn subtitle(plan: &Plan, id: IndicatorId, scenario: &Scenario, language: Language) -> Vec<String> {
    let indicator = plan.indicator(id);
    let target = target(indicator, scenario.target(plan, id));
    let unit = indicator.unit.get(language);
    let kind = format!(
        "{} · {}",
        labels::side(indicator.side).get(language),
        labels::attribute(indicator.attribute).get(language)
    );
    let baseline = shortest(indicator.baseline);
    let mut parts = vec![
        kind,
        match language {
            Language::Zh => format!("目标 {baseline} → {target} {unit}"),
            Language::En => format!("target {baseline} → {target} {unit}"),
        },
    ];
    if indicator.count {
        parts.push(labels::EXPECTED_VALUE.get(language).to_owned());
    }
    if let Some(history) = &indicator.history {
        let (aim, result) = (history.target.get(language), history.result.get(language));
        parts.push(match language {
            Language::Zh => format!("“十三五”：目标 {aim}，2020 年实绩 {result}"),
            Language::En => format!("13th plan: target {aim}, 2020 result {result}"),
        });
    }
    parts
}

/// The mark on an indicator whose target is read otherwise than by default.
pub fn reading_mark(plan: &Plan, id: IndicatorId, scenario: &Scenario, language: Language) -> Option<String> {
    if id != IndicatorId::I10 || scenario.reading() != DigitalReading::Ratio {
        return None;
    }
    let share = shortest(scenario.coefficient(CoefficientId::DigitalShare2020));
    let target = target(plan.indicator(id), scenario.target(plan, id));
    Some(match language {
        Language::Zh => format!("按比值读：2020 年占比 {share} %（假设）×1.02，即 {target} 个百分点"),
        Language::En => format!("Read as a ratio: 2020 share of {share} % (assumed) × 1.02, that is {target} pp"),
    })
}

/// The furthest indicator, in a sentence.
pub fn furthest(plan: &Plan, assessment: &Assessment, language: Language) -> String {
    let name = plan.indicator(assessment.id).shortest.get(language);
    let done = completion(assessment.completion);
    match language {
        Language::Zh => format!("差距最大：{name}，完成 {done} %"),
        Language::En => format!("Furthest: {name}, {done} % done"),
    }
}

/// The same where every target is met.
pub fn least_ahead(plan: &Plan, assessment: &Assessment, language: Language) -> String {
    let name = plan.indicator(assessment.id).shortest.get(language);
    let done = completion(assessment.completion);
    match language {
        Language::Zh => format!("余量最小：{name}，完成 {done} %"),
        Language::En => format!("Smallest margin: {name}, {done} % done"),
    }
}

/// What a scenario is called: by the user, or by the preset that it was made from.
pub fn scenario_name(plan: &Plan, draft: &Draft) -> Name {
    match draft.name() {
        "" => plan.preset(draft.basis).name.into(),
        name => name.into(),
    }
}

/// What the reference is called.
pub fn reference_name(plan: &Plan, workspace: &Workspace) -> Name {
    match workspace.reference() {
        Reference::Preset(preset) => plan.preset(preset).name.into(),
        Reference::Scenario(_) => scenario_name(plan, &workspace.reference_draft(plan)),
    }
}

/// The column head of differences to the reference.
pub fn versus(plan: &Plan, workspace: &Workspace, language: Language) -> String {
    let reference = reference_name(plan, workspace);
    let name = reference.get(language);
    match (language, &reference) {
        (Language::Zh, _) => format!("较{name}"),
        (Language::En, Name::Text(_)) => format!("vs {}", name.to_ascii_lowercase()),
        (Language::En, Name::Custom(_)) => format!("vs {name}"),
    }
}

/// How many levers and assumptions differ from the basis.
pub fn changes(plan: &Plan, basis: PresetId, levers: usize, assumptions: usize, language: Language) -> String {
    let name = plan.preset(basis).name.get(language);
    match (language, levers, assumptions) {
        (Language::Zh, 0, 0) => "未改动".to_owned(),
        (Language::En, 0, 0) => "unchanged".to_owned(),
        (Language::Zh, levers, 0) => format!("由{name}改 {levers} 项"),
        (Language::Zh, 0, assumptions) => format!("假设改 {assumptions} 项"),
        (Language::Zh, levers, assumptions) => format!("由{name}改 {levers} 项，假设改 {assumptions} 项"),
        (Language::En, levers, 0) => format!("{} from {}", count(levers, "change"), name.to_ascii_lowercase()),
        (Language::En, 0, assumptions) => format!("{} changed", count(assumptions, "assumption")),
        (Language::En, levers, assumptions) => {
            format!(
                "{} from {}, {}",
                count(levers, "change"),
                name.to_ascii_lowercase(),
                count(assumptions, "assumption")
            )
        }
    }
}

/// How many levers of a group are changed; nothing where none is.
pub fn group_changes(changed: usize, language: Language) -> String {
    match (language, changed) {
        (_, 0) => String::new(),
        (Language::Zh, changed) => format!("{changed} 项已改"),
        (Language::En, changed) => format!("{changed} changed"),
    }
}

fn count(number: usize, noun: &str) -> String {
    if number == 1 { format!("1 {noun}") } else { format!("{number} {noun}s") }
}

/// A difference with its unit and direction in words, e.g. `高于目标 0.13 个百分点`.
fn gap(indicator: &Indicator, assessment: &Assessment, language: Language) -> String {
    let gap = assessment.value - assessment.target;
    let unit = difference_unit(indicator, language);
    let size = fixed(gap.abs(), indicator.decimals);
    let nothing = size.bytes().all(|byte| matches!(byte, b'0' | b'.'));
    match (language, assessment.status, nothing) {
        (Language::Zh, Status::Met, true) => "正好达到目标".to_owned(),
        (Language::En, Status::Met, true) => "just at the target".to_owned(),
        (Language::Zh, _, true) => "略低于目标".to_owned(),
        (Language::En, _, true) => "just below the target".to_owned(),
        (Language::Zh, ..) if gap > 0.0 => format!("高于目标 {size} {unit}"),
        (Language::En, ..) if gap > 0.0 => format!("{size} {unit} above the target"),
        (Language::Zh, ..) => format!("低于目标 {size} {unit}"),
        (Language::En, ..) => format!("{size} {unit} below the target"),
    }
}

/// The reading of an indicator's chart: where it lands, how far from the target and with what chance of meeting it, how
/// far from the reference, and any reservation.
pub fn reading(
    plan: &Plan,
    id: IndicatorId,
    results: &Results,
    chance: Option<f64>,
    reference: &Name,
    language: Language,
) -> String {
    let indicator = plan.indicator(id);
    let assessment = &results.own.summary.assessments[id.index()];
    let year = plan.target_year();
    let landing = with_unit(indicator, &value(indicator, assessment.value), language);
    let gap = gap(indicator, assessment, language);
    let chance = match (chance.map(chances::percent), language) {
        (None, _) => String::new(),
        (Some(chance), Language::Zh) => format!("，达标概率 {chance} %"),
        (Some(chance), Language::En) => format!(", met with a chance of {chance} %"),
    };
    let name = reference.get(language);
    let apart = difference(results.difference(id), indicator.decimals);
    let unit = difference_unit(indicator, language);
    let mut text = match language {
        Language::Zh => format!("预计 {year} 年达到 {landing}，{gap}{chance}；"),
        Language::En => format!("{landing} in {year}, {gap}{chance}; "),
    };
    text.push_str(&match (language, apart.strip_prefix('+'), apart.strip_prefix('−')) {
        (Language::Zh, Some(more), _) => format!("比{name}多 {more} {unit}。"),
        (Language::Zh, _, Some(less)) => format!("比{name}少 {less} {unit}。"),
        (Language::Zh, ..) => format!("与{name}持平。"),
        (Language::En, Some(more), _) => format!("{more} {unit} more than in {name}."),
        (Language::En, _, Some(less)) => format!("{less} {unit} less than in {name}."),
        (Language::En, ..) => format!("the same as in {name}."),
    });
    if assessment.smaller_denominator {
        text.push_str(match language {
            Language::Zh => "达标靠的是分母变小：若宏观环境按趋势增长，此目标达不到。",
            Language::En => " It is met through a smaller denominator: with the context at its trend it would not be.",
        });
    }
    text
}

/// What fifty dots are, in two short lines.
pub fn fifty_dots(plan: &Plan, language: Language) -> [String; 2] {
    let year = plan.target_year();
    match language {
        Language::Zh => [format!("{year} 年的 50 种可能"), "每点 2 %".to_owned()],
        Language::En => [format!("50 outcomes for {year},"), "each 2 % likely".to_owned()],
    }
}

/// How many targets are met, near and short, without a stop.
pub fn counts(summary: &Summary, language: Language) -> String {
    let [met, near, short] = [(Status::Met, summary.met), (Status::Near, summary.near), (Status::Short, summary.short)]
        .map(|(status, count)| match language {
            Language::Zh => format!("{} {count} 项", labels::status(status).get(language)),
            Language::En => format!("{count} {}", labels::status(status).get(language).to_lowercase()),
        });
    match language {
        Language::Zh => format!("{met}，{near}，{short}"),
        Language::En => format!("{met}, {near}, {short}"),
    }
}

/// How many dots fall short.
pub fn dots_short(short: usize, language: Language) -> String {
    match language {
        Language::Zh => format!("{short} 点不足"),
        Language::En => format!("{short} short"),
    }
}

/// A threshold and the chance of reaching it.
pub fn threshold(indicator: &Indicator, value: &str, percent: &str, language: Language) -> String {
    let value = with_unit(indicator, value, language);
    match language {
        Language::Zh => format!("{value}，达到的概率 {percent} %"),
        Language::En => format!("{value}, reached with a chance of {percent} %"),
    }
}

/// What a screen reader hears when a drag ends.
pub fn announcement(plan: &Plan, results: &Results, language: Language) -> String {
    let summary = &results.own.summary;
    let (met, near, short) = (summary.met, summary.near, summary.short);
    let total = plan.indicators.len();
    match language {
        Language::Zh => format!("{total} 项指标：达标 {met}，接近 {near}，未达 {short}。"),
        Language::En => format!("{total} indicators: {met} met, {near} near, {short} short."),
    }
}

/// A binding indicator and how it stands, in three pieces of a sentence.
pub struct Binding {
    pub name: String,
    pub status: Status,
    /// Empty until it is known.
    pub chance: String,
}

/// The binding indicators and how they stand.
pub fn binding(plan: &Plan, results: &Results, bands: Option<&Bands>, language: Language) -> Vec<Binding> {
    plan.indicators
        .iter()
        .filter(|indicator| indicator.attribute == Attribute::Binding)
        .map(|indicator| {
            let name = indicator.shortest.get(language);
            let chance = bands.map(|bands| chances::percent(bands.chance(indicator.id)));
            Binding {
                name: match language {
                    Language::Zh => format!("约束性：{name} "),
                    Language::En => format!("Binding: {name} "),
                },
                status: results.own.summary.assessments[indicator.id.index()].status,
                chance: match (chance, language) {
                    (None, _) => String::new(),
                    (Some(chance), Language::Zh) => format!("，概率 {chance} %"),
                    (Some(chance), Language::En) => format!(", chance {chance} %"),
                },
            }
        })
        .collect()
}

/// The note beside a coefficient outside its low–high range.
pub fn beyond_range(coefficient: &Coefficient, value: f64, language: Language) -> Option<&'static str> {
    if (coefficient.low..=coefficient.high).contains(&value) {
        return None;
    }
    Some(match language {
        Language::Zh => "超出低—高区间，照用。",
        Language::En => "Beyond low–high; used as it is.",
    })
}

/// The text of a lever's reset button.
pub fn reset_to(plan: &Plan, basis: PresetId, value: &str, language: Language) -> String {
    let name = plan.preset(basis).name.get(language);
    match language {
        Language::Zh => format!("复位到{name} {value}"),
        Language::En => format!("Reset to {} {value}", name.to_ascii_lowercase()),
    }
}

/// What the button says that resets all levers, for little room and in full.
pub fn reset_all_to(plan: &Plan, basis: PresetId, language: Language) -> [String; 2] {
    let name = plan.preset(basis).name.get(language);
    match language {
        Language::Zh => [format!("复位到{name}"), format!("复位到{name}")],
        Language::En => ["Reset all".to_owned(), format!("Reset all to {}", name.to_ascii_lowercase())],
    }
}

/// A label and what it says, with the colon of the language.
pub fn labelled(label: &str, text: &str, language: Language) -> String {
    match language {
        Language::Zh => format!("{label}：{text}"),
        Language::En => format!("{label}: {text}"),
    }
}
