//! The five facts of 2020 that a user may correct.

use crate::plan::ids::{FACTS, FactId};
use crate::plan::{Display, Fact, Grade};
use crate::text::Text;

const PERCENT: Text = Text::same("%");

pub const TABLE: [Fact; FACTS] = [
    Fact {
        id: FactId::TaxRate,
        name: Text::new("企业所得税税率", "Corporate income tax rate"),
        display: Display::Percent,
        unit: PERCENT,
        values: &[0.15],
        limits: (0.0, 0.3),
        grade: Grade::Official,
        source: Text::new("高新技术企业与西部大开发优惠税率", "Rate for HNTE and for the western region"),
        alternatives: &[],
    },
    Fact {
        id: FactId::Coverage2020,
        name: Text::new("2020 年规上工业企业研发活动覆盖率", "Above-scale industrial firms doing R&D in 2020"),
        display: Display::Plain,
        unit: PERCENT,
        values: &[35.0],
        limits: (5.0, 95.0),
        grade: Grade::Judgement,
        source: Text::new("判断；全国为 36.7 %", "Judgement; national 36.7 %"),
        alternatives: &[],
    },
    Fact {
        id: FactId::Cohorts,
        name: Text::new("2018、2019、2020 年认定的高企", "HNTE certified in 2018, 2019 and 2020"),
        display: Display::Plain,
        unit: Text::new("家", "firms"),
        values: &[20.0, 25.0, 30.0],
        limits: (0.0, 75.0),
        grade: Grade::Judgement,
        source: Text::new("判断；合计 75 家出自规划（A）", "Judgement; their sum, 75, is the plan’s (A)"),
        alternatives: &[],
    },
    Fact {
        id: FactId::Population2020,
        name: Text::new("2020 年常住人口", "Population in 2020"),
        display: Display::Plain,
        unit: Text::new("万人", "×10,000 people"),
        values: &[46.5],
        limits: (5.0, 500.0),
        grade: Grade::Judgement,
        source: Text::new("判断；公布数不一，区划范围有变动", "Judgement; published figures differ, boundaries moved"),
        alternatives: &[
            (32.0, Text::new("另一公布数；区划范围不同", "Also published; other boundaries")),
            (50.0, Text::new("另一公布数（约）；区划范围不同", "Also published (about); other boundaries")),
        ],
    },
    Fact {
        id: FactId::Gdp2020,
        name: Text::new("2020 年地区生产总值", "GDP in 2020"),
        display: Display::Plain,
        unit: Text::new("亿元", "¥100 m"),
        values: &[236.0],
        limits: (100.0, 600.0),
        grade: Grade::Official,
        source: Text::new(
            "较早公布的口径，3.6 % 大概据此算出",
            "The earlier release, on which 3.6 % was presumably computed",
        ),
        alternatives: &[(
            256.0,
            Text::new("后来公布的口径；两种口径的数不可衔接", "The later figure; never chain the two"),
        )],
    },
];
