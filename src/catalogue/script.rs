//! Words of the script, and the ready one that is made from the plan.

use super::sentences::{self, scenario_name, target, value, with_unit};
use super::stage::picture;
use crate::plan::{Attribute, IndicatorId, Plan, PresetId};
use crate::text::number::{completion, difference};
use crate::text::{Language, Text};
use crate::workspace::{Computed, Draft, Picture, Reference, Scene};

pub const ADD: Text = Text::new("加入演示稿", "Add to the script");
pub const ADD_HINT: Text = Text::new("把当前画面加为演示稿的一幕", "Add what is shown as a scene of the script");
pub const ADD_VIEW: Text = Text::new("加入当前画面", "Add this view");
pub const TAKE_READY: Text = Text::new("取用现成演示稿", "Take the ready script");
pub const FROM_START: Text = Text::new("从头演示", "Present");
pub const EMPTY: Text = Text::new(
    "演示稿还没有内容。可逐幕加入当前画面，也可取用按规划编好的一份：起点、趋势、差距、靠什么补上、风险。",
    "There is no scene yet. Add what you see, scene by scene, or take the script that is ready for the plan: baseline, \
     trend, gap, what closes it, risk.",
);
pub const EDIT: Text = Text::new("编辑", "Edit");
pub const DONE: Text = Text::new("完成", "Done");
pub const START_HERE: Text = Text::new("从此演示", "Present from here");
pub const SCENARIO: Text = Text::new("情景", "Scenario");
pub const BESIDE: Text = Text::new("并排", "Beside it");
pub const NOTHING_BESIDE: Text = Text::new("无", "Nothing");
pub const PICTURE: Text = Text::new("图", "Picture");
pub const INDICATOR: Text = Text::new("指标", "Indicator");
pub const CAPTION: Text = Text::new("标题语", "Caption");
pub const CAPTION_HINT: Text = Text::new("会场看到的一句话", "What the room reads");
pub const NOTE: Text = Text::new("备注", "Note");
pub const NOTE_HINT: Text = Text::new("只有演示者看到", "What you alone read");
pub const MOVES: Text = Text::new("杠杆变动", "Lever moves");
pub const NO_MOVES: Text = Text::new("无，杠杆不变。", "None: the levers stay.");
pub const TAKE_MOVES: Text = Text::new("取当前杠杆为变动终点", "Take the present levers as the moves");
pub const SAME_LEVERS: Text = Text::new(
    "当前杠杆与该情景相同，请先拖动杠杆或换一个情景。",
    "The present levers are those of the scene’s scenario: move some, or choose another.",
);
pub const CLEAR_MOVES: Text = Text::new("清除", "Clear");
pub const HAS_NOTE: Text = Text::new("有备注", "has a note");
pub const GONE: Text = Text::new("（已删除，改为当前情景）", " (deleted: the one at hand is shown)");

pub const SLIDES_NOT_MADE: Text =
    Text::new("未能生成幻灯片，请重试。", "The slides could not be made: please try again.");

/// The button that makes a picture of each scene.
pub fn slides(scenes: usize, language: Language) -> String {
    match (scenes, language) {
        (_, Language::Zh) => format!("幻灯片 {scenes} 张 .zip"),
        (1, Language::En) => "1 slide .zip".to_owned(),
        (_, Language::En) => format!("{scenes} slides .zip"),
    }
}

/// A control and the scene, counted from 0, that it is for.
pub fn of_scene(action: Text, at: usize, language: Language) -> String {
    match language {
        Language::Zh => format!("第 {} 幕：{}", at + 1, action.get(language)),
        Language::En => format!("Scene {}: {}", at + 1, action.get(language)),
    }
}

/// What is read out once scenes were added; `count` is how many there are now.
pub fn added(count: usize, language: Language) -> String {
    match language {
        Language::Zh => format!("已加入，演示稿现有 {count} 幕。"),
        Language::En => format!("Added: the script has {count} scenes now."),
    }
}

/// What a scene is called in the list: its caption, or else what it shows.
pub fn title(plan: &Plan, scene: &Scene, language: Language) -> String {
    match (scene.caption(), scene.picture) {
        ("", Picture::Scoreboard) => picture(Picture::Scoreboard).get(language).to_owned(),
        ("", _) => plan.indicator(scene.indicator).short.get(language).to_owned(),
        (caption, _) => caption.to_owned(),
    }
}

/// A scenario's name where a scene has moved so many of its levers.
pub fn moved(name: &str, moves: usize, language: Language) -> String {
    match (moves, language) {
        (0, _) => name.to_owned(),
        (_, Language::Zh) => format!("{name}，{moves} 项杠杆变动后"),
        (1, Language::En) => format!("{name}, 1 lever moved"),
        (_, Language::En) => format!("{name}, {moves} levers moved"),
    }
}

/// What a scene shows, in a few words; `scenario` and `beside` are the names of its scenarios.
pub fn summary(plan: &Plan, scene: &Scene, scenario: &str, beside: Option<&str>, language: Language) -> String {
    let mut parts = vec![match (beside, language) {
        (None, _) => scenario.to_owned(),
        (Some(beside), Language::Zh) => format!("{scenario}，并排{beside}"),
        (Some(beside), Language::En) => format!("{scenario} beside {beside}"),
    }];
    parts.push(picture(scene.picture).get(language).to_owned());
    if scene.picture != Picture::Scoreboard {
        parts.push(plan.indicator(scene.indicator).short.get(language).to_owned());
    }
    match (scene.moves.len(), language) {
        (0, _) => {}
        (moves, Language::Zh) => parts.push(format!("{moves} 项杠杆变动")),
        (1, Language::En) => parts.push("1 lever moves".to_owned()),
        (moves, Language::En) => parts.push(format!("{moves} levers move")),
    }
    if !scene.note().is_empty() {
        parts.push(HAS_NOTE.get(language).to_owned());
    }
    parts.join(" · ")
}

/// The script that is ready for the plan, on its presets: where it begins, where the trend leads, the largest gap, what
/// closes it and why, what that comes to, and how sure it is. Figures in the notes are the model's.
pub fn ready(plan: &Plan, language: Language) -> Vec<Scene> {
    let computed = |preset| Computed::new(plan, Draft::of_preset(plan, preset).scenario);
    let (trend, planned) = (computed(PresetId::Trend), computed(PresetId::Plan));
    let gap = largest_gap(plan, &trend);
    let first = plan.indicators[0].id;
    let (on_trend, on_plan) = (Reference::Preset(PresetId::Trend), Reference::Preset(PresetId::Plan));

    let mut closing = Scene::new(on_trend, Picture::Path, gap);
    closing.set_moves(plan, &trend.scenario, &planned.scenario);
    let mut causes = Scene::new(on_plan, Picture::Causes, gap);
    causes.beside = Some(on_trend);
    let scenes = [
        (Scene::new(on_trend, Picture::Path, first), START_CAPTION, start_note(plan, first, language)),
        (Scene::new(on_trend, Picture::Scoreboard, first), TREND_CAPTION, counts_note(&trend, language)),
        (Scene::new(on_trend, Picture::Path, gap), GAP_CAPTION, gap_note(plan, &trend, gap, language)),
        (closing, CLOSING_CAPTION, closing_note(plan, &trend, &planned, gap, language)),
        (causes, CAUSES_CAPTION, CAUSES_NOTE.get(language).to_owned()),
        (Scene::new(on_plan, Picture::Scoreboard, first), PLAN_CAPTION, counts_note(&planned, language)),
        (Scene::new(on_plan, Picture::Dots, gap), RISK_CAPTION, RISK_NOTE.get(language).to_owned()),
    ];
    let written = |(mut scene, caption, note): (Scene, Text, String)| {
        // Both are shorter than their limits, whatever the plan.
        let _ = scene.set_caption(caption.get(language));
        let _ = scene.set_note(&note);
        scene
    };
    scenes.into_iter().map(written).collect()
}

const START_CAPTION: Text = Text::new("起点：五年要走多远", "Where we start, and how far it is");
const TREND_CAPTION: Text = Text::new("趋势：照现在走，哪些目标落空", "The trend: what is missed if nothing changes");
const GAP_CAPTION: Text =
    Text::new("差距：离目标最远的约束性指标", "The gap: the binding target that is furthest away");
const CLOSING_CAPTION: Text =
    Text::new("补上差距：规划的措施逐步到位", "Closing it: the plan’s measures, step by step");
const CAUSES_CAPTION: Text = Text::new("原因：哪些措施贡献最大", "Why: which measures contribute most");
const PLAN_CAPTION: Text = Text::new("规划：各项目标落在哪里", "The plan: where all targets land");
const RISK_CAPTION: Text = Text::new("风险：达标不等于有把握", "Risk: met is not the same as certain");
const CAUSES_NOTE: Text = Text::new(
    "从贡献最大的一组讲起；为负的是拖累。次序已取平均，不取决于先算哪一项。",
    "Begin with the largest group; negative bars pull back. The order of the measures is averaged out.",
);
const RISK_NOTE: Text = Text::new(
    "每个点是五十分之一的可能：实心达到目标，空心未达。可按 G 请会场先估计，再揭晓。单项有把握，11 项同时达标仍然难。",
    "Each dot is one chance in fifty: filled ones reach the target, hollow ones do not. G asks the room for a guess first. \
     Targets that are likely one by one are hard to meet all at once.",
);

/// The binding indicator of the lowest completion, or any where none is binding.
fn largest_gap(plan: &Plan, trend: &Computed) -> IndicatorId {
    let binding = |id| plan.indicator(id).attribute == Attribute::Binding;
    let assessments = trend.summary.assessments.iter().filter(|assessment| binding(assessment.id));
    let furthest = assessments.min_by(|a, b| a.completion.total_cmp(&b.completion));
    furthest.map_or(trend.summary.furthest, |assessment| assessment.id)
}

fn start_note(plan: &Plan, id: IndicatorId, language: Language) -> String {
    let indicator = plan.indicator(id);
    let name = indicator.name.get(language);
    let from = with_unit(indicator, &value(indicator, indicator.baseline), language);
    let to = with_unit(indicator, &target(indicator, indicator.target), language);
    let (first, last) = (plan.base_year, plan.target_year());
    match language {
        Language::Zh => format!("{name}：{first} 年为 {from}，规划 {last} 年达到 {to}。先讲口径，再按空格逐年播放。"),
        Language::En => format!("{name}: {from} in {first}, {to} planned for {last}. Space plays the years."),
    }
}

fn counts_note(computed: &Computed, language: Language) -> String {
    let summary = &computed.summary;
    let counts = sentences::counts(summary, language);
    match language {
        Language::Zh => format!("{counts}。状态看的是期望值，可能性另列一栏。"),
        Language::En => format!("{counts}. The status is of expected values; chances have their own column."),
    }
}

fn gap_note(plan: &Plan, trend: &Computed, id: IndicatorId, language: Language) -> String {
    let indicator = plan.indicator(id);
    let assessment = &trend.summary.assessments[id.index()];
    let name = indicator.name.get(language);
    let [lands, wanted] = [value(indicator, assessment.value), target(indicator, assessment.target)]
        .map(|text| with_unit(indicator, &text, language));
    let done = completion(assessment.completion);
    let year = plan.target_year();
    match language {
        Language::Zh => format!("{name}：趋势下 {year} 年测算 {lands}，目标 {wanted}，完成 {done} %。"),
        Language::En => format!("{name}: {lands} in {year} on the trend, the target is {wanted}: {done} % of the way."),
    }
}

fn closing_note(plan: &Plan, trend: &Computed, planned: &Computed, id: IndicatorId, language: Language) -> String {
    let indicator = plan.indicator(id);
    let name = indicator.name.get(language);
    let (from, to) = (trend.projection.last(id), planned.projection.last(id));
    let lands = with_unit(indicator, &value(indicator, to), language);
    let more = difference(to - from, indicator.decimals);
    let scenario = scenario_name(plan, &Draft::of_preset(plan, PresetId::Plan));
    let scenario = scenario.get(language);
    match language {
        Language::Zh => format!(
            "按空格，杠杆从趋势走到“{scenario}”。{name}到 {lands}，比趋势 {more}。按 L 可现场调整，按 R 回到这一幕。"
        ),
        Language::En => format!(
            "Space moves the levers from the trend to {scenario}. {name} comes to {lands}, {more} against the trend. L opens the \
             levers to improvise, R comes back to this scene."
        ),
    }
}
