//! Trajectories as a tidy table: one value a row.

use std::rc::Rc;

use super::Computed;
use super::stamp::Stamp;
use crate::model::MODEL_VERSION;
use crate::plan::Plan;
use crate::text::Language;
use crate::text::number::exact;

/// Writes `scenario,indicator_id,indicator,unit,year,value,kind,model,code` for scenarios under their names, as RFC 4180
/// has it and with a byte order mark, which spreadsheets need to read UTF-8. `kind` is `baseline`, `model` or `target`;
/// `code` is what follows the model version in the stamp. Values are in the indicator's unit, at full precision.
pub fn write_csv(plan: &Plan, scenarios: &[(String, Rc<Computed>)], language: Language) -> String {
    let mut csv = String::from("\u{feff}scenario,indicator_id,indicator,unit,year,value,kind,model,code\r\n");
    for (name, computed) in scenarios {
        let stamp = Stamp::new(plan, computed);
        let code = format!("{}-{}", stamp.scenario, stamp.result);
        for indicator in &plan.indicators {
            let before = [
                cell(name),
                indicator.id.id().to_owned(),
                cell(indicator.name.get(language)),
                cell(indicator.unit.get(language)),
            ]
            .join(",");
            let mut row = |year: u16, value: f64, kind: &str| {
                csv.push_str(&format!("{before},{year},{},{kind},{MODEL_VERSION},{code}\r\n", exact(value)));
            };
            for (year, value) in (plan.base_year..).zip(computed.projection.path(indicator.id)) {
                row(year, value, if year == plan.base_year { "baseline" } else { "model" });
            }
            row(plan.target_year(), computed.scenario.target(plan, indicator.id), "target");
        }
    }
    csv
}

/// A text as a cell.
fn cell(text: &str) -> String {
    let text = plain(text);
    if text.contains(['"', ',', '\r', '\n']) { format!("\"{}\"", text.replace('"', "\"\"")) } else { text }
}

/// A text that a spreadsheet takes for text: one that begins like a formula gets an apostrophe before it.
pub fn plain(text: &str) -> String {
    let formula = text.starts_with(['=', '+', '-', '@', '\t', '\r', '\n', '＝', '＋', '－', '＠']);
    if formula { format!("'{text}") } else { text.to_owned() }
}
