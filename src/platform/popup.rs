//! A second window, drawn by this page: it is empty, of the page's own origin and policy, so that it opens from a file
//! too and both windows are always of one mind.

use std::cell::RefCell;

use gloo::events::{EventListener, EventListenerOptions};
use gloo::utils::{document, document_element, window};
use js_sys::Reflect;
use wasm_bindgen::JsCast;
use web_sys::{Element, KeyboardEvent, Window};

/// The window's name, by which a second request finds the first one's, and its size.
const NAME: &str = "tuiyan-notes";
const FEATURES: &str = "popup,width=760,height=560";

/// The window; whoever opened it closes it.
pub struct Popup {
    window: Window,
    root: Element,
    listeners: RefCell<Vec<EventListener>>,
}

impl Popup {
    /// Opens the window, in answer to a key or a click; `None` where the browser refuses. Calls back with its keys, and
    /// once somebody has closed it.
    pub fn open(class: &str, on_key: impl Fn(&KeyboardEvent) + 'static, on_close: impl Fn() + 'static) -> Option<Self> {
        let popup = window().open_with_url_and_target_and_features("", NAME, FEATURES).ok()??;
        let there = popup.document()?;
        let (head, body) = (there.head()?, there.body()?);
        // One that was left over from before holds what it held then.
        head.set_inner_html("");
        body.set_inner_html("");
        let styles = document().query_selector_all("link[rel=stylesheet], style").ok()?;
        for at in 0..styles.length() {
            let style = styles.item(at)?;
            let copy = style.clone_node_with_deep(true).ok()?;
            // Relative to this page, not to an empty one.
            if let (Some(href), Some(link)) = (Reflect::get(&style, &"href".into()).ok(), copy.dyn_ref::<Element>())
                && let Some(href) = href.as_string()
            {
                link.set_attribute("href", &href).ok()?;
            }
            head.append_child(&copy).ok()?;
        }
        let root = document().create_element("main").ok()?;
        root.set_class_name(class);
        body.append_child(&root).ok()?;
        let options = EventListenerOptions::enable_prevent_default();
        let listeners = vec![
            // Its events are of the other window's classes, so that no cast would take them.
            EventListener::new_with_options(&there, "keydown", options, move |event| on_key(event.unchecked_ref())),
            EventListener::new(&popup, "pagehide", move |_| on_close()),
            // Without this page nobody draws it any more.
            EventListener::new(&window(), "pagehide", {
                let popup = popup.clone();
                move |_| close(&popup)
            }),
        ];
        Some(Popup { window: popup, root, listeners: RefCell::new(listeners) })
    }

    /// What it is drawn into.
    pub fn root(&self) -> Element {
        self.root.clone()
    }

    /// Gives it a title, and this page's language and theme.
    pub fn dress(&self, title: &str) {
        let Some(there) = self.window.document() else { return };
        there.set_title(title);
        let Some(root) = there.document_element() else { return };
        for name in ["lang", "data-theme"] {
            // Setting a plain attribute of a document's root cannot fail.
            let _ = root.set_attribute(name, &document_element().get_attribute(name).unwrap_or_default());
        }
    }

    /// Closes it, without calling back.
    pub fn close(&self) {
        self.listeners.take();
        close(&self.window);
    }
}

fn close(popup: &Window) {
    // One that is closed already stays closed.
    let _ = popup.close();
}
