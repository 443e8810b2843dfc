//! A plotters backend that writes SVG: texts are measured as the caller says, and nothing needs a `style` attribute.

use std::convert::Infallible;
use std::fmt::Write;

use plotters_backend::text_anchor::{HPos, VPos};
use plotters_backend::{
    BackendColor, BackendCoord, BackendStyle, BackendTextStyle, DrawingBackend, DrawingErrorKind, FontStyle,
};

use super::scale::Scale;
use crate::text::number::exact;

/// Units a pixel, as on a canvas: plotters' whole coordinates then lie close enough for slopes.
const FINE: i32 = 16;
/// The scale of these pictures.
pub const SCALE: Scale = Scale::at(1.0, FINE);

/// The page's own letters.
const FAMILY: &str =
    "'PingFang SC','Hiragino Sans GB','Microsoft YaHei','Noto Sans CJK SC','Source Han Sans SC',sans-serif";
/// The middle and the top of digits and Chinese characters above the baseline, as parts of the size.
const MIDDLE: f64 = 0.37;
const TOP: f64 = 0.74;

type Done = Result<(), DrawingErrorKind<Infallible>>;

/// The width of a text in pixels, at a size in pixels, bold or not.
pub type Measure<'a> = &'a dyn Fn(&str, f64, bool) -> f64;

/// Writes the elements of a picture of whole pixels into `elements`.
pub struct Svg<'a> {
    pub size: (u32, u32),
    pub measure: Measure<'a>,
    pub elements: &'a mut String,
}

/// The document around the elements, with a title and a description for those who do not see it.
pub fn document((width, height): (u32, u32), title: &str, description: &str, elements: &str) -> String {
    let (title, description) = (escaped(title), escaped(description));
    format!(
        "<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"{width}\" height=\"{height}\" \
        viewBox=\"0 0 {width} {height}\" role=\"img\">\n<title>{title}</title>\n<desc>{description}</desc>\n\
        <g font-family=\"{FAMILY}\" stroke-linejoin=\"round\">\n{elements}</g>\n</svg>\n"
    )
}

/// A text as XML has it, without the characters that it cannot have.
fn escaped(text: &str) -> String {
    let mut escaped = String::with_capacity(text.len());
    for character in text.chars() {
        match character {
            '&' => escaped.push_str("&amp;"),
            '<' => escaped.push_str("&lt;"),
            '>' => escaped.push_str("&gt;"),
            '"' => escaped.push_str("&quot;"),
            '\u{fffe}' | '\u{ffff}' => {}
            control if control.is_control() => escaped.push(' '),
            other => escaped.push(other),
        }
    }
    escaped
}

/// Pixels of a length in units.
fn px(units: i32) -> String {
    exact(f64::from(units) / f64::from(FINE))
}

/// ` name="#rrggbb"`, with an opacity where the colour is seen through.
fn paint(name: &str, color: BackendColor) -> String {
    let (r, g, b) = color.rgb;
    let opacity = if color.alpha < 1.0 { format!(" {name}-opacity=\"{}\"", exact(color.alpha)) } else { String::new() };
    format!(" {name}=\"#{r:02x}{g:02x}{b:02x}\"{opacity}")
}

fn stroke<S: BackendStyle>(style: &S) -> String {
    format!(" fill=\"none\"{} stroke-width=\"{}\"", paint("stroke", style.color()), px(style.stroke_width() as i32))
}

fn filled_or_stroke<S: BackendStyle>(style: &S, fill: bool) -> String {
    if fill { paint("fill", style.color()) } else { stroke(style) }
}

impl Svg<'_> {
    fn points(&mut self, tag: &str, path: impl IntoIterator<Item = BackendCoord>, attributes: &str) -> Done {
        let points: Vec<String> = path.into_iter().map(|(x, y)| format!("{},{}", px(x), px(y))).collect();
        // Writing into a string cannot fail.
        let _ = writeln!(self.elements, "<{tag} points=\"{}\"{attributes}/>", points.join(" "));
        Ok(())
    }
}

impl DrawingBackend for Svg<'_> {
    type ErrorType = Infallible;

    fn get_size(&self) -> (u32, u32) {
        (self.size.0 * FINE as u32, self.size.1 * FINE as u32)
    }

    fn ensure_prepared(&mut self) -> Done {
        Ok(())
    }

    fn present(&mut self) -> Done {
        Ok(())
    }

    fn draw_pixel(&mut self, (x, y): BackendCoord, color: BackendColor) -> Done {
        self.points("polygon", [(x, y), (x + 1, y), (x + 1, y + 1), (x, y + 1)], &paint("fill", color))
    }

    fn draw_line<S: BackendStyle>(&mut self, from: BackendCoord, to: BackendCoord, style: &S) -> Done {
        self.points("polyline", [from, to], &stroke(style))
    }

    fn draw_rect<S: BackendStyle>(&mut self, from: BackendCoord, to: BackendCoord, style: &S, fill: bool) -> Done {
        let (left, right) = (from.0.min(to.0), from.0.max(to.0));
        let (top, bottom) = (from.1.min(to.1), from.1.max(to.1));
        let _ = writeln!(
            self.elements,
            "<rect x=\"{}\" y=\"{}\" width=\"{}\" height=\"{}\"{}/>",
            px(left),
            px(top),
            px(right - left),
            px(bottom - top),
            filled_or_stroke(style, fill)
        );
        Ok(())
    }

    fn draw_path<S: BackendStyle, I: IntoIterator<Item = BackendCoord>>(&mut self, path: I, style: &S) -> Done {
        self.points("polyline", path, &stroke(style))
    }

    fn draw_circle<S: BackendStyle>(&mut self, (x, y): BackendCoord, radius: u32, style: &S, fill: bool) -> Done {
        let _ = writeln!(
            self.elements,
            "<circle cx=\"{}\" cy=\"{}\" r=\"{}\"{}/>",
            px(x),
            px(y),
            px(radius as i32),
            filled_or_stroke(style, fill)
        );
        Ok(())
    }

    fn fill_polygon<S: BackendStyle, I: IntoIterator<Item = BackendCoord>>(&mut self, path: I, style: &S) -> Done {
        self.points("polygon", path, &paint("fill", style.color()))
    }

    fn draw_text<T: BackendTextStyle>(&mut self, text: &str, style: &T, (x, y): BackendCoord) -> Done {
        let size = style.size() / f64::from(FINE);
        let anchor = match style.anchor().h_pos {
            HPos::Left => "",
            HPos::Center => " text-anchor=\"middle\"",
            HPos::Right => " text-anchor=\"end\"",
        };
        let y = f64::from(y) / f64::from(FINE);
        let baseline = match style.anchor().v_pos {
            VPos::Top => y + TOP * size,
            VPos::Center => y + MIDDLE * size,
            VPos::Bottom => y,
        };
        let weight = if matches!(style.style(), FontStyle::Bold) { " font-weight=\"600\"" } else { "" };
        let _ = writeln!(
            self.elements,
            "<text x=\"{}\" y=\"{}\" font-size=\"{}\"{weight}{anchor}{}>{}</text>",
            px(x),
            exact(baseline.round()),
            exact(size),
            paint("fill", style.color()),
            escaped(text)
        );
        Ok(())
    }

    fn estimate_text_size<T: BackendTextStyle>(
        &self,
        text: &str,
        style: &T,
    ) -> Result<(u32, u32), DrawingErrorKind<Infallible>> {
        let bold = matches!(style.style(), FontStyle::Bold);
        let width = (self.measure)(text, style.size() / f64::from(FINE), bold) * f64::from(FINE);
        Ok((width.ceil() as u32, style.size().ceil() as u32))
    }
}
