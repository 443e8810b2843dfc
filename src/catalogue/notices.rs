//! The wording of refusals: what, where, and what to do.

use std::rc::Rc;

use super::agreement::agreement;
use super::sentences::labelled;
use crate::model::{Field, Problem, Refusal};
use crate::plan::{Display, Plan};
use crate::text::Language;
use crate::text::number::shortest;
use crate::workspace::{
    ActionError, Draft, EntryProblem, MAX_SCENARIOS, MAX_SCENES, MOST_READ, Notice, Reason, TooLong, read_link,
};

/// A typed text that is no number.
pub fn entry_problem(problem: EntryProblem, language: Language) -> &'static str {
    match (problem, language) {
        (EntryProblem::Empty, Language::Zh) => "请填写数字。",
        (EntryProblem::Empty, Language::En) => "Please enter a number.",
        (EntryProblem::Comma, Language::Zh) => "逗号有两种读法，未采用；小数点请写“.”，如 12.5。",
        (EntryProblem::Comma, Language::En) => "A comma can be read in two ways: please write 12.5.",
        (EntryProblem::NotANumber, Language::Zh) => "不是数字，请填写如 12.5。",
        (EntryProblem::NotANumber, Language::En) => "Not a number: please write one such as 12.5.",
        (EntryProblem::TooLarge, Language::Zh) => "数字过大。",
        (EntryProblem::TooLarge, Language::En) => "This number is too large.",
    }
}

/// A chance that is none.
pub fn not_a_chance(language: Language) -> &'static str {
    match language {
        Language::Zh => "概率请填 0 到 100。",
        Language::En => "A chance is from 0 to 100.",
    }
}

/// What a field is called.
pub fn field_name(plan: &Plan, field: Field, language: Language) -> String {
    match field {
        Field::Lever(id, None) => plan.lever(id).name.get(language).to_owned(),
        Field::Lever(id, Some(year)) => {
            let (name, year) = (plan.lever(id).name.get(language), usize::from(plan.base_year) + 1 + year);
            match language {
                Language::Zh => format!("{name}（{year} 年）"),
                Language::En => format!("{name} ({year})"),
            }
        }
        Field::Coefficient(id) => plan.coefficient(id).name.get(language).to_owned(),
        Field::Fact(id, _) => plan.fact(id).name.get(language).to_owned(),
    }
}

/// How the numbers of a field are shown.
fn display(plan: &Plan, field: Field) -> Display {
    match field {
        Field::Lever(..) => Display::Plain,
        Field::Coefficient(id) => plan.coefficient(id).display,
        Field::Fact(id, _) => plan.fact(id).display,
    }
}

/// The limits of a field as shown.
fn limits(plan: &Plan, field: Field) -> (f64, f64) {
    let (low, high) = match field {
        Field::Lever(id, _) => (plan.lever(id).min, plan.lever(id).max),
        Field::Coefficient(id) => plan.coefficient(id).limits,
        Field::Fact(id, _) => plan.fact(id).limits,
    };
    let scale = display(plan, field).scale();
    (shown(low, scale), shown(high, scale))
}

/// A stored number as shown, without the noise of scaling.
pub fn shown(value: f64, scale: f64) -> f64 {
    if scale == 1.0 { value } else { (value * scale * 1e9).round() / 1e9 }
}

/// Why a value is refused, for beside the field.
pub fn problem(plan: &Plan, refusal: Refusal, language: Language) -> String {
    let (low, high) = limits(plan, refusal.field);
    let (low, high) = (shortest(low), shortest(high));
    match (refusal.problem, language) {
        (Problem::NotANumber, _) => entry_problem(EntryProblem::NotANumber, language).to_owned(),
        (Problem::Below(_), Language::Zh) => format!("低于下限，可填 {low} 至 {high}。"),
        (Problem::Below(_), Language::En) => format!("Too low: between {low} and {high}, please."),
        (Problem::Above(_), Language::Zh) => format!("高于上限，可填 {low} 至 {high}。"),
        (Problem::Above(_), Language::En) => format!("Too high: between {low} and {high}, please."),
        (Problem::Count { expected, found }, Language::Zh) => {
            format!("应有 {expected} 个数，实有 {found} 个。")
        }
        (Problem::Count { expected, found }, Language::En) => {
            format!("{found} numbers where {expected} are needed.")
        }
        (Problem::NotWhole, Language::Zh) => "须为整数。".to_owned(),
        (Problem::NotWhole, Language::En) => "Whole numbers only.".to_owned(),
        (Problem::Sum { expected, found }, Language::Zh) => {
            format!("合计应为 {}，现为 {}。", shortest(expected), shortest(found))
        }
        (Problem::Sum { expected, found }, Language::En) => {
            format!("They must sum to {}, not {}.", shortest(expected), shortest(found))
        }
    }
}

/// What a fragment opens, or what is wrong with its first part that is. Another model version or a stamp is no error.
pub fn opened(plan: &Plan, fragment: &str, language: Language) -> Result<Rc<Draft>, String> {
    let (link, notices) = read_link(plan, fragment);
    match notices.iter().find(|notice| notice.reason.is_problem()) {
        Some(notice) => Err(wording(plan, notice, language)),
        None => Ok(link.draft().clone()),
    }
}

/// A part of an address that was not taken, in a sentence.
pub fn wording(plan: &Plan, notice: &Notice, language: Language) -> String {
    let part = &notice.part;
    match (notice.reason, language) {
        (Reason::TooLong, Language::Zh) => format!("网址过长（{part}），未读取。"),
        (Reason::TooLong, Language::En) => format!("The address is too long ({part}): not read."),
        (Reason::UnknownKey, Language::Zh) => format!("{part}：没有这一项，未采用。"),
        (Reason::UnknownKey, Language::En) => format!("{part}: there is no such item; not taken."),
        (Reason::UnknownValue, Language::Zh) => format!("{part}：没有这个取值，未采用。"),
        (Reason::UnknownValue, Language::En) => format!("{part}: there is no such value; not taken."),
        (Reason::Encoding, Language::Zh) => format!("{part}：百分号编码有误，未采用。"),
        (Reason::Encoding, Language::En) => format!("{part}: broken percent-encoding; not taken."),
        (Reason::Duplicate, Language::Zh) => format!("{part}：此项重复，以前一个为准。"),
        (Reason::Duplicate, Language::En) => format!("{part}: stands twice; the first holds."),
        (Reason::NotANumber, Language::Zh) => format!("{part}：不是数字，未采用。"),
        (Reason::NotANumber, Language::En) => format!("{part}: not a number; not taken."),
        (Reason::Refused(refusal), Language::Zh) => {
            let name = field_name(plan, refusal.field, language);
            format!("{part}：{name}{}未采用。", problem(plan, refusal, language).replace('。', "，"))
        }
        (Reason::Refused(refusal), Language::En) => {
            let name = field_name(plan, refusal.field, language);
            format!("{part}: {name}. {} Not taken.", problem(plan, refusal, language))
        }
        (Reason::LongText(problem), Language::Zh) => format!("{part}：{}未采用。", too_long(problem, language)),
        (Reason::LongText(problem), Language::En) => format!("{part}: {} Not taken.", too_long(problem, language)),
        (Reason::TooMany, Language::Zh) => format!("{part}：链接中情景最多 {MOST_READ} 个，其余未采用。"),
        (Reason::TooMany, Language::En) => format!("{part}: at most {MOST_READ} scenarios in a link; not taken."),
        (Reason::OtherScheme, Language::Zh) => format!("{part}：网址格式版本不同，能读懂的部分已采用。"),
        (Reason::OtherScheme, Language::En) => {
            format!("{part}: written in another version of the address; what is understood is taken.")
        }
        (Reason::OtherModel, Language::Zh) => {
            format!("{part}：此网址写于另一模型版本，数值可能不同。")
        }
        (Reason::Stamped(found), _) => labelled(part, agreement(found, language).as_str(), language),
        (Reason::OtherModel, Language::En) => {
            format!("{part}: written for another version of the model; figures can differ.")
        }
    }
}

/// How many more parts of an address were not taken.
pub fn more(parts: usize, language: Language) -> String {
    match language {
        Language::Zh => format!("另有 {parts} 处未采用。"),
        Language::En => format!("And {parts} more parts that were not taken."),
    }
}

/// A text that is too long.
pub fn too_long(problem: TooLong, language: Language) -> String {
    let TooLong { limit, found } = problem;
    match language {
        Language::Zh => format!("最多 {limit} 字，现有 {found} 字。"),
        Language::En => format!("At most {limit} characters, not {found}."),
    }
}

/// Why an action was refused, for beside its field.
pub fn beside_field(plan: &Plan, error: ActionError, language: Language) -> String {
    match (error, language) {
        (ActionError::Value(refusal), _) => problem(plan, refusal, language),
        (ActionError::TooLong(problem), _) => too_long(problem, language),
        (ActionError::Full, Language::Zh) => format!("情景最多 {MAX_SCENARIOS} 个，请先删除一个。"),
        (ActionError::Full, Language::En) => format!("At most {MAX_SCENARIOS} scenarios: delete one first."),
        (ActionError::LastScenario, Language::Zh) => "至少保留一个情景。".to_owned(),
        (ActionError::LastScenario, Language::En) => "At least one scenario stays.".to_owned(),
        (ActionError::NoScenario, Language::Zh) => "没有这个情景，可能已被删除。".to_owned(),
        (ActionError::NoScenario, Language::En) => "There is no such scenario; it may have been deleted.".to_owned(),
        (ActionError::FullScript, Language::Zh) => format!("演示稿最多 {MAX_SCENES} 幕，请先删除几幕。"),
        (ActionError::FullScript, Language::En) => format!("At most {MAX_SCENES} scenes: delete some first."),
        (ActionError::NoScene, Language::Zh) => "没有这一幕，可能已被删除。".to_owned(),
        (ActionError::NoScene, Language::En) => "There is no such scene; it may have been deleted.".to_owned(),
    }
}

/// The same with the name of the field, where there is one.
pub fn refused(plan: &Plan, error: ActionError, language: Language) -> String {
    let problem = beside_field(plan, error, language);
    match error {
        ActionError::Value(refusal) => labelled(&field_name(plan, refusal.field, language), &problem, language),
        _ => problem,
    }
}
