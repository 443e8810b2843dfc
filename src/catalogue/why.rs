//! Words of what makes a difference.

use super::sentences::{difference_unit, target, value, with_unit};
use super::tables::Listing;
use crate::analysis::attribution::{Attribution, Player};
use crate::chart::{Bar, BarChart, BarRow, Head, Mark, Name, RowKind, Stretch, Waterfall};
use crate::plan::{Grade, GroupId, Plan};
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

/// The waterfall as bars, from the reference's value to the scenario's.
pub fn bars(plan: &Plan, waterfall: &Waterfall, reference: &Name, language: Language) -> BarChart {
    let indicator = plan.indicator(waterfall.id);
    let decimals = waterfall.axis.decimals();
    // Where the last whole ended: what comes next begins there.
    let mut level = waterfall.place(waterfall.reference);
    let row = |stretch: &Stretch| {
        let before = level;
        if !matches!(stretch.bar, Bar::Lever(_) | Bar::Short) {
            level = waterfall.place(stretch.to);
        }
        let mut marks = level_lines(stretch.bar, before, level);
        marks.push(mark(waterfall, stretch));
        BarRow {
            kind: kind(stretch.bar),
            name: bar_name(plan, waterfall, stretch.bar, reference, language),
            marks,
            labels: [None, None],
            value: bar_value(waterfall, stretch.bar, stretch.from, stretch.to),
        }
    };
    let target = waterfall.place(waterfall.target);
    let head = Head { place: target, text: target_label(plan, waterfall, language), is_target: true, key: None };
    BarChart {
        head: Some(head),
        grid: waterfall.axis.ticks().map(|tick| waterfall.place(tick)).collect(),
        target: Some(target),
        rows: waterfall.stretches.iter().map(row).collect(),
        axis: waterfall.axis.ticks().map(|tick| (waterfall.place(tick), fixed(tick, decimals))).collect(),
        units: Some([difference_unit(indicator, language), indicator.unit.get(language)].map(str::to_owned)),
    }
}

/// The line that leads from one bar's end to the next one's beginning.
fn level_lines(bar: Bar, before: f64, after: f64) -> Vec<Mark> {
    let line = |place: f64, from: f64, to: f64| Mark::Level { place, from, to };
    match bar {
        Bar::Reference => vec![line(after, 0.5, 1.0)],
        Bar::Own => vec![line(before, 0.0, 0.5)],
        Bar::Lever(_) => vec![line(after, 0.0, 1.0)],
        Bar::Group(_) | Bar::Assumptions => vec![line(before, 0.0, 0.5), line(after, 0.5, 1.0)],
        Bar::Short => Vec::new(),
    }
}

fn mark(waterfall: &Waterfall, stretch: &Stretch) -> Mark {
    let [from, to] = [stretch.from, stretch.to].map(|end| waterfall.place(end));
    let bar = |height: f64| Mark::Bar { from, to, height, hatched: stretch.to < stretch.from };
    match stretch.bar {
        Bar::Reference | Bar::Own => Mark::Total(to),
        Bar::Lever(_) => bar(0.24),
        Bar::Group(_) | Bar::Assumptions => bar(0.7),
        Bar::Short => Mark::Gap { from, to },
    }
}

const fn kind(bar: Bar) -> RowKind {
    match bar {
        Bar::Reference | Bar::Own => RowKind::Whole,
        Bar::Lever(_) => RowKind::Within,
        Bar::Short => RowKind::Short,
        Bar::Group(_) | Bar::Assumptions => RowKind::Plain,
    }
}

/// Every part, also those too small for the chart.
pub fn listing(
    plan: &Plan,
    waterfall: &Waterfall,
    attribution: &Attribution,
    reference: &Name,
    language: Language,
) -> Listing {
    let (id, t, decimals) = (waterfall.id, waterfall.t, waterfall.decimals);
    let indicator = plan.indicator(id);
    let whole = waterfall.own - waterfall.reference;
    let row = |bar: Bar, value: String, share: String| {
        (kind(bar), vec![bar_name(plan, waterfall, bar, reference, language), value, share])
    };
    let part = |bar: Bar, value: f64| row(bar, signed(value, decimals), share(value, whole));
    let players: Vec<Player> = attribution.players().collect();
    let mut rows = vec![row(Bar::Reference, fixed(waterfall.reference, decimals), String::new())];
    for &group in GroupId::ALL {
        let members = players.iter().filter(|player| player.group(plan) == Some(group));
        let mut levers = members.filter_map(|&player| match player {
            Player::Lever(lever) => Some(part(Bar::Lever(lever), attribution.part(player, id, t))),
            Player::Assumptions => None,
        });
        if let Some(first) = levers.next() {
            rows.push(part(Bar::Group(group), attribution.group(plan, group, id, t)));
            rows.push(first);
            rows.extend(levers);
        }
    }
    if players.contains(&Player::Assumptions) {
        rows.push(part(Bar::Assumptions, attribution.part(Player::Assumptions, id, t)));
    }
    rows.push(row(Bar::Own, fixed(waterfall.own, decimals), String::new()));
    let head = [ITEM.get(language), difference_unit(indicator, language), SHARE.get(language)];
    Listing { title: indicator.name.get(language).to_owned(), head: head.map(str::to_owned).to_vec(), rows }
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
