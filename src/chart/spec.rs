//! What a chart shows, as plain data and independent of its size.

use std::rc::Rc;

use super::axis::Axis;
use super::spread::Spread;
use super::words;
use crate::model::{Cell, Outcome, Projection};
use crate::plan::{Indicator, IndicatorId, Plan, Published};
use crate::text::number;
use crate::text::{Language, Text};

/// A chart of one indicator over the years of the plan. Every number in it is finite.
#[derive(Clone, Debug, PartialEq)]
pub struct ChartSpec {
    pub(super) id: IndicatorId,
    pub(super) name: Text,
    pub(super) language: Language,
    pub(super) unit: Text,
    pub(super) decimals: usize,
    pub(super) signed: bool,
    pub(super) count: bool,
    pub(super) base_year: u16,
    pub(super) years: usize,
    pub(super) target: f64,
    pub(super) spread: Spread,
    pub(super) series: Vec<Series>,
    pub(super) published: &'static [Published],
    /// Values that stand beside the chart on its axis.
    pub(super) beside: Vec<f64>,
    extent: (f64, f64),
}

/// A path over the years, from the base year on; a year may have no value.
#[derive(Clone, Debug, PartialEq)]
pub struct Series {
    pub role: Role,
    pub name: Name,
    pub points: Vec<Option<Point>>,
}

impl Series {
    /// The value at a time between two years, on the straight line between theirs; nothing at a whole year.
    pub(super) fn between(&self, t: f64) -> Option<f64> {
        let values: Option<Vec<f64>> = self.points.iter().map(|point| point.map(|point| point.value)).collect();
        between(&values?, t)
    }
}

/// The value of yearly values at a time between two of them; nothing at a whole year.
pub(super) fn between(values: &[f64], t: f64) -> Option<f64> {
    let (before, part) = (t.floor() as usize, t.fract());
    let (from, to) = (values.get(before)?, values.get(before + 1)?);
    (part > 0.0).then(|| from + (to - from) * part)
}

/// What a path is, which decides how it is drawn.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Hash)]
pub enum Role {
    /// The scenario being edited.
    Own,
    /// What it is compared with.
    Reference,
    /// The straight line to the target.
    Milestones,
    /// A further scenario, the first being 0.
    Scenario(u8),
}

/// One value of a path.
#[derive(Clone, Copy, PartialEq, Debug)]
pub struct Point {
    pub value: f64,
    pub kind: Kind,
}

/// Where a value comes from: printed and observed ones are filled, projected ones hollow.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Kind {
    Printed,
    Projected,
    Observed,
}

/// A name from the catalogue or given by a user.
#[derive(Clone, Debug, PartialEq)]
pub enum Name {
    Text(Text),
    Custom(Rc<str>),
}

impl Name {
    pub fn get(&self, language: Language) -> &str {
        match self {
            Name::Text(text) => text.get(language),
            Name::Custom(name) => name,
        }
    }
}

impl From<Text> for Name {
    fn from(text: Text) -> Self {
        Name::Text(text)
    }
}

impl From<&str> for Name {
    fn from(name: &str) -> Self {
        Name::Custom(name.into())
    }
}

/// The own path: the model's alone, or with observations laid over it.
#[derive(Clone, Copy, Debug)]
pub enum Own<'a> {
    Projection(&'a Projection),
    Outcome(&'a Outcome),
}

impl<'a> From<&'a Projection> for Own<'a> {
    fn from(projection: &'a Projection) -> Self {
        Own::Projection(projection)
    }
}

impl<'a> From<&'a Outcome> for Own<'a> {
    fn from(outcome: &'a Outcome) -> Self {
        Own::Outcome(outcome)
    }
}

/// A value that no chart can show: not a number, infinite, or beyond any use.
#[derive(Clone, Copy, PartialEq, Debug)]
pub struct NotDrawable {
    pub value: f64,
}

/// Values beyond this lose digits on any axis.
const LARGEST: f64 = 1e15;

impl ChartSpec {
    /// The paths of one indicator with its milestones, target and published figures.
    pub fn trajectory<'a>(
        plan: &Plan,
        id: IndicatorId,
        language: Language,
        own: impl Into<Own<'a>>,
        reference: Option<(Name, &Projection)>,
        target: f64,
    ) -> Result<Self, NotDrawable> {
        let indicator: &Indicator = plan.indicator(id);
        let years = plan.years;
        let milestone = |t: usize| {
            let part = t as f64 / years as f64;
            let value = indicator.baseline * (1.0 - part) + target * part;
            Some(Point { value, kind: if t == 0 { Kind::Printed } else { Kind::Projected } })
        };
        let mut series = Vec::with_capacity(3);
        series.push(Series {
            role: Role::Milestones,
            name: words::MILESTONES.into(),
            points: (0..=years).map(milestone).collect(),
        });
        if let Some((name, projection)) = reference {
            let points = points(years, Own::Projection(projection), id);
            series.push(Series { role: Role::Reference, name, points });
        }
        let points = points(years, own.into(), id);
        series.push(Series { role: Role::Own, name: words::OWN.into(), points });
        ChartSpec {
            id,
            name: indicator.short,
            language,
            unit: indicator.unit,
            decimals: indicator.decimals,
            signed: indicator.signed,
            count: indicator.count,
            base_year: plan.base_year,
            years,
            target,
            spread: Spread::default(),
            series,
            published: indicator.published,
            beside: Vec::new(),
            extent: (0.0, 0.0),
        }
        .checked()
    }

    /// With the paths and the target alone, the own path as what is projected: to be seen from afar.
    pub fn bare(mut self) -> Result<Self, NotDrawable> {
        self.series.retain(|series| series.role != Role::Milestones);
        for series in self.series.iter_mut().filter(|series| series.role == Role::Own) {
            series.name = words::OWN_ALONE.into();
        }
        self.published = &[];
        self.checked()
    }

    /// With a further scenario.
    pub fn with_scenario(mut self, nth: u8, name: Name, projection: &Projection) -> Result<Self, NotDrawable> {
        let points = points(self.years, Own::Projection(projection), self.id);
        let at = self.series.len() - 1;
        self.series.insert(at, Series { role: Role::Scenario(nth), name, points });
        self.checked()
    }

    /// Finds the extent, and refuses what cannot be drawn: plotters hangs on an infinite range.
    pub(super) fn checked(mut self) -> Result<Self, NotDrawable> {
        let paths = self.series.iter().flat_map(|series| series.points.iter().flatten().map(|point| point.value));
        let published = self.published.iter().map(|published| published.value);
        let mut extent = (self.target, self.target);
        for value in [self.target]
            .into_iter()
            .chain(paths)
            .chain(self.spread.values())
            .chain(published)
            .chain(self.beside.iter().copied())
        {
            if !value.is_finite() || value.abs() > LARGEST {
                return Err(NotDrawable { value });
            }
            extent = (extent.0.min(value), extent.1.max(value));
        }
        self.extent = extent;
        Ok(self)
    }

    pub fn id(&self) -> IndicatorId {
        self.id
    }

    pub fn language(&self) -> Language {
        self.language
    }

    /// The years after the base year.
    pub fn years(&self) -> usize {
        self.years
    }

    /// The calendar year `t` years after the base year.
    pub fn year(&self, t: usize) -> u16 {
        self.base_year + t as u16
    }

    pub fn target(&self) -> f64 {
        self.target
    }

    /// The paths in the order they are drawn: the own one last.
    pub fn series(&self) -> &[Series] {
        &self.series
    }

    /// Whether its values are whole numbers.
    pub fn is_count(&self) -> bool {
        self.count
    }

    /// Whether figures published since are shown.
    pub fn has_published(&self) -> bool {
        !self.published.is_empty()
    }

    /// The lowest and the highest value shown.
    pub fn extent(&self) -> (f64, f64) {
        self.extent
    }

    /// The axis of a chart that has no history.
    pub fn axis(&self) -> Axis {
        Axis::fit(self.extent)
    }

    /// The first path of a role.
    pub fn path(&self, role: Role) -> Option<&Series> {
        self.series.iter().find(|series| series.role == role)
    }

    /// A path's value `t` years after the base year.
    pub fn value(&self, role: Role, t: usize) -> Option<f64> {
        self.path(role)?.points.get(t).copied().flatten().map(|point| point.value)
    }

    /// Whether everything but the own path and the draws is the same, so that what was drawn of it still holds.
    pub fn same_base(&self, other: &Self) -> bool {
        fn rest(spec: &ChartSpec) -> impl Iterator<Item = &Series> {
            spec.series.iter().filter(|series| series.role != Role::Own)
        }
        self.id == other.id
            && self.language == other.language
            && self.base_year == other.base_year
            && self.years == other.years
            && self.target == other.target
            && self.unit == other.unit
            && self.decimals == other.decimals
            && self.signed == other.signed
            && self.published == other.published
            && rest(self).eq(rest(other))
    }

    /// A value as it is written beside a line.
    pub(super) fn number(&self, value: f64) -> String {
        if self.signed { number::signed(value, self.decimals) } else { number::fixed(value, self.decimals) }
    }

    /// A figure with the digits it was printed with, but for noise in the last bits.
    pub(super) fn printed(&self, value: f64) -> String {
        let rounded = (value * 1e6).round() / 1e6;
        let text = number::shortest(rounded);
        if self.signed && rounded > 0.0 { format!("+{text}") } else { text }
    }
}

/// A path's points from the base year on.
fn points(years: usize, own: Own<'_>, id: IndicatorId) -> Vec<Option<Point>> {
    let point = |value, kind| Some(Point { value, kind });
    match own {
        Own::Projection(projection) => projection
            .path(id)
            .take(years + 1)
            .enumerate()
            .map(|(t, value)| point(value, if t == 0 { Kind::Printed } else { Kind::Projected }))
            .collect(),
        Own::Outcome(outcome) => outcome
            .path(id)
            .iter()
            .take(years + 1)
            .map(|cell| match *cell {
                Cell::Baseline(value) => point(value, Kind::Printed),
                Cell::Model(value) | Cell::Rebased(value) => point(value, Kind::Projected),
                Cell::Observed(value) => point(value, Kind::Observed),
                Cell::NotAvailable => None,
            })
            .collect(),
    }
}
