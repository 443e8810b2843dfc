//! Words of the printed report.

use super::chances;
use super::sentences::{self, labelled};
use crate::analysis::monte_carlo::Bands;
use crate::model::{MODEL_VERSION, Status};
use crate::plan::Plan;
use crate::text::{Language, Text};
use crate::workspace::{Draft, Results, Workspace};

pub const REPORT: Text = Text::new("报告", "Report");
pub const REPORT_HINT: Text = Text::new(
    "打印稿：摘要、指标表、各项轨迹、设定与假设、年度里程碑；情况汇报：一页公文，可复制或下载。",
    "On paper: summary, all indicators with charts, settings and assumptions, milestones. The briefing is one page of text.",
);
pub const PRINT: Text = Text::new("打印报告", "Print report");
pub const BRIEFING: Text = Text::new("情况汇报", "Briefing");
pub const BRIEFING_HINT: Text = Text::new(
    "由当前情景的数字写成，随情景更新；版式按 GB/T 9704，落款单位请自行添加。",
    "Written from the figures of this scenario, and kept up to date with it. Please add who signs it.",
);
pub const COPY_TEXT: Text = Text::new("复制", "Copy");
pub const PRINT_NOW: Text = Text::new("现在打印", "Print now");
pub const DIALOG: Text = Text::new(
    "请在打印对话框中选择打印机，或存为 PDF（A4 纵向）。",
    "Choose a printer in the browser’s dialog, or save as PDF (A4, portrait).",
);
pub const TITLE: Text = Text::new("　推演报告", ": projection report");

pub const FIGURES: Text = Text::new("一、指标测算", "1  Indicators");
pub const PATHS: Text = Text::new("二、轨迹", "2  Paths");
pub const SETTINGS: Text = Text::new("三、与趋势不同的设定", "3  Settings off the trend");
pub const EACH: Text = Text::new("四、各项指标", "4  Each indicator");
pub const MILESTONES: Text = Text::new("五、年度里程碑", "5  Yearly milestones");
pub const ASSUMPTIONS: Text = Text::new("七、假设与依据", "7  Assumptions and their grades");
pub const OPENLY: Text = Text::new("六、应当说明", "6  To bear in mind");
pub const CODE: Text = Text::new("全码", "Full code");

pub const STATUS: Text = Text::new("状态", "Status");
pub const COMPLETION: Text = Text::new("完成 %", "Done %");
pub const CHANCE: Text = Text::new("概率 %", "Chance %");
pub const HALF: Text = Text::new("半数可能", "Half of all draws");
pub const ALL_AS_TREND: Text = Text::new("全部杠杆与趋势相同。", "All levers are as on the trend.");
pub const NOTES: Text = Text::new("备注", "Notes");
pub const MILESTONE: Text = Text::new("里程碑", "Milestone");
pub const PROJECTED: Text = Text::new("测算", "Projected");
pub const MILESTONES_HINT: Text = Text::new(
    "里程碑是 2020 年与目标之间的直线，规划未分年度；规划只定 2025 年目标。",
    "Milestones lie on the straight line from 2020 to the target; the plan itself sets targets for 2025 only.",
);
pub const CHANGED_HINT: Text = Text::new("加粗：由使用者改动", "bold: changed by the user");

/// What must be said of the whole; what concerns a single indicator stands beside its chart.
pub const WARNINGS: [Text; 7] = [
    Text::new(
        "比重和比率在GDP、营业收入增长更快时下降，在其停滞时上升；只因分母变小而达标的，表中已注明，按参照增速并不达标。人均指标会被人口、\
        就业的流入摊薄。",
        "Ratios fall when GDP or revenue outruns them and rise when these stall; a target met only by a smaller base is \
        marked, and would not be met at reference growth. Figures per head are diluted by inflow of people.",
    ),
    Text::new(
        "指标 1 与指标 2 的目标相互牵制：工业营收年增 16 % 时，规划情景为使指标 2 达到 1.3 %，会把指标 1 推高到 4.5 %。",
        "The targets of indicators 1 and 2 pull apart: with industry growing at 16 %, the plan preset’s 1.3 % lifts \
        indicator 1 to 4.5 %.",
    ),
    Text::new(
        "指标 7 至 11 主要依据判断；科技进步贡献率要提高的 8 个百分点，大部分来自体制机制改革红利这一判断。",
        "Indicators 7 to 11 rest mostly on judgement; most of the eight points of indicator 11 is the reform dividend, \
        a judgement.",
    ),
    Text::new(
        "规划的 2020 年数据彼此不太相称，除测算合同基准和资源外，不跨指标推算水平。",
        "The plan’s own 2020 figures sit oddly together: no level is derived across indicators but for contracts and \
        resources.",
    ),
    Text::new(
        "调高研发存量折旧率或专利失效率，会放大对以往走势的偏离，因为 2020 年的起点也随之重估。",
        "Raising the depreciation of the R&D stock or the lapse of patents enlarges deviations from the past, because \
        2020 is then re-read too.",
    ),
    Text::new(
        "期望值不必是整数；期望值达标，实际达标的把握仍可能只有约五成，所以状态与概率一并列出。",
        "Expected counts need not be whole, and a target met in the expected value may still be a toss-up: status and \
        chance are both shown.",
    ),
    Text::new(
        "概率由系数区间和年度波动得出，不是预报。趋势情景的GDP增速是已知结果，政策取值则是判断。",
        "Chances follow from the ranges of the coefficients and yearly shocks and are no forecast. The trend’s GDP growth \
        is known outcome, its policies are not.",
    ),
];

/// A day, `YYYY-MM-DD`, as it is written out.
pub fn date(day: &str, language: Language) -> String {
    let mut parts = day.splitn(3, '-');
    let mut next = || parts.next().unwrap_or_default().trim_start_matches('0');
    let (year, month, day) = (next(), next(), next());
    match language {
        Language::Zh => format!("{year} 年 {month} 月 {day} 日"),
        Language::En => {
            const MONTHS: [&str; 12] = [
                "January",
                "February",
                "March",
                "April",
                "May",
                "June",
                "July",
                "August",
                "September",
                "October",
                "November",
                "December",
            ];
            let name = month.parse::<usize>().ok().and_then(|month| MONTHS.get(month.checked_sub(1)?));
            format!("{day} {} {year}", name.copied().unwrap_or(month))
        }
    }
}

/// The message in one line: the scenario, and how many targets it meets.
pub fn headline(plan: &Plan, name: &str, results: &Results, language: Language) -> String {
    let summary = &results.own.summary;
    let (met, near, short) = (summary.met, summary.near, summary.short);
    let (year, total) = (plan.target_year(), plan.indicators.len());
    let standing = match (language, met, near) {
        (Language::Zh, met, _) if met == total => format!(" {total} 项指标全部达标"),
        (Language::Zh, 0, 0) => format!(" {total} 项指标均未达标"),
        (Language::Zh, 0, near) => format!("尚无指标达标，{near} 项接近"),
        (Language::Zh, met, 0) => format!(" {met} 项达标，{short} 项未达"),
        (Language::Zh, met, near) => format!(" {met} 项达标，{near} 项接近"),
        (Language::En, met, _) if met == total => format!("all {total} targets met in {year}"),
        (Language::En, 0, 0) => format!("none of {total} targets met in {year}"),
        (Language::En, 0, near) => format!("no target met in {year}, {near} near"),
        (Language::En, met, 0) => format!("{met} of {total} targets met in {year}, {short} short"),
        (Language::En, met, near) => format!("{met} of {total} targets met in {year}, {near} near"),
    };
    match language {
        Language::Zh => format!("{name}：{year} 年{standing}"),
        Language::En => labelled(name, &standing, language),
    }
}

/// The message in a paragraph: what the scenario is, how many targets it meets, how the binding and the furthest
/// stand, and how likely all of it is.
pub fn summary(
    plan: &Plan,
    workspace: &Workspace,
    results: &Results,
    bands: Option<&Bands>,
    language: Language,
) -> String {
    let summary = &results.own.summary;
    let (levers, assumptions) = (workspace.levers_changed(plan), workspace.assumptions_changed(plan));
    let basis = workspace.draft().basis;
    let preset = plan.preset(basis);
    let origin = match (language, levers + assumptions) {
        (Language::Zh, 0) => format!("即预设情景“{}”：{}", preset.name.zh, preset.description.zh),
        (Language::En, 0) => format!("This is the preset {}: {}", preset.name.en, preset.description.en),
        (Language::Zh, _) => {
            format!("在预设情景“{}”上改动 {}。", preset.name.zh, listed(levers, assumptions, language))
        }
        (Language::En, _) => {
            format!("The preset {} with {} changed.", preset.name.en, listed(levers, assumptions, language))
        }
    };
    let furthest = &summary.assessments[summary.furthest.index()];
    let furthest = match furthest.status {
        Status::Met => sentences::least_ahead(plan, furthest, language),
        Status::Near | Status::Short => sentences::furthest(plan, furthest, language),
    };
    let binding = sentences::binding(plan, results, bands, language).into_iter().map(|binding| {
        let status = super::labels::status(binding.status).get(language);
        let status = if language == Language::En { status.to_lowercase() } else { status.to_owned() };
        format!("{}{status}{}", binding.name, binding.chance)
    });
    let stop = Text::new("。", ". ").get(language);
    let mut text =
        format!("{origin}{}{}", Text::new("", " ").get(language), sentences::announcement(plan, results, language));
    for sentence in std::iter::once(furthest).chain(binding) {
        text.push_str(Text::new("", " ").get(language));
        text.push_str(&sentence);
        text.push_str(stop.trim_end());
    }
    if let Some(bands) = bands {
        text.push_str(Text::new("", " ").get(language));
        text.push_str(&chances::together(plan, bands, language));
    }
    text
}

/// How many levers and assumptions, of which there is at least one.
fn listed(levers: usize, assumptions: usize, language: Language) -> String {
    let count = |number: usize, zh: &str, en: &str| match (language, number) {
        (_, 0) => None,
        (Language::Zh, _) => Some(format!("{number} 项{zh}")),
        (Language::En, 1) => Some(format!("1 {en}")),
        (Language::En, _) => Some(format!("{number} {en}s")),
    };
    let counts = [count(levers, "杠杆", "lever"), count(assumptions, "假设", "assumption")];
    counts.into_iter().flatten().collect::<Vec<_>>().join(Text::new("、", " and ").get(language))
}

/// Where the figures of the first page come from.
pub fn source(plan: &Plan, bands: Option<&Bands>, language: Language) -> String {
    let base = plan.base_year;
    match (language, bands.map(|bands| bands.draws)) {
        (Language::Zh, None) => format!(
            "{base} 年与目标：规划表 2（A 级）；测算：模型第 {MODEL_VERSION} 版，期望值；杠杆与多数系数为判断（D 级）。概率尚未算出。"
        ),
        (Language::Zh, Some(draws)) => format!(
            "{base} 年与目标：规划表 2（A 级）；测算：模型第 {MODEL_VERSION} 版，期望值；杠杆与多数系数为判断（D 级）。概率由系数区间得出\
            （{}），不是预报。",
            chances::draws(draws, language)
        ),
        (Language::En, None) => format!(
            "{base} and targets: plan, table 2 (grade A). Projection: model version {MODEL_VERSION}, expected values; \
            levers and most coefficients are judgement (grade D). Chances are not known yet."
        ),
        (Language::En, Some(draws)) => format!(
            "{base} and targets: plan, table 2 (grade A). Projection: model version {MODEL_VERSION}, expected values; \
            levers and most coefficients are judgement (grade D). Chances follow from the coefficients’ ranges ({}) and \
            are no forecast.",
            chances::draws(draws, language)
        ),
    }
}

/// What stands in the margin of every page, on one line.
pub fn margin(name: &str, stamp: &str, language: Language) -> String {
    const LONGEST: usize = 30;
    let short: String = name.chars().take(LONGEST).collect();
    let more = if short.len() < name.len() { "…" } else { "" };
    match language {
        Language::Zh => format!("推演 · {short}{more} · 校验码 {stamp}"),
        Language::En => format!("tuiyan · {short}{more} · stamp {stamp}"),
    }
}

/// How far the draws are that a report waits for.
pub fn waiting(draws: usize, language: Language) -> String {
    match (language, draws) {
        (Language::Zh, 0) => "正在抽样…".to_owned(),
        (Language::En, 0) => "Drawing…".to_owned(),
        (Language::Zh, draws) => format!("正在抽样，已有 {}…", chances::draws(draws, language)),
        (Language::En, draws) => format!("Drawing: {} so far…", chances::draws(draws, language)),
    }
}

/// What the user says of the scenario.
pub fn annotation(draft: &Draft, language: Language) -> Option<String> {
    let text = draft.annotation();
    (!text.is_empty()).then(|| labelled(Text::new("说明", "Annotation").get(language), text, language))
}

#[cfg(test)]
mod tests {
    use std::rc::Rc;

    use super::*;
    use crate::plan::{CoefficientId, LANZHOU, LeverId, PresetId};
    use crate::workspace::Link;

    fn headline_of(preset: PresetId, met: usize, near: usize, language: Language) -> String {
        let workspace = Workspace::of_link(&Link::to(&LANZHOU, Draft::of_preset(&LANZHOU, preset)), 1);
        let mut results = Results::new(&LANZHOU, &workspace);
        let mut own = (*results.own).clone();
        (own.summary.met, own.summary.near, own.summary.short) = (met, near, 11 - met - near);
        results.own = Rc::new(own);
        headline(&LANZHOU, "甲", &results, language)
    }

    #[test]
    fn the_headline_follows_the_counts() {
        let zh = |met, near| headline_of(PresetId::Plan, met, near, Language::Zh);
        assert_eq!(zh(11, 0), "甲：2025 年 11 项指标全部达标");
        assert_eq!(zh(4, 2), "甲：2025 年 4 项达标，2 项接近");
        assert_eq!(zh(4, 0), "甲：2025 年 4 项达标，7 项未达");
        assert_eq!(zh(0, 1), "甲：2025 年尚无指标达标，1 项接近");
        assert_eq!(zh(0, 0), "甲：2025 年 11 项指标均未达标");
        let en = |met, near| headline_of(PresetId::Plan, met, near, Language::En);
        assert_eq!(en(11, 0), "甲: all 11 targets met in 2025");
        assert_eq!(en(4, 2), "甲: 4 of 11 targets met in 2025, 2 near");
        assert_eq!(en(0, 0), "甲: none of 11 targets met in 2025");
    }

    #[test]
    fn the_summary_says_what_was_changed() {
        let mut draft = Draft::of_preset(&LANZHOU, PresetId::Trend);
        let mut scenario = (*draft.scenario).clone();
        scenario.set_lever(&LANZHOU, LeverId::HnteEntry, 25.0).unwrap();
        scenario.set_coefficient(&LANZHOU, CoefficientId::RdDepreciation, 0.2).unwrap();
        draft.scenario = Rc::new(scenario);
        let workspace = Workspace::of_link(&Link::to(&LANZHOU, draft), 1);
        let results = Results::new(&LANZHOU, &workspace);
        let text = |language| summary(&LANZHOU, &workspace, &results, None, language);
        assert!(
            text(Language::Zh).starts_with("在预设情景“趋势”上改动 1 项杠杆、1 项假设。11 项指标："),
            "{}",
            text(Language::Zh)
        );
        assert!(
            text(Language::En).starts_with("The preset Trend with 1 lever and 1 assumption changed. 11 indicators: ")
        );
    }

    #[test]
    fn long_names_leave_the_margin_room() {
        let margin = margin(&"长".repeat(60), "2-a-b", Language::Zh);
        assert!(margin.chars().count() < 50 && margin.ends_with("… · 校验码 2-a-b"), "{margin}");
    }

    #[test]
    fn days_are_written_out() {
        assert_eq!(date("2026-11-05", Language::Zh), "2026 年 11 月 5 日");
        assert_eq!(date("2026-01-25", Language::En), "25 January 2026");
    }
}
