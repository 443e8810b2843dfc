//! Words of what matters most.

use super::sentences::{value, with_unit};
use super::tables::Listing;
use crate::analysis::monte_carlo::{Event, Source};
use crate::analysis::sensitivity::{Idle, Input, Swing};
use crate::chart::{BarChart, BarRow, Head, Mark, RowKind, Tornado};
use crate::plan::{Grade, IndicatorId, Plan};
use crate::text::number::{fixed, shortest, signed};
use crate::text::{Language, Text};

pub const READING: Text = Text::new("读法", "Reading");
pub const ONE_AT_A_TIME: Text = Text::new("逐项变动", "One at a time");
pub const UNCERTAINTY: Text = Text::new("不确定性", "Uncertainty");
pub const LOWERED: Text = Text::new("调低", "lowered");
pub const RAISED: Text = Text::new("调高", "raised");
pub const INPUT: Text = Text::new("杠杆或系数", "Lever or coefficient");
pub const GRADE: Text = Text::new("等级", "Grade");
pub const LOW: Text = Text::new("低值", "Low");
pub const HIGH: Text = Text::new("高值", "High");
pub const AT_LOW: Text = Text::new("低值时", "At low");
pub const AT_HIGH: Text = Text::new("高值时", "At high");
pub const SWING: Text = Text::new("变幅", "Swing");
pub const DRAWN: Text = Text::new("抽样的量", "What is drawn");
pub const CORRELATION: Text = Text::new("秩相关", "Rank correlation");
pub const FEWER: Text = Text::new("只看前列", "Show fewer");
pub const METHOD: Text = Text::new(
    "一次只动一项：杠杆上下移动量程的十分之一，系数取低值与高值。竖线为本情景的值。",
    "One at a time: levers by a tenth of their range down and up, coefficients at their low and high. The line is this scenario.",
);
pub const CORRELATION_METHOD: Text = Text::new(
    "1 万次抽样中各量与 2025 年结果的斯皮尔曼秩相关；各年冲击合并计。绝对值不足 0.03 的与零无别。",
    "Spearman’s rank correlation with 2025 over 10,000 draws; shocks of all years together. Below 0.03 it cannot be told from zero.",
);

/// Correlations of 10,000 draws nearer to zero than this are noise: three standard errors.
pub const NOISE: f64 = 0.03;

/// "Show all" with their number.
pub fn show_all(count: usize, language: Language) -> String {
    match language {
        Language::Zh => format!("全部 {count} 项"),
        Language::En => format!("Show all {count}"),
    }
}

/// The fold of inputs that do nothing.
pub fn idle_count(count: usize, language: Language) -> String {
    match (language, count) {
        (Language::Zh, _) => format!("另有 {count} 项在此不起作用"),
        (Language::En, 1) => "One more does nothing here".to_owned(),
        (Language::En, _) => format!("{count} more do nothing here"),
    }
}

/// Why an input does nothing.
pub const fn idle(idle: Idle) -> Text {
    match idle {
        Idle::Unconnected => Text::new("与该指标无关", "Not connected with this indicator"),
        Idle::GovernmentOnReference => Text::new(
            "财政科技投入与参照路径一致时不起作用",
            "Acts only where government R&D leaves its reference path",
        ),
        Idle::DeductionOnReference => {
            Text::new("加计扣除为 100 % 时不起作用", "Acts only where the super-deduction is not 100 %")
        }
        Idle::MatchingOnReference => {
            Text::new("配套覆盖面为 30 % 时不起作用", "Acts only where matching is not at 30 %")
        }
        Idle::RevenueOnReference => {
            Text::new("工业营收与参照一致时不起作用", "Acts only where industrial revenue leaves its reference")
        }
        Idle::CoverageOnReference => {
            Text::new("研发覆盖率与参照一致时不起作用", "Acts only where R&D coverage leaves its reference")
        }
        Idle::GrowthOnReference => {
            Text::new("GDP 增速与参照一致时不起作用", "Acts only where GDP growth is not at its reference")
        }
        Idle::IndustryOnReference => Text::new(
            "工业研发与参照一致时不起作用",
            "Acts only where coverage or revenue moves industry’s R&D off its reference",
        ),
        Idle::PostsFilled => {
            Text::new("空缺不多于 2020 年时不起作用", "Acts only where more posts stay empty than in 2020")
        }
        Idle::Held => Text::new("所经环节未动或已到上限", "What it acts through stands still, or a limit holds it"),
    }
}

pub fn input_name(plan: &Plan, input: Input, language: Language) -> &'static str {
    match input {
        Input::Lever(id) => plan.lever(id).short.get(language),
        Input::Coefficient(id) => plan.coefficient(id).name.get(language),
    }
}

pub fn input_grade(plan: &Plan, input: Input) -> Grade {
    match input {
        Input::Lever(id) => plan.lever(id).grade,
        Input::Coefficient(id) => plan.coefficient(id).grade,
    }
}

/// A value of an input as shown elsewhere, with its unit.
pub fn input_value(plan: &Plan, input: Input, value: f64, language: Language) -> String {
    let (value, unit) = match input {
        Input::Lever(id) => (value, plan.lever(id).unit),
        Input::Coefficient(id) => {
            let coefficient = plan.coefficient(id);
            (value * coefficient.display.scale(), coefficient.unit)
        }
    };
    // Without the noise of scaling.
    let number = shortest((value * 1e6).round() / 1e6);
    match unit.get(language) {
        "" => number,
        unit => format!("{number} {unit}"),
    }
}

/// What the widest swing does, and which come next.
pub fn sentence(plan: &Plan, tornado: &Tornado, language: Language) -> String {
    let indicator = plan.indicator(tornado.id);
    let Some(widest) = tornado.swings.first() else {
        return match language {
            Language::Zh => "没有一项能移动该指标。".to_owned(),
            Language::En => "Nothing moves this indicator.".to_owned(),
        };
    };
    let year = plan.target_year();
    let name = |swing: &Swing| input_name(plan, swing.input, language);
    let [low, high] = widest.moved.map(|moved| input_value(plan, widest.input, moved, language));
    let [at_low, at_high] = widest.values.map(|at| value(indicator, at));
    let at_high = with_unit(indicator, &at_high, language);
    let next: Vec<&str> = tornado.swings.iter().skip(1).take(2).map(name).collect();
    let mut text = match language {
        Language::Zh => {
            format!("最敏感的是{}：由 {low} 到 {high}，{year} 年由 {at_low} 到 {at_high}", name(widest))
        }
        Language::En => {
            format!("Most sensitive to {}: from {low} to {high}, {year} goes from {at_low} to {at_high}", name(widest))
        }
    };
    text.push_str(&match (&next[..], language) {
        ([], Language::Zh) => "。".to_owned(),
        ([], Language::En) => ".".to_owned(),
        (next, Language::Zh) => format!("；其次是{}。", next.join("、")),
        (next, Language::En) => format!("; next come {}.", next.join(" and ")),
    });
    text
}

pub fn source_name(plan: &Plan, source: Source, language: Language) -> &'static str {
    match source {
        Source::Coefficient(id) => plan.coefficient(id).name.get(language),
        Source::Event(event) => event_name(event).get(language),
    }
}

const fn event_name(event: Event) -> Text {
    match event {
        Event::GdpGrowth => Text::new("GDP 增速冲击", "Shock of GDP growth"),
        Event::EnterpriseRd => Text::new("企业研发增速冲击", "Shock of enterprises’ R&D growth"),
        Event::Revenue => Text::new("工业营收增速冲击", "Shock of industrial revenue growth"),
        Event::PatentsLapsed => Text::new("专利失效件数", "Patents lapsed"),
        Event::PatentsGranted => Text::new("新增专利件数", "New patents"),
        Event::HnteRenewed => Text::new("高企复审通过家数", "HNTE re-certified"),
        Event::HnteCertified => Text::new("高企新认定家数", "HNTE newly certified"),
        Event::Hightech => Text::new("高技术占比冲击", "Shock of the high-tech share"),
        Event::Digital => Text::new("数字经济占比冲击", "Shock of the digital share"),
        Event::IncubatorsLost => Text::new("孵化载体摘牌个数", "Incubators that lose status"),
        Event::IncubatorsGained => Text::new("孵化载体获批个数", "Incubators approved"),
        Event::CentresGained => Text::new("中心获批个数", "Centres approved"),
        Event::Contribution => Text::new("贡献率冲击", "Shock of the contribution"),
        Event::Contracts => Text::new("合同额统计误差", "Reporting error of contracts"),
    }
}

/// Which uncertainty matters most.
pub fn correlation_sentence(plan: &Plan, id: IndicatorId, sorted: &[(Source, f64)], language: Language) -> String {
    let name = |&(source, _): &(Source, f64)| source_name(plan, source, language);
    let short = plan.indicator(id).short.get(language);
    let first = sorted.iter().filter(|(_, correlation)| correlation.abs() >= NOISE).take(3).collect::<Vec<_>>();
    match (&first[..], language) {
        ([], Language::Zh) => format!("没有哪一项不确定性单独左右{short}。"),
        ([], Language::En) => format!("No single uncertainty decides {short}."),
        ([most, next @ ..], Language::Zh) => {
            let next: Vec<&str> = next.iter().map(|one| name(one)).collect();
            let next = if next.is_empty() { String::new() } else { format!("；其次是{}", next.join("、")) };
            format!("左右{short}的首先是{}（秩相关 {}）{next}。", name(most), signed(most.1, 2))
        }
        ([most, next @ ..], Language::En) => {
            let next: Vec<&str> = next.iter().map(|one| name(one)).collect();
            let next = if next.is_empty() { String::new() } else { format!("; then {}", next.join(" and ")) };
            format!("What decides {short} first is {} (rank correlation {}){next}.", name(most), signed(most.1, 2))
        }
    }
}

/// The fold of correlations that are noise.
pub fn noise_count(count: usize, language: Language) -> String {
    let least = fixed(NOISE, 2);
    match language {
        Language::Zh => format!("另有 {count} 项不足 {least}"),
        Language::En => format!("{count} more below {least}"),
    }
}

/// The part of a track on either side that its end labels need.
const MARGIN: f64 = 0.16;

/// Swings as bars around the scenario's own value.
pub fn tornado_bars(plan: &Plan, tornado: &Tornado, swings: &[Swing], language: Language) -> BarChart {
    let indicator = plan.indicator(tornado.id);
    let place = |value: f64| MARGIN + (1.0 - 2.0 * MARGIN) * tornado.place(value);
    let own = place(tornado.own);
    let row = |swing: &Swing| {
        let [low, high] = swing.values.map(place);
        BarRow {
            kind: RowKind::Plain,
            name: input_name(plan, swing.input, language).to_owned(),
            marks: vec![
                Mark::Bar { from: own, to: low, height: 0.5, hatched: true },
                Mark::Bar { from: own, to: high, height: 0.5, hatched: false },
                Mark::Level { place: own, from: 0.0, to: 1.0 },
            ],
            labels: tornado.labels(swing).map(|end| end.map(|end| (place(end), value(indicator, end)))),
            value: String::new(),
        }
    };
    BarChart {
        head: Some(Head {
            place: own,
            text: with_unit(indicator, &value(indicator, tornado.own), language),
            is_target: false,
            key: Some([LOWERED.get(language), RAISED.get(language)]),
        }),
        grid: Vec::new(),
        target: None,
        rows: swings.iter().map(row).collect(),
        axis: Vec::new(),
        units: None,
    }
}

/// Swings as a table.
pub fn tornado_listing(plan: &Plan, tornado: &Tornado, swings: &[Swing], language: Language) -> Listing {
    let indicator = plan.indicator(tornado.id);
    let row = |swing: &Swing| {
        let [low, high] = swing.moved.map(|moved| input_value(plan, swing.input, moved, language));
        let [at_low, at_high] = swing.values.map(|at| value(indicator, at));
        let name = input_name(plan, swing.input, language).to_owned();
        let grade = input_grade(plan, swing.input).letter().to_string();
        let width = fixed(swing.width, indicator.decimals.max(2));
        (RowKind::Plain, vec![name, grade, low, at_low, high, at_high, width])
    };
    let head = [INPUT, GRADE, LOW, AT_LOW, HIGH, AT_HIGH, SWING];
    Listing {
        title: indicator.name.get(language).to_owned(),
        head: head.map(|text| text.get(language).to_owned()).to_vec(),
        rows: swings.iter().map(row).collect(),
    }
}

/// Correlations as bars from the middle.
pub fn correlation_bars(plan: &Plan, found: &[(Source, f64)], language: Language) -> BarChart {
    let place = |correlation: f64| 0.5 + 0.5 * correlation;
    let row = |&(source, correlation): &(Source, f64)| BarRow {
        kind: RowKind::Plain,
        name: source_name(plan, source, language).to_owned(),
        marks: vec![
            Mark::Bar { from: 0.5, to: place(correlation), height: 0.5, hatched: correlation < 0.0 },
            Mark::Level { place: 0.5, from: 0.0, to: 1.0 },
        ],
        labels: [None, None],
        value: signed(correlation, 2),
    };
    BarChart {
        head: None,
        grid: vec![0.0, 0.25, 0.75, 1.0],
        target: None,
        rows: found.iter().map(row).collect(),
        axis: [-1.0, -0.5, 0.0, 0.5, 1.0].map(|tick| (place(tick), signed(tick, 1))).to_vec(),
        units: Some([String::new(), String::new()]),
    }
}

/// Correlations as a table.
pub fn correlation_listing(plan: &Plan, id: IndicatorId, found: &[(Source, f64)], language: Language) -> Listing {
    let row = |&(source, correlation): &(Source, f64)| {
        (RowKind::Plain, vec![source_name(plan, source, language).to_owned(), signed(correlation, 2)])
    };
    Listing {
        title: plan.indicator(id).name.get(language).to_owned(),
        head: [DRAWN, CORRELATION].map(|text| text.get(language).to_owned()).to_vec(),
        rows: found.iter().map(row).collect(),
    }
}
