//! The wording of workbooks: names of sheets, heads of columns and rows.

use crate::model::MODEL_VERSION;
use crate::text::{Language, Text};

/// Sheet names: at most 31 characters, none of `[ ] : * ? / \`.
pub const SUMMARY: Text = Text::new("摘要", "Summary");
pub const TRAJECTORIES: Text = Text::new("轨迹", "Trajectories");
pub const CHARTS: Text = Text::new("轨迹图", "Charts");
pub const LEVERS: Text = Text::new("措施", "Levers");
pub const ASSUMPTIONS: Text = Text::new("假设", "Assumptions");
pub const MILESTONES: Text = Text::new("年度里程碑", "Yearly milestones");
pub const LIKELIHOOD: Text = Text::new("可能性", "Likelihood");

pub const INDICATOR: Text = Text::new("指标", "Indicator");
pub const UNIT: Text = Text::new("单位", "Unit");
pub const ATTRIBUTE: Text = Text::new("属性", "Kind");
pub const TARGET: Text = Text::new("目标", "Target");
pub const SCENARIO: Text = Text::new("情景", "Scenario");
pub const STAMP: Text = Text::new("校验码", "Stamp");
pub const BASIS: Text = Text::new("由何预设改成", "Made from");
pub const ANNOTATION: Text = Text::new("说明", "Annotation");
pub const MET_COUNT: Text = Text::new("达标项数", "Targets met");
pub const NEAR_COUNT: Text = Text::new("接近项数", "Near");
pub const SHORT_COUNT: Text = Text::new("未达项数", "Short");
pub const COMPLETION: Text = Text::new("完成度", "Completion");
pub const STATUS: Text = Text::new("达标情况", "Status");
pub const OWN_TARGETS: Text = Text::new("读法不同的目标", "Targets read otherwise");
pub const PUBLISHED: Text = Text::new("已公布值（不参与测算）", "Published figures (not used by the model)");
pub const YEAR: Text = Text::new("年份", "Year");
pub const VALUE: Text = Text::new("数值", "Value");
pub const SOURCE: Text = Text::new("来源", "Source");
pub const DATE: Text = Text::new("公布日期", "Published on");
pub const REMARK: Text = Text::new("备注", "Remark");
pub const LEVER: Text = Text::new("措施", "Lever");
pub const GROUP: Text = Text::new("分组", "Group");
pub const ASSUMPTION: Text = Text::new("假设", "Assumption");
pub const SYMBOL: Text = Text::new("符号", "Symbol");
pub const TOPIC: Text = Text::new("部分", "Part");
pub const LOW: Text = Text::new("低", "Low");
pub const MODE: Text = Text::new("最可能", "Likely");
pub const HIGH: Text = Text::new("高", "High");
pub const MINIMUM: Text = Text::new("下限", "Lowest");
pub const MAXIMUM: Text = Text::new("上限", "Highest");
pub const GRADE: Text = Text::new("等级", "Grade");
pub const PLAN_SENTENCE: Text = Text::new("规划原文", "The plan says");
pub const NOTES: Text = Text::new("备注（何人何据）", "Notes (source, reason)");
pub const FACTS: Text = Text::new("2020 年情况", "Facts of 2020");
pub const REFERENCES: Text = Text::new("参照值（只作定义，不可改）", "References (definitions, never changed)");
pub const MEASURE: Text = Text::new("项目", "Row");
pub const MILESTONE: Text = Text::new("里程碑（直线）", "Milestone (linear)");
pub const CHANCE: Text = Text::new("达标可能性", "Chance of the target");
pub const ALL_BINDING: Text = Text::new("约束性指标全部达标", "All binding targets");
pub const ALL_TARGETS: Text = Text::new("全部指标同时达标", "All targets at once");
pub const DRAWS: Text = Text::new("抽样次数", "Draws");
/// What marks the reference among the scenarios.
const REFERENCE_MARK: Text = Text::new("（参照）", " (reference)");

/// What the whole comes from, and when it was written: `date` is `YYYY-MM-DD`.
pub fn provenance(date: &str, language: Language) -> String {
    match language {
        Language::Zh => format!("推演，{date}；模型第 {MODEL_VERSION} 版，期望值；2020 年数和目标出自规划表 2"),
        Language::En => format!(
            "tuiyan, {date}; model version {MODEL_VERSION}, expected values; 2020 figures and targets: plan, table 2"
        ),
    }
}

/// The name of a scenario that is the reference.
pub fn as_reference(name: &str, language: Language) -> String {
    format!("{name}{}", REFERENCE_MARK.get(language))
}

/// The `n`th scenario of the same name.
pub fn numbered(name: &str, n: usize) -> String {
    format!("{name} ({n})")
}

/// A year's head.
pub fn year(year: u16, language: Language) -> String {
    match language {
        Language::Zh => format!("{year} 年"),
        Language::En => year.to_string(),
    }
}

/// The head of the projected values.
pub fn projected(target_year: u16, language: Language) -> String {
    match language {
        Language::Zh => format!("{target_year} 年测算"),
        Language::En => format!("Projected, {target_year}"),
    }
}

/// The head of the differences to the reference.
pub fn differences(reference: &str, language: Language) -> String {
    match language {
        Language::Zh => format!("较{reference}之差"),
        Language::En => format!("Difference to {reference}"),
    }
}

/// The target of one scenario, where scenarios read it differently.
pub fn target_of(scenario: &str, language: Language) -> String {
    match language {
        Language::Zh => format!("目标（{scenario}）"),
        Language::En => format!("Target ({scenario})"),
    }
}

/// The milestone of one scenario, where scenarios read the target differently.
pub fn milestone_of(scenario: &str, language: Language) -> String {
    match language {
        Language::Zh => format!("里程碑（{scenario}）"),
        Language::En => format!("Milestone ({scenario})"),
    }
}

/// A scenario's value less its milestone.
pub fn ahead_of_milestone(scenario: &str, language: Language) -> String {
    match language {
        Language::Zh => format!("{scenario}，较里程碑"),
        Language::En => format!("{scenario}, against the milestone"),
    }
}

/// A percentile of the draws in a year: `percent` is 5, 25, 50, 75 or 95.
pub fn percentile(percent: u32, year: u16, language: Language) -> String {
    match language {
        Language::Zh => format!("{year} 年 P{percent:02}"),
        Language::En => format!("P{percent:02} in {year}"),
    }
}
