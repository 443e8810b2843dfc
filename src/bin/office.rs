//! Workbooks, documents and archives as WebAssembly, for a worker or the page: see `engine.js`, which calls it as it calls the engine.

use js_sys::{Object, Reflect, Uint8Array};
use tuiyan::briefing::Briefing;
use tuiyan::engine::{MOST_DRAWS, SEED};
use tuiyan::office::{Date, Making, Order, Step, archive, document};
use tuiyan::plan::LANZHOU;
use tuiyan::text::Language;
use wasm_bindgen::prelude::*;

fn main() {}

/// What is being made.
enum Job {
    Workbook(Box<Making>),
    Document(Briefing, Date),
    /// Files with their names.
    Archive(Vec<(String, Vec<u8>)>),
}

/// Makes one file at a time, in short steps.
#[wasm_bindgen(js_name = Engine)]
#[derive(Default)]
pub struct JsOffice(Option<(u32, Job)>);

#[wasm_bindgen(js_class = Engine)]
impl JsOffice {
    #[wasm_bindgen(constructor)]
    pub fn new() -> Self {
        JsOffice::default()
    }

    /// Takes no rows of numbers.
    pub fn ask(&mut self, _id: u32, _numbers: &[f64]) -> bool {
        false
    }

    /// Begins `workbook` with scenarios, reference, language and date (see [`Order::read`]), and the number of draws
    /// for each scenario; or `document` with the lines of a briefing (see [`Briefing::from_lines`]), language and date;
    /// or `archive` with name and bytes of each file in turn. False where these are not understood.
    pub fn call(&mut self, id: u32, name: &str, arguments: Vec<JsValue>) -> bool {
        let text = |i: usize| arguments.get(i).and_then(JsValue::as_string).unwrap_or_default();
        let job = match name {
            "workbook" => {
                let draws = arguments.get(4).and_then(JsValue::as_f64).unwrap_or_default() as u32;
                let order = Order::read(&LANZHOU, &text(0), &text(1), &text(2), &text(3));
                let making = |order| Making::new(&LANZHOU, order, SEED, draws.min(MOST_DRAWS));
                order.map(|order| Job::Workbook(Box::new(making(order))))
            }
            "document" => {
                let briefing = Language::parse(&text(1)).and_then(|language| Briefing::from_lines(&text(0), language));
                briefing.zip(Date::parse(&text(2))).map(|(briefing, date)| Job::Document(briefing, date))
            }
            "archive" => {
                let file = |pair: &[JsValue]| Some((pair[0].as_string()?, pair[1].dyn_ref::<Uint8Array>()?.to_vec()));
                arguments.chunks_exact(2).map(file).collect::<Option<Vec<_>>>().map(Job::Archive)
            }
            _ => None,
        };
        self.0 = job.map(|job| (id, job));
        self.0.is_some()
    }

    /// Gives up what is under way.
    pub fn cancel(&mut self, _slot: usize) {
        self.0 = None;
    }

    #[wasm_bindgen(js_name = isBusy)]
    pub fn is_busy(&self) -> bool {
        self.0.is_some()
    }

    /// Works for about a millisecond, or writes the whole; how far it is.
    pub fn step(&mut self) -> Option<Object> {
        let (id, job) = self.0.as_mut()?;
        let object = Object::new();
        let set = |key: &str, value: &JsValue| {
            // Setting a property of a fresh object cannot fail.
            let _ = Reflect::set(&object, &key.into(), value);
        };
        set("id", &(*id).into());
        let done = match job {
            Job::Workbook(making) => match making.step() {
                Step::Drawn(part) => {
                    set("progress", &part.into());
                    return Some(object);
                }
                Step::Done(done) => done.map_err(|error| error.to_string()),
            },
            Job::Document(briefing, date) => document(briefing, *date),
            Job::Archive(files) => archive(files.iter().map(|(name, bytes)| (name.as_str(), &bytes[..]))),
        };
        self.0 = None;
        match done {
            Ok(bytes) => set("bytes", &Uint8Array::from(&bytes[..])),
            Err(error) => set("error", &error.into()),
        }
        Some(object)
    }
}
