//! Pictures of charts: as SVG, as PNG, and on the clipboard.

use gloo::utils::{document, window};
use js_sys::futures::JsFuture;
use js_sys::{Array, Function, Object, Promise, Reflect, Uint8Array};
use plotters::drawing::IntoDrawingArea;
use wasm_bindgen::prelude::*;
use web_sys::{Blob, HtmlCanvasElement};

use super::canvas::SharpCanvas;
use crate::chart::{Picture, Plate, Slide};

/// The media types of pictures.
pub const SVG: &str = "image/svg+xml";
pub const PNG: &str = "image/png";

/// Device pixels a CSS pixel in a PNG.
const RATIO: f64 = 2.0;

/// A canvas that is on no page.
fn canvas() -> Option<(HtmlCanvasElement, SharpCanvas)> {
    let canvas = document().create_element("canvas").ok()?.dyn_into::<HtmlCanvasElement>().ok()?;
    Some((canvas.clone(), SharpCanvas::new(canvas)?))
}

/// The picture as an SVG document, with texts as wide as in this browser. `None` where it has no canvas to measure on.
pub fn svg(picture: &Picture) -> Option<String> {
    let (_, sharp) = canvas()?;
    Some(picture.to_svg(&|text, size, bold| sharp.text_width(text, size, bold)))
}

/// A chart as SVG on paper, likewise.
pub fn plate_svg(plate: &Plate) -> Option<String> {
    let (_, sharp) = canvas()?;
    Some(plate.to_svg(&|text, size, bold| sharp.text_width(text, size, bold)))
}

/// The picture as a PNG at twice its size; `None` where the browser cannot make one.
pub async fn png(picture: &Picture) -> Option<Vec<u8>> {
    bytes_of(png_blob(picture)?).await
}

/// A slide as a PNG of its size.
pub async fn slide_png(slide: &Slide) -> Option<Vec<u8>> {
    let (element, mut sharp) = canvas()?;
    let (width, height) = Slide::SIZE;
    sharp.resize(width.into(), height.into(), 1.0);
    let scale = sharp.scale();
    slide.draw(&sharp.into_drawing_area(), scale).ok()?;
    bytes_of(blob_of(element)).await
}

async fn bytes_of(blob: Promise) -> Option<Vec<u8>> {
    let blob = JsFuture::from(blob).await.ok()?.dyn_into::<Blob>().ok()?;
    let bytes = JsFuture::from(blob.array_buffer()).await.ok()?;
    Some(Uint8Array::new(&bytes).to_vec())
}

/// Puts the picture on the clipboard as a PNG; whether the browser did so. It has no interface for that where the page
/// is no secure context. To be called while the browser handles what the user did.
pub async fn copy(picture: &Picture) -> bool {
    let written = png_blob(picture).ok_or(JsValue::UNDEFINED).and_then(|blob| write_to_clipboard(&blob));
    match written {
        Ok(promise) => JsFuture::from(promise).await.is_ok(),
        Err(_) => false,
    }
}

/// A promise of the PNG, as a clipboard takes it: made within the user's click, and kept later.
fn png_blob(picture: &Picture) -> Option<Promise> {
    let (element, mut sharp) = canvas()?;
    let (width, height) = picture.size();
    sharp.resize(width.into(), height.into(), RATIO);
    let scale = sharp.scale();
    picture.draw(&sharp.into_drawing_area(), scale).ok()?;
    Some(blob_of(element))
}

/// A promise of what a canvas shows, as a PNG.
fn blob_of(element: HtmlCanvasElement) -> Promise {
    Promise::new(&mut |resolve, reject| {
        let done = Closure::once_into_js(move |blob: Option<Blob>| {
            let settle = if blob.is_some() { &resolve } else { &reject };
            // A promise's own functions cannot fail.
            let _ = settle.call1(&JsValue::UNDEFINED, &blob.into());
        });
        // PNG is what it makes unless told otherwise; a canvas without pixels calls back with nothing.
        let _ = element.to_blob(done.unchecked_ref());
    })
}

fn write_to_clipboard(blob: &Promise) -> Result<Promise, JsValue> {
    let clipboard = Reflect::get(&window().navigator(), &"clipboard".into())?;
    let write = Reflect::get(&clipboard, &"write".into())?.dyn_into::<Function>()?;
    let kinds = Object::new();
    Reflect::set(&kinds, &PNG.into(), blob)?;
    let class = Reflect::get(&window(), &"ClipboardItem".into())?.dyn_into::<Function>()?;
    let item = Reflect::construct(&class, &Array::of1(&kinds))?;
    write.call1(&clipboard, &Array::of1(&item))?.dyn_into::<Promise>()
}
