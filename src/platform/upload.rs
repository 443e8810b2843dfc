//! Files that the user gives to the page, by a picker or by dropping them anywhere on it.

use std::cell::Cell;
use std::rc::Rc;

use gloo::events::{EventListener, EventListenerOptions};
use gloo::utils::document;
use js_sys::futures::JsFuture;
use js_sys::{ArrayBuffer, Uint8Array};
use wasm_bindgen::JsCast;
use web_sys::{DataTransfer, DragEvent, Event, File, FileList, HtmlInputElement};

/// A file as it came.
#[derive(Clone, Debug)]
pub struct GivenFile {
    pub name: String,
    pub content: Given,
}

#[derive(Clone, Debug)]
pub enum Given {
    Bytes(Vec<u8>),
    /// Larger than asked for, so that it was not read.
    TooLarge,
    /// The browser could not read it.
    Unreadable,
}

/// The files that a picker holds; it is emptied, so that the same ones can be chosen again.
pub fn chosen(event: &Event) -> Vec<File> {
    let picker = event.target().and_then(|target| target.dyn_into::<HtmlInputElement>().ok());
    let Some(picker) = picker else { return Vec::new() };
    let files = picker.files().map(listed).unwrap_or_default();
    picker.set_value("");
    files
}

fn listed(files: FileList) -> Vec<File> {
    (0..files.length()).filter_map(|at| files.item(at)).collect()
}

/// Reads files of `largest` bytes at most.
pub async fn read(files: Vec<File>, largest: usize) -> Vec<GivenFile> {
    let mut given = Vec::new();
    for file in files {
        let content = if file.size() > largest as f64 {
            Given::TooLarge
        } else {
            let bytes = JsFuture::from(file.array_buffer()).await.ok();
            let bytes = bytes.and_then(|buffer| buffer.dyn_into::<ArrayBuffer>().ok());
            bytes.map_or(Given::Unreadable, |buffer| Given::Bytes(Uint8Array::new(&buffer).to_vec()))
        };
        given.push(GivenFile { name: file.name(), content });
    }
    given
}

/// What happens over the page while files are dragged.
#[derive(Debug)]
pub enum Dragged {
    Over,
    Gone,
    Dropped(Vec<File>),
}

/// Calls back as files are dragged over the page and dropped; anything else that is dragged is left to the browser.
pub fn on_drop(callback: impl Fn(Dragged) + 'static) -> [EventListener; 4] {
    let callback = Rc::new(callback);
    // Entering an element inside another leaves neither.
    let depth = Rc::new(Cell::new(0u32));
    let listener = |kind: &'static str, act: fn(&Cell<u32>, &DataTransfer) -> Option<Dragged>| {
        let (callback, depth) = (callback.clone(), depth.clone());
        let options = EventListenerOptions::enable_prevent_default();
        EventListener::new_with_options(&document(), kind, options, move |event| {
            let data = event.dyn_ref::<DragEvent>().and_then(DragEvent::data_transfer);
            let Some(data) = data.filter(|data| data.types().includes(&"Files".into(), 0)) else { return };
            event.prevent_default();
            if let Some(dragged) = act(&depth, &data) {
                callback(dragged);
            }
        })
    };
    [
        listener("dragenter", |depth, _| {
            depth.set(depth.get() + 1);
            (depth.get() == 1).then_some(Dragged::Over)
        }),
        listener("dragover", |_, data| {
            data.set_drop_effect("copy");
            None
        }),
        listener("dragleave", |depth, _| {
            depth.set(depth.get().saturating_sub(1));
            (depth.get() == 0).then_some(Dragged::Gone)
        }),
        listener("drop", |depth, data| {
            depth.set(0);
            Some(Dragged::Dropped(data.files().map(listed).unwrap_or_default()))
        }),
    ]
}
