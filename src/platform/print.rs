//! Paper: when the browser prints, and asking it to.

use gloo::events::EventListener;
use gloo::utils::{document_element, window};
use wasm_bindgen::JsCast;
use web_sys::HtmlElement;

/// Calls back when the browser is about to print, whoever asked it to, and when it has.
pub fn on_print(callback: impl Fn(bool) + Clone + 'static) -> [EventListener; 2] {
    let after = callback.clone();
    [
        EventListener::new(&window(), "beforeprint", move |_| callback(true)),
        EventListener::new(&window(), "afterprint", move |_| after(false)),
    ]
}

/// Opens the browser's dialog for printing.
pub fn print() {
    // A browser that cannot print says so itself.
    let _ = window().print();
}

/// Hands a text to the margins of printed pages, which styles fill from the property `name`.
pub fn set_margin_text(name: &str, text: &str) {
    let Some(root) = document_element().dyn_into::<HtmlElement>().ok() else { return };
    // A property whose value is a string of CSS is always taken.
    let _ = root.style().set_property(name, &css_string(text));
}

/// A text as CSS quotes it.
fn css_string(text: &str) -> String {
    let mut quoted = String::from("\"");
    for character in text.chars() {
        match character {
            '"' | '\\' => quoted.extend(['\\', character]),
            control if control.is_control() => quoted.push(' '),
            other => quoted.push(other),
        }
    }
    quoted.push('"');
    quoted
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn no_name_ends_the_string() {
        assert_eq!(css_string(r#"a"b\c"#), r#""a\"b\\c""#);
        assert_eq!(css_string("甲\n乙"), "\"甲 乙\"");
    }
}
