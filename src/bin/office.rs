//! Workbooks as WebAssembly, for a worker or the page: see `engine.js`, which calls it as it calls the engine.

use js_sys::{Object, Reflect, Uint8Array};
use tuiyan::engine::{MOST_DRAWS, SEED};
use tuiyan::office::{Making, Order, Step};
use tuiyan::plan::LANZHOU;
use wasm_bindgen::prelude::*;

fn main() {}

/// Makes one workbook at a time, in short steps.
#[wasm_bindgen(js_name = Engine)]
#[derive(Default)]
pub struct JsOffice(Option<(u32, Making)>);

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
    /// for each scenario; false where these are not understood.
    pub fn call(&mut self, id: u32, name: &str, arguments: Vec<JsValue>) -> bool {
        let text = |i: usize| arguments.get(i).and_then(JsValue::as_string).unwrap_or_default();
        let draws = arguments.get(4).and_then(JsValue::as_f64).unwrap_or_default() as u32;
        let order = Order::read(&LANZHOU, &text(0), &text(1), &text(2), &text(3));
        self.0 = order
            .filter(|_| name == "workbook")
            .map(|order| (id, Making::new(&LANZHOU, order, SEED, draws.min(MOST_DRAWS))));
        self.0.is_some()
    }

    /// Gives up the workbook under way.
    pub fn cancel(&mut self, _slot: usize) {
        self.0 = None;
    }

    #[wasm_bindgen(js_name = isBusy)]
    pub fn is_busy(&self) -> bool {
        self.0.is_some()
    }

    /// Works for about a millisecond, or writes the whole; how far it is.
    pub fn step(&mut self) -> Option<Object> {
        let (id, making) = self.0.as_mut()?;
        let object = Object::new();
        let set = |key: &str, value: &JsValue| {
            // Setting a property of a fresh object cannot fail.
            let _ = Reflect::set(&object, &key.into(), value);
        };
        set("id", &(*id).into());
        match making.step() {
            Step::Drawn(part) => set("progress", &part.into()),
            Step::Done(done) => {
                match done {
                    Ok(bytes) => set("bytes", &Uint8Array::from(&bytes[..])),
                    Err(error) => set("error", &error.to_string().into()),
                }
                self.0 = None;
            }
        }
        Some(object)
    }
}
