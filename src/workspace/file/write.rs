//! Writes files.

use std::rc::Rc;

use nojson::{DisplayJson, JsonFormatter};

use super::super::Computed;
use super::super::draft::Draft;
use super::super::input::reading_id;
use super::super::stamp::Stamp;
use super::{FILE_VERSION, FORMAT};
use crate::plan::Plan;

/// Writes scenarios as a file, each with the stamp of its figures now.
pub fn write_file(plan: &Plan, drafts: &[Rc<Draft>]) -> String {
    let scenarios = drafts.iter().map(|draft| FileScenario { plan, draft });
    let file = nojson::json(|f| {
        f.set_indent_size(2);
        f.set_spacing(true);
        f.object(|f| {
            f.member("format", FORMAT)?;
            f.member("version", FILE_VERSION)?;
            f.member("scenarios", nojson::array(|f| f.elements(scenarios.clone())))
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
