//! Words of what makes a difference.

use super::sentences::{difference_unit, target, value, with_unit};
use crate::analysis::attribution::{Attribution, Player};
use crate::chart::{Bar, Name, Waterfall};
use crate::plan::{Grade, Plan};
use crate::text::number::{difference, fixed, signed};
use crate::text::{Language, Text};

pub const YEAR: Text = Text::new("年份", "Year");
pub const FORM: Text = Text::new("呈现方式", "Shown as");
pub const CHART: Text = Text::new("图", "Chart");
pub const TABLE: Text = Text::new("表", "Table");
pub const ASSUMPTIONS: Text = Text::new("系数与基年情况", "Coefficients and base year");
pub const ITEM: Text = Text::new("项目", "Item");
pub const SHARE: Text = Text::new("占总差", "Of the whole");
pub const SAME: Text = Text::new(
    "本情景与对照完全相同，没有差异可以分解。请移动杠杆，或换一个对照。",
    "The scenario is the same as its reference: there is no difference to explain. Move a lever, or pick another reference.",
);
pub const CALCULATING: Text = Text::new("正在计算…", "Calculating…");
pub const METHOD: Text = Text::new(
    "按杠杆组精确计算的 Owen 值，各部分合计即总差。斜纹为拉低；横轴不从零起，总量以竖线表示。",
    "Exact Owen values by group of levers; the parts sum to the whole. Hatched: lowers. The axis is cut, so totals are ticks.",
);

/// What stands beside a bar.
pub fn bar_name(plan: &Plan, waterfall: &Waterfall, bar: Bar, reference: &Name, language: Language) -> String {
    let year = usize::from(plan.base_year) + waterfall.t;
    match (bar, language) {
        (Bar::Reference, Language::Zh) => format!("{}，{year} 年", reference.get(language)),
        (Bar::Reference, Language::En) => format!("{}, {year}", reference.get(language)),
        (Bar::Own, Language::Zh) => format!("本情景，{year} 年"),
        (Bar::Own, Language::En) => format!("This scenario, {year}"),
        (Bar::Group(id), _) => plan.groups[id.index()].name.get(language).to_owned(),
        (Bar::Lever(id), _) => plan.lever(id).short.get(language).to_owned(),
        (Bar::Assumptions, _) => ASSUMPTIONS.get(language).to_owned(),
        (Bar::Short, _) => short_of(plan, waterfall, language).to_owned(),
    }
}

fn short_of(plan: &Plan, waterfall: &Waterfall, language: Language) -> &'static str {
    let target = waterfall.t == plan.years;
    match (language, target) {
        (Language::Zh, true) => "距目标",
        (Language::Zh, false) => "距序时进度",
        (Language::En, true) => "Short of target",
        (Language::En, false) => "Behind schedule",
    }
}

/// The label of the target's line.
pub fn target_label(plan: &Plan, waterfall: &Waterfall, language: Language) -> String {
    let indicator = plan.indicator(waterfall.id);
    let last = waterfall.t == plan.years;
    let word = match (language, last) {
        (Language::Zh, true) => "目标",
        (Language::Zh, false) => "序时进度",
        (Language::En, true) => "target",
        (Language::En, false) => "schedule",
    };
    let number = if last { target(indicator, waterfall.target) } else { value(indicator, waterfall.target) };
    format!("{word} {number}")
}

/// The number beside a stretch.
pub fn bar_value(waterfall: &Waterfall, bar: Bar, from: f64, to: f64) -> String {
    match bar {
        Bar::Reference | Bar::Own => fixed(to, waterfall.decimals),
        Bar::Short => fixed((to - from).abs(), waterfall.decimals),
        _ => signed(to - from, waterfall.decimals),
    }
}

/// How many levers are left out of the chart.
pub fn left_out(waterfall: &Waterfall, language: Language) -> Option<String> {
    let (count, least) = (waterfall.small, fixed(0.5 * 0.1f64.powi(waterfall.decimals as i32), waterfall.decimals + 1));
    match (count, language) {
        (0, _) => None,
        (_, Language::Zh) => Some(format!("另有 {count} 项杠杆的作用不足 {least}，见表。")),
        (1, Language::En) => Some(format!("One more lever does less than {least}: see the table.")),
        (_, Language::En) => Some(format!("{count} more levers do less than {least} each: see the table.")),
    }
}

fn player_name(plan: &Plan, player: Player, language: Language) -> &'static str {
    match player {
        Player::Lever(id) => plan.lever(id).short.get(language),
        Player::Assumptions => ASSUMPTIONS.get(language),
    }
}

/// A part of the whole, in whole per cent; a dash where parts of both signs all but cancel out.
pub fn share(part: f64, whole: f64) -> String {
    let share = part / whole;
    if share.abs() <= 10.0 { format!("{} %", fixed(share * 100.0, 0)) } else { "—".to_owned() }
}

/// Where the indicator lands, how far from reference and target, what makes most of the difference, and how much of it
/// is judgement.
pub fn sentence(
    plan: &Plan,
    waterfall: &Waterfall,
    attribution: &Attribution,
    reference: &Name,
    language: Language,
) -> String {
    let Waterfall { id, t, own, target, .. } = *waterfall;
    let indicator = plan.indicator(id);
    let year = usize::from(plan.base_year) + t;
    let landing = with_unit(indicator, &value(indicator, own), language);
    let unit = difference_unit(indicator, language);
    let name = reference.get(language);
    let whole = own - waterfall.reference;
    let apart = difference(whole, indicator.decimals);
    let mut text = match (language, apart.strip_prefix('+'), apart.strip_prefix('−')) {
        (Language::Zh, Some(more), _) => format!("{year} 年为 {landing}：比{name}高 {more} {unit}"),
        (Language::Zh, _, Some(less)) => format!("{year} 年为 {landing}：比{name}低 {less} {unit}"),
        (Language::Zh, ..) => format!("{year} 年为 {landing}：与{name}持平"),
        (Language::En, Some(more), _) => format!("{landing} in {year}: {more} {unit} above {name}"),
        (Language::En, _, Some(less)) => format!("{landing} in {year}: {less} {unit} below {name}"),
        (Language::En, ..) => format!("{landing} in {year}: level with {name}"),
    };
    let last = t == plan.years;
    let short = waterfall.stretches.iter().any(|stretch| stretch.bar == Bar::Short);
    let gap = fixed((target - own).abs(), indicator.decimals);
    text.push_str(&match (language, short, last) {
        (Language::Zh, true, true) => format!("，距目标差 {gap}。"),
        (Language::Zh, true, false) => format!("，比序时进度慢 {gap}。"),
        (Language::Zh, false, true) => "，目标已达到。".to_owned(),
        (Language::Zh, false, false) => "，不慢于序时进度。".to_owned(),
        (Language::En, true, true) => format!(", {gap} short of the target."),
        (Language::En, true, false) => format!(", {gap} behind schedule."),
        (Language::En, false, true) => ", with the target met.".to_owned(),
        (Language::En, false, false) => ", not behind schedule.".to_owned(),
    });
    if let Some(part) = attribution.leading(id, t).first() {
        let leading = player_name(plan, part.player, language);
        let grade = match part.player {
            Player::Lever(id) => Some(plan.lever(id).grade),
            Player::Assumptions => None,
        };
        text.push_str(&match (language, part.share.filter(|share| (0.0..=1.0).contains(share))) {
            (Language::Zh, Some(share)) => {
                format!("其中 {} % 来自{leading}{}。", fixed(share * 100.0, 0), grade_note(grade, language))
            }
            (Language::Zh, None) => format!(
                "有升有降，作用最大的是{leading}（{}）{}。",
                signed(part.value, waterfall.decimals),
                grade_note(grade, language)
            ),
            (Language::En, Some(share)) => {
                format!(
                    " {} % of the difference comes from {leading}{}.",
                    fixed(share * 100.0, 0),
                    grade_note(grade, language)
                )
            }
            (Language::En, None) => format!(
                " Parts of both signs: the largest is {leading} ({}){}.",
                signed(part.value, waterfall.decimals),
                grade_note(grade, language)
            ),
        });
    }
    if let Some(share) = judgement(plan, waterfall, attribution) {
        let percent = fixed(share * 100.0, 0);
        text.push_str(&match language {
            Language::Zh => format!("D 级杠杆占全部升降的 {percent} %。"),
            Language::En => {
                format!(" Grade D levers make {percent} % of all moves.")
            }
        });
    }
    text
}

fn grade_note(grade: Option<Grade>, language: Language) -> &'static str {
    match (grade, language) {
        (Some(Grade::Judgement), Language::Zh) => "（D 级，属判断）",
        (Some(Grade::Judgement), Language::En) => " (grade D, a judgement)",
        _ => "",
    }
}

/// The share of levers of grade D in all that moves the indicator, up or down; `None` where nothing does.
pub fn judgement(plan: &Plan, waterfall: &Waterfall, attribution: &Attribution) -> Option<f64> {
    let size = |player: Player| attribution.part(player, waterfall.id, waterfall.t).abs();
    let is_judgement =
        |player: &Player| matches!(player, Player::Lever(id) if plan.lever(*id).grade == Grade::Judgement);
    let all: f64 = attribution.players().map(size).sum();
    let judged: f64 = attribution.players().filter(is_judgement).map(size).sum();
    (all > 0.0).then(|| judged / all)
}

/// Policy apart from assumptions.
pub fn apart(policy: f64, assumptions: f64, decimals: usize, language: Language) -> String {
    let (policy, assumptions) = (signed(policy, decimals), signed(assumptions, decimals));
    match language {
        Language::Zh => format!("政策杠杆 {policy}；假设与宏观环境 {assumptions}。"),
        Language::En => format!("Policy levers {policy}; assumptions and context {assumptions}."),
    }
}
