//! The names of what the equations compute, for the record that shows the working.

use crate::plan::{CoefficientId, FactId, IndicatorId, LeverId};

/// Something with a name in the equations.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Quantity {
    Lever(LeverId),
    Coefficient(CoefficientId),
    Fact(FactId),
    /// The plan's printed figure of the base year.
    Baseline(IndicatorId),
    Indicator(IndicatorId),
    State(State),
}

/// A stock, flow or factor between levers and indicators.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum State {
    /// Price level, base year = 1.
    Price,
    /// Nominal GDP, base year = 1.
    Gdp,
    Employment,
    Population,
    /// Nominal GDP growth less its reference.
    GrowthGap,
    /// Government R&D, total R&D of the base year = 1; so are all R&D amounts.
    GovernmentRd,
    /// Enterprises' own R&D before policy effects.
    OwnRd,
    /// The factor of the super-deduction and of last year's staffing.
    TaxAndStaffing,
    /// Above-scale industrial revenue, base year = 1.
    Revenue,
    /// Share of above-scale industrial firms doing R&D.
    Coverage,
    /// The factor of coverage and sales on industry's R&D.
    IndustrialFactor,
    /// The factor of industry on all enterprise R&D.
    IndustrialMix,
    EnterpriseRd,
    TotalRd,
    /// Above-scale industry's R&D, base year = 1.
    IndustrialRd,
    /// Total R&D at base-year prices.
    RealRd,
    /// Posts filled with funds of their own, cumulated, base-year staff = 1; so are all staff counts.
    FundedPosts,
    WantedStaff,
    Staff,
    /// Staff against wanted staff, base year = 1.
    Staffing,
    /// The volume of R&D that staff allow.
    StaffedVolume,
    KnowledgeStock,
    /// Log growth of the knowledge stock beyond the past's.
    ExcessGrowth,
    /// High-value patents in force, 件.
    Patents,
    NewPatents,
    /// High-tech enterprises newly certified.
    Entry,
    /// High-tech enterprises certified or renewed this year.
    Cohort,
    /// Industry's real R&D volume against its reference.
    VolumeRatio,
    /// Contract value over R&D.
    ContractRatio,
    /// Digital core industries' share of GDP.
    DigitalShare,
}
