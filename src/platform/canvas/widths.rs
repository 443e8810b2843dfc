//! How wide texts are, remembered: axes show the same few again and again.

use std::cell::RefCell;
use std::collections::HashMap;

use web_sys::CanvasRenderingContext2d;

/// Beyond this many texts all are forgotten; a lever dragged for long brings ever new ones.
const MOST: usize = 512;

#[derive(Default)]
struct Widths {
    by_font: HashMap<(u32, bool), HashMap<String, f64>>,
    count: usize,
}

thread_local! {
    static WIDTHS: RefCell<Widths> = RefCell::default();
}

/// The width of `text` in device pixels at this size and weight.
/// `set_font` is called first where the width is not known yet: setting a font costs more than all else.
pub fn measure(context: &CanvasRenderingContext2d, text: &str, size: f64, bold: bool, set_font: impl Fn()) -> f64 {
    let font = ((size * 100.0).round() as u32, bold);
    WIDTHS.with_borrow_mut(|widths| {
        if let Some(&width) = widths.by_font.get(&font).and_then(|texts| texts.get(text)) {
            return width;
        }
        set_font();
        let width = context.measure_text(text).map_or(0.0, |metrics| metrics.width());
        if widths.count >= MOST {
            *widths = Widths::default();
        }
        widths.by_font.entry(font).or_default().insert(text.to_owned(), width);
        widths.count += 1;
        width
    })
}
