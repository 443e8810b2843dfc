//! Texts around keeping, sharing, files.

use super::sentences::scenario_name;
use crate::plan::Plan;
use crate::text::{Language, Text};
use crate::workspace::{Draft, LONGEST_SHARED, NAME_LENGTH};

pub const BLOCKED: Text = Text::new(
    "浏览器不允许本页保存数据，关闭页面后改动将丢失。",
    "The browser does not let this page keep anything: changes are lost when it closes.",
);
pub const FULL: Text = Text::new(
    "浏览器的存储空间已满，最近的改动未能保存。",
    "The browser’s storage is full: the latest changes could not be kept.",
);
pub const SAVE_TO_FILE: Text = Text::new("存为文件", "Save to a file");
pub const DOWNLOAD_THEM: Text = Text::new("下载", "Download");

pub const LINK: Text = Text::new("链接", "Link");
pub const THIS_SCENARIO: Text = Text::new("当前情景", "This scenario");
pub const COPY: Text = Text::new("复制", "Copy");
pub const COPIED: Text = Text::new("已复制", "Copied");
pub const NOT_COPIED: Text =
    Text::new("浏览器不允许复制，请手动选择并复制。", "The browser does not allow it: please select and copy by hand.");
pub const STAMP: Text = Text::new("校验码", "Stamp");
pub const STAMP_HINT: Text = Text::new(
    "模型版本-情景代码-结果代码，随链接、文件和表格一同给出。",
    "Model version, code of the scenario, code of its results: it goes with every link, file and table.",
);
pub const FIND: Text = Text::new("按代码查找情景", "Find by code");
pub const FIND_BUTTON: Text = Text::new("查找", "Find");
pub const NOT_FOUND: Text = Text::new("工作区中没有这个代码的情景。", "No scenario here has this code.");

pub const SAVE: Text = Text::new("导出", "Export");
pub const SCENARIO_FILE: Text = Text::new("情景文件", "Scenario file");
pub const SCENARIO_FILE_HINT: Text = Text::new(
    "全部情景的取值、名称与备注，以及演示稿，可重新导入。",
    "All scenarios with names, notes and the script, to be opened again.",
);
pub const CSV_TABLE: Text = Text::new("轨迹数据", "Trajectories");
pub const CSV_HINT: Text = Text::new("每行一个数值，供统计软件使用。", "One value a row, for statistics programs.");
pub const WORKBOOK: Text = Text::new("电子表格", "Workbook");
pub const WORKBOOK_HINT: Text = Text::new(
    "摘要、轨迹、措施、假设、年度里程碑与可能性，含可编辑的图表。",
    "Summary, trajectories, levers, assumptions, yearly milestones and chances, with charts that can be edited.",
);
pub const BEING_MADE: Text = Text::new("正在生成…", "Being made…");
pub const NOT_MADE: Text =
    Text::new("未能生成，请检查网络后重试。", "It could not be made: please check the network and try again.");
pub const CANCEL: Text = Text::new("取消", "Cancel");
pub const PICTURE: Text = Text::new("图片", "Picture");
pub const PICTURE_HINT: Text = Text::new(
    "当前指标的轨迹图，含图例、来源与校验码。",
    "The chart of this indicator with its key, sources and stamp.",
);
pub const COPY_PICTURE: Text = Text::new("复制图片", "Copy the picture");
pub const COPY_TABLE: Text = Text::new("复制表格", "Copy the table");
pub const PICTURE_NOT_COPIED: Text = Text::new(
    "浏览器不允许复制图片，请存为文件。",
    "The browser does not let pictures be copied: please save a file instead.",
);

/// How far a workbook has come, from 0 to 1.
pub fn making(part: f64, language: Language) -> String {
    let percent = (part * 100.0) as u32;
    match language {
        Language::Zh => format!("正在生成 {percent} %"),
        Language::En => format!("Making it: {percent} %"),
    }
}

pub const TABLES: Text = Text::new("复制表格", "Copy a table");
pub const TABLES_HINT: Text = Text::new("粘贴到文字处理或表格软件。", "To be pasted into a document or spreadsheet.");
pub const COPY_TRAJECTORY: Text = Text::new("当前指标轨迹", "This indicator’s path");
pub const COPY_SCOREBOARD: Text = Text::new("指标总览", "The scoreboard");

pub const OPEN: Text = Text::new("导入", "Import");
pub const CHOOSE_FILES: Text = Text::new("选择文件", "Choose files");
pub const OPEN_HINT: Text = Text::new(
    "情景文件（.json，1 MB 以内），也可直接拖到页面上。导入只增加情景，不改动现有的。",
    "Scenario files (.json, up to 1 MB), or drop them anywhere on the page. They are added to what is here.",
);
pub const DROP_HERE: Text = Text::new("松开以导入情景文件", "Drop to import scenario files");
pub const UNREADABLE: Text = Text::new("浏览器无法读取。", "The browser cannot read it.");
pub const MERGE_HINT: Text = Text::new(
    "合并取各杠杆的中位数，并在杠杆上标出最小值与最大值。",
    "Merging takes the median of each lever and marks the lowest and highest on its track.",
);
pub const MERGED: Text = Text::new("合并", "Merged");

/// So many scenarios.
pub fn scenarios(number: usize, language: Language) -> String {
    match (language, number) {
        (Language::Zh, _) => format!("{number} 个情景"),
        (Language::En, 1) => "1 scenario".to_owned(),
        (Language::En, _) => format!("{number} scenarios"),
    }
}

pub fn all_scenarios(number: usize, language: Language) -> String {
    match (language, number) {
        (Language::Zh, 1) => "本情景".to_owned(),
        (Language::Zh, _) => format!("全部 {number} 个情景"),
        (Language::En, 1) => "This scenario".to_owned(),
        (Language::En, _) => format!("All {number} scenarios"),
    }
}

pub fn overlaid_scenarios(number: usize, language: Language) -> String {
    match language {
        Language::Zh => format!("叠加显示的 {number} 个"),
        Language::En => format!("The {number} shown in charts"),
    }
}

/// The choice to take the scenes of a file too.
pub fn with_script(scenes: usize, language: Language) -> String {
    match (language, scenes) {
        (Language::Zh, _) => format!("同时加入演示稿 {scenes} 幕"),
        (Language::En, 1) => "With 1 scene of the script".to_owned(),
        (Language::En, _) => format!("With {scenes} scenes of the script"),
    }
}

/// What adding the chosen ones says on its button.
pub fn add(number: usize, language: Language) -> String {
    match language {
        Language::Zh => format!("加入 {number} 个情景"),
        Language::En => format!("Add {}", scenarios(number, language)),
    }
}

/// What merging the chosen ones says on its button.
pub fn merge(number: usize, language: Language) -> String {
    match language {
        Language::Zh => format!("合并 {number} 个为一个（中位数）"),
        Language::En => format!("Merge {number} into one (median)"),
    }
}

/// A link that programs would cut.
pub fn too_long(characters: usize, language: Language) -> String {
    match language {
        Language::Zh => {
            format!("链接有 {characters} 个字符，超过 {LONGEST_SHARED}，在邮件和聊天软件中会被截断。请改为发送文件。")
        }
        Language::En => format!(
            "The link has {characters} characters, more than the {LONGEST_SHARED} that mail and chat pass on. Please send \
             a file instead."
        ),
    }
}

/// The scenario that a code belongs to.
pub fn found(name: &str, language: Language) -> String {
    match language {
        Language::Zh => format!("已切换到“{name}”。"),
        Language::En => format!("This is “{name}”, which is active now."),
    }
}

pub fn damaged(number: usize, language: Language) -> String {
    match language {
        Language::Zh => format!("已保存的数据中有 {number} 项损坏，未载入；原样保留，其余不受影响。"),
        Language::En => {
            format!("{number} stored items are damaged and not loaded. They stay as they are; the rest is here.")
        }
    }
}

pub fn newer(number: usize, language: Language) -> String {
    match language {
        Language::Zh => {
            format!("已保存的数据中有 {number} 项由更新版本的推演写成，未读取，也未改动；请刷新页面以使用新版本。")
        }
        Language::En => format!(
            "{number} stored items were written by a newer tuiyan: neither read nor changed. Reload the page to get it."
        ),
    }
}

/// Another tab changed a scenario that was changed here too; this tab's version now goes by `name`.
pub fn kept_both(name: &str, language: Language) -> String {
    match language {
        Language::Zh => format!("另一标签页同时修改了同一情景：两个版本都已保留，本页的版本现名“{name}”。"),
        Language::En => format!("Another tab changed the same scenario. Both are kept; this tab’s is now “{name}”."),
    }
}

pub const KEPT_BOTH_SCRIPTS: Text = Text::new(
    "另一标签页同时修改了演示稿：两边的各幕都已保留，对方改动的排在最后。",
    "Another tab changed the script too. All scenes are kept; those it changed come last.",
);

/// The name of this tab's version of a scenario.
pub fn own_version(plan: &Plan, draft: &Draft, language: Language) -> String {
    with_ending(plan, draft, Text::new("（本页）", " (this tab)"), language)
}

fn with_ending(plan: &Plan, draft: &Draft, ending: Text, language: Language) -> String {
    let ending = ending.get(language);
    let name = scenario_name(plan, draft);
    let room = NAME_LENGTH - ending.chars().count();
    let name: String = name.get(language).chars().take(room).collect();
    name + ending
}

/// The name of a downloaded file: the plan, the scenario (the first of several), the day.
pub fn file_name(plan: &Plan, drafts: &[&Draft], day: &str, extension: &str, language: Language) -> String {
    let name = drafts.first().map(|draft| scenario_name(plan, draft));
    let name = name.as_ref().map_or("", |name| name.get(language));
    let more = match (drafts.len(), language) {
        (0 | 1, _) => String::new(),
        (number, Language::Zh) => format!("等{number}个情景"),
        (number, Language::En) => format!(" and {} more", number - 1),
    };
    let name = format!("{}-{name}{more}-{day}", plan.short_title.get(language));
    // What some systems do not take in a name.
    let name: String = name
        .chars()
        .map(|letter| if letter.is_control() || r#"/\:*?"<>|"#.contains(letter) { '_' } else { letter })
        .collect();
    format!("{name}.{extension}")
}

/// What stands at the bottom of a table that leaves the page.
pub fn stamped(plan: &Plan, scenario: &str, stamp: &str, language: Language) -> String {
    let title = plan.title.get(language);
    match language {
        Language::Zh => format!("情景：{scenario}。{title}。推演 {stamp}"),
        Language::En => format!("Scenario: {scenario}. {title}. tuiyan {stamp}"),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::plan::{LANZHOU, PresetId};

    fn named(name: &str) -> Draft {
        let mut draft = Draft::of_preset(&LANZHOU, PresetId::Plan);
        draft.rename(name).unwrap();
        draft
    }

    #[test]
    fn files_are_named_by_plan_scenario_and_day() {
        let name = |names: &[&str], language| {
            let drafts: Vec<Draft> = names.iter().map(|name| named(name)).collect();
            file_name(&LANZHOU, &drafts.iter().collect::<Vec<_>>(), "2021-07-01", "json", language)
        };
        let title = LANZHOU.short_title.zh;
        assert_eq!(name(&["人才优先"], Language::Zh), format!("{title}-人才优先-2021-07-01.json"));
        assert_eq!(name(&["甲", "乙", "丙"], Language::Zh), format!("{title}-甲等3个情景-2021-07-01.json"));
        assert!(name(&["a/b:c", "d"], Language::En).ends_with("-a_b_c and 1 more-2021-07-01.json"));
        assert!(name(&[""], Language::En).ends_with("-Plan-2021-07-01.json"), "{}", name(&[""], Language::En));
    }

    #[test]
    fn the_name_of_an_own_version_is_never_too_long() {
        for language in [Language::Zh, Language::En] {
            for name in ["甲", &"长".repeat(NAME_LENGTH)] {
                let own = own_version(&LANZHOU, &named(name), language);
                assert!(own.chars().count() <= NAME_LENGTH && own.starts_with(&name[..3]), "{own}");
            }
        }
    }
}
