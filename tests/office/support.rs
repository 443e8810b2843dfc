//! Workbooks to look at, and cells that remember having been looked at.

use std::cell::RefCell;
use std::collections::HashSet;
use std::io::Cursor;
use std::rc::Rc;

use calamine::{Data, Range, Reader, Xlsx};
use tuiyan::analysis::monte_carlo::{Bands, Draws, Sample};
use tuiyan::model::{DigitalReading, Observations, Scenario};
use tuiyan::office::{Contents, Date, workbook};
use tuiyan::plan::{CoefficientId, FactId, LANZHOU, LeverId, PresetId};
use tuiyan::text::{Language, Text};
use tuiyan::workspace::{Computed, Draft, Input, Stamp};

/// Texts that a careless program takes for formulas, references, markup or the end of its file.
pub const HOSTILE: [&str; 4] = ["=1+1", "Sheet1!$A$1", "@SUM(A1)<&\"']]>", "_x0041_\u{fffe}\u{ffff}"];

pub fn date() -> Date {
    Date::new(2026, 3, 1).unwrap()
}

fn draft(preset: PresetId, name: &str, change: impl FnOnce(&mut Scenario)) -> Draft {
    let mut draft = Draft::of_preset(&LANZHOU, preset);
    draft.rename(name).unwrap();
    let mut scenario = Scenario::clone(&draft.scenario);
    change(&mut scenario);
    draft.scenario = Rc::new(scenario);
    draft
}

/// Four scenarios: as given, changed year by year, with other assumptions and notes, and with a hostile name.
pub fn drafts() -> Vec<Rc<Draft>> {
    let by_year = draft(PresetId::Plan, "人才优先", |scenario| {
        scenario.set_lever_years(&LANZHOU, LeverId::HnteEntry, &[20.0, 21.0, 22.0, 23.0, 24.0]).unwrap();
    });
    let mut noted = draft(PresetId::Plan, "", |scenario| {
        scenario.set_coefficient(&LANZHOU, CoefficientId::RdDepreciation, 0.123).unwrap();
        scenario.set_fact(&LANZHOU, FactId::Gdp2020, &[256.0]).unwrap();
        scenario.set_reading(DigitalReading::Ratio);
    });
    noted.annotate(HOSTILE[0]).unwrap();
    noted.set_note(Input::Fact(FactId::Gdp2020), HOSTILE[1]).unwrap();
    noted.set_note(Input::Lever(LeverId::GdpGrowth), HOSTILE[2]).unwrap();
    let mut hostile = draft(PresetId::Headwinds, HOSTILE[2], |_| {});
    hostile.annotate(HOSTILE[3]).unwrap();
    let given = Draft::of_preset(&LANZHOU, PresetId::Plan);
    [given, by_year, noted, hostile].map(Rc::new).to_vec()
}

pub fn trend() -> Rc<Draft> {
    Rc::new(Draft::of_preset(&LANZHOU, PresetId::Trend))
}

/// Some draws of a scenario.
pub fn bands(draft: &Draft) -> Bands {
    let mut sample = Sample::with_capacity(&LANZHOU, 400);
    Draws::new(&LANZHOU, &draft.scenario, 1).run(0..400, &mut sample);
    Bands::new(&LANZHOU, &draft.scenario, &Observations::default(), &sample)
}

pub fn stamp(draft: &Draft) -> String {
    Stamp::new(&LANZHOU, &Computed::new(&LANZHOU, draft.scenario.clone())).to_string()
}

pub fn write(scenarios: &[Rc<Draft>], reference: &Rc<Draft>, likelihood: &[Bands], language: Language) -> Vec<u8> {
    workbook(&LANZHOU, language, &Contents { scenarios, reference, likelihood, date: date() }).unwrap()
}

/// The workbook of [`drafts`] against the trend, with the likelihood of each.
pub fn whole(language: Language) -> Vec<u8> {
    let drafts = drafts();
    let likelihood: Vec<Bands> = drafts.iter().map(|draft| bands(draft)).collect();
    write(&drafts, &trend(), &likelihood, language)
}

/// What each of them is called, the reference last.
pub fn names(language: Language) -> [String; 5] {
    let plan = LANZHOU.preset(PresetId::Plan).name.get(language);
    let trend = LANZHOU.preset(PresetId::Trend).name.get(language);
    let reference = match language {
        Language::Zh => format!("{trend}（参照）"),
        Language::En => format!("{trend} (reference)"),
    };
    [plan.to_owned(), "人才优先".to_owned(), format!("{plan} (2)"), HOSTILE[2].to_owned(), reference]
}

/// A sheet read back.
pub struct Cells {
    range: Range<Data>,
    seen: RefCell<HashSet<(usize, usize)>>,
}

/// Every sheet is one with its name and cells.
pub fn open(bytes: Vec<u8>) -> Xlsx<Cursor<Vec<u8>>> {
    Xlsx::new(Cursor::new(bytes)).unwrap()
}

impl Cells {
    pub fn of(bytes: &[u8], name: Text, language: Language) -> Self {
        let range = open(bytes.to_vec()).worksheet_range(name.get(language)).unwrap();
        assert_eq!(range.start(), Some((0, 0)));
        Cells { range, seen: RefCell::default() }
    }

    pub fn height(&self) -> usize {
        self.range.height()
    }

    pub fn text(&self, row: usize, column: usize) -> &str {
        match self.range.get((row, column)) {
            Some(Data::String(text)) => text,
            _ => "",
        }
    }

    /// The place of a text in a row.
    pub fn column(&self, row: usize, text: &str) -> usize {
        (0..self.range.width())
            .find(|&column| self.text(row, column) == text)
            .unwrap_or_else(|| panic!("{text:?} is not in row {row}"))
    }

    /// The first row from `from` on that has these texts in these columns.
    pub fn row(&self, from: usize, texts: &[(usize, &str)]) -> usize {
        (from..self.height())
            .find(|&row| texts.iter().all(|&(column, text)| self.text(row, column) == text))
            .unwrap_or_else(|| panic!("no row from {from} on has {texts:?}"))
    }

    /// The cell is this number, to the last bit.
    pub fn expect(&self, row: usize, column: usize, value: f64) {
        self.seen.borrow_mut().insert((row, column));
        match self.range.get((row, column)) {
            Some(Data::Float(found)) => assert_eq!(*found, value, "row {row}, column {column}"),
            other => panic!("row {row}, column {column}: {other:?} instead of {value}"),
        }
    }

    /// Every number of the sheet was expected.
    pub fn finish(&self) {
        let seen = self.seen.borrow();
        for (row, column, cell) in self.range.used_cells() {
            let number = matches!(cell, Data::Float(_) | Data::Int(_) | Data::DateTime(_) | Data::Bool(_));
            assert!(!number || seen.contains(&(row, column)), "{cell:?} in row {row}, column {column}");
            assert!(!matches!(cell, Data::Error(_)), "{cell:?} in row {row}, column {column}");
        }
    }
}
