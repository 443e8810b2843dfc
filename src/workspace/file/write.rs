//! Writes files.

use std::rc::Rc;

use nojson::{DisplayJson, JsonFormatter};

use super::super::draft::Draft;
use super::super::input::reading_id;
use super::super::script::Scene;
use super::super::stamp::Stamp;
use super::super::{Computed, Reference};
use super::{FILE_VERSION, FORMAT, WITHOUT_SCRIPT};
use crate::plan::Plan;

/// Writes scenarios as a file, each with the stamp of its figures now, and the script whose scenes name them by their
/// places.
pub fn write_file(plan: &Plan, drafts: &[Rc<Draft>], script: &[Scene<usize>]) -> String {
    let scenarios = drafts.iter().map(|draft| FileScenario { plan, draft });
    let file = nojson::json(|f| {
        f.set_indent_size(2);
        f.set_spacing(true);
        f.object(|f| {
            f.member("format", FORMAT)?;
            f.member("version", if script.is_empty() { WITHOUT_SCRIPT } else { FILE_VERSION })?;
            f.member("scenarios", nojson::array(|f| f.elements(scenarios.clone())))?;
            if !script.is_empty() {
                f.member("script", nojson::array(|f| f.elements(script.iter().map(FileScene))))?;
            }
            Ok(())
        })
    });
    format!("{file}\n")
}

#[derive(Clone, Copy)]
struct FileScenario<'a> {
    plan: &'a Plan,
    draft: &'a Draft,
}

impl DisplayJson for FileScenario<'_> {
    fn fmt(&self, f: &mut JsonFormatter) -> std::fmt::Result {
        let FileScenario { plan, draft } = *self;
        let scenario = &draft.scenario;
        let stamp = Stamp::new(plan, &Computed::new(plan, scenario.clone()));
        f.object(|f| {
            f.member("name", draft.name())?;
            f.member("annotation", draft.annotation())?;
            f.member("basis", draft.basis.id())?;
            let levers = plan.levers.iter().map(|lever| (lever.id.id(), Numbers(scenario.lever(plan, lever.id))));
            f.member("levers", nojson::object(|f| f.members(levers.clone())))?;
            let coefficients = plan.coefficients.iter().map(|one| (one.id.id(), scenario.coefficient(one.id)));
            f.member("coefficients", nojson::object(|f| f.members(coefficients.clone())))?;
            let facts = plan.facts.iter().map(|fact| (fact.id.id(), Numbers(scenario.fact(fact.id))));
            f.member("facts", nojson::object(|f| f.members(facts.clone())))?;
            f.member("reading", reading_id(scenario.reading()))?;
            let notes = draft.notes().iter().map(|(input, note)| (input.key(), note.as_ref()));
            f.member("notes", nojson::object(|f| f.members(notes.clone())))?;
            let spread: Vec<_> = draft.spread().iter().map(|(id, low, high)| (id.id(), [*low, *high])).collect();
            let spread = spread.iter().map(|(id, range)| (id, Numbers(range)));
            f.member("spread", nojson::object(|f| f.members(spread.clone())))?;
            f.member("stamp", stamp.to_string())
        })
    }
}

struct FileScene<'a>(&'a Scene<usize>);

impl DisplayJson for FileScene<'_> {
    fn fmt(&self, f: &mut JsonFormatter) -> std::fmt::Result {
        let scene = self.0;
        f.object(|f| {
            f.member("scenario", FileReference(scene.scenario))?;
            f.member("beside", scene.beside.map(FileReference))?;
            f.member("picture", scene.picture.id())?;
            f.member("indicator", scene.indicator.id())?;
            let moves = scene.moves.iter().map(|(id, years)| (id.id(), Numbers(years)));
            f.member("moves", nojson::object(|f| f.members(moves.clone())))?;
            f.member("caption", scene.caption())?;
            f.member("note", scene.note())
        })
    }
}

/// A preset's id, or a place.
struct FileReference(Reference<usize>);

impl DisplayJson for FileReference {
    fn fmt(&self, f: &mut JsonFormatter) -> std::fmt::Result {
        match self.0 {
            Reference::Preset(preset) => f.value(preset.id()),
            Reference::Scenario(place) => f.value(place),
        }
    }
}

/// Numbers on one line.
struct Numbers<'a>(&'a [f64]);

impl DisplayJson for Numbers<'_> {
    fn fmt(&self, f: &mut JsonFormatter) -> std::fmt::Result {
        let indent = f.get_indent_size();
        f.set_indent_size(0);
        f.array(|f| f.elements(self.0))?;
        f.set_indent_size(indent);
        Ok(())
    }
}
