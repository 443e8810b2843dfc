//! A plotters backend on a canvas element.

use std::cell::Cell;

use plotters_backend::text_anchor::{HPos, VPos};
use plotters_backend::{
    BackendColor, BackendCoord, BackendStyle, BackendTextStyle, DrawingBackend, DrawingErrorKind, FontStyle,
    FontTransform,
};
use plotters_canvas::CanvasBackend;
use wasm_bindgen::{JsCast, JsValue};
use web_sys::{CanvasRenderingContext2d, HtmlCanvasElement};

use super::widths;
use crate::chart::Scale;

/// Units a device pixel: plotters' whole coordinates then lie close enough for slopes and quarter pixels.
const FINE: i32 = 16;

/// The page's own letters; no font is loaded.
const FAMILY: &str =
    r#""PingFang SC","Hiragino Sans GB","Microsoft YaHei","Noto Sans CJK SC","Source Han Sans SC",sans-serif"#;

/// The middle of digits and Chinese characters above the baseline, as a part of the size.
const MIDDLE: f64 = 0.37;
/// The top of digits above the baseline.
const TOP: f64 = 0.74;

type Failure = <CanvasBackend as DrawingBackend>::ErrorType;
type Drawn = Result<(), DrawingErrorKind<Failure>>;

/// plotters' canvas backend with units finer than a pixel, and text measured and drawn by the canvas itself: plotters
/// would measure with an element whose `style` attribute the Content-Security-Policy ignores, and lay out the page.
pub struct SharpCanvas {
    shapes: CanvasBackend,
    canvas: HtmlCanvasElement,
    context: CanvasRenderingContext2d,
    ratio: f64,
    /// What the context is set to, so that it is set only when it changes.
    fine: Cell<bool>,
    font: Cell<Option<(u32, bool)>>,
}

impl SharpCanvas {
    /// `None` where the browser gives no 2d context.
    pub fn new(canvas: HtmlCanvasElement) -> Option<Self> {
        let context = canvas.get_context("2d").ok()??.dyn_into::<CanvasRenderingContext2d>().ok()?;
        let shapes = CanvasBackend::with_canvas_object(canvas.clone())?;
        let this = SharpCanvas { shapes, canvas, context, ratio: 1.0, fine: Cell::new(false), font: Cell::new(None) };
        this.reset();
        Some(this)
    }

    /// Makes the canvas as large as `width` × `height` CSS pixels, in whole device pixels.
    pub fn resize(&mut self, width: f64, height: f64, ratio: f64) {
        let (across, down) = ((width * ratio).round().max(1.0) as u32, (height * ratio).round().max(1.0) as u32);
        if self.canvas.width() == across && self.canvas.height() == down && self.ratio == ratio {
            return;
        }
        self.ratio = ratio;
        self.canvas.set_width(across);
        self.canvas.set_height(down);
        // Through the object model: the policy ignores style attributes. A failure only costs sharpness.
        let style = self.canvas.style();
        let _ = style.set_property("width", &format!("{}px", f64::from(across) / ratio));
        let _ = style.set_property("height", &format!("{}px", f64::from(down) / ratio));
        self.reset();
    }

    /// Wipes everything.
    pub fn clear(&self) {
        let (width, height) = (f64::from(self.canvas.width()), f64::from(self.canvas.height()));
        self.set_fine(false);
        self.context.clear_rect(0.0, 0.0, width, height);
    }

    /// The units of this backend.
    pub fn scale(&self) -> Scale {
        Scale::new(self.ratio, FINE)
    }

    /// The units of a backend at a device-pixel ratio.
    pub fn scale_at(ratio: f64) -> Scale {
        Scale::new(ratio, FINE)
    }

    /// A new or resized canvas has forgotten its settings.
    fn reset(&self) {
        self.fine.set(false);
        self.font.set(None);
        self.context.set_line_join("round");
    }

    /// Units for shapes, device pixels for text.
    fn set_fine(&self, fine: bool) {
        if self.fine.get() != fine {
            let scale = if fine { 1.0 / f64::from(FINE) } else { 1.0 };
            // Fails on no finite number.
            let _ = self.context.set_transform(scale, 0.0, 0.0, scale, 0.0, 0.0);
            self.fine.set(fine);
        }
    }

    /// The size of a font in device pixels, and whether it is bold.
    fn font_of(style: &impl BackendTextStyle) -> (f64, bool) {
        (style.size() / f64::from(FINE), matches!(style.style(), FontStyle::Bold))
    }

    fn set_font(&self, (size, bold): (f64, bool)) {
        let key = ((size * 100.0).round() as u32, bold);
        if self.font.get() != Some(key) {
            self.context.set_font(&format!("{} {}px {FAMILY}", if bold { 600 } else { 400 }, f64::from(key.0) / 100.0));
            self.font.set(Some(key));
        }
    }

    /// The width of a text in CSS pixels at a size in CSS pixels, before the canvas is resized.
    pub fn text_width(&self, text: &str, size: f64, bold: bool) -> f64 {
        self.width(text, (size, bold))
    }

    fn width(&self, text: &str, (size, bold): (f64, bool)) -> f64 {
        widths::measure(&self.context, text, size, bold, || self.set_font((size, bold)))
    }
}

impl DrawingBackend for SharpCanvas {
    type ErrorType = Failure;

    fn get_size(&self) -> (u32, u32) {
        let (width, height) = self.shapes.get_size();
        (width * FINE as u32, height * FINE as u32)
    }

    fn ensure_prepared(&mut self) -> Drawn {
        Ok(())
    }

    fn present(&mut self) -> Drawn {
        Ok(())
    }

    fn draw_pixel(&mut self, point: BackendCoord, color: BackendColor) -> Drawn {
        self.set_fine(true);
        self.shapes.draw_pixel(point, color)
    }

    fn draw_line<S: BackendStyle>(&mut self, from: BackendCoord, to: BackendCoord, style: &S) -> Drawn {
        self.set_fine(true);
        self.shapes.draw_line(from, to, style)
    }

    fn draw_rect<S: BackendStyle>(&mut self, from: BackendCoord, to: BackendCoord, style: &S, fill: bool) -> Drawn {
        self.set_fine(true);
        self.shapes.draw_rect(from, to, style, fill)
    }

    fn draw_path<S: BackendStyle, I: IntoIterator<Item = BackendCoord>>(&mut self, path: I, style: &S) -> Drawn {
        self.set_fine(true);
        self.shapes.draw_path(path, style)
    }

    fn draw_circle<S: BackendStyle>(&mut self, center: BackendCoord, radius: u32, style: &S, fill: bool) -> Drawn {
        self.set_fine(true);
        self.shapes.draw_circle(center, radius, style, fill)
    }

    fn fill_polygon<S: BackendStyle, I: IntoIterator<Item = BackendCoord>>(&mut self, path: I, style: &S) -> Drawn {
        self.set_fine(true);
        self.shapes.fill_polygon(path, style)
    }

    /// Level text; the baseline stands on a whole device pixel, or letters would blur as a line moves.
    fn draw_text<T: BackendTextStyle>(&mut self, text: &str, style: &T, (x, y): BackendCoord) -> Drawn {
        let color = style.color();
        if color.alpha == 0.0 {
            return Ok(());
        }
        debug_assert!(matches!(style.transform(), FontTransform::None), "charts have level text only");
        self.set_fine(false);
        let font = Self::font_of(style);
        let size = font.0;
        let (x, y) = (f64::from(x) / f64::from(FINE), f64::from(y) / f64::from(FINE));
        let x = match style.anchor().h_pos {
            HPos::Left => x,
            HPos::Center => x - self.width(text, font) / 2.0,
            HPos::Right => x - self.width(text, font),
        };
        let baseline = match style.anchor().v_pos {
            VPos::Top => y + TOP * size,
            VPos::Center => y + MIDDLE * size,
            VPos::Bottom => y,
        };
        self.set_font(font);
        let (r, g, b) = color.rgb;
        self.context.set_fill_style_str(&format!("rgba({r},{g},{b},{})", color.alpha));
        self.context
            .fill_text(text, x, baseline.round())
            .map_err(|error: JsValue| DrawingErrorKind::FontError(format!("a text was not drawn: {error:?}").into()))
    }

    fn estimate_text_size<T: BackendTextStyle>(
        &self,
        text: &str,
        style: &T,
    ) -> Result<(u32, u32), DrawingErrorKind<Failure>> {
        let width = self.width(text, Self::font_of(style)) * f64::from(FINE);
        Ok((width.ceil() as u32, style.size().ceil() as u32))
    }
}
