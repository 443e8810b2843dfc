//! R&D staff, posts and vacancies. Counts are multiples of the base year's staff.

use super::Year;
use super::platforms::Platforms;
use super::research::Research;
use crate::model::number::Number;
use crate::model::quantity::State;
use crate::plan::{CoefficientId as C, LeverId};

pub(super) struct Talent<N> {
    pub staff: N,
    /// ln of the staff.
    pub log_staff: N,
    /// Posts with funds of their own, cumulated.
    pub funded_posts: N,
    /// Those who joined on such posts this year.
    joined: N,
    /// ln of staff against wanted staff, base year = 1.
    pub log_staffing: N,
    /// The volume of R&D that staff allow, at most 1.
    pub allowed_volume: N,
}

impl<N: Number> Talent<N> {
    pub fn start() -> Self {
        let (zero, one) = (N::of(0.0), N::of(1.0));
        Talent {
            staff: one,
            log_staff: zero,
            funded_posts: zero,
            joined: zero,
            log_staffing: zero,
            allowed_volume: one,
        }
    }

    /// Posts funded by talent programmes and brought by last year's new centres.
    #[inline(always)]
    pub fn fund_posts(&mut self, year: &Year<N>, platforms: &Platforms<N>) {
        self.joined = year.share(LeverId::TalentIntake)
            + year.coefficient(C::CentrePosts) * (platforms.centres - platforms.centres_before);
        self.funded_posts = year.state(State::FundedPosts, self.funded_posts + self.joined);
    }

    /// Staff leave, join funded posts, and fill part of what stays vacant.
    #[inline(always)]
    pub fn hire(&mut self, year: &Year<N>, research: &Research<N>) {
        let (zero, one) = (N::of(0.0), N::of(1.0));
        // Posts stand above staff by the base year's vacancies.
        let posts = 1.0 + year.plan.references.vacancy;
        let wanted = year.state(
            State::WantedStaff,
            research.real.powf(year.coefficient(C::StaffElasticity)) * posts + self.funded_posts,
        );
        let stayed = (one - year.share(LeverId::TalentAttrition)) * self.staff + self.joined;
        self.staff = year.state(State::Staff, stayed + year.share(LeverId::VacancyFill) * (wanted - stayed).max(zero));
        self.log_staff = self.staff.ln();
        let staffing = year.state(State::Staffing, (self.staff * posts / wanted).min(N::of(posts)));
        self.log_staffing = staffing.ln();
        let drag = year.coefficient(C::ShortageDrag) * self.log_staffing.min(zero);
        self.allowed_volume = year.state(State::StaffedVolume, drag.exp());
    }
}
