//! A workbook in the making: draws in short steps, then the whole.

use std::rc::Rc;

use super::{Contents, Date, XlsxError, workbook};
use crate::analysis::monte_carlo::{Bands, Draws, Sample};
use crate::model::Observations;
use crate::plan::{Plan, PresetId};
use crate::text::Language;
use crate::workspace::file::read_file;
use crate::workspace::{Draft, Reference, read_link};

/// Draws a step: about a millisecond.
const STEP: u64 = 256;

/// What a workbook is asked for with.
#[derive(Clone, Debug)]
pub struct Order {
    pub language: Language,
    pub date: Date,
    scenarios: Vec<Rc<Draft>>,
    reference: Rc<Draft>,
}

impl Order {
    /// Reads the scenarios: the text of a file, with the reference by preset id or place from 1; or what an address has
    /// behind its `#`, which names its reference itself. `None` where the text, the reference, the language or the day
    /// is none.
    pub fn read(plan: &Plan, scenarios: &str, reference: &str, language: &str, date: &str) -> Option<Self> {
        let (language, date) = (Language::parse(language)?, Date::parse(date)?);
        let (scenarios, reference) = if scenarios.trim_start_matches('\u{feff}').trim_start().starts_with('{') {
            let file = read_file(plan, scenarios.as_bytes()).ok()?;
            let reference = match reference.parse::<usize>() {
                Ok(place) => Reference::Scenario(place.checked_sub(1)?),
                Err(_) => Reference::Preset(PresetId::parse(reference)?),
            };
            (file.scenarios.into_iter().map(|one| Rc::new(one.draft)).collect::<Vec<_>>(), reference)
        } else {
            let (link, _) = read_link(plan, scenarios);
            (link.drafts().to_vec(), link.reference())
        };
        let reference = match reference {
            Reference::Preset(preset) => Rc::new(Draft::of_preset(plan, preset)),
            Reference::Scenario(place) => scenarios.get(place)?.clone(),
        };
        Some(Order { language, date, scenarios, reference })
    }
}

/// How far it is.
#[derive(Debug)]
pub enum Step {
    /// A part of the draws, from 0 to 1.
    Drawn(f64),
    Done(Result<Vec<u8>, XlsxError>),
}

/// The draws of one scenario.
struct Drawing {
    draws: Draws<'static>,
    sample: Sample,
    made: u64,
}

/// A workbook under way.
pub struct Making {
    plan: &'static Plan,
    order: Order,
    /// Draws for each scenario; without any there is no sheet of likelihood.
    draws: u32,
    seed: u64,
    drawing: Option<Drawing>,
    likelihood: Vec<Bands>,
}

impl Making {
    pub fn new(plan: &'static Plan, order: Order, seed: u64, draws: u32) -> Self {
        Making { plan, order, draws, seed, drawing: None, likelihood: Vec::new() }
    }

    /// Works for about a millisecond, at the end for as long as the writing takes.
    pub fn step(&mut self) -> Step {
        let (plan, total) = (self.plan, u64::from(self.draws));
        let ready = self.likelihood.len();
        let Some(draft) = self.order.scenarios.get(ready).filter(|_| total > 0) else {
            let Order { language, date, scenarios, reference } = &self.order;
            let contents = Contents { scenarios, reference, likelihood: &self.likelihood, date: *date };
            return Step::Done(workbook(plan, *language, &contents));
        };
        let drawing = self.drawing.get_or_insert_with(|| Drawing {
            draws: Draws::new(plan, &draft.scenario, self.seed),
            sample: Sample::with_capacity(plan, self.draws as usize),
            made: 0,
        });
        let next = (drawing.made + STEP).min(total);
        drawing.draws.run(drawing.made..next, &mut drawing.sample);
        drawing.made = next;
        let part = next as f64 / total as f64;
        if next == total {
            let observations = Observations::default();
            self.likelihood.push(Bands::new(plan, &draft.scenario, &observations, &drawing.sample));
            self.drawing = None;
        }
        Step::Drawn((ready as f64 + part) / self.order.scenarios.len() as f64)
    }
}
