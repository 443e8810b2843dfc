//! Texts of everything done with whole scenarios: the list, steps back and forth, notes, the comparison.

use crate::plan::{Plan, PresetId};
use crate::text::{Language, Text};
use crate::workspace::Origin;

pub const UNSAVED: Text = Text::new("未保存", "not saved");
pub const UNSAVED_HINT: Text = Text::new(
    "来自链接：修改或在情景列表中保存后，才留在本浏览器。",
    "From a link: it stays in this browser once you change it, or save it in the list of scenarios.",
);
pub const KEEP: Text = Text::new("保存", "Save");
pub const SCENARIOS: Text = Text::new("情景", "Scenarios");
pub const IN_HAND: Text = Text::new("编辑", "Edit");
pub const NAME: Text = Text::new("名称", "Name");
pub const OVERLAY: Text = Text::new("叠加", "Overlay");
pub const OWN_LINE: Text = Text::new("实线", "Solid line");
pub const UP: Text = Text::new("上移", "Up");
pub const DOWN: Text = Text::new("下移", "Down");
pub const DELETE: Text = Text::new("删除", "Delete");
pub const COPY: Text = Text::new("复制当前", "Copy this one");
pub const NEW_FROM: Text = Text::new("新建自", "New from");
pub const ANNOTATION: Text = Text::new("说明", "Annotation");
pub const ANNOTATION_HINT: Text = Text::new("目的、口径、前提", "Purpose, scope, premises");
pub const MERGE: Text = Text::new("合并", "Merge");
pub const MERGE_HINT: Text =
    Text::new("每项杠杆取中位数，并标出最低至最高", "The median of each lever, marked from lowest to highest");
pub const MERGED: Text = Text::new("合并情景", "Merged");

pub const UNDO: Text = Text::new("撤销", "Undo");
pub const REDO: Text = Text::new("重做", "Redo");
pub const HISTORY: Text = Text::new("历史", "History");
pub const NOW: Text = Text::new("现在", "Now");
pub const START: Text = Text::new("最初", "The beginning");
pub const NO_STEPS: Text = Text::new("尚无改动。", "No changes yet.");
pub const REPLAY: Text = Text::new("回放上一步", "Replay the last change");
pub const REPLAYING: Text = Text::new("回放：上一步之前", "Replay: before the last change");
pub const RESET_TO: Text = Text::new("复位到…", "Reset to…");
pub const RESET_HINT: Text = Text::new("杠杆与假设一并复位，可撤销。", "Levers and assumptions alike; can be undone.");

pub const NOTE: Text = Text::new("备注", "Note");
pub const ADD_NOTE: Text = Text::new("加备注", "Note");
pub const READ_NOTE: Text = Text::new("看备注", "Note*");
pub const NOTED: Text = Text::new("有备注", "Has a note");
pub const NOTE_HINT: Text = Text::new("来源、理由", "Source, reason");

pub const INDICATOR: Text = Text::new("指标", "Indicator");
pub const AS_REFERENCE: Text = Text::new("对照", "Reference");
pub const DIFFERING: Text = Text::new("不同的杠杆与假设", "Levers and assumptions that differ");
pub const NONE_DIFFERS: Text = Text::new("各情景与对照取值相同。", "No scenario differs from the reference.");
pub const SPLIT: Text = Text::new("差异中假设与政策各占多少", "What assumptions and policy each contribute");
pub const SPLIT_HINT: Text = Text::new(
    "假设含系数、事实与宏观环境；先后次序取平均。",
    "Assumptions are coefficients, facts and context; the order is averaged out.",
);
pub const ASSUMPTIONS: Text = Text::new("假设", "Assumptions");
pub const POLICY: Text = Text::new("政策", "Policy");
pub const SIDE_BY_SIDE: Text = Text::new("并列", "Side by side");
pub const LEFT: Text = Text::new("左", "Left");
pub const RIGHT: Text = Text::new("右", "Right");
pub const COMPARISON: Text = Text::new("11 项指标对比", "The 11 indicators compared");
pub const ONE_ALONE: Text = Text::new(
    "目前只有一个情景，下面与对照比较；新建或复制情景后可并列。",
    "There is one scenario, held against the reference: make or copy another to compare.",
);

/// A control and the scenario that it is for.
pub fn of(action: Text, name: &str, language: Language) -> String {
    match language {
        Language::Zh => format!("{}：{name}", action.get(language)),
        Language::En => format!("{}: {name}", action.get(language)),
    }
}

/// The button that merges so many.
pub fn merge(number: usize, language: Language) -> String {
    match language {
        Language::Zh => format!("合并所选 {number} 个"),
        Language::En => format!("Merge these {number}"),
    }
}

/// What a button that takes back or does again would do, with its keys.
pub fn step_title(action: Text, step: &str, keys: &str, language: Language) -> String {
    match language {
        Language::Zh => format!("{}：{step}（{keys}）", action.get(language)),
        Language::En => format!("{}: {step} ({keys})", action.get(language)),
    }
}

/// What a reset goes back to; `reference` is the reference's name.
pub fn origin(plan: &Plan, origin: Origin, reference: &str, language: Language) -> String {
    match (origin, language) {
        (Origin::Preset(preset), _) => plan.preset(preset).name.get(language).to_owned(),
        (Origin::Reference, Language::Zh) => format!("对照（{reference}）"),
        (Origin::Reference, Language::En) => format!("the reference ({reference})"),
        (Origin::Opened, Language::Zh) => "打开时".to_owned(),
        (Origin::Opened, Language::En) => "as last opened".to_owned(),
    }
}

/// The name of the button that makes a scenario of a preset.
pub fn new_from(plan: &Plan, preset: PresetId, language: Language) -> String {
    of(NEW_FROM, plan.preset(preset).name.get(language), language)
}
