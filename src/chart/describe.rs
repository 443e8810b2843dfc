//! The same chart in words: a sentence, the reading of one year, a table, and where the figures come from.

use super::draw::letter;
use super::spec::{ChartSpec, Kind, Role, Series};
use super::words;
use crate::model::MODEL_VERSION;
use crate::plan::Published;
use crate::text::{Language, Text, number};

/// A number with its unit: `3.60 %`, `18.7 亿元`, `18.7 × ¥100 m`.
pub fn quantity(number: &str, unit: Text, language: Language) -> String {
    let unit = unit.get(language);
    if unit.starts_with('¥') { format!("{number} × {unit}") } else { format!("{number} {unit}") }
}

/// What the chart shows, in one sentence.
pub fn sentence(spec: &ChartSpec) -> String {
    let language = spec.language;
    let name = spec.name.get(language);
    let with_unit = |number: String| quantity(&number, spec.unit, language);
    let target = with_unit(spec.printed(spec.target));
    let (base, last) = (spec.base_year, spec.year(spec.years));
    let first = spec.value(Role::Own, 0).map(|value| with_unit(spec.number(value)));
    let end = spec.path(Role::Own).and_then(|own| own.points.last().copied().flatten());
    let reference = spec.path(Role::Reference).and_then(|series| {
        let value = series.points.last().copied().flatten()?.value;
        Some((series.name.get(language), with_unit(spec.number(value))))
    });
    let mut text = match language {
        Language::Zh => format!("{name}："),
        Language::En => format!("{name}: "),
    };
    if let Some(first) = first {
        text += &match language {
            Language::Zh => format!("{base} 年 {first}，"),
            Language::En => format!("{first} in {base}, "),
        };
    }
    if let Some(end) = end {
        let value = with_unit(spec.number(end.value));
        let against = against(spec, end.value).get(language);
        let observed = end.kind == Kind::Observed;
        text += &match language {
            Language::Zh => {
                let kind = if observed { words::OBSERVED.zh } else { words::PROJECTED_SHORT.zh };
                format!("{last} 年{kind} {value}，{against} {target}")
            }
            Language::En => {
                let kind = if observed { words::OBSERVED.en } else { words::PROJECTED_SHORT.en };
                format!("{kind} {value} in {last}, {against} {target}")
            }
        };
    }
    if let Some((name, value)) = reference {
        text += &match language {
            Language::Zh => format!("；{name} {value}"),
            Language::En => format!("; {} {value}", lower_first(name)),
        };
    }
    if let Some(range) = range(spec, spec.years) {
        let range = with_unit(range);
        text += &match language {
            Language::Zh => format!("；{last} 年有九成可能在 {range} 之间"),
            Language::En => format!("; nine in ten draws end in {range}"),
        };
    }
    text.push_str(Text::new("。", ".").get(language));
    text
}

/// The range of 90 % of the draws, `t` years after the base year; nothing for that year itself.
fn range(spec: &ChartSpec, t: usize) -> Option<String> {
    let band = spec.band(90).filter(|_| t > 0)?;
    let (low, high) = (band.low.get(t)?, band.high.get(t)?);
    Some(format!("{}–{}", spec.drawn_number(*low), spec.drawn_number(*high)))
}

/// How a value stands to the target, in words that end before the target.
fn against(spec: &ChartSpec, value: f64) -> Text {
    let difference = value - spec.target;
    let visible = number::difference(difference, spec.decimals) != "—";
    let noise = difference.abs() <= spec.target.abs().max(1.0) * 1e-9;
    match (visible, difference > 0.0) {
        (true, true) => Text::new("高于目标", "above the target of"),
        (true, false) => Text::new("低于目标", "below the target of"),
        (false, _) if noise => Text::new("与目标持平：", "exactly the target of"),
        (false, true) => Text::new("略高于目标", "just above the target of"),
        (false, false) => Text::new("略低于目标", "just below the target of"),
    }
}

/// A name inside a sentence; abbreviations keep their capitals.
fn lower_first(name: &str) -> String {
    let mut chars = name.chars();
    match (chars.next(), chars.next()) {
        (Some(first), Some(second)) if second.is_ascii_lowercase() => {
            [first.to_ascii_lowercase(), second].into_iter().chain(chars).collect()
        }
        _ => name.to_owned(),
    }
}

/// What the chart shows in one year.
#[derive(Clone, PartialEq, Debug)]
pub struct Reading {
    pub year: u16,
    pub parts: Vec<ReadingPart>,
    /// In which 90 % of the draws lie; empty where no draws are shown.
    pub range: String,
    /// Published figures of that year with their letters, as printed.
    pub published: String,
}

/// One path in one year.
#[derive(Clone, PartialEq, Debug)]
pub struct ReadingPart {
    pub role: Role,
    pub name: String,
    /// Without its unit; a dash where the path has no value.
    pub value: String,
}

/// What the chart shows `t` years after the base year: own path, reference, scenarios, milestones.
pub fn reading(spec: &ChartSpec, t: usize) -> Reading {
    let part = |series: &Series| ReadingPart {
        role: series.role,
        name: key_name(spec, series),
        value: value_at(spec, series, t).unwrap_or("—".to_owned()),
    };
    let year = spec.year(t);
    Reading {
        year,
        parts: in_reading_order(spec).map(part).collect(),
        range: range(spec, t).unwrap_or_default(),
        published: published_in(spec, year),
    }
}

impl Reading {
    /// In one sentence, for those who listen to it.
    pub fn sentence(&self, spec: &ChartSpec) -> String {
        let language = spec.language;
        let separator = Text::new("，", ", ").get(language);
        let mut text = match language {
            Language::Zh => format!("{} 年：", self.year),
            Language::En => format!("{}: ", self.year),
        };
        for (i, part) in self.parts.iter().enumerate() {
            if i > 0 {
                text.push_str(separator);
            }
            text += &format!("{} {}", part.name, quantity(&part.value, spec.unit, language));
        }
        if !self.range.is_empty() {
            let range = quantity(&self.range, spec.unit, language);
            text += &format!("{separator}{} {range}", words::RANGE.get(language));
        }
        if !self.published.is_empty() {
            text += &format!("{separator}{} {}", words::PUBLISHED.get(language), self.published);
        }
        text
    }
}

/// A path's value `t` years after the base year, without its unit.
pub fn value_at(spec: &ChartSpec, series: &Series, t: usize) -> Option<String> {
    series.points.get(t).copied().flatten().map(|point| spec.number(point.value))
}

/// The name of a path beside its line in the key.
pub fn key_name(spec: &ChartSpec, series: &Series) -> String {
    match series.role {
        Role::Milestones => words::MILESTONE.get(spec.language).to_owned(),
        _ => series.name.get(spec.language).to_owned(),
    }
}

/// Own path first, milestones last.
pub fn in_reading_order(spec: &ChartSpec) -> impl Iterator<Item = &Series> {
    let of = |wanted: fn(Role) -> bool| spec.series.iter().filter(move |series| wanted(series.role));
    of(|role| role == Role::Own)
        .chain(of(|role| role == Role::Reference))
        .chain(of(|role| matches!(role, Role::Scenario(_))))
        .chain(of(|role| role == Role::Milestones))
}

/// Published figures of a year: `b 3.8、c 3.75`, each in one piece.
fn published_in(spec: &ChartSpec, year: u16) -> String {
    let separator = Text::new("、", ", ").get(spec.language);
    let figures: Vec<String> = spec
        .published
        .iter()
        .enumerate()
        .filter(|(_, published)| published.year == year)
        .map(|(i, published)| format!("{}\u{a0}{}", letter(i), spec.printed(published.value)))
        .collect();
    figures.join(separator)
}

/// The chart as a table: a column a year.
#[derive(Clone, PartialEq, Debug)]
pub struct Table {
    pub unit: &'static str,
    pub years: Vec<u16>,
    pub rows: Vec<TableRow>,
}

/// What a row of the table holds.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum RowKind {
    Path(Role),
    /// Where 90 % of the draws lie.
    Range,
    Published,
}

#[derive(Clone, PartialEq, Debug)]
pub struct TableRow {
    pub kind: RowKind,
    pub name: String,
    /// One a year; a dash where there is no value.
    pub cells: Vec<String>,
}

/// The chart as a table.
pub fn table(spec: &ChartSpec) -> Table {
    let language = spec.language;
    let mut rows: Vec<TableRow> = in_reading_order(spec)
        .map(|series| TableRow {
            kind: RowKind::Path(series.role),
            name: match (series.role, language) {
                (Role::Reference, Language::Zh) => format!("{}（参照）", series.name.get(language)),
                (Role::Reference, Language::En) => format!("{} (reference)", series.name.get(language)),
                _ => series.name.get(language).to_owned(),
            },
            cells: series
                .points
                .iter()
                .map(|point| point.map_or("—".to_owned(), |point| spec.number(point.value)))
                .collect(),
        })
        .collect();
    let years: Vec<u16> = (0..=spec.years).map(|t| spec.year(t)).collect();
    if spec.band(90).is_some() {
        let cells = (0..=spec.years).map(|t| range(spec, t).unwrap_or("—".to_owned())).collect();
        // Right under the own path.
        rows.insert(1, TableRow { kind: RowKind::Range, name: words::RANGE.get(language).to_owned(), cells });
    }
    if !spec.published.is_empty() {
        let cell = |&year: &u16| Some(published_in(spec, year)).filter(|text| !text.is_empty());
        rows.push(TableRow {
            kind: RowKind::Published,
            name: words::PUBLISHED.get(language).to_owned(),
            cells: years.iter().map(|year| cell(year).unwrap_or("—".to_owned())).collect(),
        });
    }
    Table { unit: spec.unit.get(language), years, rows }
}

/// Where the figures come from.
pub fn source_line(spec: &ChartSpec) -> String {
    with_published(made(spec), published_line(spec), spec.language)
}

/// Where the figures of several charts come from.
pub fn source_line_of_all<'a>(specs: impl Iterator<Item = &'a ChartSpec> + Clone) -> String {
    let Some(first) = specs.clone().next() else { return String::new() };
    let mut published = Vec::new();
    for figure in specs.flat_map(|spec| spec.published) {
        let text = format!("{} {}", figure.source.get(first.language), figure.date);
        if !published.contains(&text) {
            published.push(text);
        }
    }
    with_published(made(first), published_figures(&published, first.language), first.language)
}

/// Where the own path and the target come from.
fn made(spec: &ChartSpec) -> String {
    let base = spec.base_year;
    match spec.language {
        Language::Zh => format!("测算：模型第 {MODEL_VERSION} 版，期望值。{base} 年、目标：规划表 2。"),
        Language::En => {
            format!("Projection: model version {MODEL_VERSION}, expected values. {base} and target: plan, table 2.")
        }
    }
}

fn with_published(mut text: String, published: Option<String>, language: Language) -> String {
    if let Some(published) = published {
        text += Text::new("", " ").get(language);
        text += &published;
    }
    text
}

/// Where the published figures come from, each under its letter; nothing where there are none.
pub fn published_line(spec: &ChartSpec) -> Option<String> {
    let figure = |(i, published): (usize, &Published)| {
        format!("{} {} {}", letter(i), published.source.get(spec.language), published.date)
    };
    let published: Vec<String> = spec.published.iter().enumerate().map(figure).collect();
    published_figures(&published, spec.language)
}

fn published_figures(published: &[String], language: Language) -> Option<String> {
    match (language, published.is_empty()) {
        (_, true) => None,
        (Language::Zh, false) => Some(format!("已公布值（× 不参与测算）：{}。", published.join("；"))),
        (Language::En, false) => {
            Some(format!("Published figures (×, not used by the model): {}.", published.join("; ")))
        }
    }
}

/// What must be said about single published figures, each under its letter.
pub fn notes(spec: &ChartSpec) -> Vec<String> {
    let note = |(i, published): (usize, &Published)| {
        let value = spec.printed(published.value);
        let note = published.note?.get(spec.language);
        Some(match spec.language {
            Language::Zh => format!("{} {value}：{note}", letter(i)),
            Language::En => format!("{} {value}: {note}", letter(i)),
        })
    };
    spec.published.iter().enumerate().filter_map(note).collect()
}
