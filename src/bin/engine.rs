//! The engine as WebAssembly, for a worker or the page: see `engine.js`, which calls it.

use js_sys::{Float32Array, Float64Array, Object, Reflect};
use tuiyan::engine::{Call, Content, Engine, Request, Script, Slot};
use tuiyan::plan::LANZHOU;
use wasm_bindgen::prelude::*;

fn main() {}

/// Takes messages, works in short steps, and gives answers.
#[wasm_bindgen(js_name = Engine)]
pub struct JsEngine(Engine);

#[wasm_bindgen(js_class = Engine)]
impl JsEngine {
    #[wasm_bindgen(constructor)]
    #[allow(clippy::new_without_default)]
    pub fn new() -> Self {
        JsEngine(Engine::new(&LANZHOU))
    }

    /// Begins a request; false where its numbers are not understood.
    pub fn ask(&mut self, id: u32, numbers: &[f64]) -> bool {
        let request = Request::from_numbers(&LANZHOU, numbers);
        request.map(|request| self.0.ask(id, request)).is_some()
    }

    /// Begins a call from a script; false where there is no such call.
    pub fn call(&mut self, id: u32, name: &str, arguments: Vec<JsValue>) -> bool {
        let text = |i: usize| arguments.get(i).and_then(JsValue::as_string);
        let number = |i: usize| arguments.get(i).and_then(JsValue::as_f64).unwrap_or(f64::NAN);
        let call = match name {
            "monte_carlo" => Call::MonteCarlo(text(0), number(1), number(2)),
            "goal_seek" => Call::GoalSeek(text(0), text(1)),
            "attribution" => Call::Attribution(text(0), text(1)),
            _ => return false,
        };
        self.0.ask_script(id, Script::new(&LANZHOU, &call));
        true
    }

    /// Gives a run draws that another worker made.
    pub fn add(&mut self, id: u32, draws: &[f32]) {
        self.0.add(id, draws);
    }

    /// Gives up the work in a slot.
    pub fn cancel(&mut self, slot: usize) {
        if let Some(&slot) = Slot::ALL.get(slot) {
            self.0.cancel(slot);
        }
    }

    #[wasm_bindgen(js_name = isBusy)]
    pub fn is_busy(&self) -> bool {
        self.0.is_busy()
    }

    /// Works for about a millisecond; an answer, or nothing yet.
    pub fn step(&mut self) -> Option<Object> {
        let answer = self.0.step()?;
        let object = Object::new();
        let set = |key: &str, value: &JsValue| {
            // Setting a property of a fresh object cannot fail.
            let _ = Reflect::set(&object, &key.into(), value);
        };
        set("slot", &(answer.slot as u32).into());
        set("id", &answer.id.into());
        set("done", &answer.done.into());
        match answer.content {
            Content::Reply(reply) => set("numbers", &Float64Array::from(&reply.to_numbers(&LANZHOU)[..])),
            Content::Draws(draws) => set("draws", &Float32Array::from(&draws[..])),
            Content::Text(Ok(text)) => set("text", &text.into()),
            Content::Text(Err(message)) => set("error", &message.into()),
        }
        Some(object)
    }
}
