//! 兰州新区“十四五”科技创新规划: the plan as printed, and what is assumed to project it.

mod coefficients;
mod facts;
mod indicators;
mod levers;

use super::{Background, Group, GroupId, Plan, Preset, PresetId, References};
use crate::text::Text;

pub static LANZHOU: Plan = Plan {
    title: Text::new("兰州新区“十四五”科技创新规划", "Lanzhou New Area 14th Five-Year Plan for S&T Innovation"),
    short_title: Text::new("兰州新区“十四五”科技创新规划", "Lanzhou New Area, 2021–25"),
    base_year: 2020,
    years: 5,
    indicators: indicators::TABLE,
    groups: [
        Group {
            id: GroupId::Research,
            name: Text::new("研发投入", "R&D"),
            short: Text::new("研发投入", "R&D"),
            policy: true,
        },
        Group {
            id: GroupId::Talent,
            name: Text::new("人才", "Talent"),
            short: Text::new("人才", "Talent"),
            policy: true,
        },
        Group {
            id: GroupId::Enterprises,
            name: Text::new("企业成长", "Enterprises"),
            short: Text::new("企业", "Firms"),
            policy: true,
        },
        Group {
            id: GroupId::Platforms,
            name: Text::new("平台与转化", "Platforms and transfer"),
            short: Text::new("平台", "Platforms"),
            policy: true,
        },
        Group {
            id: GroupId::Context,
            name: Text::new("宏观环境", "Context"),
            short: Text::new("环境", "Context"),
            policy: false,
        },
    ],
    levers: levers::TABLE,
    coefficients: coefficients::TABLE,
    facts: facts::TABLE,
    references: References {
        government_growth: 0.15,
        enterprise_growth: 0.155,
        matched_share: 0.3,
        super_deduction: 1.0,
        gdp_growth: 0.135,
        gdp_deflator: 0.013,
        revenue_growth: 0.16,
        coverage_gain: 0.03,
        vacancy: 0.1,
        contribution_bound: 2.0,
        contribution_window: 5.0,
    },
    presets: [
        Preset {
            id: PresetId::Trend,
            name: Text::new("趋势", "Trend"),
            description: Text::new(
                "政策力度照旧，GDP增速取 2021–2024 年实绩；各项政策取值是判断。",
                "Policies carry on as they are, with GDP growth as it was in \
                2021–24; the policy settings are judgement.",
            ),
        },
        Preset {
            id: PresetId::Plan,
            name: Text::new("规划", "Plan"),
            description: Text::new(
                "规划部署落实到位，使 11 项期望值到 2025 年全部达标；规划只定目\
                标，各项取值是判断。",
                "The plan’s measures carried out far enough to meet all 11 \
                targets in expected value; the plan sets only targets, the \
                settings are judgement.",
            ),
        },
        Preset {
            id: PresetId::Accelerated,
            name: Text::new("加速", "Faster"),
            description: Text::new(
                "投入、引才、培育和改革的力度都明显超出规划所需。",
                "Funding, recruitment, cultivation and reform go well beyond \
                what the plan needs.",
            ),
        },
        Preset {
            id: PresetId::Headwinds,
            name: Text::new("承压", "Headwinds"),
            description: Text::new(
                "经济放缓，投入趋紧，人才流失加快，改革进展迟缓。",
                "The economy slows, money is tight, staff leave faster and \
                reform drags.",
            ),
        },
    ],
    background: &[
        Background {
            name: Text::new("财政科技投入占财政支出比重", "Fiscal S&T share of fiscal spending"),
            target: Text::same("3 %"),
            result: Text::same("8.6 %"),
        },
        Background {
            name: Text::new("战略性新兴产业增加值比重", "Strategic emerging industries’ share of value added"),
            target: Text::same("24.5 %"),
            result: Text::same("18.02 %"),
        },
        Background {
            name: Text::new("高新技术企业全员劳动生产率", "HNTE labour productivity"),
            target: Text::new("44 万元/人", "¥440,000 a person"),
            result: Text::new("50 万元/人", "¥500,000 a person"),
        },
        Background {
            name: Text::new(
                "万人发明专利拥有量（全部发明专利，与指标 4 口径不同）",
                "Invention patents per 10,000 people (all inventions, not \
                indicator 4)",
            ),
            target: Text::new("5 件", "5"),
            result: Text::new("11.8 件", "11.8"),
        },
        Background {
            name: Text::new("万元GDP能耗", "Energy per ¥10,000 of GDP"),
            target: Text::new("完成省市下达目标", "as assigned by province and city"),
            result: Text::new("完成省市下达目标", "as assigned by province and city"),
        },
        Background {
            name: Text::new("建成孵化器总面积", "Incubator floor area"),
            target: Text::new(">150 万平方米", ">1.5 million m²"),
            result: Text::new("74 万平方米", "0.74 million m²"),
        },
        Background {
            name: Text::new("产学研合作项目", "Industry-university projects"),
            target: Text::new("2015 年 19 个", "19 in 2015"),
            result: Text::new("185 个，年均增长 57.6 %", "185, up 57.6 % a year"),
        },
        Background {
            name: Text::new("科技成果", "S&T results"),
            target: Text::new("2015 年 196 项", "196 in 2015"),
            result: Text::new("1415 项，年均增长 48.5 %", "1,415, up 48.5 % a year"),
        },
        Background {
            name: Text::new("科技成果转化数量", "S&T results transferred"),
            target: Text::new("2015 年 49 项", "49 in 2015"),
            result: Text::new("436 项，年均增长 54.8 %", "436, up 54.8 % a year"),
        },
    ],
};
