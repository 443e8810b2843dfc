//! Reads files: the whole is checked before anything is given out.

use std::rc::Rc;

use nojson::{JsonValueKind, RawJson, RawJsonValue};

use super::super::draft::Draft;
use super::super::input::{Input, parse_reading};
use super::super::link::shortened;
use super::super::script::{Picture, Scene};
use super::super::stamp::Stamp;
use super::super::{Computed, MOST_READ, Reference};
use super::{Expected, FILE_VERSION, FORMAT, File, FileError, FileProblem, FromFile, LARGEST_FILE, WITHOUT_SCRIPT};
use crate::model::{Field, Refusal, Scenario};
use crate::plan::{CoefficientId, FactId, IndicatorId, LeverId, Plan, PresetId};
use crate::text::decimal::parse_decimal;

type Value<'a> = RawJsonValue<'a, 'a>;
type Read<T> = Result<T, FileError>;

/// Reads a file; all of it or nothing.
pub fn read_file(plan: &Plan, bytes: &[u8]) -> Read<File> {
    let whole = |problem| FileError { place: String::new(), found: String::new(), problem };
    if bytes.len() > LARGEST_FILE {
        return Err(whole(FileProblem::TooLarge));
    }
    let text = std::str::from_utf8(bytes).map_err(|_| whole(FileProblem::Encoding))?;
    let text = text.strip_prefix('\u{feff}').unwrap_or(text);
    let json = RawJson::parse(text).map_err(|error| {
        let (line, column) =
            error.get_line_and_column_numbers(text).map_or((1, 1), |(line, column)| (line.get(), column.get()));
        whole(FileProblem::Syntax { line, column })
    })?;
    let file = json.value();
    // Format and version come first: they say how to read the rest.
    let [format, version] =
        ["format", "version"].map(|key| file.to_member(key).ok().and_then(|member| member.optional()));
    if format.and_then(text_of).as_deref() != Some(FORMAT) {
        return Err(whole(FileProblem::Foreign));
    }
    match version.and_then(|version| version.as_raw_str().parse::<u32>().ok()) {
        Some(WITHOUT_SCRIPT) => {
            let [_, _, scenarios] = members(file, ["format", "version", "scenarios"])?;
            Ok(File { scenarios: read_scenarios(plan, scenarios)?, script: Vec::new() })
        }
        Some(FILE_VERSION) => {
            let [_, _, scenarios, script] = members(file, ["format", "version", "scenarios", "script"])?;
            let scenarios = read_scenarios(plan, scenarios)?;
            let scene = |scene| read_scene(plan, scenarios.len(), scene);
            let script = elements(script)?.into_iter().map(scene).collect::<Read<_>>()?;
            Ok(File { scenarios, script })
        }
        Some(version) if version > FILE_VERSION => Err(whole(FileProblem::Newer(version))),
        _ => Err(whole(FileProblem::Foreign)),
    }
}

fn read_scenarios(plan: &Plan, list: Value) -> Read<Vec<FromFile>> {
    let scenarios = elements(list)?;
    if scenarios.is_empty() || scenarios.len() > MOST_READ {
        return Err(error(list, FileProblem::Scenarios));
    }
    scenarios.into_iter().map(|scenario| read_scenario(plan, scenario)).collect()
}

fn read_scenario(plan: &Plan, value: Value) -> Read<FromFile> {
    let [name, annotation, basis, levers, coefficients, facts, reading, notes, spread, stamp] = members(
        value,
        ["name", "annotation", "basis", "levers", "coefficients", "facts", "reading", "notes", "spread", "stamp"],
    )?;
    let mut draft = Draft::of_preset(plan, one_of(basis, PresetId::parse)?);
    draft.rename(&text(name)?).map_err(|problem| error(name, FileProblem::TooLong(problem)))?;
    draft.annotate(&text(annotation)?).map_err(|problem| error(annotation, FileProblem::TooLong(problem)))?;

    let mut scenario = Scenario::clone(&draft.scenario);
    for (&id, value) in LeverId::ALL.iter().zip(members_by_id(levers, LeverId::ALL, LeverId::id)?) {
        let years = numbers(value)?;
        scenario.set_lever_years(plan, id, &years).map_err(|refusal| refused(value, refusal))?;
    }
    for (&id, value) in
        CoefficientId::ALL.iter().zip(members_by_id(coefficients, CoefficientId::ALL, CoefficientId::id)?)
    {
        scenario.set_coefficient(plan, id, number(value)?).map_err(|refusal| refused(value, refusal))?;
    }
    for (&id, value) in FactId::ALL.iter().zip(members_by_id(facts, FactId::ALL, FactId::id)?) {
        scenario.set_fact(plan, id, &numbers(value)?).map_err(|refusal| refused(value, refusal))?;
    }
    scenario.set_reading(one_of(reading, parse_reading)?);
    draft.scenario = Rc::new(scenario);

    for (key, note) in object(notes, |key| Input::parse(key).is_some())? {
        let Some(input) = Input::parse(&key) else { continue };
        draft.set_note(input, &text(note)?).map_err(|problem| error(note, FileProblem::TooLong(problem)))?;
    }
    for (key, range) in object(spread, |key| LeverId::parse(key).is_some())? {
        let Some(id) = LeverId::parse(&key) else { continue };
        if !matches!(numbers(range)?[..], [low, high] if draft.add_spread(plan, id, low, high)) {
            return Err(error(range, FileProblem::UnknownValue));
        }
    }
    let written = one_of(stamp, Stamp::parse)?;
    let now = Stamp::new(plan, &Computed::new(plan, draft.scenario.clone()));
    Ok(FromFile { draft, written, now })
}

/// A scene on one of so many scenarios.
fn read_scene(plan: &Plan, scenarios: usize, value: Value) -> Read<Scene<usize>> {
    let [scenario, beside, picture, indicator, moves, caption, note] =
        members(value, ["scenario", "beside", "picture", "indicator", "moves", "caption", "note"])?;
    let reference = |value: Value| match value.kind() {
        JsonValueKind::String => one_of(value, PresetId::parse).map(Reference::Preset),
        _ => {
            let place = value.as_raw_str().parse().ok().filter(|&place: &usize| place < scenarios);
            place.map(Reference::Scenario).ok_or_else(|| error(value, FileProblem::UnknownValue))
        }
    };
    let picture = one_of(picture, Picture::parse)?;
    let mut scene = Scene::new(reference(scenario)?, picture, one_of(indicator, IndicatorId::parse)?);
    if beside.kind() != JsonValueKind::Null {
        scene.beside = Some(reference(beside)?);
    }
    for (key, value) in object(moves, |key| LeverId::parse(key).is_some())? {
        let Some(id) = LeverId::parse(&key) else { continue };
        scene.set_move(plan, id, &numbers(value)?).map_err(|refusal| refused(value, refusal))?;
    }
    scene.set_caption(&text(caption)?).map_err(|problem| error(caption, FileProblem::TooLong(problem)))?;
    scene.set_note(&text(note)?).map_err(|problem| error(note, FileProblem::TooLong(problem)))?;
    Ok(scene)
}

/// The error at a value.
fn error(value: Value, problem: FileProblem) -> FileError {
    let found = match value.kind() {
        // What an object or array holds says little.
        JsonValueKind::Object | JsonValueKind::Array => String::new(),
        _ => shortened(value.as_raw_str()),
    };
    FileError { place: place(value), found, problem }
}

/// The error at a value, or at the one of its elements, that a scenario refuses.
fn refused(value: Value, refusal: Refusal) -> FileError {
    let at = match refusal.field {
        Field::Lever(_, at) | Field::Fact(_, at) => at,
        Field::Coefficient(_) => None,
    };
    let element = at.and_then(|at| value.to_array().ok()?.nth(at));
    error(element.unwrap_or(value), FileProblem::Value(refusal.problem))
}

/// The way to a value from the top, e.g. `scenarios[2].levers.hnte_entry[3]`.
fn place(value: Value) -> String {
    let Some(parent) = value.parent() else { return String::new() };
    let above = place(parent);
    if let Ok(mut elements) = parent.to_array() {
        let at = elements.position(|element| element.index() == value.index()).unwrap_or(0);
        return format!("{above}[{at}]");
    }
    let mut members = parent.to_object().into_iter().flatten();
    let key = members.find(|(_, member)| member.index() == value.index()).and_then(|(key, _)| text_of(key));
    below(&above, &key.unwrap_or_default())
}

fn below(above: &str, key: &str) -> String {
    let key = shortened(key);
    if above.is_empty() { key } else { format!("{above}.{key}") }
}

fn text_of(value: Value) -> Option<String> {
    value.to_unquoted_string_str().ok().map(|text| text.into_owned())
}

fn text(value: Value) -> Read<String> {
    text_of(value).ok_or_else(|| error(value, FileProblem::Kind(Expected::Text)))
}

fn one_of<T>(value: Value, parse: impl FnOnce(&str) -> Option<T>) -> Read<T> {
    parse(&text(value)?).ok_or_else(|| error(value, FileProblem::UnknownValue))
}

fn number(value: Value) -> Read<f64> {
    let number = value.as_number_str().ok().and_then(parse_decimal);
    number.ok_or_else(|| error(value, FileProblem::Kind(Expected::Number)))
}

fn elements(value: Value) -> Read<Vec<Value>> {
    let elements = value.to_array().map_err(|_| error(value, FileProblem::Kind(Expected::Array)))?;
    Ok(elements.collect())
}

fn numbers(value: Value) -> Read<Vec<f64>> {
    elements(value)?.into_iter().map(number).collect()
}

/// The keys and values of an object: of these keys alone, and no key twice.
fn object<'a>(value: Value<'a>, is_known: impl Fn(&str) -> bool) -> Read<Vec<(String, Value<'a>)>> {
    let members = value.to_object().map_err(|_| error(value, FileProblem::Kind(Expected::Object)))?;
    let mut read: Vec<(String, Value)> = Vec::new();
    for (key, member) in members {
        let key = text(key)?;
        if !is_known(&key) {
            return Err(error(member, FileProblem::UnknownKey));
        }
        if read.iter().any(|(earlier, _)| *earlier == key) {
            return Err(error(member, FileProblem::Duplicate));
        }
        read.push((key, member));
    }
    Ok(read)
}

/// The values under these keys, all of which and no others an object must have.
fn members<'a, const N: usize>(value: Value<'a>, keys: [&str; N]) -> Read<[Value<'a>; N]> {
    let mut found = [value; N];
    for (slot, member) in found.iter_mut().zip(members_of(value, &keys)?) {
        *slot = member;
    }
    Ok(found)
}

fn members_by_id<'a, I: Copy>(value: Value<'a>, all: &[I], id: fn(I) -> &'static str) -> Read<Vec<Value<'a>>> {
    let keys: Vec<&str> = all.iter().map(|&one| id(one)).collect();
    members_of(value, &keys)
}

fn members_of<'a>(value: Value<'a>, keys: &[&str]) -> Read<Vec<Value<'a>>> {
    let members = object(value, |key| keys.contains(&key))?;
    let member = |key: &&str| {
        let found = members.iter().find(|(known, _)| known == key).map(|(_, member)| *member);
        found.ok_or_else(|| FileError {
            place: below(&place(value), key),
            found: String::new(),
            problem: FileProblem::Missing,
        })
    };
    keys.iter().map(member).collect()
}
