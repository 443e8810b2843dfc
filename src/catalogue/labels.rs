//! Fixed texts: labels, headings, buttons.

use crate::chart::Tone;
use crate::model::Status;
use crate::plan::{Attribute, Side};
use crate::text::{Language, Text};
use crate::workspace::{Page, Tab};

pub const APP: Text = Text::new("推演", "tuiyan");
pub const LEVERS: Text = Text::new("假设杠杆", "Levers");
pub const PAGES: Text = Text::new("页面", "Pages");
pub const SCOREBOARD: Text = Text::new("指标总览", "Scoreboard");
pub const IN_DEPTH: Text = Text::new("指标详情", "In depth");
pub const SCENARIO: Text = Text::new("情景", "Scenario");
pub const PRESETS: Text = Text::new("预设情景", "Presets");
pub const REFERENCE: Text = Text::new("对照", "against");
pub const RESET: Text = Text::new("复位", "Reset");
pub const BY_YEAR: Text = Text::new("逐年", "By year");
pub const MEAN: Text = Text::new("均值", "mean");
pub const BASIS_OF: Text = Text::new("依据", "Basis");
pub const CLOSE: Text = Text::new("关闭", "Close");
pub const NOT_POLICY: Text = Text::new("非政策", "not policy");
pub const TREND_TICK: Text = Text::new("趋势", "trend");
pub const PLAN_TICK: Text = Text::new("规划", "plan");
pub const DEFINITION: Text = Text::new("含义", "Definition");
pub const PLAN_SENTENCE: Text = Text::new("规划原文", "The plan says");
pub const NOT_IN_PLAN: Text = Text::new("规划未涉及", "not in the plan");
pub const TREND_SOURCE: Text = Text::new("趋势取值", "Trend value");
pub const RANGE: Text = Text::new("范围", "Range");
pub const DRAWER: Text = Text::new("展开或收起杠杆", "Unfold or fold the levers");

pub const INDICATOR_COLUMN: Text = Text::new("指标，2020 年实绩", "Indicator, 2020 level");
pub const INDICATOR: Text = Text::new("指标", "Indicator");
pub const UNIT: Text = Text::new("单位", "Unit");
pub const STATUS: Text = Text::new("状态", "Status");
pub const VALUE_COLUMN: Text = Text::new("2025 测算", "2025");
pub const TARGET_COLUMN: Text = Text::new("目标", "Target");
pub const COMPLETION_COLUMN: Text = Text::new("完成度 %", "Done %");
pub const CHANCE_COLUMN: Text = Text::new("概率 %", "Chance");
pub const PATH_COLUMN: Text = Text::new("轨迹", "Path");
pub const LAST_MOVE: Text = Text::new("上步", "last");
/// A target that is met in the expected value, and hardly more likely than not.
pub const TOSS_UP: Text = Text::new("约五成", "toss-up");
pub const BINDING: Text = Text::new("约束性", "binding");
pub const EXPECTED_VALUE: Text = Text::new("期望值", "expected value");
pub const SMALLER_DENOMINATOR: Text = Text::new("分母变小", "smaller base");

pub const AIM: Text = Text::new("达标区间所指目标", "Targets that the marks are about");
pub const AIM_SELECTED: Text = Text::new("单项", "One");
pub const AIM_ALL: Text = Text::new("全部", "All");

pub const SPREAD: Text = Text::new("不确定性的画法", "How uncertainty is drawn");
pub const RANGES: Text = Text::new("区间", "Ranges");
pub const PATHS: Text = Text::new("20 条路径", "20 paths");
pub const TOGETHER: Text = Text::new("同时达标项数的概率分布", "Chances of how many targets are met together");
pub const MORE_DRAWS: Text = Text::new("更多抽样", "More draws");
pub const CANCEL: Text = Text::new("取消", "Cancel");
pub const CHANCE: Text = Text::new("概率", "Chance");
pub const CHANCE_FIELD: Text = Text::new("达到的概率（%）", "Chance to reach it (%)");
pub const THRESHOLD: Text = Text::new("门槛", "Threshold");
pub const BACK_TO_TARGET: Text = Text::new("回到目标", "Back to target");
/// In place of workers.
pub const ENGINE_ON_PAGE: Text = Text::new(
    "浏览器未能启动后台计算，概率改在页面内计算，会慢一些。",
    "This browser starts no background work: chances are computed in the page, more slowly.",
);
pub const ENGINE_NOWHERE: Text = Text::new(
    "概率计算程序未能载入；测算值与达标状态不受影响。",
    "The program for chances could not be loaded; values and statuses are not affected.",
);

pub const TABLE_ORDER: Text = Text::new("按规划表", "Plan order");
pub const DIFFERENCE_ORDER: Text = Text::new("按差异", "By difference");
pub const ORDER: Text = Text::new("排序", "Order");
pub const SAY_OPENLY: Text = Text::new("应当说明", "To bear in mind");

pub const COEFFICIENTS: Text = Text::new("系数", "Coefficients");
pub const FACTS: Text = Text::new("2020 年情况", "Facts of 2020");
pub const REFERENCES: Text =
    Text::new("参照值（只作定义，不可改）", "References (they define the rest; not to be changed)");
pub const RESET_ASSUMPTIONS: Text = Text::new("假设全部复位", "Reset all assumptions");
pub const VALUE: Text = Text::new("取值", "Value");
pub const LOW_MODE_HIGH: Text = Text::new("低–最可能–高", "Low–likely–high");
pub const GRADE: Text = Text::new("等级与来源", "Grade and source");
pub const BACKGROUND: Text = Text::new("“十三五”背景", "The preceding plan");
pub const BACKGROUND_TARGET: Text = Text::new("目标或 2015 年", "Target, or 2015");
pub const BACKGROUND_RESULT: Text = Text::new("2020 年", "2020");
pub const DIGITAL_READING: Text = Text::new("数字经济占比目标的读法", "Reading of the digital target");
pub const READING_POINTS: Text = Text::new("增加 2 个百分点", "plus 2 percentage points");
pub const READING_RATIO: Text = Text::new("按比值，×1.02", "as a ratio, ×1.02");

pub const HINTS: Text = Text::new("初次使用", "First steps");
pub const HINT_LEVER: Text =
    Text::new("拖动左侧杠杆，11 项指标随即更新。", "Move a lever on the left: all 11 indicators follow.");
pub const HINT_INDICATOR: Text =
    Text::new("点选一项指标，右侧显示其轨迹与目标。", "Choose an indicator to see its path against the target.");
pub const HINT_REFERENCE: Text =
    Text::new("换一个对照，看与趋势或规划相差多少。", "Pick another reference to see how far apart they are.");
pub const DISMISS_HINTS: Text = Text::new("知道了", "Got it");

pub const TO_DARK: Text = Text::new("深色", "Dark");
pub const TO_LIGHT: Text = Text::new("浅色", "Light");
pub const FOLLOW_SYSTEM: Text = Text::new("跟随系统", "System");
pub const THEME: Text = Text::new("外观", "Theme");
pub const SHARE: Text = Text::new("分享", "Share");
pub const FILES: Text = Text::new("文件", "Files");
pub const SCRIPT: Text = Text::new("演示稿", "Script");
pub const PRESENT: Text = Text::new("演示", "Present");
pub const PRESENT_HINT: Text = Text::new("全屏演示（P）", "Present full screen (P)");
/// The other language, in its own words.
pub const OTHER_LANGUAGE: Text = Text::new("English", "中文");
pub const OTHER_LANGUAGE_LONG: Text = Text::new("Switch to English", "切换为中文");

pub const LOADING: Text = Text::new("正在载入…", "Loading…");
pub const NOT_LOADED: Text =
    Text::new("这部分未能载入，请检查网络。", "This part could not be loaded. Please check the network.");
pub const NOT_SAVING: Text = Text::new(
    "部分程序未能载入：改动暂时只留在网址中。",
    "Part of the page could not be loaded: for now, changes are kept in the address only.",
);
pub const TRY_AGAIN: Text = Text::new("重试", "Try again");

pub const NOTICES: Text = Text::new("提示", "Notices");

/// The word of a status.
pub const fn status(status: Status) -> Text {
    match status {
        Status::Met => Text::new("达标", "Met"),
        Status::Near => Text::new("接近", "Near"),
        Status::Short => Text::new("未达", "Short"),
    }
}

/// The shape of a status, where it is drawn as a letter.
pub const fn status_sign(status: Status) -> &'static str {
    match status {
        Status::Met => "●",
        Status::Near => "◐",
        Status::Short => "○",
    }
}

/// A status behind its shape, likewise.
pub fn status_with_sign(status: Status, language: Language) -> String {
    [status_sign(status), " ", self::status(status).get(language)].concat()
}

/// The colour of a status in a picture.
pub const fn status_tone(status: Status) -> Tone {
    match status {
        Status::Met => Tone::Met,
        Status::Near => Tone::Near,
        Status::Short => Tone::Short,
    }
}

/// The class that gives a status its shape and colour.
pub const fn status_class(status: Status) -> &'static str {
    match status {
        Status::Met => "met",
        Status::Near => "near",
        Status::Short => "short",
    }
}

pub const fn side(side: Side) -> Text {
    match side {
        Side::Input => Text::new("投入", "Input"),
        Side::Output => Text::new("产出", "Output"),
    }
}

pub const fn attribute(attribute: Attribute) -> Text {
    match attribute {
        Attribute::Expected => Text::new("预期性", "expected"),
        Attribute::Binding => Text::new("约束性", "binding"),
    }
}

pub const fn page(page: Page) -> Text {
    match page {
        Page::Model => Text::new("推演", "Model"),
        Page::Compare => Text::new("对比", "Compare"),
        Page::Ways => Text::new("达标路径", "What it takes"),
    }
}

/// Names of the views of one indicator.
pub const fn tab(tab: Tab) -> Text {
    match tab {
        Tab::Trajectory => Text::new("轨迹", "Trajectory"),
        Tab::Why => Text::new("原因", "Why"),
        Tab::Sensitivity => Text::new("敏感性", "Sensitivity"),
        Tab::Overview => Text::new("全部指标", "All 11"),
        Tab::Basis => Text::new("依据与假设", "Assumptions"),
    }
}
