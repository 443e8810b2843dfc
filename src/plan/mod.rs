//! The plan as a value: what is printed, what is known of the base year, and the tables of levers and coefficients.
//!
//! Everything here is data. Another zone's plan, or the next five years, is another value of [`Plan`].

pub mod ids;
mod lanzhou;

pub use ids::{COEFFICIENTS, FACT_SLOTS, FACTS, GROUPS, INDICATORS, LEVERS, PRESETS};
pub use ids::{CoefficientId, FactId, GroupId, IndicatorId, LeverId, PresetId};
pub use lanzhou::LANZHOU;

use crate::text::Text;

/// The longest horizon that values are kept for, in years after the base year.
pub const MAX_YEARS: usize = 10;

/// A development plan with everything the model needs to project it.
#[derive(Clone, Debug)]
pub struct Plan {
    pub title: Text,
    /// A short name for the page's head.
    pub short_title: Text,
    /// The year of the baselines (2020).
    pub base_year: u16,
    /// Projected years after the base year; at most [`MAX_YEARS`].
    pub years: usize,
    pub indicators: [Indicator; INDICATORS],
    pub groups: [Group; GROUPS],
    pub levers: [Lever; LEVERS],
    pub coefficients: [Coefficient; COEFFICIENTS],
    pub facts: [Fact; FACTS],
    pub references: References,
    pub presets: [Preset; PRESETS],
    /// Figures of the preceding plan that belong to no indicator, as background.
    pub background: &'static [Background],
}

impl Plan {
    pub fn indicator(&self, id: IndicatorId) -> &Indicator {
        &self.indicators[id.index()]
    }

    pub fn lever(&self, id: LeverId) -> &Lever {
        &self.levers[id.index()]
    }

    pub fn coefficient(&self, id: CoefficientId) -> &Coefficient {
        &self.coefficients[id.index()]
    }

    pub fn fact(&self, id: FactId) -> &Fact {
        &self.facts[id.index()]
    }

    pub fn preset(&self, id: PresetId) -> &Preset {
        &self.presets[id.index()]
    }

    /// Whether a lever is policy; context is not.
    pub fn is_policy(&self, id: LeverId) -> bool {
        self.groups[self.lever(id).group.index()].policy
    }

    /// The last projected year (2025).
    pub fn target_year(&self) -> u16 {
        self.base_year + self.years as u16
    }

    /// The levers of a group, in table order.
    pub fn levers_of(&self, group: GroupId) -> impl Iterator<Item = &Lever> {
        self.levers.iter().filter(move |lever| lever.group == group)
    }
}

/// How well a number is grounded.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Grade {
    /// The plan's own text.
    Plan,
    /// Official rule or statistic.
    Official,
    /// Peer-reviewed literature.
    Literature,
    /// Judgement.
    Judgement,
}

impl Grade {
    /// The letter shown beside a number.
    pub const fn letter(self) -> &'static str {
        match self {
            Grade::Plan => "A",
            Grade::Official => "B",
            Grade::Literature => "C",
            Grade::Judgement => "D",
        }
    }

    /// What the letter stands for.
    pub const fn name(self) -> Text {
        match self {
            Grade::Plan => Text::new("规划", "plan"),
            Grade::Official => Text::new("官方", "official"),
            Grade::Literature => Text::new("文献", "literature"),
            Grade::Judgement => Text::new("判断", "judgement"),
        }
    }
}

/// A verbatim sentence of the plan.
#[derive(Clone, Copy, Debug)]
pub struct Quote {
    /// Where it stands, e.g. `三（二）2` or `专栏3.4第5项`.
    pub place: Text,
    /// The sentence, to the letter; plans are written in Chinese.
    pub sentence: &'static str,
    /// An English rendering for readers of that language.
    pub english: &'static str,
}

/// Which way an indicator should move.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Direction {
    Higher,
    Lower,
}

/// 指标属性.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Attribute {
    /// 预期性
    Expected,
    /// 约束性
    Binding,
}

/// Whether an indicator measures what is put in or what comes out.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Side {
    Input,
    Output,
}

/// One indicator of the plan's table 2. Values are in `unit`.
#[derive(Clone, Copy, Debug)]
pub struct Indicator {
    pub id: IndicatorId,
    /// The name as printed.
    pub name: Text,
    /// A name that fits a row.
    pub short: Text,
    /// A name that fits a phone's row.
    pub shortest: Text,
    pub unit: Text,
    /// Decimals shown.
    pub decimals: usize,
    /// Shown with its sign, since it is a change.
    pub signed: bool,
    /// The levers behind its denominator (GDP, revenue, employment, population), which raise it where they stall.
    pub denominator: &'static [LeverId],
    /// A count, whose expected value need not be whole.
    pub count: bool,
    pub side: Side,
    pub attribute: Attribute,
    pub direction: Direction,
    /// The base year's value as printed.
    pub baseline: f64,
    /// The target year's value as printed.
    pub target: f64,
    /// The values an observation is clamped to.
    pub range: (f64, f64),
    /// The preceding plan's target and result, where the plan prints them.
    pub history: Option<History>,
    /// Figures published since, shown beside the projection and never fed into it.
    pub published: &'static [Published],
    /// What must be said openly about this indicator.
    pub caveats: &'static [Text],
}

/// The preceding plan's target and what was reached, as printed.
#[derive(Clone, Copy, Debug)]
pub struct History {
    pub target: Text,
    pub result: Text,
}

/// A row of the preceding plan that belongs to no indicator.
#[derive(Clone, Copy, Debug)]
pub struct Background {
    pub name: Text,
    pub target: Text,
    pub result: Text,
}

/// A published figure.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Published {
    /// The year it is shown in.
    pub year: u16,
    pub value: f64,
    pub source: Text,
    /// The day of publication, `YYYY-MM-DD`.
    pub date: &'static str,
    pub note: Option<Text>,
}

/// A group of levers.
#[derive(Clone, Copy, Debug)]
pub struct Group {
    pub id: GroupId,
    pub name: Text,
    /// A name that fits a phone's tab.
    pub short: Text,
    /// Whether its levers are policy; context is not.
    pub policy: bool,
}

/// One lever. Values are in `unit`, one a year.
#[derive(Clone, Copy, Debug)]
pub struct Lever {
    pub id: LeverId,
    pub group: GroupId,
    pub name: Text,
    /// A name that fits a row of the lever pane.
    pub short: Text,
    pub definition: Text,
    /// Short enough for a row of the lever pane.
    pub unit: Text,
    pub min: f64,
    pub max: f64,
    pub step: f64,
    /// Decimals of the step.
    pub decimals: usize,
    /// The value in each preset, in the order of [`PresetId`].
    pub presets: [f64; PRESETS],
    /// The grade of the trend value.
    pub grade: Grade,
    /// Where the trend value comes from.
    pub source: Text,
    /// The plan's own sentence; `None` reads 规划未涉及.
    pub quote: Option<Quote>,
}

/// The part of the model a coefficient belongs to, as a heading.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Topic {
    Research,
    Talent,
    Knowledge,
    Enterprises,
    Transfer,
    Contribution,
}

impl Topic {
    /// All of them, in reading order.
    pub const ALL: [Topic; 6] =
        [Topic::Research, Topic::Talent, Topic::Knowledge, Topic::Enterprises, Topic::Transfer, Topic::Contribution];

    pub const fn name(self) -> Text {
        match self {
            Topic::Research => Text::new("研发投入", "R&D investment"),
            Topic::Talent => Text::new("人才", "Talent"),
            Topic::Knowledge => Text::new("知识存量与专利", "Knowledge stock and patents"),
            Topic::Enterprises => Text::new("高企与产业结构", "HNTE and industrial structure"),
            Topic::Transfer => Text::new("技术合同与平台", "Contracts and platforms"),
            Topic::Contribution => Text::new("科技进步贡献", "S&T contribution"),
        }
    }
}

/// How a stored number is written on the page.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Display {
    /// As it is.
    Plain,
    /// A share or rate stored as a fraction, shown in per cent.
    Percent,
}

impl Display {
    /// The factor from the stored to the shown number.
    pub const fn scale(self) -> f64 {
        match self {
            Display::Plain => 1.0,
            Display::Percent => 100.0,
        }
    }
}

/// One uncertain coefficient, stored in the model's units.
#[derive(Clone, Copy, Debug)]
pub struct Coefficient {
    pub id: CoefficientId,
    /// The model's letter.
    pub symbol: &'static str,
    pub topic: Topic,
    pub name: Text,
    pub display: Display,
    /// The unit of the shown number; empty for an elasticity.
    pub unit: Text,
    pub low: f64,
    pub mode: f64,
    pub high: f64,
    /// Beyond these a value is refused; beyond low–high it is taken with a note.
    pub limits: (f64, f64),
    pub grade: Grade,
    pub source: Text,
}

/// One fact of the base year, of one or several numbers.
#[derive(Clone, Copy, Debug)]
pub struct Fact {
    pub id: FactId,
    pub name: Text,
    pub display: Display,
    pub unit: Text,
    pub values: &'static [f64],
    /// Beyond these a value is refused.
    pub limits: (f64, f64),
    pub grade: Grade,
    pub source: Text,
    /// Another published value that can be chosen, with the reason.
    pub alternatives: &'static [(f64, Text)],
}

/// A preset scenario; its values stand in [`Lever::presets`].
#[derive(Clone, Copy, Debug)]
pub struct Preset {
    pub id: PresetId,
    pub name: Text,
    pub description: Text,
}

/// What levers and coefficients are measured against: shown, never changed by a user.
/// Growth rates are fractions a year unless a field says otherwise.
#[derive(Clone, Copy, Debug)]
pub struct References {
    /// Government R&D growth of the reference path.
    pub government_growth: f64,
    /// Growth of enterprises' own R&D on the reference path.
    pub enterprise_growth: f64,
    /// Government R&D paid out under matching in the base year, fraction.
    pub matched_share: f64,
    /// Super-deduction of the base year, fraction of the expense.
    pub super_deduction: f64,
    /// Real GDP growth.
    pub gdp_growth: f64,
    /// GDP deflator.
    pub gdp_deflator: f64,
    /// Growth of above-scale industrial revenue.
    pub revenue_growth: f64,
    /// Yearly gain of R&D coverage, fraction of firms.
    pub coverage_gain: f64,
    /// Posts in the base year above its staff, fraction of staff.
    pub vacancy: f64,
    /// The R&D stock's largest yearly effect on the contribution, points.
    pub contribution_bound: f64,
    /// The window of the official contribution statistic, years; not the horizon.
    pub contribution_window: f64,
}

impl References {
    /// Name, value and unit of each, for the page.
    pub fn rows(&self) -> [(Text, f64, Text); 11] {
        const YEARLY: Text = Text::new("%/年", "%/yr");
        const PERCENT: Text = Text::same("%");
        [
            (Text::new("财政科技投入参照增速", "Government R&D growth"), self.government_growth * 100.0, YEARLY),
            (Text::new("企业研发投入参照增速", "Enterprises’ own R&D growth"), self.enterprise_growth * 100.0, YEARLY),
            (
                Text::new("1:1配套资金参照覆盖面", "Share paid out under 1:1 matching"),
                self.matched_share * 100.0,
                PERCENT,
            ),
            (Text::new("加计扣除参照比例", "Super-deduction"), self.super_deduction * 100.0, PERCENT),
            (Text::new("地区生产总值参照实际增速", "Real GDP growth"), self.gdp_growth * 100.0, YEARLY),
            (Text::new("GDP平减指数参照涨幅", "GDP deflator"), self.gdp_deflator * 100.0, YEARLY),
            (Text::new("规上工业营业收入参照增速", "Industrial revenue growth"), self.revenue_growth * 100.0, YEARLY),
            (
                Text::new("研发活动覆盖率参照年增", "Yearly gain in R&D coverage"),
                self.coverage_gain * 100.0,
                Text::new("百分点", "pp"),
            ),
            (Text::new("2020 年岗位空缺率", "Vacancies in 2020, of staff"), self.vacancy * 100.0, PERCENT),
            (
                Text::new("研发存量对贡献率的年度影响上限", "Largest yearly effect of the R&D stock on i11"),
                self.contribution_bound,
                Text::new("百分点", "pp"),
            ),
            (
                Text::new("贡献率的官方测算窗口", "Window of the official contribution statistic"),
                self.contribution_window,
                Text::new("年", "years"),
            ),
        ]
    }
}
