//! The script as the browser keeps it: `1;REVISION;CODE;` and the scenes, each from its `s` to the next.
//!
//! `s=draws&on=plan&beside=7m3k9x0a&i=i5&l.hnte_entry=20,21,22,23,24&c=CAPTION&n=NOTE`: picture, scenario, what stands
//! beside it, indicator, lever moves, caption and note; a scenario is a preset or a key.

use super::super::Reference;
use super::super::draft::Key;
use super::super::link::{Parts, decoded};
use super::super::storage::{Stored, Unreadable, item, open};
use super::{Picture, Scene};
use crate::plan::{IndicatorId, LeverId, Plan, PresetId};
use crate::text::decimal::parse_decimal;

/// The name of the script's item.
pub const SCRIPT_NAME: &str = "tuiyan.script";

/// Writes the script's item.
pub fn write_script(revision: u32, scenes: &[Scene]) -> String {
    let mut parts = Parts::default();
    for scene in scenes {
        parts.part("s", scene.picture.id());
        parts.part("on", &written(scene.scenario));
        if let Some(beside) = scene.beside {
            parts.part("beside", &written(beside));
        }
        parts.part("i", scene.indicator.id());
        for (id, years) in &scene.moves {
            parts.numbers(&["l.", id.id()].concat(), years);
        }
        if !scene.caption().is_empty() {
            parts.text("c", scene.caption());
        }
        if !scene.note().is_empty() {
            parts.text("n", scene.note());
        }
    }
    item(revision, &parts)
}

/// Reads the script's item.
pub fn read_script(plan: &Plan, text: &str) -> Result<Stored<Vec<Scene>>, Unreadable> {
    let (revision, text) = open(text)?;
    let content = scenes(plan, text).ok_or(Unreadable::Damaged)?;
    Ok(Stored { revision, content })
}

fn scenes(plan: &Plan, text: &str) -> Option<Vec<Scene>> {
    let parts = decoded(text)?;
    let starts = |(key, _): &(String, String)| key == "s";
    if parts.first().is_some_and(|part| !starts(part)) {
        return None;
    }
    parts.chunk_by(|_, next| !starts(next)).map(|parts| scene(plan, parts)).collect()
}

/// The parts in the order they are written in, each at most once.
fn scene(plan: &Plan, parts: &[(String, String)]) -> Option<Scene> {
    let mut parts = parts.iter().peekable();
    let mut part = |wanted: &str| parts.next_if(|(key, _)| key == wanted).map(|(_, value)| value.as_str());
    let picture = Picture::parse(part("s")?)?;
    let scenario = read(part("on")?)?;
    let beside = match part("beside") {
        Some(text) => Some(read(text)?),
        None => None,
    };
    let mut scene = Scene::new(scenario, picture, IndicatorId::parse(part("i")?)?);
    scene.beside = beside;
    while let Some((key, value)) = parts.next_if(|(key, _)| key.starts_with("l.")) {
        let id = LeverId::parse(key.strip_prefix("l.")?)?;
        let years: Vec<f64> = value.split(',').map(parse_decimal).collect::<Option<_>>()?;
        scene.set_move(plan, id, &years).ok()?;
    }
    let mut text = |wanted: &str| parts.next_if(|(key, _)| key == wanted).map_or("", |(_, value)| value.as_str());
    scene.set_caption(text("c")).ok()?;
    scene.set_note(text("n")).ok()?;
    parts.next().is_none().then_some(scene)
}

fn written(reference: Reference<Key>) -> String {
    match reference {
        Reference::Preset(preset) => preset.id().to_owned(),
        Reference::Scenario(key) => key.to_string(),
    }
}

fn read(text: &str) -> Option<Reference<Key>> {
    match PresetId::parse(text) {
        Some(preset) => Some(Reference::Preset(preset)),
        None => Key::parse(text).map(Reference::Scenario),
    }
}
