//! The wording of files: why one was not taken, and whether its figures are still the same.

use super::notices;
use crate::model::Problem;
use crate::text::Language;
use crate::text::number::shortest;
use crate::workspace::MOST_READ;
use crate::workspace::file::{Expected, FileError, FileProblem, LARGEST_FILE};

/// Why a file was not taken, with the place, e.g. `scenarios[2].levers.hnte_entry[3]: 36 is above 35`.
pub fn file_error(error: &FileError, language: Language) -> String {
    let FileError { place, found, problem } = error;
    let text = match (*problem, language) {
        (FileProblem::TooLarge, Language::Zh) => format!("文件超过 {} MB，未读取。", LARGEST_FILE / 1_000_000),
        (FileProblem::TooLarge, Language::En) => format!("The file is over {} MB: not read.", LARGEST_FILE / 1_000_000),
        (FileProblem::Encoding, Language::Zh) => "文件不是 UTF-8 文本。".to_owned(),
        (FileProblem::Encoding, Language::En) => "The file is no text in UTF-8.".to_owned(),
        (FileProblem::Syntax { line, column }, Language::Zh) => {
            format!("第 {line} 行第 {column} 列：不是有效的 JSON。")
        }
        (FileProblem::Syntax { line, column }, Language::En) => {
            format!("Line {line}, column {column}: not valid JSON.")
        }
        (FileProblem::Foreign, Language::Zh) => "不是推演的情景文件。".to_owned(),
        (FileProblem::Foreign, Language::En) => "Not a file of tuiyan scenarios.".to_owned(),
        (FileProblem::Newer(version), Language::Zh) => {
            format!("文件格式为第 {version} 版，由更新的程序写成；请更新后再打开。")
        }
        (FileProblem::Newer(version), Language::En) => {
            format!("The file is of format {version}, written by a newer program: please update to open it.")
        }
        (FileProblem::Missing, Language::Zh) => "缺少此项".to_owned(),
        (FileProblem::Missing, Language::En) => "missing".to_owned(),
        (FileProblem::UnknownKey, Language::Zh) => "没有这一项".to_owned(),
        (FileProblem::UnknownKey, Language::En) => "there is no such item".to_owned(),
        (FileProblem::Duplicate, Language::Zh) => "此项重复".to_owned(),
        (FileProblem::Duplicate, Language::En) => "stands twice".to_owned(),
        (FileProblem::Kind(expected), Language::Zh) => format!("{found} 不是{}", kind(expected, language)),
        (FileProblem::Kind(expected), Language::En) => format!("{found} is not {}", kind(expected, language)),
        (FileProblem::UnknownValue, Language::Zh) => format!("没有 {found} 这个取值"),
        (FileProblem::UnknownValue, Language::En) => format!("{found} is not one of the values"),
        (FileProblem::Value(problem), _) => value_problem(problem, found, language),
        (FileProblem::TooLong(problem), _) => notices::too_long(problem, language),
        (FileProblem::Scenarios, Language::Zh) => format!("情景应有 1 至 {MOST_READ} 个"),
        (FileProblem::Scenarios, Language::En) => format!("there must be 1 to {MOST_READ} scenarios"),
    };
    match (place.as_str(), language) {
        ("", _) => text,
        (place, Language::Zh) => format!("{place}：{}", text.trim_start()),
        (place, Language::En) => format!("{place}: {}", text.trim_start()),
    }
}

const fn kind(expected: Expected, language: Language) -> &'static str {
    match (expected, language) {
        (Expected::Object, Language::Zh) => "对象",
        (Expected::Object, Language::En) => "an object",
        (Expected::Array, Language::Zh) => "数组",
        (Expected::Array, Language::En) => "an array",
        (Expected::Text, Language::Zh) => "文本",
        (Expected::Text, Language::En) => "a text",
        (Expected::Number, Language::Zh) => "数字",
        (Expected::Number, Language::En) => "a number",
    }
}

/// In the numbers of the file, which are the model's and not always those of the page.
fn value_problem(problem: Problem, found: &str, language: Language) -> String {
    match (problem, language) {
        (Problem::NotANumber, Language::Zh) => format!("{found} 过大"),
        (Problem::NotANumber, Language::En) => format!("{found} is too large"),
        (Problem::Below(limit), Language::Zh) => format!("{found} 低于 {}", shortest(limit)),
        (Problem::Below(limit), Language::En) => format!("{found} is below {}", shortest(limit)),
        (Problem::Above(limit), Language::Zh) => format!("{found} 高于 {}", shortest(limit)),
        (Problem::Above(limit), Language::En) => format!("{found} is above {}", shortest(limit)),
        (Problem::Count { expected, found }, Language::Zh) => format!("应有 {expected} 个数，实有 {found} 个"),
        (Problem::Count { expected, found }, Language::En) => format!("{found} numbers where {expected} are needed"),
        (Problem::NotWhole, Language::Zh) => format!("{found} 不是整数"),
        (Problem::NotWhole, Language::En) => format!("{found} is not whole"),
        (Problem::Sum { expected, found }, Language::Zh) => {
            format!("合计应为 {}，现为 {}", shortest(expected), shortest(found))
        }
        (Problem::Sum { expected, found }, Language::En) => {
            format!("they must sum to {}, not {}", shortest(expected), shortest(found))
        }
    }
}
