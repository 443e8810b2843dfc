//! What the menu says of steps.

use std::rc::Rc;

use tuiyan::catalogue::steps::description;
use tuiyan::model::{DigitalReading, Scenario};
use tuiyan::plan::{CoefficientId, FactId, LANZHOU, LeverId, PresetId};
use tuiyan::text::Language;
use tuiyan::workspace::{Action, Edit, Input, Origin, Workspace};

use crate::support::{act, copy, create, edit, key, workspace};

/// What an undo takes back, in both languages.
fn last(workspace: &Workspace) -> [String; 2] {
    let step = workspace.history().last().expect("a step");
    [Language::Zh, Language::En].map(|language| description(&LANZHOU, step, language))
}

#[test]
fn an_edit_says_from_what_to_what() {
    let start = Workspace::new(&LANZHOU);
    for (change, zh, en) in [
        (
            Edit::SetLever(LeverId::GdpGrowth, 14.25),
            "地区生产总值实际增速 13.5 → 14.25",
            "Real GDP growth 13.5 → 14.25",
        ),
        (
            Edit::SetLeverYears(LeverId::HnteEntry, vec![20.0, 21.0, 22.0, 23.0, 24.0]),
            "高企新增认定率 20.5 → 20.0/21.0/22.0/23.0/24.0",
            "Newly certified HNTE 20.5 → 20.0/21.0/22.0/23.0/24.0",
        ),
        (
            Edit::SetCoefficient(CoefficientId::RdDepreciation, 0.12),
            "研发存量折旧率 15 → 12",
            "Depreciation of the R&D stock 15 → 12",
        ),
        (Edit::Preset(PresetId::Plan), "采用“规划”杠杆", "levers of Plan"),
        (Edit::Reset(Origin::Preset(PresetId::Headwinds)), "复位到“承压”", "reset to Headwinds"),
        (
            Edit::Reading(DigitalReading::Ratio),
            "数字经济占比目标的读法 增加 2 个百分点 → 按比值，×1.02",
            "Reading of the digital target plus 2 percentage points → as a ratio, ×1.02",
        ),
    ] {
        assert_eq!(last(&edit(&start, change)), [zh, en]);
    }
    let found = Rc::new(Scenario::preset(&LANZHOU, PresetId::Accelerated));
    assert_eq!(last(&edit(&start, Edit::TakeLevers(found))), ["采用达标路径", "a way to the targets"]);
    let fact = edit(&start, Edit::SetFact(FactId::Cohorts, vec![25.0, 25.0, 25.0]));
    assert!(last(&fact)[0].ends_with(" 20/25/30 → 25/25/25"), "{:?}", last(&fact));
}

#[test]
fn steps_on_scenarios_name_them() {
    let two = workspace(&["乙"]);
    assert_eq!(last(&two), ["新建“乙”", "new scenario 乙"]);
    let second = key(&two, 1);
    for (action, zh, en) in [
        (copy(&two, second, "丙"), "复制为“丙”", "copy 丙"),
        (create(PresetId::Plan, ""), "新建“规划”", "new scenario Plan"),
        (Action::Rename(second, "丁".to_owned()), "更名为“丁”", "name 丁"),
        (Action::Delete(second), "删除“乙”", "deletion of 乙"),
        (Action::Reorder(second, 0), "移动“乙”", "move of 乙"),
        (Action::Annotate(second, "x".to_owned()), "“乙”的说明", "annotation of 乙"),
        (
            Action::Note(second, Input::Lever(LeverId::GdpGrowth), "x".to_owned()),
            "地区生产总值实际增速的备注",
            "note on Real GDP growth",
        ),
    ] {
        assert_eq!(last(&act(&two, action)), [zh, en]);
    }
}
