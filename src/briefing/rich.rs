//! The text with its looks as HTML, for the clipboard.

use super::layout::{Align, Measures, Style, TITLE_PITCH, lead, measures, style};
use super::{Briefing, Kind, Paragraph};

impl Briefing {
    /// Paragraphs with their looks, as word processors take them.
    pub fn to_html(&self) -> String {
        let Measures { size, pitch } = measures(self);
        let one = |paragraph: &Paragraph| {
            let look = style(paragraph.kind, self.language, size);
            let pitch = if paragraph.kind == Kind::Title { TITLE_PITCH } else { pitch };
            let align = match look.align {
                Align::Justified => "justify",
                Align::Centre => "center",
                Align::Right => "right",
            };
            let start = match paragraph.lead.as_str() {
                "" => String::new(),
                text => format!("<span style=\"{}\">{}</span>", letters(&lead(self.language, size)), escaped(text)),
            };
            format!(
                "<p lang=\"{}\" style=\"margin:0 {}em {}pt 0;text-align:{align};text-indent:{}em;line-height:{pitch}pt;{}\">\
                 {start}{}</p>",
                self.language.tag(),
                look.right,
                look.after,
                look.first_line,
                letters(&look),
                escaped(&paragraph.text)
            )
        };
        self.paragraphs.iter().map(one).collect()
    }
}

fn letters(look: &Style) -> String {
    let weight = if look.bold { ";font-weight:bold" } else { "" };
    format!("font-size:{}pt;font-family:'{}','{}'{weight}", look.size, look.latin, look.east_asia)
}

fn escaped(text: &str) -> String {
    text.replace('&', "&amp;").replace('<', "&lt;").replace('>', "&gt;").replace('"', "&quot;")
}
