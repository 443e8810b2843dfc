//! Has workbooks, documents and archives made: by a program of its own, fetched when first asked for, in a worker, or in
//! slices on the page where no worker starts.

use std::cell::{Cell, RefCell};
use std::rc::Rc;

use js_sys::{Array, Object, Uint8Array};
use wasm_bindgen::prelude::*;

use super::port::{Listeners, end, get, is_worker, listen, object, on_page, post, resource, worker};
use crate::text::Language;

/// The media types of workbooks, documents and archives.
pub const XLSX: &str = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";
pub const DOCX: &str = "application/vnd.openxmlformats-officedocument.wordprocessingml.document";
pub const ZIP: &str = "application/zip";

/// What is heard of a file in the making.
#[derive(Clone, PartialEq, Debug)]
pub enum News {
    /// The part that is done, from 0 to 1.
    Progress(f64),
    Done(Vec<u8>),
    /// The program could not be loaded, or did not understand what it was given.
    Failed,
}

/// What a workbook is made from.
#[derive(Clone, Copy, Debug)]
pub struct Order<'a> {
    /// The text of a file of scenarios, or what an address has behind its `#`.
    pub scenarios: &'a str,
    /// For a file: what differences are taken against, a preset's id or a place from 1. An address says it itself.
    pub reference: &'a str,
    pub language: Language,
    /// The day here, as `2021-07-01`.
    pub date: &'a str,
    /// Draws for each scenario; 0 leaves the sheet of likelihood out.
    pub draws: u32,
}

type OnNews = Box<dyn Fn(News)>;

struct Inner {
    /// A worker, or what serves as one on the page.
    port: RefCell<Option<Object>>,
    /// Of every port so far: one may be the caller when the next is opened.
    listeners: RefCell<Vec<Listeners>>,
    call: Object,
    on_news: OnNews,
    over: Cell<bool>,
}

/// A file in the making; dropping it gives it up.
pub struct Making(Rc<Inner>);

impl Drop for Making {
    fn drop(&mut self) {
        self.0.end();
    }
}

/// Has a workbook made; the last of the news is that it is done or has failed.
pub fn workbook(order: &Order, on_news: impl Fn(News) + 'static) -> Making {
    let Order { scenarios, reference, language, date, draws } = *order;
    let arguments: Array =
        [scenarios, reference, language.code(), date].into_iter().map(JsValue::from).chain([draws.into()]).collect();
    make("workbook", arguments, on_news)
}

/// Has a document made of a briefing's lines (see [`Briefing::to_lines`](crate::briefing::Briefing::to_lines)) as of a
/// day, `2021-07-01`; the last of the news is that it is done or has failed.
pub fn document(lines: &str, language: Language, date: &str, on_news: impl Fn(News) + 'static) -> Making {
    make("document", [lines, language.code(), date].into_iter().map(JsValue::from).collect(), on_news)
}

/// Has files with their names put into one; the last of the news is that it is done or has failed.
pub fn archive(files: &[(String, Vec<u8>)], on_news: impl Fn(News) + 'static) -> Making {
    let arguments = files.iter().flat_map(|(name, bytes)| [JsValue::from(name), Uint8Array::from(&bytes[..]).into()]);
    make("archive", arguments.collect(), on_news)
}

/// Has the program make one thing.
fn make(name: &str, arguments: Array, on_news: impl Fn(News) + 'static) -> Making {
    let inner = Rc::new(Inner {
        port: RefCell::default(),
        listeners: RefCell::default(),
        call: object(&[("id", 1.into()), ("name", name.into()), ("arguments", arguments.into())]),
        on_news: Box::new(on_news),
        over: Cell::new(false),
    });
    match worker() {
        Some(worker) => inner.open(worker),
        None => inner.move_to_page(),
    }
    Making(inner)
}

impl Inner {
    /// Listens to a port and has it load the program.
    fn open(self: &Rc<Self>, port: Object) {
        let weak = Rc::downgrade(self);
        self.listeners.borrow_mut().push(listen(&port, move |news| {
            let Some(inner) = weak.upgrade() else { return };
            match news {
                Some(data) => inner.hear(&data),
                None => inner.give_up(),
            }
        }));
        let program =
            object(&[("glue", resource("office.js")), ("wasm", resource("office_bg.wasm")), ("office", true.into())]);
        post(&port, &object(&[("start", program.into())]));
        *self.port.borrow_mut() = Some(port);
    }

    fn hear(self: &Rc<Self>, data: &JsValue) {
        if self.over.get() {
            return;
        }
        if get(data, "ready").is_truthy() {
            if let Some(port) = &*self.port.borrow() {
                post(port, &self.call);
            }
        } else if let Some(part) = get(data, "progress").as_f64() {
            (self.on_news)(News::Progress(part));
        } else if let Some(bytes) = get(data, "bytes").dyn_ref::<Uint8Array>() {
            self.end();
            (self.on_news)(News::Done(bytes.to_vec()));
        } else if !get(data, "failed").is_undefined() {
            self.give_up();
        } else {
            self.fail();
        }
    }

    /// Goes on with the page itself where a worker failed, and ends where that fails too.
    fn give_up(self: &Rc<Self>) {
        let worker = self.port.borrow().as_ref().is_some_and(is_worker);
        match (self.over.get(), worker) {
            (true, _) => {}
            (false, true) => self.move_to_page(),
            (false, false) => self.fail(),
        }
    }

    fn move_to_page(self: &Rc<Self>) {
        self.close();
        let weak = Rc::downgrade(self);
        on_page(move |port| {
            let Some(inner) = weak.upgrade().filter(|inner| !inner.over.get()) else { return };
            match port {
                Some(port) => inner.open(port),
                None => inner.fail(),
            }
        });
    }

    fn fail(&self) {
        self.end();
        (self.on_news)(News::Failed);
    }

    /// Ends the worker, or what is under way on the page.
    fn close(&self) {
        let Some(port) = self.port.take() else { return };
        match is_worker(&port) {
            true => end(&port),
            false => post(&port, &object(&[("cancel", 0.into())])),
        }
    }

    fn end(&self) {
        self.over.set(true);
        self.close();
    }
}
