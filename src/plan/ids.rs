//! The identities of indicators, levers, coefficients, facts and presets: typed indices into the plan's tables.
//!
//! The order here is the order of the tables, of every vector of values, and of the page.

/// Declares an enum whose variants are indices into a table, with the textual id of each.
macro_rules! ids {
    ($(#[$doc:meta])* $name:ident, $count:ident { $($variant:ident = $id:literal),+ $(,)? }) => {
        $(#[$doc])*
        #[derive(Clone, Copy, PartialEq, Eq, Debug, Hash, PartialOrd, Ord)]
        #[repr(u8)]
        pub enum $name { $($variant),+ }

        /// How many there are.
        pub const $count: usize = $name::ALL.len();

        impl $name {
            /// All of them, in table order.
            pub const ALL: &'static [$name] = &[$($name::$variant),+];

            /// The id used in addresses, files and the model's documentation.
            pub const fn id(self) -> &'static str {
                match self { $($name::$variant => $id),+ }
            }

            /// Reads a textual id.
            pub fn parse(id: &str) -> Option<Self> {
                $name::ALL.iter().copied().find(|known| known.id() == id)
            }

            /// The position in its table.
            pub const fn index(self) -> usize {
                self as usize
            }
        }
    };
}

ids! {
    /// The 11 indicators of the plan's table 2.
    IndicatorId, INDICATORS {
        I1 = "i1", I2 = "i2", I3 = "i3", I4 = "i4", I5 = "i5", I6 = "i6",
        I7 = "i7", I8 = "i8", I9 = "i9", I10 = "i10", I11 = "i11",
    }
}

ids! {
    /// The groups in which levers stand on the page.
    GroupId, GROUPS {
        Research = "research", Talent = "talent", Enterprises = "enterprises",
        Platforms = "platforms", Context = "context",
    }
}

ids! {
    /// The 22 levers, one value a year each.
    LeverId, LEVERS {
        GovRdGrowth = "gov_rd_growth",
        EnterpriseRdGrowth = "enterprise_rd_growth",
        MatchedShare = "matched_share",
        SuperDeduction = "super_deduction",
        RdCoverageGain = "rd_coverage_gain",
        TalentIntake = "talent_intake",
        TalentAttrition = "talent_attrition",
        VacancyFill = "vacancy_fill",
        HnteEntry = "hnte_entry",
        HnteRenewal = "hnte_renewal",
        HightechPremium = "hightech_premium",
        DigitalPremium = "digital_premium",
        IncubatorApplications = "incubator_applications",
        CentreApplications = "centre_applications",
        ContractRegistration = "contract_registration",
        PatentCultivation = "patent_cultivation",
        ReformDividend = "reform_dividend",
        GdpGrowth = "gdp_growth",
        GdpDeflator = "gdp_deflator",
        EmploymentGrowth = "employment_growth",
        PopulationGrowth = "population_growth",
        IndustrialRevenueGrowth = "industrial_revenue_growth",
    }
}

ids! {
    /// The 31 uncertain coefficients.
    CoefficientId, COEFFICIENTS {
        EnterpriseShare = "enterprise_share",
        CrowdIn = "crowd_in",
        MatchAdditionality = "match_additionality",
        UserCostElasticity = "user_cost_elasticity",
        IndustrialShare = "industrial_share",
        CoverageElasticity = "coverage_elasticity",
        SalesElasticity = "sales_elasticity",
        StaffCostShare = "staff_cost_share",
        RdDepreciation = "rd_depreciation",
        PriorRdGrowth = "prior_rd_growth",
        RdCyclicality = "rd_cyclicality",
        ShortageDrag = "shortage_drag",
        StaffElasticity = "staff_elasticity",
        CentrePosts = "centre_posts",
        PatentRdElasticity = "patent_rd_elasticity",
        PatentStaffElasticity = "patent_staff_elasticity",
        PatentLapse = "patent_lapse",
        PriorPatentGrowth = "prior_patent_growth",
        EntryRdElasticity = "entry_rd_elasticity",
        IncubatorHnte = "incubator_hnte",
        HnteHightech = "hnte_hightech",
        RdHightech = "rd_hightech",
        ContractBenchmark = "contract_benchmark",
        IncubatorSuccess = "incubator_success",
        IncubatorLoss = "incubator_loss",
        CentreSuccess = "centre_success",
        PlatformBaseElasticity = "platform_base_elasticity",
        DigitalShare2020 = "digital_share_2020",
        HnteDigital = "hnte_digital",
        TfpRdElasticity = "tfp_rd_elasticity",
        StructureDividend = "structure_dividend",
    }
}

ids! {
    /// The facts of the base year that a user may correct.
    FactId, FACTS {
        TaxRate = "tax_rate",
        Coverage2020 = "coverage_2020",
        Cohorts = "cohorts",
        Population2020 = "population_2020",
        Gdp2020 = "gdp_2020",
    }
}

ids! {
    /// The preset scenarios.
    PresetId, PRESETS {
        Trend = "trend", Plan = "plan", Accelerated = "accelerated", Headwinds = "headwinds",
    }
}

/// How many numbers the facts hold together.
pub const FACT_SLOTS: usize = 7;

impl FactId {
    /// Where the fact's numbers stand among those of all facts.
    pub const fn slots(self) -> std::ops::Range<usize> {
        match self {
            FactId::TaxRate => 0..1,
            FactId::Coverage2020 => 1..2,
            FactId::Cohorts => 2..5,
            FactId::Population2020 => 5..6,
            FactId::Gdp2020 => 6..7,
        }
    }
}
