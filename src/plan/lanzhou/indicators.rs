//! The 11 indicators of the plan's table 2, with what the preceding plan and the press say of them.

use crate::plan::ids::{INDICATORS, IndicatorId, LeverId};
use crate::plan::{Attribute, Direction, History, Indicator, Published, Side};
use crate::text::Text;

const PERCENT: Text = Text::same("%");
const UNITS: Text = Text::new("个", "units");
const UNBOUNDED: (f64, f64) = (0.0, f64::INFINITY);

pub const TABLE: [Indicator; INDICATORS] = [
    Indicator {
        id: IndicatorId::I1,
        name: Text::new("全社会研发投入占地区生产总值的比重", "R&D expenditure / GDP"),
        short: Text::new("研发投入占GDP比重", "R&D / GDP"),
        shortest: Text::new("研发投入占GDP比重", "R&D / GDP"),
        unit: PERCENT,
        decimals: 2,
        signed: false,
        denominator: &[LeverId::GdpGrowth, LeverId::GdpDeflator],
        count: false,
        side: Side::Input,
        attribute: Attribute::Expected,
        direction: Direction::Higher,
        baseline: 3.6,
        target: 4.0,
        range: UNBOUNDED,
        history: Some(History { target: Text::same("2.5 %"), result: Text::same("3.6 %") }),
        published: &[
            Published {
                year: 2021,
                value: 3.7,
                source: Text::new("兰州日报", "Lanzhou Daily"),
                date: "2021-06-05",
                note: Some(Text::new(
                    "2021 年 6 月见报，不会是全年统计数。",
                    "Published in June 2021, so not a full-year figure.",
                )),
            },
            Published {
                year: 2024,
                value: 3.8,
                source: Text::new("新华网甘肃，新闻发布会", "Xinhuanet Gansu, press conference"),
                date: "2024-09-30",
                note: Some(Text::new(
                    "年份未注明；与 3.75 很可能是同一统计数。",
                    "Year not stated; probably the same statistic as 3.75.",
                )),
            },
            Published {
                year: 2024,
                value: 3.75,
                source: Text::new("人民日报（摘编）", "People’s Daily (digest)"),
                date: "2025-05-09",
                note: Some(Text::new(
                    "年份未注明；与 3.8 很可能是同一统计数。",
                    "Year not stated; probably the same statistic as 3.8.",
                )),
            },
        ],
        caveats: &[
            Text::new(
                "比重是比率：GDP增长快于研发投入就会下降，经济放缓反而上\
                升。靠分母变小实现的达标，在参照增速下并不达标。",
                "A ratio falls when GDP outruns R&D and rises when GDP \
                stalls. A target met by a smaller denominator would not \
                be met at reference growth.",
            ),
            Text::new(
                "与指标 2 的目标难以同时恰好实现：工业营收年增 16 % 时，规\
                划情景为使指标 2 达到 1.3 %，会把本指标推高到 4.5 %。",
                "The targets of indicators 1 and 2 pull apart: with \
                industry growing at 16 %, the plan preset’s 1.3 % there \
                lifts this ratio to 4.5 %.",
            ),
        ],
    },
    Indicator {
        id: IndicatorId::I2,
        name: Text::new("规模以上工业企业研发经费支出与营业收入之比", "R&D / revenue of above-scale industry"),
        short: Text::new("规上工业研发经费与营收比", "Industry R&D / revenue"),
        shortest: Text::new("规上工业研发营收比", "Industry R&D ratio"),
        unit: PERCENT,
        decimals: 2,
        signed: false,
        denominator: &[LeverId::IndustrialRevenueGrowth, LeverId::GdpGrowth, LeverId::GdpDeflator],
        count: false,
        side: Side::Input,
        attribute: Attribute::Expected,
        direction: Direction::Higher,
        baseline: 1.02,
        target: 1.3,
        range: UNBOUNDED,
        history: None,
        published: &[],
        caveats: &[
            Text::new(
                "营收年增 16 % 是判断。规上工业增加值年均增长 22.5 %（兰州\
                晚报/中国甘肃网，2025-11-07）；若营收也按 22.5 % 增长，趋\
                势情景下本指标降到 0.87 %。",
                "Revenue growth of 16 % is judgement. Above-scale \
                industrial value added grew 22.5 % a year (兰州晚报/中国甘\
                肃网, 2025-11-07); with revenue at 22.5 % the trend falls \
                to 0.87 %.",
            ),
            Text::new(
                "分母是营业收入：营收下滑会抬高比值，并不说明企业研发增强。",
                "The denominator is revenue: a slump raises the ratio \
                without any more R&D.",
            ),
        ],
    },
    Indicator {
        id: IndicatorId::I3,
        name: Text::new("每万名就业人员中研发人员", "R&D personnel per 10,000 employed"),
        short: Text::new("每万就业人员中研发人员", "R&D staff per 10k jobs"),
        shortest: Text::new("每万就业研发人员", "R&D staff per 10k"),
        unit: Text::new("人年", "FTE"),
        decimals: 2,
        signed: false,
        denominator: &[LeverId::EmploymentGrowth],
        count: false,
        side: Side::Input,
        attribute: Attribute::Expected,
        direction: Direction::Higher,
        baseline: 16.75,
        target: 20.0,
        range: UNBOUNDED,
        history: None,
        published: &[],
        caveats: &[
            Text::new(
                "人均指标会被摊薄：就业人员流入越快，同样多的研发人员折成的\
                数值越低。",
                "Per-head figures are diluted: the faster people move in \
                to work, the lower the figure for the same R&D staff.",
            ),
            Text::new(
                "规划的 2020 年数据彼此不太相称：按就业 30–15 万人折算，人\
                均研发经费达 169–338 万元，而全国为 46.6 万元；因此只推演\
                变化，不跨指标推算水平。",
                "The plan’s 2020 figures sit oddly together: with \
                300,000–150,000 employed they imply ¥1.69–3.38 m of R&D a \
                person, against ¥0.466 m nationally, so no level is \
                derived across indicators.",
            ),
        ],
    },
    Indicator {
        id: IndicatorId::I4,
        name: Text::new("每万人口高价值发明专利拥有量", "High-value invention patents per 10,000 people"),
        short: Text::new("每万人高价值发明专利", "High-value patents / 10k"),
        shortest: Text::new("每万人高价值专利", "Patents per 10k"),
        unit: Text::new("件", "patents"),
        decimals: 2,
        signed: false,
        denominator: &[LeverId::PopulationGrowth],
        count: false,
        side: Side::Output,
        attribute: Attribute::Expected,
        direction: Direction::Higher,
        baseline: 1.3,
        target: 1.5,
        range: UNBOUNDED,
        history: None,
        published: &[],
        caveats: &[
            Text::new(
                "2020 年的 1.3 件只对应约 60 件专利，几件之差就能改变结果；\
                常住人口流入还会摊薄人均数。",
                "The 1.3 of 2020 rests on about 60 patents, so a handful \
                decides; people moving in dilute it further.",
            ),
            Text::new(
                "与“十三五”的万人发明专利拥有量（11.8 件，全部发明专利）口\
                径不同，不能衔接。",
                "Not comparable with the 11.8 per 10,000 of the preceding \
                plan, which counts all invention patents.",
            ),
            Text::new(
                "调高研发存量折旧率或专利失效率会放大对以往走势的偏离，因为 \
                2020 年的起点也随之重估。",
                "Raising the depreciation of the R&D stock or the lapse of \
                patents enlarges deviations from the past, because 2020 \
                is then re-read too.",
            ),
        ],
    },
    Indicator {
        id: IndicatorId::I5,
        name: Text::new("技术市场成交合同金额", "Technology contract value"),
        short: Text::new("技术市场成交合同金额", "Technology contracts"),
        shortest: Text::new("技术合同成交额", "Tech contracts"),
        unit: Text::new("亿元", "× ¥100 m"),
        decimals: 1,
        signed: false,
        denominator: &[],
        count: false,
        side: Side::Output,
        attribute: Attribute::Expected,
        direction: Direction::Higher,
        baseline: 3.7,
        target: 20.0,
        range: UNBOUNDED,
        history: None,
        published: &[],
        caveats: &[Text::new(
            "按登记的合同统计：登记更全也会抬高数额，不等于转化本身增\
            加。抽样中每年另计约 15 % 的统计误差。",
            "Only registered contracts count: fuller registration \
            raises the figure without more transfer. Draws add a \
            reporting error of about 15 % each year.",
        )],
    },
    Indicator {
        id: IndicatorId::I6,
        name: Text::new("国家级高新技术企业数", "National high-tech enterprises (HNTE)"),
        short: Text::new("国家级高新技术企业数", "High-tech enterprises"),
        shortest: Text::new("高新技术企业数", "HNTE"),
        unit: Text::new("家", "firms"),
        decimals: 0,
        signed: false,
        denominator: &[],
        count: true,
        side: Side::Output,
        attribute: Attribute::Binding,
        direction: Direction::Higher,
        baseline: 75.0,
        target: 150.0,
        range: UNBOUNDED,
        history: Some(History { target: Text::new(">50 家", ">50 firms"), result: Text::new("75 家", "75 firms") }),
        published: &[],
        caveats: &[Text::new(
            "证书三年有效，2018–2020 年各批认定数（20、25、30 家）是判\
            断，只有合计 75 家出自规划；它们决定哪一年集中复审。",
            "Certificates last three years. How the 75 firms split \
            into 2018–2020 (20, 25, 30) is judgement; only the sum is \
            the plan’s. The split decides when re-certification bites.",
        )],
    },
    Indicator {
        id: IndicatorId::I7,
        name: Text::new(
            "高技术产业营业收入占规模以上工业营业收入比重",
            "High-tech share of above-scale industrial revenue",
        ),
        short: Text::new("高技术产业营收占比", "High-tech revenue share"),
        shortest: Text::new("高技术产业营收占比", "High-tech share"),
        unit: PERCENT,
        decimals: 2,
        signed: false,
        denominator: &[],
        count: false,
        side: Side::Output,
        attribute: Attribute::Expected,
        direction: Direction::Higher,
        baseline: 6.79,
        target: 10.0,
        range: (0.0, 100.0),
        history: None,
        published: &[],
        caveats: &[Text::new(
            "推演主要依据判断，高技术产业营收的相对增速影响最大。",
            "Rests mostly on judgement, above all on how fast \
            high-tech revenue outgrows the rest.",
        )],
    },
    Indicator {
        id: IndicatorId::I8,
        name: Text::new("国家级孵化器、国家级众创空间（含专业化众创空间）", "National incubators and makerspaces"),
        short: Text::new("国家级孵化器、众创空间", "Incubators, makerspaces"),
        shortest: Text::new("国家级孵化器等", "Incubators"),
        unit: UNITS,
        decimals: 1,
        signed: false,
        denominator: &[],
        count: true,
        side: Side::Output,
        attribute: Attribute::Expected,
        direction: Direction::Higher,
        baseline: 3.0,
        target: 5.0,
        range: UNBOUNDED,
        history: None,
        published: &[],
        caveats: &[
            Text::new(
                "显示的是期望值，不必是整数；期望值达标，实际达标的把握仍可\
                能只有约五成。",
                "Shown is the expected count, which need not be whole; \
                meeting the target in expectation may still be a coin’s \
                toss.",
            ),
            Text::new("申报数与成功率主要依据判断。", "Applications and their success rest mostly on judgement."),
        ],
    },
    Indicator {
        id: IndicatorId::I9,
        name: Text::new("国家工程技术中心（重点实验室）", "National engineering centres / key laboratories"),
        short: Text::new("国家级中心、重点实验室", "Centres, key laboratories"),
        shortest: Text::new("国家级中心等", "Centres and labs"),
        unit: UNITS,
        decimals: 1,
        signed: false,
        denominator: &[],
        count: true,
        side: Side::Output,
        attribute: Attribute::Expected,
        direction: Direction::Higher,
        baseline: 2.0,
        target: 3.0,
        range: UNBOUNDED,
        history: None,
        published: &[],
        caveats: &[
            Text::new(
                "目标只差一个：期望值不必是整数，即使恰为 3.0，真正获批一个\
                以上的概率也只有六成左右。",
                "One more centre decides. Expected counts are not whole: \
                even at exactly 3.0, the chance of at least one approval \
                is only about six in ten.",
            ),
            Text::new("申报数与成功率主要依据判断。", "Applications and their success rest mostly on judgement."),
        ],
    },
    Indicator {
        id: IndicatorId::I10,
        name: Text::new("数字经济核心产业增加值占GDP比重", "Digital core industries / GDP, cumulative change"),
        short: Text::new("数字经济核心占比增幅", "Digital core share, gain"),
        shortest: Text::new("数字核心占比增幅", "Digital share gain"),
        unit: Text::new("百分点", "pp"),
        decimals: 2,
        signed: true,
        denominator: &[],
        count: false,
        side: Side::Output,
        attribute: Attribute::Expected,
        direction: Direction::Higher,
        baseline: 0.0,
        target: 2.0,
        range: (-100.0, 100.0),
        history: None,
        published: &[],
        caveats: &[
            Text::new(
                "规划只写“累计增长2%”，未给 2020 年水平。默认读作提高 2 个\
                百分点；另一读法是增至 1.02 倍，按 2020 年占比 5 % 计只合 \
                0.1 个百分点。",
                "The plan prints “a cumulative growth of 2 %” and no 2020 \
                level. The default reading is +2 percentage points; the \
                other, ×1.02, is only 0.1 points at a 2020 share of 5 %.",
            ),
            Text::new(
                "2020 年占比 5 % 是判断，所以只显示变化，不显示水平；变化本\
                身也主要依据判断。",
                "The 2020 share of 5 % is judgement, so only the change is \
                shown, never a level; the change too rests mostly on \
                judgement.",
            ),
        ],
    },
    Indicator {
        id: IndicatorId::I11,
        name: Text::new("科技进步贡献率", "Contribution of S&T progress to growth"),
        short: Text::new("科技进步贡献率", "S&T contribution"),
        shortest: Text::new("科技进步贡献率", "S&T contribution"),
        unit: PERCENT,
        decimals: 1,
        signed: false,
        denominator: &[],
        count: false,
        side: Side::Output,
        attribute: Attribute::Expected,
        direction: Direction::Higher,
        baseline: 60.0,
        target: 68.0,
        range: (0.0, 100.0),
        history: Some(History { target: Text::same("55 %"), result: Text::same("60 %") }),
        published: &[Published {
            year: 2024,
            value: 61.8,
            source: Text::new("新闻发布会", "Press conference"),
            date: "2024-09-30",
            note: Some(Text::new("按发布年份标在 2024 年。", "Placed in 2024, the year of publication.")),
        }],
        caveats: &[
            Text::new(
                "规划要求提高的 8 个百分点，大部分来自“体制机制改革红利”，\
                而它是判断。到 2025 年，研发存量一项在趋势、规划、加速、承\
                压情景下依次为 +0.1、+1.5、+2.8、−2.3 个百分点，结构一项为 \
                +0.7、+1.3、+1.9、+0.2。",
                "Most of the planned eight points is the reform dividend, \
                a judgement. By 2025 the R&D stock adds +0.1 (trend), \
                +1.5 (plan), +2.8 (faster), −2.3 (headwinds) points, \
                structure +0.7, +1.3, +1.9, +0.2.",
            ),
            Text::new(
                "官方测算还要扣除资本和劳动，规划未给出这些数：本模型中就业\
                不影响贡献率，GDP只通过研发起作用；经济下滑时，统计上的贡\
                献率会降得更多。",
                "The official residual also subtracts capital and labour, \
                which the plan does not give: here employment does not \
                move it and GDP only through R&D. In the statistic a \
                slump lowers it more.",
            ),
            Text::new(
                "调高研发存量折旧率会放大对以往走势的偏离，因为 2020 年的起\
                点也随之重估：研发快于以往时结果更高，慢于以往时更低。",
                "Raising the depreciation of the R&D stock enlarges \
                deviations from the past, because 2020 is then re-read \
                too: higher where R&D outpaces the past, lower where it \
                lags.",
            ),
        ],
    },
];
