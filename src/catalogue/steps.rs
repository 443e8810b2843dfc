//! What an undo takes back and a redo does again.

use super::sentences::scenario_name;
use super::{labels, notices};
use crate::model::{DigitalReading, Scenario};
use crate::plan::{Plan, PresetId};
use crate::text::Language;
use crate::text::number::{at_least, shortest};
use crate::workspace::{Change, Input, InputValue, Origin, Step};

/// A step in a few words, e.g. `实际 GDP 增速 12 → 12.5`.
pub fn description(plan: &Plan, step: &Step, language: Language) -> String {
    let preset = |id: PresetId| plan.preset(id).name.get(language);
    // A deleted scenario is only in the state before.
    let entry = step.after.find(step.key).or_else(|| step.before.find(step.key));
    let name = entry.map(|entry| scenario_name(plan, &entry.draft));
    let name = name.as_ref().map_or("", |name| name.get(language));
    match (step.change, language) {
        (Change::Input(input), _) => input_step(plan, step, input, language),
        (Change::Inputs(number), Language::Zh) => format!("{number} 项取值"),
        (Change::Inputs(number), Language::En) => format!("{number} values"),
        (Change::Preset(id), Language::Zh) => format!("采用“{}”杠杆", preset(id)),
        (Change::Preset(id), Language::En) => format!("levers of {}", preset(id)),
        (Change::Reset(Origin::Preset(id)), Language::Zh) => format!("复位到“{}”", preset(id)),
        (Change::Reset(Origin::Preset(id)), Language::En) => format!("reset to {}", preset(id)),
        (Change::Reset(Origin::Reference), Language::Zh) => "复位到对照".to_owned(),
        (Change::Reset(Origin::Reference), Language::En) => "reset to the reference".to_owned(),
        (Change::Reset(Origin::Opened), Language::Zh) => "复位到打开时".to_owned(),
        (Change::Reset(Origin::Opened), Language::En) => "reset to as last opened".to_owned(),
        (Change::ResetLevers, Language::Zh) => "杠杆全部复位".to_owned(),
        (Change::ResetLevers, Language::En) => "reset of all levers".to_owned(),
        (Change::TakeLevers, Language::Zh) => "采用达标路径".to_owned(),
        (Change::TakeLevers, Language::En) => "a way to the targets".to_owned(),
        (Change::ResetAssumptions, _) => labels::RESET_ASSUMPTIONS.get(language).to_owned(),
        (Change::Create, Language::Zh) => format!("新建“{name}”"),
        (Change::Create, Language::En) => format!("new scenario {name}"),
        (Change::Copy, Language::Zh) => format!("复制为“{name}”"),
        (Change::Copy, Language::En) => format!("copy {name}"),
        (Change::Rename, Language::Zh) => format!("更名为“{name}”"),
        (Change::Rename, Language::En) => format!("name {name}"),
        (Change::Annotate, Language::Zh) => format!("“{name}”的说明"),
        (Change::Annotate, Language::En) => format!("annotation of {name}"),
        (Change::Note(input), Language::Zh) => format!("{}的备注", input_name(plan, input, language)),
        (Change::Note(input), Language::En) => format!("note on {}", input_name(plan, input, language)),
        (Change::Reorder, Language::Zh) => format!("移动“{name}”"),
        (Change::Reorder, Language::En) => format!("move of {name}"),
        (Change::Delete, Language::Zh) => format!("删除“{name}”"),
        (Change::Delete, Language::En) => format!("deletion of {name}"),
        (Change::Import(number), Language::Zh) => format!("导入 {number} 个情景"),
        (Change::Import(number), Language::En) => format!("import of {number}"),
        (Change::Merge(number), Language::Zh) => format!("合并 {number} 个情景"),
        (Change::Merge(number), Language::En) => format!("merge of {number}"),
        (Change::Open, Language::Zh) => "打开网址中的情景".to_owned(),
        (Change::Open, Language::En) => "opening of an address".to_owned(),
        (Change::Keep, Language::Zh) => format!("保留“{name}”"),
        (Change::Keep, Language::En) => format!("keeping of {name}"),
        (Change::Elsewhere, Language::Zh) => format!("另一标签页对“{name}”的修改"),
        (Change::Elsewhere, Language::En) => format!("another tab’s change of {name}"),
        (Change::AddScenes(number), Language::Zh) => format!("演示稿加入 {number} 幕"),
        (Change::AddScenes(1), Language::En) => "a scene for the script".to_owned(),
        (Change::AddScenes(number), Language::En) => format!("{number} scenes for the script"),
        (Change::EditScene(at), Language::Zh) => format!("修改演示稿第 {} 幕", at + 1),
        (Change::EditScene(at), Language::En) => format!("change of scene {}", at + 1),
        (Change::MoveScene(at), Language::Zh) => format!("移动演示稿第 {} 幕", at + 1),
        (Change::MoveScene(at), Language::En) => format!("move of scene {}", at + 1),
        (Change::RemoveScene(at), Language::Zh) => format!("删除演示稿第 {} 幕", at + 1),
        (Change::RemoveScene(at), Language::En) => format!("deletion of scene {}", at + 1),
        (Change::ScriptElsewhere, Language::Zh) => "另一标签页对演示稿的修改".to_owned(),
        (Change::ScriptElsewhere, Language::En) => "another tab’s change of the script".to_owned(),
    }
}

/// What an input is called.
pub fn input_name(plan: &Plan, input: Input, language: Language) -> &'static str {
    match input {
        Input::Lever(id) => plan.lever(id).name.get(language),
        Input::Coefficient(id) => plan.coefficient(id).name.get(language),
        Input::Fact(id) => plan.fact(id).name.get(language),
        Input::Reading => labels::DIGITAL_READING.get(language),
    }
}

/// What an input is set to, as shown on the page, without its unit: one number, or all of them.
pub fn input_value(plan: &Plan, input: Input, value: &InputValue, language: Language) -> String {
    let (scale, decimals) = match input {
        Input::Lever(id) => (1.0, plan.lever(id).decimals),
        Input::Coefficient(id) => (plan.coefficient(id).display.scale(), 0),
        Input::Fact(id) => (plan.fact(id).display.scale(), 0),
        Input::Reading => (1.0, 0),
    };
    let written = |&number: &f64| {
        let number = notices::shown(number, scale);
        if decimals > 0 { at_least(number, decimals) } else { shortest(number) }
    };
    match value {
        InputValue::Reading(DigitalReading::Points) => labels::READING_POINTS.get(language).to_owned(),
        InputValue::Reading(DigitalReading::Ratio) => labels::READING_RATIO.get(language).to_owned(),
        InputValue::Numbers(numbers) => {
            let flat = matches!(input, Input::Lever(_)) && numbers.iter().all(|&number| number == numbers[0]);
            let numbers = if flat { &numbers[..1] } else { &numbers[..] };
            numbers.iter().map(written).collect::<Vec<_>>().join("/")
        }
    }
}

fn input_step(plan: &Plan, step: &Step, input: Input, language: Language) -> String {
    let of = |scenario: &Scenario| input_value(plan, input, &input.value(plan, scenario), language);
    let name = input_name(plan, input, language);
    match (step.before.find(step.key), step.after.find(step.key)) {
        (Some(before), Some(after)) => {
            format!("{name} {} → {}", of(&before.draft.scenario), of(&after.draft.scenario))
        }
        _ => name.to_owned(),
    }
}
