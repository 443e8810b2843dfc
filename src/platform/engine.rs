//! Speaks to the engine: in workers where the browser starts them, else in slices on the page.
//!
//! A request takes the place of an unfinished one of its kind; answers to what was given up are dropped.

use std::cell::{Cell, RefCell};
use std::collections::VecDeque;
use std::rc::Rc;

use gloo::timers::callback::Timeout;
use gloo::utils::window;
use js_sys::{Array, Float32Array, Float64Array, Function, JSON, Object, Promise, Uint8Array, WebAssembly};
use wasm_bindgen::prelude::*;

use super::port::{Listeners, end, get, listen, object, on_page, post, resource, worker};
use crate::engine::{CHUNK, Reply, Request, Slot};
use crate::model::Scenario;
use crate::plan::Plan;

/// The most workers; more gain nothing.
const MOST_WORKERS: usize = 8;
/// How long a worker may take to load, and how long it may be silent over a request, in milliseconds.
const PATIENCE: u32 = 10_000;

/// A module of one function with a vector instruction, which a browser without SIMD refuses.
const SIMD_PROBE: [u8; 31] =
    [0, 97, 115, 109, 1, 0, 0, 0, 1, 5, 1, 96, 0, 1, 123, 3, 2, 1, 0, 10, 10, 1, 8, 0, 65, 0, 253, 15, 253, 98, 11];

/// What scripts are told where there is no engine.
const NOT_LOADED: &str = "the engine could not be loaded";

/// Where the engine runs.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Place {
    Workers,
    /// On the page, in slices: no worker starts here.
    Page,
    /// Not at all: its program could not be loaded.
    Nowhere,
}

type OnReply = Rc<dyn Fn(Reply, bool)>;
type OnPlace = Rc<dyn Fn(Place)>;

thread_local! {
    static ENGINE: RefCell<Option<Rc<Engine>>> = const { RefCell::new(None) };
}

/// The page's engine, started when first asked for.
pub fn engine(plan: &'static Plan) -> Rc<Engine> {
    ENGINE.with_borrow_mut(|engine| engine.get_or_insert_with(|| Engine::start(plan)).clone())
}

/// Answers a script: see [`Call`](super::script::Call).
pub fn call(plan: &'static Plan, name: &str, arguments: &Array, json: bool) -> Promise {
    engine(plan).call(name, arguments, json)
}

pub struct Engine {
    plan: &'static Plan,
    ports: RefCell<Vec<Rc<Port>>>,
    place: Cell<Place>,
    on_place: RefCell<Option<OnPlace>>,
    next_id: Cell<u32>,
    /// By slot: the request under way.
    waiting: RefCell<[Option<Asked>; Slot::ALL.len()]>,
    calls: RefCell<Vec<Call>>,
}

/// A request under way.
struct Asked {
    id: u32,
    /// The same to be asked of one port alone, where another has failed.
    request: Vec<f64>,
    on_reply: OnReply,
}

/// A call from a script that waits for its answer.
struct Call {
    id: u32,
    message: Object,
    /// Whether the text is JSON.
    json: bool,
    resolve: Function,
    reject: Function,
}

/// One that serves the engine.
struct Port {
    object: Object,
    ready: Cell<bool>,
    queue: RefCell<VecDeque<Object>>,
    heard: Cell<f64>,
    timeout: RefCell<Option<Timeout>>,
    listeners: RefCell<Option<Listeners>>,
}

impl Port {
    fn new(object: Object, queue: VecDeque<Object>) -> Self {
        Port {
            object,
            ready: Cell::new(false),
            queue: RefCell::new(queue),
            heard: Cell::new(0.0),
            timeout: RefCell::default(),
            listeners: RefCell::default(),
        }
    }

    fn send(&self, message: Object) {
        if self.ready.get() {
            post(&self.object, &message);
        } else {
            self.queue.borrow_mut().push_back(message);
        }
    }
}

fn request_message(id: u32, numbers: &[f64]) -> Object {
    object(&[("id", id.into()), ("numbers", Float64Array::from(numbers).into())])
}

fn cores() -> usize {
    (window().navigator().hardware_concurrency() as usize).clamp(1, MOST_WORKERS)
}

impl Engine {
    fn start(plan: &'static Plan) -> Rc<Self> {
        let engine = Rc::new(Engine {
            plan,
            ports: RefCell::default(),
            place: Cell::new(Place::Workers),
            on_place: RefCell::default(),
            next_id: Cell::new(1),
            waiting: RefCell::new([const { None }; Slot::ALL.len()]),
            calls: RefCell::default(),
        });
        // One for the draws, one for all else, so that neither waits for the other.
        engine.widen(cores().min(2));
        engine
    }

    /// Where the engine runs, now and whenever that changes.
    pub fn watch(&self, on_place: impl Fn(Place) + 'static) {
        on_place(self.place.get());
        *self.on_place.borrow_mut() = Some(Rc::new(on_place));
    }

    /// Asks; `on_reply` gets each reply and whether it is the last.
    pub fn ask(self: &Rc<Self>, request: &Request, on_reply: impl Fn(Reply, bool) + 'static) {
        if self.place.get() == Place::Nowhere {
            return;
        }
        let slot = request.slot();
        let numbers = request.to_numbers(self.plan);
        let id = self.take_id();
        let port = self.port(slot);
        self.mind(&port);
        port.send(request_message(id, &numbers));
        self.waiting.borrow_mut()[slot as usize] = Some(Asked { id, request: numbers, on_reply: Rc::new(on_reply) });
    }

    /// Makes many draws on all cores; replies as [`Engine::ask`].
    pub fn run(
        self: &Rc<Self>,
        scenario: &Rc<Scenario>,
        seed: u64,
        draws: u32,
        on_reply: impl Fn(Reply, bool) + 'static,
    ) {
        if self.place.get() == Place::Nowhere {
            return;
        }
        if self.place.get() == Place::Workers {
            self.widen(cores());
        }
        let ports = self.ports.borrow().clone();
        let chunks = draws.div_ceil(CHUNK);
        // The first also gathers.
        let others = chunks / ports.len() as u32 * (ports.len() as u32 - 1);
        let own = draws.saturating_sub(others * CHUNK);
        let run = |own: u32| Request::Run { scenario: scenario.clone(), seed, draws, own }.to_numbers(self.plan);
        let id = self.take_id();
        let on_reply = Rc::new(on_reply);
        self.waiting.borrow_mut()[Slot::Run as usize] = Some(Asked { id, request: run(draws), on_reply });
        let mut first = own;
        for (i, port) in ports.iter().enumerate() {
            let numbers = if i == 0 {
                run(own)
            } else {
                let count = others * CHUNK / (ports.len() as u32 - 1);
                let part = Request::Draw { scenario: scenario.clone(), seed, first, count };
                first += count;
                part.to_numbers(self.plan)
            };
            self.mind(port);
            port.send(request_message(id, &numbers));
        }
    }

    /// Gives up the work of a kind.
    pub fn cancel(&self, slot: Slot) {
        if self.place.get() == Place::Nowhere {
            return;
        }
        self.waiting.borrow_mut()[slot as usize] = None;
        for port in self.ports.borrow().iter() {
            port.send(object(&[("cancel", (slot as u32).into())]));
            if slot == Slot::Run {
                port.send(object(&[("cancel", (Slot::Draw as u32).into())]));
            }
        }
    }

    /// A script's call; the promise holds text, or what the text says in JSON.
    pub fn call(self: &Rc<Self>, name: &str, arguments: &Array, json: bool) -> Promise {
        if self.place.get() == Place::Nowhere {
            return Promise::reject(&js_sys::Error::new(NOT_LOADED).into());
        }
        let id = self.take_id();
        let message = object(&[("id", id.into()), ("name", name.into()), ("arguments", arguments.into())]);
        self.port(Slot::Script).send(message.clone());
        Promise::new(&mut |resolve, reject| {
            self.calls.borrow_mut().push(Call { id, message: message.clone(), json, resolve, reject });
        })
    }

    fn take_id(&self) -> u32 {
        self.next_id.replace(self.next_id.get().wrapping_add(1))
    }

    fn port(&self, slot: Slot) -> Rc<Port> {
        let ports = self.ports.borrow();
        let draws = matches!(slot, Slot::Likelihood | Slot::Run | Slot::Draw | Slot::Correlations | Slot::Confidence);
        // There is always one.
        ports[usize::from(!draws).min(ports.len() - 1)].clone()
    }

    /// Starts workers until there are `count`.
    fn widen(self: &Rc<Self>, count: usize) {
        while self.ports.borrow().len() < count {
            let Some(worker) = worker() else { return self.move_to_page() };
            let port = self.open(worker);
            self.ports.borrow_mut().push(port);
        }
    }

    /// Listens to a port and has it load the program.
    fn open(self: &Rc<Self>, port: Object) -> Rc<Port> {
        let port = Rc::new(Port::new(port, VecDeque::new()));
        let weak = (Rc::downgrade(self), Rc::downgrade(&port));
        let both = {
            let weak = weak.clone();
            move || weak.0.upgrade().zip(weak.1.upgrade())
        };
        *port.listeners.borrow_mut() = Some(listen(&port.object, move |news| {
            let Some((engine, port)) = both() else { return };
            match news {
                Some(data) => engine.hear(&port, &data),
                None => engine.give_up(&port),
            }
        }));
        *port.timeout.borrow_mut() = Some(Timeout::new(PATIENCE, move || {
            if let (Some(engine), Some(port)) = (weak.0.upgrade(), weak.1.upgrade()) {
                engine.give_up(&port);
            }
        }));
        let simd = WebAssembly::validate(&Uint8Array::from(&SIMD_PROBE[..])).unwrap_or(false);
        let build = if simd { "engine_simd" } else { "engine_plain" };
        let glue = resource(&format!("{build}.js"));
        let program = object(&[("glue", glue), ("wasm", resource(&format!("{build}_bg.wasm")))]);
        post(&port.object, &object(&[("start", program.into())]));
        port
    }

    fn hear(self: &Rc<Self>, port: &Rc<Port>, data: &JsValue) {
        port.heard.set(js_sys::Date::now());
        if get(data, "ready").is_truthy() {
            *port.timeout.borrow_mut() = None;
            port.ready.set(true);
            for message in port.queue.take() {
                post(&port.object, &message);
            }
            return;
        }
        if !get(data, "failed").is_undefined() {
            return self.give_up(port);
        }
        let id = get(data, "id").as_f64().unwrap_or_default() as u32;
        let draws = get(data, "draws");
        if draws.is_instance_of::<Float32Array>() {
            let waits = self.waiting.borrow()[Slot::Run as usize].as_ref().is_some_and(|asked| asked.id == id);
            if waits && let Some(first) = self.ports.borrow().first() {
                first.send(object(&[("id", id.into()), ("draws", draws)]));
            }
            return;
        }
        let done = get(data, "done").is_truthy();
        let numbers = get(data, "numbers");
        if let Some(numbers) = numbers.dyn_ref::<Float64Array>() {
            let slot = get(data, "slot").as_f64().unwrap_or_default() as usize;
            let on_reply = match self.waiting.borrow().get(slot) {
                Some(Some(asked)) if asked.id == id => asked.on_reply.clone(),
                _ => return,
            };
            if done {
                self.waiting.borrow_mut()[slot] = None;
            }
            if let Some(reply) = Reply::from_numbers(self.plan, &numbers.to_vec()) {
                on_reply(reply, done);
            }
            return;
        }
        self.settle(id, &get(data, "text"), &get(data, "error"));
    }

    /// Answers the script that made a call.
    fn settle(&self, id: u32, text: &JsValue, error: &JsValue) {
        let mut calls = self.calls.borrow_mut();
        let Some(place) = calls.iter().position(|call| call.id == id) else { return };
        let call = calls.swap_remove(place);
        drop(calls);
        let value = match text.as_string() {
            Some(text) if call.json => JSON::parse(&text),
            Some(text) => Ok(text.into()),
            None => Err(js_sys::Error::new(&error.as_string().unwrap_or_default()).into()),
        };
        // A promise's own functions cannot fail.
        let _ = match value {
            Ok(value) => call.resolve.call1(&JsValue::UNDEFINED, &value),
            Err(error) => call.reject.call1(&JsValue::UNDEFINED, &error),
        };
    }

    /// Ends a worker that has been silent for too long over a request.
    fn mind(self: &Rc<Self>, port: &Rc<Port>) {
        let weak = (Rc::downgrade(self), Rc::downgrade(port));
        let asked = js_sys::Date::now();
        if port.timeout.borrow().is_some() {
            return;
        }
        *port.timeout.borrow_mut() = Some(Timeout::new(PATIENCE, move || {
            if let (Some(engine), Some(port)) = (weak.0.upgrade(), weak.1.upgrade()) {
                *port.timeout.borrow_mut() = None;
                if port.heard.get() < asked {
                    engine.give_up(&port);
                }
            }
        }));
    }

    /// Ends the workers, of which one failed, and goes on with the page itself; or ends for good if that failed.
    fn give_up(self: &Rc<Self>, port: &Rc<Port>) {
        if !self.ports.borrow().iter().any(|other| Rc::ptr_eq(other, port)) {
            return;
        }
        match self.place.get() {
            Place::Workers => self.move_to_page(),
            Place::Page | Place::Nowhere => self.set_place(Place::Nowhere),
        }
    }

    fn move_to_page(self: &Rc<Self>) {
        for port in self.ports.take() {
            end(&port.object);
        }
        // All that is not answered is asked again; it waits until the page serves.
        let requests = self.waiting.borrow();
        let again = requests.iter().flatten().map(|asked| request_message(asked.id, &asked.request));
        let again = again.chain(self.calls.borrow().iter().map(|call| call.message.clone())).collect();
        drop(requests);
        self.ports.borrow_mut().push(Rc::new(Port::new(Object::new(), again)));
        self.set_place(Place::Page);
        let weak = Rc::downgrade(self);
        on_page(move |object| {
            let Some(engine) = weak.upgrade() else { return };
            let Some(object) = object else { return engine.set_place(Place::Nowhere) };
            let port = engine.open(object);
            let old = engine.ports.replace(vec![port.clone()]);
            for old in old {
                port.queue.borrow_mut().append(&mut old.queue.borrow_mut());
            }
        });
    }

    fn set_place(&self, place: Place) {
        self.place.set(place);
        if place == Place::Nowhere {
            for call in self.calls.take() {
                // A promise's own functions cannot fail.
                let _ = call.reject.call1(&JsValue::UNDEFINED, &js_sys::Error::new(NOT_LOADED));
            }
        }
        let on_place = self.on_place.borrow().clone();
        if let Some(on_place) = on_place {
            on_place(place);
        }
    }
}
