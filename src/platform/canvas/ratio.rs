//! The device-pixel ratio, and word of its changes: zooming, or a window moved to another screen.

use gloo::events::EventListener;

/// Device pixels a CSS pixel.
pub fn pixel_ratio() -> f64 {
    let ratio = web_sys::window().map_or(1.0, |window| window.device_pixel_ratio());
    if ratio.is_finite() && ratio > 0.0 { ratio } else { 1.0 }
}

/// Waits for the ratio to differ from a given one, until it is dropped.
pub struct PixelRatioWatch {
    _listener: EventListener,
}

impl PixelRatioWatch {
    /// Calls `changed` with the new ratio; watch again from there. `None` where the browser cannot tell.
    pub fn new(ratio: f64, changed: impl Fn(f64) + 'static) -> Option<Self> {
        let query = web_sys::window()?.match_media(&format!("(resolution: {ratio}dppx)")).ok()??;
        let listener = EventListener::new(&query, "change", move |_| changed(pixel_ratio()));
        Some(PixelRatioWatch { _listener: listener })
    }
}
