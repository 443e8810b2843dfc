//! 情况汇报: one page of text made from the figures, as official documents are written and laid out.
//!
//! Pure. [`Grounds`] is what is known; [`facts`] picks what is worth saying, independent of language; [`zh`] and [`en`]
//! say it; [`layout`] gives each paragraph the fonts and measures of GB/T 9704-2012.

mod en;
mod facts;
pub mod layout;
mod rich;
mod zh;

pub use facts::{Cause, Facts, Move};

use crate::analysis::Targets;
use crate::analysis::attribution::Attribution;
use crate::analysis::monte_carlo::Bands;
use crate::analysis::resources::Effort;
use crate::model::Scenario;
use crate::plan::Plan;
use crate::text::Language;
use crate::workspace::{Computed, Stamp};

/// What a briefing is made from. What is not known is not mentioned.
#[derive(Clone, Copy, Debug)]
pub struct Grounds<'a> {
    pub plan: &'a Plan,
    /// What the scenario is called.
    pub name: &'a str,
    pub own: &'a Computed,
    pub bands: Option<&'a Bands>,
    /// What makes the difference between the scenario and the plan's preset, which meets every target.
    pub causes: Option<&'a Attribution>,
    pub way: Option<Way<'a>>,
    /// The day it is written, `YYYY-MM-DD`.
    pub day: &'a str,
}

/// The least change of the policy levers that meets all targets, or comes nearest.
#[derive(Clone, Copy, Debug)]
pub struct Way<'a> {
    pub scenario: &'a Scenario,
    /// A smallest set of targets that cannot be met together; none where all can.
    pub blocking: Targets,
    /// What the scenario takes as it is, and along this way, by year.
    pub now: &'a [Effort],
    pub there: &'a [Effort],
}

/// What a paragraph is.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Kind {
    Title,
    Body,
    Date,
    /// 附注: which model and figures it comes from.
    Note,
}

impl Kind {
    pub const ALL: [Kind; 4] = [Kind::Title, Kind::Body, Kind::Date, Kind::Note];

    /// A letter for [`Briefing::to_lines`].
    const fn letter(self) -> char {
        match self {
            Kind::Title => 't',
            Kind::Body => 'b',
            Kind::Date => 'd',
            Kind::Note => 'n',
        }
    }
}

/// One paragraph.
#[derive(Clone, PartialEq, Debug)]
pub struct Paragraph {
    pub kind: Kind,
    /// The heading that it begins with; mostly empty.
    pub lead: String,
    pub text: String,
}

impl Paragraph {
    /// The whole of it.
    pub fn whole(&self) -> String {
        [self.lead.as_str(), &self.text].concat()
    }
}

/// A text in paragraphs.
#[derive(Clone, PartialEq, Debug)]
pub struct Briefing {
    pub language: Language,
    pub paragraphs: Vec<Paragraph>,
}

/// What belongs under a heading, before it is numbered.
struct Section {
    heading: &'static str,
    text: String,
}

impl Briefing {
    /// Writes it from what is known.
    pub fn new(grounds: &Grounds, language: Language) -> Self {
        let facts = Facts::new(grounds);
        let stamp = Stamp::new(grounds.plan, grounds.own).to_string();
        let (titles, opening, sections, date, note) = match language {
            Language::Zh => (
                zh::titles(grounds),
                zh::opening(&facts),
                zh::sections(&facts),
                zh::date(grounds.day),
                zh::note(&stamp),
            ),
            Language::En => (
                en::titles(grounds),
                en::opening(&facts),
                en::sections(&facts),
                en::date(grounds.day),
                en::note(&stamp),
            ),
        };
        let of = |kind: Kind| move |text: String| Paragraph { kind, lead: String::new(), text };
        let mut paragraphs: Vec<Paragraph> = titles.into_iter().map(of(Kind::Title)).collect();
        paragraphs.push(of(Kind::Body)(opening));
        for (place, section) in sections.into_iter().enumerate() {
            let lead = numbered(place, section.heading, language);
            paragraphs.push(Paragraph { kind: Kind::Body, lead, text: section.text });
        }
        paragraphs.push(of(Kind::Date)(date));
        paragraphs.push(of(Kind::Note)(note));
        Briefing { language, paragraphs }
    }

    /// As plain text, a line a paragraph.
    pub fn to_text(&self) -> String {
        let indent = match self.language {
            Language::Zh => "　　",
            Language::En => "",
        };
        let line = |paragraph: &Paragraph| match paragraph.kind {
            Kind::Title | Kind::Date => paragraph.whole(),
            Kind::Body | Kind::Note => format!("{indent}{}", paragraph.whole()),
        };
        self.paragraphs.iter().map(line).collect::<Vec<_>>().join("\r\n")
    }

    /// A line a paragraph, its kind and heading before it, to be sent elsewhere.
    pub fn to_lines(&self) -> String {
        let plain = |text: &str| text.replace(['\n', '\t'], " ");
        let line = |one: &Paragraph| format!("{}{}\t{}", one.kind.letter(), plain(&one.lead), plain(&one.text));
        self.paragraphs.iter().map(line).collect::<Vec<_>>().join("\n")
    }

    /// Reads [`to_lines`](Briefing::to_lines); `None` where a line is not of that form.
    pub fn from_lines(lines: &str, language: Language) -> Option<Self> {
        let read = |line: &str| {
            let letter = line.chars().next()?;
            let kind = Kind::ALL.into_iter().find(|kind| kind.letter() == letter)?;
            let (lead, text) = line[letter.len_utf8()..].split_once('\t')?;
            Some(Paragraph { kind, lead: lead.to_owned(), text: text.to_owned() })
        };
        Some(Briefing { language, paragraphs: lines.split('\n').map(read).collect::<Option<_>>()? })
    }
}

/// A heading with its place, the first being 0.
fn numbered(place: usize, heading: &str, language: Language) -> String {
    const NUMERALS: [&str; 4] = ["一", "二", "三", "四"];
    match language {
        // There are at most four sections.
        Language::Zh => format!("{}、{heading}。", NUMERALS[place.min(NUMERALS.len() - 1)]),
        Language::En => format!("{}. {heading}. ", place + 1),
    }
}
