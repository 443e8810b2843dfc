//! Which uncertainty matters most: rank correlations of what is drawn with what comes out.

use wide::{f32x8, u32x8};

use super::dice::uniform;
use super::{DRAW_LANES, Draws};
use crate::plan::{COEFFICIENTS, CoefficientId, INDICATORS, IndicatorId};

/// An event of each projected year, in the order in which the equations ask for it.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Hash)]
pub enum Event {
    /// The shock of real GDP growth.
    GdpGrowth,
    /// The shock of enterprises' own R&D growth.
    EnterpriseRd,
    /// The shock of industrial revenue growth.
    Revenue,
    PatentsLapsed,
    PatentsGranted,
    HnteRenewed,
    HnteCertified,
    /// The shock of the high-tech share.
    Hightech,
    /// The shock of the digital share.
    Digital,
    IncubatorsLost,
    IncubatorsGained,
    CentresGained,
    /// The shock of the S&T contribution.
    Contribution,
    /// The reporting error of contract value.
    Contracts,
}

impl Event {
    /// All of them, in the order of the equations.
    pub const ALL: [Event; 14] = [
        Event::GdpGrowth,
        Event::EnterpriseRd,
        Event::Revenue,
        Event::PatentsLapsed,
        Event::PatentsGranted,
        Event::HnteRenewed,
        Event::HnteCertified,
        Event::Hightech,
        Event::Digital,
        Event::IncubatorsLost,
        Event::IncubatorsGained,
        Event::CentresGained,
        Event::Contribution,
        Event::Contracts,
    ];

    /// Whether a year's event still shows in later years.
    fn accumulates(self) -> bool {
        self != Event::Contracts
    }
}

/// Something that is drawn.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Hash)]
pub enum Source {
    Coefficient(CoefficientId),
    /// An event, over all years; the last year's alone where it does not accumulate.
    Event(Event),
}

/// How many things are drawn.
pub const SOURCES: usize = COEFFICIENTS + Event::ALL.len();

impl Source {
    /// All of them, in the order of [`Correlations`].
    pub fn all() -> impl Iterator<Item = Source> {
        let coefficients = CoefficientId::ALL.iter().map(|&id| Source::Coefficient(id));
        coefficients.chain(Event::ALL.iter().map(|&event| Source::Event(event)))
    }

    fn index(self) -> usize {
        match self {
            Source::Coefficient(id) => id.index(),
            Source::Event(event) => COEFFICIENTS + event as usize,
        }
    }
}

/// Spearman's rank correlation of everything drawn with each indicator in the target year.
#[derive(Clone, Debug, PartialEq)]
pub struct Correlations {
    by_source: Vec<[f64; INDICATORS]>,
}

impl Correlations {
    /// Between −1 and 1; 0 where one of the two never changes.
    pub fn get(&self, source: Source, id: IndicatorId) -> f64 {
        self.by_source[source.index()][id.index()]
    }

    /// The same as a row of numbers, to be sent elsewhere.
    pub fn to_numbers(&self) -> Vec<f64> {
        self.by_source.concat()
    }

    /// Reads what [`to_numbers`](Self::to_numbers) wrote.
    pub fn from_numbers(numbers: &[f64]) -> Option<Self> {
        (numbers.len() == SOURCES * INDICATORS).then(|| Correlations { by_source: numbers.as_chunks().0.to_vec() })
    }
}

impl Draws<'_> {
    /// Rank correlations over the first `draws` draws; their standard error is 1/√`draws`.
    pub fn rank_correlations(&mut self, draws: usize) -> Correlations {
        let columns = |count: usize| -> Vec<Vec<f32>> { (0..count).map(|_| Vec::with_capacity(draws)).collect() };
        let (mut landed, mut drawn) = (columns(INDICATORS), columns(SOURCES));
        let mut first = 0;
        while first < draws {
            let lanes = (draws - first).min(DRAW_LANES);
            self.draw(first as u64, 0);
            for (values, value) in landed.iter_mut().zip(&self.rows[0][self.plan.years - 1]) {
                values.extend_from_slice(&value.to_array()[..lanes]);
            }
            for (source, values) in Source::all().zip(&mut drawn) {
                values.extend_from_slice(&self.drawn(source).to_array()[..lanes]);
            }
            first += lanes;
        }
        let outcomes: Vec<Ranks> = landed.iter().map(|values| Ranks::new(values)).collect();
        let by_source = drawn
            .iter()
            .map(|values| {
                let ranks = Ranks::new(values);
                std::array::from_fn(|i| ranks.correlation(&outcomes[i]))
            })
            .collect();
        Correlations { by_source }
    }

    /// What the batch at hand drew for a source: larger numbers for larger values.
    fn drawn(&self, source: Source) -> f32x8 {
        match source {
            Source::Coefficient(id) if self.ranges[id.index()].is_uncertain() => uniform(self.words[id.index()]),
            Source::Coefficient(_) => f32x8::ZERO,
            Source::Event(event) => {
                let events = &self.words[COEFFICIENTS + 1..];
                let mut yearly =
                    events.chunks_exact(Event::ALL.len()).take(self.plan.years).map(|year| year[event as usize]);
                let deviate = |word: u32x8| self.normal.at(uniform(word));
                if event.accumulates() {
                    yearly.map(deviate).fold(f32x8::ZERO, |sum, deviate| sum + deviate)
                } else {
                    yearly.next_back().map_or(f32x8::ZERO, deviate)
                }
            }
        }
    }
}

/// Ranks about their mean, equal values sharing theirs.
struct Ranks {
    about_mean: Vec<f32>,
    /// The sum of their squares.
    squares: f64,
}

impl Ranks {
    fn new(values: &[f32]) -> Self {
        // Sorts the values, each with its position, as whole numbers.
        let mut keys: Vec<u64> =
            values.iter().zip(0_u64..).map(|(&value, i)| u64::from(key(value)) << 32 | i).collect();
        keys.sort_unstable();
        let mut about_mean = vec![0.0; values.len()];
        let middle = (values.len() as f32 - 1.0) / 2.0;
        let mut start = 0;
        for equal in keys.chunk_by(|a, b| a >> 32 == b >> 32) {
            let rank = start as f32 + (equal.len() as f32 - 1.0) / 2.0 - middle;
            for &key in equal {
                about_mean[key as u32 as usize] = rank;
            }
            start += equal.len();
        }
        let squares = product(&about_mean, &about_mean);
        Ranks { about_mean, squares }
    }

    fn correlation(&self, other: &Ranks) -> f64 {
        let squares = self.squares * other.squares;
        if squares > 0.0 { product(&self.about_mean, &other.about_mean) / squares.sqrt() } else { 0.0 }
    }
}

/// A whole number that is larger for a larger value.
fn key(value: f32) -> u32 {
    // Plus zero, so that there is but one zero.
    let bits = (value + 0.0).to_bits();
    if bits >> 31 == 0 { bits | 1 << 31 } else { !bits }
}

/// The sum of products, in chunks so that single precision is enough within each.
fn product(a: &[f32], b: &[f32]) -> f64 {
    const CHUNK: usize = 256;
    let chunk = |(a, b): (&[f32], &[f32])| {
        let ((a, a_rest), (b, b_rest)) = (a.as_chunks(), b.as_chunks());
        let sum = a.iter().zip(b).fold(f32x8::ZERO, |sum, (&a, &b)| sum + f32x8::new(a) * f32x8::new(b));
        let rest: f32 = a_rest.iter().zip(b_rest).map(|(a, b)| a * b).sum();
        f64::from(sum.reduce_add() + rest)
    };
    a.chunks(CHUNK).zip(b.chunks(CHUNK)).map(chunk).sum()
}
