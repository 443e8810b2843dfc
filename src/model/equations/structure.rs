//! The high-tech and digital shares, by their odds, so that they stay between 0 and 1. A step in log-odds is a factor
//! on the odds.

use super::Year;
use crate::model::chance::{Chance, DIGITAL_DEVIATION, HIGHTECH_DEVIATION};
use crate::model::number::Number;
use crate::model::quantity::State;
use crate::plan::{CoefficientId as C, IndicatorId, LeverId};

pub(super) struct Structure<N> {
    /// High-tech share of above-scale industrial revenue, fraction, and its odds.
    pub hightech: N,
    hightech_odds: N,
    /// Digital core share gained since the base year, percentage points.
    pub digital_gain: N,
    digital_start: N,
    digital_odds: N,
    /// Points that both shares gained this year.
    pub gain: N,
}

fn odds<N: Number>(share: N) -> N {
    share / (N::of(1.0) - share)
}

#[inline(always)]
fn share<N: Number>(odds: N) -> N {
    odds / (odds + 1.0)
}

impl<N: Number> Structure<N> {
    pub fn start(year: &Year<N>) -> Self {
        let hightech = year.baseline(IndicatorId::I7) / 100.0;
        let digital = year.state(State::DigitalShare, year.coefficient(C::DigitalShare2020) / 100.0);
        Structure {
            hightech,
            hightech_odds: odds(hightech),
            digital_gain: N::of(0.0),
            digital_start: digital,
            digital_odds: odds(digital),
            gain: N::of(0.0),
        }
    }

    /// `hnte_growth` is the log growth of certified enterprises.
    #[inline(always)]
    pub fn step(&mut self, year: &Year<N>, chance: &mut impl Chance<N>, hnte_growth: N, excess_growth: N) {
        let (hightech_before, digital_before) = (self.hightech, self.digital_gain);
        let hightech_pull = year.coefficient(C::HnteHightech) * hnte_growth
            + year.coefficient(C::RdHightech) * excess_growth
            + chance.normal(HIGHTECH_DEVIATION);
        self.hightech_odds = self.hightech_odds * (year.share(LeverId::HightechPremium) + 1.0) * hightech_pull.exp();
        self.hightech = share(self.hightech_odds);

        let digital_pull = year.coefficient(C::HnteDigital) * hnte_growth + chance.normal(DIGITAL_DEVIATION);
        self.digital_odds = self.digital_odds * (year.share(LeverId::DigitalPremium) + 1.0) * digital_pull.exp();
        let digital = year.state(State::DigitalShare, share(self.digital_odds));
        self.digital_gain = (digital - self.digital_start) * 100.0;

        self.gain = (self.hightech - hightech_before) * 100.0 + (self.digital_gain - digital_before);
    }
}
