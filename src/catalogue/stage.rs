//! Words of the presentation.

use super::sentences::{difference_unit, scenario_name, target, value, with_unit};
use super::{chances, labels};
use crate::chart::Name;
use crate::model::{Assessment, MODEL_VERSION};
use crate::plan::{Indicator, IndicatorId, Lever, Plan};
use crate::text::number::{at_least, completion, difference, fixed, shortest};
use crate::text::{Language, Text};
use crate::workspace::{Picture, Workspace};

pub const STAGE: Text = Text::new("演示", "Presentation");
pub const NEXT: Text = Text::new("下一幕（或下一项指标）", "Next scene (or indicator)");
pub const PREVIOUS: Text = Text::new("上一幕", "Previous scene");
pub const FIRST: Text = Text::new("第一幕", "First scene");
pub const LAST: Text = Text::new("最后一幕", "Last scene");
pub const START: Text =
    Text::new("从第一幕开始；加 Shift 从当前幕", "Start at the first scene; with Shift at the present one");
pub const PLAY_OR_PAUSE: Text =
    Text::new("播放（逐年，或这一幕的杠杆变动），暂停", "Play the years or the scene’s moves, pause");
pub const IMPROVISE: Text = Text::new("现场调整杠杆", "Move levers on the spot");
pub const RETURN: Text = Text::new("放弃调整，回到这一幕", "Drop that: back to the scene as it was");
pub const GUESS_KEY: Text = Text::new("先估后看：现场估计，再揭晓", "Guess first, then reveal");
pub const WHAT_IF_KEY: Text = Text::new("要是再高一些？需要什么", "And what if…? What it takes");
pub const SIDE_BY_SIDE: Text = Text::new("与对照并排", "Side by side with the reference");
pub const NEXT_PICTURE: Text = Text::new("换一种图", "Another kind of picture");
pub const BLACK: Text = Text::new("黑屏", "Black screen");
pub const FULL_SCREEN: Text = Text::new("全屏", "Full screen");
pub const HELP: Text = Text::new("按键说明", "Keys");
pub const LEAVE: Text = Text::new("关闭，离开演示", "Close; leave the stage");

pub const BACK: Text = Text::new("上一幕", "Previous");
pub const FORTH: Text = Text::new("下一幕", "Next");
pub const EXIT: Text = Text::new("退出", "Leave");
pub const PLAY: Text = Text::new("播放", "Play");
pub const PAUSE: Text = Text::new("暂停", "Pause");
pub const YEAR_SHOWN: Text = Text::new("显示到哪一年", "Year shown");
pub const MOVES_PLAYED: Text = Text::new("杠杆移动进度", "How far the levers have moved");
pub const LEVERS: Text = Text::new("现场调整", "Improvise");
pub const IMPROVISED: Text = Text::new("现场调整中，按 R 还原", "improvised: R goes back");
pub const BLACKED: Text = Text::new("屏幕已变黑", "The screen is black");
pub const YOUR_GUESS: Text = Text::new("现场估计", "Your guess");
pub const GUESS_FIELD: Text = Text::new("现场估计，数值", "Your guess, value");
pub const GUESS_HINT: Text = Text::new("拖动方块、按 ↑ ↓ 或输入数值", "Drag the square, press ↑ ↓, or type a number");
pub const REVEAL: Text = Text::new("揭晓（G）", "Reveal (G)");
pub const HIDDEN: Text = Text::new("2020 年之后的轨迹先不显示。", "The path after 2020 is hidden for now.");
pub const WHAT_IF: Text = Text::new("要是……呢？", "And what if…?");
pub const WANTED_FIELD: Text = Text::new("想要的数值", "Value asked for");
pub const TAKES: Text = Text::new("需要（各年同值）", "It takes (all years alike)");
pub const COSTS: Text = Text::new("五年合计，D 级估算", "Over five years, grade D");
pub const TAKE: Text = Text::new("在台上采用", "Show it on the stage");
pub const SCORES: Text = Text::new("11 项指标", "The 11 indicators");
pub const LEVERS_THAT_MATTER: Text = Text::new("起主要作用的杠杆", "The levers that matter");
pub const STEPS: Text = Text::new("翻页", "Steps");

/// The name of a kind of picture.
pub const fn picture(picture: Picture) -> Text {
    match picture {
        Picture::Scoreboard => Text::new("指标总览", "Scoreboard"),
        Picture::Path => Text::new("轨迹与区间", "Path and ranges"),
        Picture::Draws => Text::new("20 条路径", "20 paths"),
        Picture::Dots => Text::new("50 个点", "50 dots"),
        Picture::Causes => Text::new("原因", "Causes"),
    }
}

/// Where the figures come from, in a line.
pub fn source(plan: &Plan, language: Language) -> String {
    let base = plan.base_year;
    match language {
        Language::Zh => format!("测算：模型第 {MODEL_VERSION} 版；{base} 年与目标：规划表 2"),
        Language::En => format!("Projected: model version {MODEL_VERSION}; {base} and target: plan, table 2"),
    }
}

/// Unit, years, and the way from baseline to target.
pub fn subtitle(plan: &Plan, id: IndicatorId, wanted: f64, language: Language) -> [String; 2] {
    let indicator = plan.indicator(id);
    let unit = indicator.unit.get(language);
    let (first, last) = (plan.base_year, plan.target_year());
    let (from, to) = (shortest(indicator.baseline), target(indicator, wanted));
    match language {
        Language::Zh => [format!("{unit}，{first}—{last} 年"), format!("目标 {from} → {to}")],
        Language::En => [format!("{unit}, {first}–{last}"), format!("target {from} → {to}")],
    }
}

/// Whose year's value is shown large.
pub fn value_of_year(plan: &Plan, t: usize, language: Language) -> String {
    let year = usize::from(plan.base_year) + t;
    match (language, t) {
        (Language::Zh, 0) => format!("{year} 年实绩"),
        (Language::Zh, _) => format!("{year} 年测算"),
        (Language::En, 0) => format!("{year}, actual"),
        (Language::En, _) => format!("{year}, projected"),
    }
}

/// What is asked of the room.
pub fn question(plan: &Plan, language: Language) -> String {
    let year = plan.target_year();
    match language {
        Language::Zh => format!("{year} 年会到多少？"),
        Language::En => format!("How far by {year}?"),
    }
}

/// The word of a status, and how much of the way is covered.
pub fn status(assessment: &Assessment, language: Language) -> String {
    let (word, done) = (labels::status(assessment.status).get(language), completion(assessment.completion));
    match language {
        Language::Zh => format!("{word}，完成 {done} %"),
        Language::En => format!("{word}, {done} % done"),
    }
}

/// What the chance beside it is of.
pub fn chance_of(indicator: &Indicator, wanted: f64, language: Language) -> String {
    let to = target(indicator, wanted);
    match language {
        Language::Zh => format!("达到 {to} 的概率"),
        Language::En => format!("Chance of {to}"),
    }
}

/// How many of the sampled paths arrive.
pub fn paths_arriving(arriving: usize, of: usize, language: Language) -> String {
    match language {
        Language::Zh => format!("{of} 条抽样路径中 {arriving} 条到达"),
        Language::En => format!("{arriving} of {of} sampled paths arrive"),
    }
}

/// How far the scenario is from its reference.
pub fn versus(indicator: &Indicator, reference: &Name, apart: f64, language: Language) -> String {
    let (name, text) = (reference.get(language), difference(apart, indicator.decimals));
    let unit = difference_unit(indicator, language);
    match (language, text.as_str()) {
        (Language::Zh, "—") => format!("与{name}持平"),
        (Language::En, "—") => format!("level with {name}"),
        (Language::Zh, _) => format!("较{name} {text} {unit}"),
        (Language::En, _) => format!("{text} {unit} against {name}"),
    }
}

/// What the scenario is held against.
pub fn compared(reference: &Name, language: Language) -> String {
    let name = reference.get(language);
    match language {
        Language::Zh => format!("与{name}比较"),
        Language::En => format!("against {name}"),
    }
}

/// By how much the room's guess is off.
pub fn guess_off(indicator: &Indicator, guess: f64, projected: f64, language: Language) -> String {
    let off = fixed((guess - projected).abs(), indicator.decimals);
    let unit = difference_unit(indicator, language);
    let nothing = off.bytes().all(|byte| matches!(byte, b'0' | b'.'));
    match (language, nothing, guess > projected) {
        (Language::Zh, true, _) => "与测算一致".to_owned(),
        (Language::En, true, _) => "just as projected".to_owned(),
        (Language::Zh, _, true) => format!("高估 {off} {unit}"),
        (Language::Zh, ..) => format!("低估 {off} {unit}"),
        (Language::En, _, true) => format!("{off} {unit} too high"),
        (Language::En, ..) => format!("{off} {unit} too low"),
    }
}

/// The guess itself.
pub fn guess(indicator: &Indicator, guess: f64, language: Language) -> String {
    format!("{} {}", YOUR_GUESS.get(language), value(indicator, guess))
}

/// What is asked for.
pub fn wanted(plan: &Plan, id: IndicatorId, language: Language) -> String {
    let (name, year) = (plan.indicator(id).short.get(language), plan.target_year());
    match language {
        Language::Zh => format!("{name}，{year} 年要到"),
        Language::En => format!("{name} in {year} at"),
    }
}

/// Why a value is not asked about.
pub fn not_asked(indicator: &Indicator, high: f64, language: Language) -> String {
    let (low, high) = (shortest(indicator.baseline), shortest(high));
    match language {
        Language::Zh => format!("须高于 2020 年的 {low}，不超过 {high}。"),
        Language::En => format!("Above {low}, the value of 2020, and at most {high}, please."),
    }
}

/// Where nothing needs to be done.
pub fn already(indicator: &Indicator, lands: f64, language: Language) -> String {
    let lands = value(indicator, lands);
    match language {
        Language::Zh => format!("不必再动杠杆：已到 {lands}。"),
        Language::En => format!("No lever needs to move: it is at {lands} already."),
    }
}

/// How likely the value asked for is where nothing needs to be done.
pub fn chance_now(indicator: &Indicator, wanted: f64, chance: Option<f64>, language: Language) -> String {
    let (to, chance) = (target(indicator, wanted), percent(chance));
    match language {
        Language::Zh => format!("达到 {to} 的概率为 {chance}。"),
        Language::En => format!("The chance of {to} is {chance}."),
    }
}

/// What else can be asked for.
pub fn ask_higher(indicator: &Indicator, high: f64, language: Language) -> String {
    let high = with_unit(indicator, &shortest(high), language);
    match language {
        Language::Zh => format!("可改问更高的值，最高 {high}。"),
        Language::En => format!("Ask for a higher value, up to {high}."),
    }
}

/// Where there is a way.
pub fn reachable(indicator: &Indicator, wanted: f64, levers: usize, language: Language) -> String {
    let to = with_unit(indicator, &target(indicator, wanted), language);
    match (language, levers) {
        (Language::Zh, _) => format!("能到 {to}：最省力的办法动 {levers} 项杠杆。"),
        (Language::En, 1) => format!("{to} can be reached: the least effort moves 1 lever."),
        (Language::En, _) => format!("{to} can be reached: the least effort moves {levers} levers."),
    }
}

/// Where there is none.
pub fn nearest(indicator: &Indicator, wanted: f64, lands: f64, language: Language) -> String {
    let (to, lands) = (target(indicator, wanted), with_unit(indicator, &value(indicator, lands), language));
    match language {
        Language::Zh => format!("到不了 {to}：地方政策杠杆用足，最多约 {lands}。"),
        Language::En => format!("{to} is out of reach: with all local levers the nearest is {lands}."),
    }
}

/// How likely the value is then.
pub fn chance_then(indicator: &Indicator, wanted: f64, chance: Option<f64>, language: Language) -> String {
    let (to, chance) = (target(indicator, wanted), percent(chance));
    match language {
        Language::Zh => format!("这样做，达到 {to} 的概率为 {chance}。"),
        Language::En => format!("The chance of {to} is then {chance}."),
    }
}

/// How many levers are not listed.
pub fn more_levers(more: usize, language: Language) -> String {
    match (language, more) {
        (Language::Zh, _) => format!("另有 {more} 项小幅移动。"),
        (Language::En, 1) => "One more moves a little.".to_owned(),
        (Language::En, _) => format!("{more} more move a little."),
    }
}

/// Why a guess is refused.
pub fn not_a_guess((low, high): (f64, f64), language: Language) -> String {
    let (low, high) = (shortest(low), shortest(high));
    match language {
        Language::Zh => format!("可填 {low} 至 {high}。"),
        Language::En => format!("Between {low} and {high}, please."),
    }
}

/// Where a lever comes from and where it goes, without unit: with the decimals of its steps, and more where those do not
/// tell them apart.
pub fn lever_way(lever: &Lever, from: f64, to: f64) -> [String; 2] {
    let ends = [from, to].map(|value| fixed(value, lever.decimals));
    if ends[0] == ends[1] && from != to {
        return [from, to].map(|value| at_least((value * 1e3).round() / 1e3, lever.decimals));
    }
    ends
}

/// What a lever does to the indicator, or will have done once it has arrived where it moves to.
pub fn lever_effect(indicator: &Indicator, effect: f64, to_come: bool, language: Language) -> String {
    let text = difference(effect, indicator.decimals.max(1));
    let unit = difference_unit(indicator, language);
    match (language, text.as_str()) {
        (Language::Zh, "—") => "对结果影响甚微".to_owned(),
        (Language::En, "—") => "hardly any effect".to_owned(),
        (Language::Zh, _) if to_come => format!("到位后 {text} {unit}"),
        (Language::En, _) if to_come => format!("in the end {text} {unit}"),
        (Language::Zh, _) => format!("对结果 {text} {unit}"),
        (Language::En, _) => format!("effect {text} {unit}"),
    }
}

/// In place of levers where none differs.
pub fn no_levers(reference: &Name, language: Language) -> String {
    let name = reference.get(language);
    match language {
        Language::Zh => format!("杠杆取值与{name}相同。"),
        Language::En => format!("All levers are as in {name}."),
    }
}

/// What is read out when a scene begins.
pub fn announcement(
    plan: &Plan,
    workspace: &Workspace,
    assessment: &Assessment,
    place: (usize, usize),
    caption: &str,
    language: Language,
) -> String {
    let indicator = plan.indicator(assessment.id);
    let scenario = scenario_name(plan, workspace.draft());
    let (scenario, name) = (scenario.get(language), indicator.name.get(language));
    let (at, of) = (place.0 + 1, place.1);
    let year = plan.target_year();
    let landing = with_unit(indicator, &value(indicator, assessment.value), language);
    let status = labels::status(assessment.status).get(language);
    match language {
        Language::Zh => {
            format!("第 {at} 幕，共 {of} 幕。{caption} {name}，{scenario}：{year} 年 {landing}，{status}。")
        }
        Language::En => format!("Scene {at} of {of}. {caption} {name}, {scenario}: {landing} in {year}, {status}."),
    }
}

/// A chance with its sign, or that it is not known yet.
pub fn percent(chance: Option<f64>) -> String {
    chance.map_or_else(|| "…".to_owned(), |chance| format!("{} %", chances::percent(chance)))
}
