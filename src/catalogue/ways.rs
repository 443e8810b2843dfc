//! Words of what it takes.

use super::sentences::{target, value};
use crate::analysis::Targets;
use crate::analysis::goal_seek::Way;
use crate::analysis::resources::Effort;
use crate::model::Assessment;
use crate::plan::{IndicatorId, Plan};
use crate::text::number::fixed;
use crate::text::{Language, Text};

pub const CHOICE: Text = Text::new("选定目标与杠杆", "Targets and levers");
pub const WAYS: Text = Text::new("路径对比", "Ways side by side");
pub const TARGETS: Text = Text::new("要达到的目标", "Targets to meet");
pub const SELECTED: Text = Text::new("当前指标", "This indicator");
pub const BINDING: Text = Text::new("约束性", "Binding");
pub const ALL: Text = Text::new("全部目标", "All targets");
pub const NO_TARGET: Text = Text::new("请至少选定一个目标。", "Please choose at least one target.");
pub const LEVERS: Text = Text::new("可动用的杠杆", "Levers that may move");
pub const FREE: Text = Text::new("动用", "Free");
pub const LEVER: Text = Text::new("杠杆", "Lever");
pub const LOWEST: Text = Text::new("下限", "Lowest");
pub const HIGHEST: Text = Text::new("上限", "Highest");
pub const NOW: Text = Text::new("现值", "Now");
pub const PRESENT: Text = Text::new("现情景", "Present");
pub const WRONG_WAY_ROUND: Text = Text::new("下限须不高于上限。", "The lowest must not be above the highest.");
pub const CONFIDENCE: Text = Text::new("把握不低于", "With confidence of at least");
pub const CONFIDENCE_FIELD: Text = Text::new("把握，%", "Confidence, %");
pub const CONFIDENCE_LIMITS: Text = Text::new("可填 1 至 99。", "Between 1 and 99, please.");
pub const SEARCH: Text = Text::new("求解", "Search");
pub const CANCEL: Text = Text::new("取消", "Cancel");
pub const RESULT: Text = Text::new("所选目标", "Chosen targets");
pub const REACHED: Text = Text::new("均达标", "All met");
pub const EFFORT: Text = Text::new("力度", "Effort");
pub const EFFORT_NOTE: Text = Text::new(
    "力度：各杠杆移动幅度占量程之比的平方和。现值、路径值为五年均值；路径各年取同一值。",
    "Effort: the sum of squared moves, each as a part of its lever’s range. Values are means of the years; a way sets all years alike.",
);
pub const MOVED: Text = Text::new("改动杠杆", "Levers moved");
pub const CHANCE: Text = Text::new("同时达标概率", "Chance of all chosen");
pub const LANDING: Text = Text::new("2025 年指标", "Where all land");
pub const RESOURCES: Text = Text::new("五年资源（D 级）", "Resources, five years (grade D)");
pub const RESOURCES_NOTE: Text = Text::new(
    "资源为 D 级估算：2020 年 GDP 与企业投入占比不出自规划。",
    "Resources are grade D: GDP of 2020 and the enterprises’ share are not the plan’s.",
);
pub const APPLY: Text = Text::new("采用", "Apply");
pub const DISCARD: Text = Text::new("放弃（Esc）", "Discard (Esc)");
pub const UNDO: Text = Text::new("撤销", "Undo");
pub const ASSURED: Text = Text::new("有把握", "Assured");

pub const fn way(way: Way) -> Text {
    match way {
        Way::LeastEffort => Text::new("最省力", "Least effort"),
        Way::Money => Text::new("仅研发投入", "R&D money"),
        Way::PeopleAndFirms => Text::new("仅人才企业", "Talent, firms"),
    }
}

/// How far the search with confidence has come.
pub fn round(rounds: u32, chance: f64, language: Language) -> String {
    let percent = chance_text(chance);
    match language {
        Language::Zh => format!("第 {rounds} 轮，现为 {percent} %"),
        Language::En => format!("round {rounds}, now {percent} %"),
    }
}

/// A chance in whole per cent; "<1" and ">99" rather than none and certain.
pub fn chance_text(chance: f64) -> String {
    match fixed(chance * 100.0, 0).as_str() {
        "0" => "<1".to_owned(),
        "100" => ">99".to_owned(),
        percent => percent.to_owned(),
    }
}

/// The names of targets, in a list.
pub fn names(plan: &Plan, targets: Targets, language: Language) -> String {
    let names: Vec<&str> = targets.iter().map(|id| plan.indicator(id).shortest.get(language)).collect();
    names.join(if language == Language::Zh { "、" } else { ", " })
}

/// How many of the chosen targets stay short.
pub fn stay_short(count: usize, language: Language) -> String {
    match language {
        Language::Zh => format!("差 {count} 项"),
        Language::En => format!("{count} short"),
    }
}

/// A lever's box, for those who do not see its row.
pub fn free_lever(name: &str, language: Language) -> String {
    match language {
        Language::Zh => format!("动用{name}"),
        Language::En => format!("Free {name}"),
    }
}

/// A lever's bound, likewise.
pub fn bound(name: &str, end: Text, language: Language) -> String {
    match language {
        Language::Zh => format!("{name}，{}", end.get(language)),
        Language::En => format!("{name}, {}", end.get(language).to_lowercase()),
    }
}

/// The button that takes a way.
pub fn apply_way(name: &str, language: Language) -> String {
    match language {
        Language::Zh => format!("采用“{name}”"),
        Language::En => format!("Apply {name}"),
    }
}

/// What stands where a way was taken.
pub fn applied(name: &str, language: Language) -> String {
    match language {
        Language::Zh => format!("已采用“{name}”。"),
        Language::En => format!("{name} applied."),
    }
}

/// Why a way does not meet the chosen targets, and what stays short at the nearest point to them.
pub fn unreachable(
    plan: &Plan,
    way: &str,
    blocking: Targets,
    short: Targets,
    assessments: &[Assessment],
    language: Language,
) -> String {
    let stays = |id: IndicatorId| {
        let (indicator, mark) = (plan.indicator(id), &assessments[id.index()]);
        let (is, wanted) = (value(indicator, mark.value), target(indicator, mark.target));
        match language {
            Language::Zh => format!("{} {is}（目标 {wanted}）", indicator.shortest.zh),
            Language::En => format!("{} at {is} (target {wanted})", indicator.shortest.en),
        }
    };
    let stay: Vec<String> = short.iter().map(stays).collect();
    let blocked = names(plan, blocking, language);
    let together = blocking.iter().count() > 1;
    match (language, together) {
        (Language::Zh, false) => format!("{way}：达不到{blocked}；最近点仍差：{}。", stay.join("、")),
        (Language::Zh, true) => format!("{way}：{blocked}不能同时达到；最近点仍差：{}。", stay.join("、")),
        (Language::En, false) => {
            format!("“{way}” cannot reach {blocked}. Nearest point, still short: {}.", stay.join(", "))
        }
        (Language::En, true) => {
            format!("“{way}” cannot meet {blocked} together. Nearest point, still short: {}.", stay.join(", "))
        }
    }
}

/// Targets that a way meets only by a smaller denominator.
pub fn smaller_denominator(plan: &Plan, way: &str, targets: Targets, language: Language) -> String {
    let names = names(plan, targets, language);
    match language {
        Language::Zh => format!("{way}：{names}只因分母变小而达标，按参照增速不达标。"),
        Language::En => format!("{way}: {names} met by a smaller denominator only, and not at reference growth."),
    }
}

/// What is said where no way known has the wanted chance.
pub fn not_assured(wanted: f64, chance: f64, language: Language) -> String {
    let (wanted, most) = (chance_text(wanted), chance_text(chance));
    match language {
        Language::Zh => format!("未找到把握达 {wanted} % 的取值；已知最高为 {most} %。"),
        Language::En => format!("No setting known reaches {wanted} %; the largest chance found is {most} %."),
    }
}

/// The resources of a scenario over all years, each as name, number and unit.
pub fn resources(years: &[Effort], language: Language) -> [(&'static str, String, &'static str); 7] {
    let sum = |of: fn(&Effort) -> f64| years.iter().map(of).sum::<f64>();
    let last = years.last().map_or(0.0, |year| year.posts_empty);
    let (research, government) = (sum(|year| year.research), sum(|year| year.government));
    let share = if research > 0.0 { 100.0 * government / research } else { 0.0 };
    let row = |name: Text, number: f64, decimals: usize, unit: Text| {
        (name.get(language), fixed(number, decimals), unit.get(language))
    };
    [
        row(Text::new("研发经费", "R&D money"), research, 1, Text::new("亿元", "¥100 m")),
        row(Text::new("其中财政", "of which public"), share, 0, Text::same("%")),
        row(Text::new("新认定高企", "HNTE certified"), sum(|year| year.certified), 0, Text::new("家", "firms")),
        row(Text::new("研发人员净增", "R&D staff gained"), sum(|year| year.staff_gained), 0, PER_HUNDRED),
        row(Text::new("2025 年空岗", "Posts empty, 2025"), last, 0, PER_HUNDRED),
        row(
            Text::new("孵化载体申报", "Incubator bids"),
            sum(|year| year.incubator_applications),
            1,
            Text::new("次", ""),
        ),
        row(Text::new("国家中心申报", "Centre bids"), sum(|year| year.centre_applications), 1, Text::new("次", "")),
    ]
}

const PER_HUNDRED: Text = Text::new("/百人", "per 100");
