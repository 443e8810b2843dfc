//! The 22 levers: ranges, presets, and the plan's sentence behind each.

use crate::plan::ids::{GroupId, LEVERS, LeverId};
use crate::plan::{Grade, Lever, Quote};
use crate::text::Text;

const PERCENT: Text = Text::same("%");
const PER_YEAR: Text = Text::new("%/年", "%/yr");
const JUDGEMENT: Text = Text::new("判断", "Judgement");

pub const TABLE: [Lever; LEVERS] = [
    Lever {
        id: LeverId::GovRdGrowth,
        group: GroupId::Research,
        name: Text::new("财政科技投入增速", "Government R&D growth"),
        short: Text::new("财政科技投入增速", "Government R&D"),
        definition: Text::new(
            "政府研发投入的名义年增速，以GDP按参照速度增长（实际 13.5 %、平\
            减 1.3 %）为前提；GDP偏离参照时随之增减。",
            "Nominal yearly growth of government R&D while GDP grows as in \
            the reference (13.5 % real, 1.3 % prices); it follows GDP \
            when that differs.",
        ),
        unit: PER_YEAR,
        min: -5.0,
        max: 40.0,
        step: 0.5,
        decimals: 1,
        presets: [15.0, 16.5, 20.0, 10.0],
        grade: Grade::Judgement,
        source: Text::new(
            "判断；与参照的GDP名义增速（约 15 %）持平",
            "Judgement; level with nominal GDP growth of the reference \
            (about 15 %)",
        ),
        quote: Some(Quote {
            place: Text::new("三（四）2", "Part III (4) 2"),
            sentence: "积极争取国家和省级财政科技投入支持，加大本级财政科技支出占\
                财政支出比重",
            english: "Seek more national and provincial S&T funding, and raise \
                the share of S&T in the area’s own fiscal spending",
        }),
    },
    Lever {
        id: LeverId::EnterpriseRdGrowth,
        group: GroupId::Research,
        name: Text::new("企业研发投入自主增速", "Enterprises’ own R&D growth"),
        short: Text::new("企业研发自主增速", "Enterprise R&D"),
        definition: Text::new(
            "企业研发投入的名义年增速，不含政府带动、配套、加计扣除和研发覆\
            盖率的作用，以GDP按参照速度增长为前提。",
            "Nominal yearly growth of enterprise R&D before the effects of \
            government money, matching, tax and coverage, while GDP grows \
            as in the reference.",
        ),
        unit: PER_YEAR,
        min: 0.0,
        max: 35.0,
        step: 0.1,
        decimals: 1,
        presets: [15.5, 16.4, 19.0, 13.0],
        grade: Grade::Judgement,
        source: Text::new(
            "判断；略快于参照的GDP名义增速；加计扣除提到 100 % 的作用已含在\
            内",
            "Judgement; slightly above nominal GDP growth of the \
            reference; the step of the super-deduction to 100 % is inside \
            it",
        ),
        quote: Some(Quote {
            place: Text::new("专栏3.2第1项", "Box 3.2, item 1"),
            sentence: "鼓励企业建立研发准备金制度，对建立研发准备金制度的企业按其\
                新增研发投入情况推荐申报各类科技计划项目",
            english: "Encourage firms to set up R&D reserve funds, and nominate \
                those that do for S&T programmes according to their added \
                R&D spending",
        }),
    },
    Lever {
        id: LeverId::MatchedShare,
        group: GroupId::Research,
        name: Text::new("1:1配套资金覆盖面", "Government R&D under 1:1 matching"),
        short: Text::new("1:1配套覆盖面", "1:1 matching"),
        definition: Text::new(
            "政府研发投入中按 1:1 与企业自筹资金配套拨付的比例；高于 30 % \
            的部分增加企业投入，首年作用减半。",
            "Share of government R&D paid out against an equal sum of the \
            firm’s own; what exceeds 30 % adds enterprise R&D, at half \
            effect in its first year.",
        ),
        unit: PERCENT,
        min: 0.0,
        max: 100.0,
        step: 1.0,
        decimals: 0,
        presets: [30.0, 40.0, 60.0, 30.0],
        grade: Grade::Judgement,
        source: Text::new("判断；规划未给出覆盖面", "Judgement; the plan gives no share"),
        quote: Some(Quote {
            place: Text::new("三（四）2", "Part III (4) 2"),
            sentence: "科技扶持项目资金和企业自筹资金按1:1比例配套，不断提高企业\
                研发投入占全社会研发投入的比重",
            english: "Match project funding with firms’ own funds at 1:1, and \
                steadily raise the enterprise share of all R&D",
        }),
    },
    Lever {
        id: LeverId::SuperDeduction,
        group: GroupId::Research,
        name: Text::new("研发费用加计扣除比例", "R&D super-deduction"),
        short: Text::new("加计扣除比例", "Super-deduction"),
        definition: Text::new(
            "计算应纳税所得额时，研发费用在据实扣除之外再加计扣除的比例；由\
            国家税法规定，100 % 为中性，改变时首年作用减半。",
            "Part of R&D cost that firms deduct from taxable income on top \
            of the cost itself. Set by national law; 100 % is neutral, \
            and a change has half its effect in the first year.",
        ),
        unit: PERCENT,
        min: 50.0,
        max: 150.0,
        step: 5.0,
        decimals: 0,
        presets: [100.0, 100.0, 100.0, 100.0],
        grade: Grade::Judgement,
        source: Text::new(
            "判断；税法由 75 %（2020 年）提高到 100 %（制造业 2021 年起，财\
            政部 税务总局公告2021年第13号；全部企业 2023 年起，公告2023年\
            第7号），这一步已含在企业自主增速内，故 100 % 为中性",
            "Judgement; the law went from 75 % (2020) to 100 % \
            (manufacturing 2021, 财政部 税务总局公告2021年第13号; all \
            2023, 公告2023年第7号), a step already inside enterprises’ \
            own growth, so 100 % is neutral",
        ),
        quote: Some(Quote {
            place: Text::new("三（四）2", "Part III (4) 2"),
            sentence: "综合运用科技扶持项目、平台建设奖励、成果转化奖励、创新券、\
                研发费用加计扣除等多种政策机制",
            english: "Combine project support, rewards for platforms and for \
                transfer, innovation vouchers and the R&D super-deduction",
        }),
    },
    Lever {
        id: LeverId::RdCoverageGain,
        group: GroupId::Research,
        name: Text::new("规上工业企业研发活动覆盖率年增", "Yearly gain in above-scale industrial firms doing R&D"),
        short: Text::new("研发覆盖率年增", "R&D coverage"),
        definition: Text::new(
            "有研发活动的规上工业企业占比每年提高的百分点（2020 年假定 \
            35 %，至 100 % 为止）；快于每年 3 个百分点时带动工业研发。",
            "Points a year by which the share of above-scale industrial \
            firms doing R&D rises (from an assumed 35 % in 2020, up to \
            100 %); a gain above 3 points lifts industrial R&D.",
        ),
        unit: Text::new("百分点", "pp/yr"),
        min: 0.0,
        max: 15.0,
        step: 0.1,
        decimals: 1,
        presets: [3.0, 13.0, 15.0, 1.5],
        grade: Grade::Judgement,
        source: Text::new(
            "判断；按此 2025 年由 35 % 升到 50 %；每年 13 个百分点即实现全\
            覆盖",
            "Judgement; at this pace coverage rises from 35 % to 50 % by \
            2025; 13 points a year reach full coverage",
        ),
        quote: Some(Quote {
            place: Text::new("三（二）2", "Part III (2) 2"),
            sentence: "鼓励企业加大科技研发投入，支持产业共性基础技术研发，推动规\
                模以上工业企业研发活动全覆盖",
            english: "Encourage firms to spend more on R&D, support generic \
                technology, and bring R&D to every above-scale industrial \
                firm",
        }),
    },
    Lever {
        id: LeverId::TalentIntake,
        group: GroupId::Talent,
        name: Text::new("人才引进强度", "Talent posts funded and filled"),
        short: Text::new("人才引进强度", "Talent intake"),
        definition: Text::new(
            "人才计划每年自带经费新设并到岗的研发岗位（折合全时），占 2020 \
            年研发人员的比例；增加研发人员和研发支出。",
            "R&D posts (FTE) that talent programmes fund and fill each \
            year, as a share of the 2020 R&D workforce; they add staff \
            and spending.",
        ),
        unit: PERCENT,
        min: 0.0,
        max: 10.0,
        step: 0.1,
        decimals: 1,
        presets: [1.5, 2.0, 5.0, 0.5],
        grade: Grade::Judgement,
        source: Text::new("判断；规划未给出引进人数", "Judgement; the plan gives no number of recruits"),
        quote: Some(Quote {
            place: Text::new("三（三）2", "Part III (3) 2"),
            sentence: "加大对高端人才和团队引进，实现分行业、分领域精准引才育才",
            english: "Bring in more leading talent and teams, recruited and \
                trained to fit each industry and field",
        }),
    },
    Lever {
        id: LeverId::TalentAttrition,
        group: GroupId::Talent,
        name: Text::new("研发人员流失率", "R&D staff leaving"),
        short: Text::new("研发人员流失率", "Staff attrition"),
        definition: Text::new(
            "上年研发人员中当年离开的比例；离开后的空岗可由当年招聘补上一部\
            分。",
            "Share of last year’s R&D staff who leave within the year; \
            hiring refills part of their posts.",
        ),
        unit: PER_YEAR,
        min: 0.0,
        max: 20.0,
        step: 0.1,
        decimals: 1,
        presets: [6.0, 5.5, 4.5, 9.0],
        grade: Grade::Judgement,
        source: Text::new("判断；规划未给出流失率", "Judgement; the plan gives no rate"),
        quote: Some(Quote {
            place: Text::new("三（三）1", "Part III (3) 1"),
            sentence: "对本地科技骨干人才、特殊贡献人才建立股权激励、现金奖励、个\
                税返还等机制",
            english: "Set up equity incentives, cash awards and income-tax \
                rebates for local key staff and outstanding contributors",
        }),
    },
    Lever {
        id: LeverId::VacancyFill,
        group: GroupId::Talent,
        name: Text::new("研发岗位到位率", "R&D vacancies filled"),
        short: Text::new("研发岗位到位率", "Vacancies filled"),
        definition: Text::new(
            "年初空缺与新增的研发岗位中，当年招到人的比例；招不满时，人员经\
            费花不出去，研发工作量也受影响。",
            "Share of open R&D posts filled within the year; posts left \
            empty hold back staff spending and the volume of R&D.",
        ),
        unit: PERCENT,
        min: 20.0,
        max: 100.0,
        step: 1.0,
        decimals: 0,
        presets: [60.0, 65.0, 75.0, 45.0],
        grade: Grade::Judgement,
        source: Text::new("判断；规划只指出科技人才不足", "Judgement; the plan only notes the shortage of staff"),
        quote: Some(Quote {
            place: Text::new("一（二）2", "Part I (2) 2"),
            sentence: "创新平台对高层次人才吸纳和承载能力较弱，支持产业发展的科技\
                人才不足",
            english: "Innovation platforms attract and hold few senior people, \
                and industry is short of S&T staff",
        }),
    },
    Lever {
        id: LeverId::HnteEntry,
        group: GroupId::Enterprises,
        name: Text::new("高企新增认定率", "Newly certified HNTE"),
        short: Text::new("高企新增认定率", "HNTE entry"),
        definition: Text::new(
            "当年首次认定的高企占上年存量的比例，不含工业研发量和孵化器的作\
            用。",
            "Firms certified for the first time in the year, as a share of \
            last year’s stock, before the effects of R&D volume and \
            incubators.",
        ),
        unit: PER_YEAR,
        min: 5.0,
        max: 35.0,
        step: 0.1,
        decimals: 1,
        presets: [20.5, 21.5, 25.0, 17.0],
        grade: Grade::Judgement,
        source: JUDGEMENT,
        quote: Some(Quote {
            place: Text::new("三（二）2", "Part III (2) 2"),
            sentence: "实施创新型企业领军计划、高新技术企业倍增计划，大力培育科技\
                型中小企业、高新技术企业",
            english: "Run the leading innovators and HNTE doubling programmes, \
                and foster technology SMEs and HNTE",
        }),
    },
    Lever {
        id: LeverId::HnteRenewal,
        group: GroupId::Enterprises,
        name: Text::new("高企复审通过率", "HNTE passing re-certification"),
        short: Text::new("高企复审通过率", "HNTE renewal"),
        definition: Text::new(
            "证书满三年的高企中重新认定通过的比例。",
            "Share of HNTE that pass when their three-year certificate \
            expires.",
        ),
        unit: PERCENT,
        min: 40.0,
        max: 98.0,
        step: 0.5,
        decimals: 1,
        presets: [75.0, 75.0, 80.0, 68.0],
        grade: Grade::Judgement,
        source: Text::new(
            "判断；证书三年有效，期满重新认定（国科发火〔2016〕32号）",
            "Judgement; certificates last three years (国科发火〔2016〕32号\
            )",
        ),
        quote: None,
    },
    Lever {
        id: LeverId::HightechPremium,
        group: GroupId::Enterprises,
        name: Text::new("高技术产业营收相对增速", "High-tech revenue growth relative to the rest"),
        short: Text::new("高技术相对增速", "High-tech lead"),
        definition: Text::new(
            "高技术产业营收增速高出其余规上工业的幅度，即 (1+g)/(1+其余\
            g)−1，不含高企与研发存量的作用。",
            "How much faster high-tech revenue grows than the rest of \
            above-scale industry, (1+g)/(1+g of the rest)−1, before the \
            effects of HNTE and the R&D stock.",
        ),
        unit: PERCENT,
        min: -5.0,
        max: 25.0,
        step: 0.1,
        decimals: 1,
        presets: [3.0, 5.8, 7.5, 1.0],
        grade: Grade::Judgement,
        source: JUDGEMENT,
        quote: Some(Quote {
            place: Text::new("二（三）", "Part II (3)"),
            sentence: "规模以上工业企业研发经费支出与营业收入之比达到1.3%，高技术\
                产业营业收入占规模以上工业营业收入比重达到10%",
            english: "R&D to reach 1.3 % of above-scale industrial revenue, and \
                high-tech industry 10 % of that revenue",
        }),
    },
    Lever {
        id: LeverId::DigitalPremium,
        group: GroupId::Enterprises,
        name: Text::new("数字经济核心产业相对增速", "Digital core growth relative to the rest"),
        short: Text::new("数字产业相对增速", "Digital lead"),
        definition: Text::new(
            "数字经济核心产业增加值增速高出其余经济的幅度，即 (1+g)/(1+其余\
            g)−1，不含高企的作用。",
            "How much faster digital core industries grow than the rest of \
            the economy, (1+g)/(1+g of the rest)−1, before the effect of \
            HNTE.",
        ),
        unit: PERCENT,
        min: -5.0,
        max: 25.0,
        step: 0.1,
        decimals: 1,
        presets: [3.0, 5.9, 8.0, 1.0],
        grade: Grade::Judgement,
        source: JUDGEMENT,
        quote: Some(Quote {
            place: Text::new("四（三）1", "Part IV (3) 1"),
            sentence: "在加快推进数字产业化方面，培育引进人工智能、物联网、工业互\
                联网、软件研发等一批高科技高成长企业",
            english: "To build digital industries, foster and attract \
                fast-growing firms in AI, the Internet of Things, \
                industrial internet and software",
        }),
    },
    Lever {
        id: LeverId::IncubatorApplications,
        group: GroupId::Platforms,
        name: Text::new("国家级孵化载体年申报数", "Applications for national incubators a year"),
        short: Text::new("孵化载体年申报数", "Incubator bids"),
        definition: Text::new(
            "每年申报国家级孵化器、众创空间的平均个数；获批多少还看成功率，\
            成功率随高企增多而上升。",
            "Average number of bids a year for national incubators and \
            makerspaces; how many succeed also depends on the success \
            rate, which rises with the number of HNTE.",
        ),
        unit: Text::new("个", "/yr"),
        min: 0.0,
        max: 4.0,
        step: 0.1,
        decimals: 1,
        presets: [1.2, 1.5, 2.2, 0.6],
        grade: Grade::Judgement,
        source: JUDGEMENT,
        quote: Some(Quote {
            place: Text::new("三（一）3", "Part III (1) 3"),
            sentence: "积极申报建设国家专业化众创空间、国家“双创”示范基地、国家级\
                科技企业孵化器",
            english: "Bid for national specialised makerspaces, \
                entrepreneurship demonstration bases and technology \
                incubators",
        }),
    },
    Lever {
        id: LeverId::CentreApplications,
        group: GroupId::Platforms,
        name: Text::new("国家级中心（实验室）年申报数", "Applications for national centres/labs a year"),
        short: Text::new("国家中心年申报数", "Centre bids"),
        definition: Text::new(
            "每年申报国家工程技术中心、重点实验室的平均个数；成功率随研发人\
            员增多而上升，获批者带来研发岗位。",
            "Average number of bids a year for national centres and key \
            laboratories; success rises with R&D staff, and each success \
            brings R&D posts.",
        ),
        unit: Text::new("个", "/yr"),
        min: 0.0,
        max: 3.0,
        step: 0.05,
        decimals: 2,
        presets: [0.4, 0.65, 1.2, 0.2],
        grade: Grade::Judgement,
        source: JUDGEMENT,
        quote: Some(Quote {
            place: Text::new("专栏3.1第1项", "Box 3.1, item 1"),
            sentence: "积极争取国家重点实验室、国家工程技术研究中心等国家创新平台\
                在新区布局",
            english: "Work to bring national key laboratories, engineering \
                research centres and other national platforms to the area",
        }),
    },
    Lever {
        id: LeverId::ContractRegistration,
        group: GroupId::Platforms,
        name: Text::new("技术合同登记与转化力度", "Closing the gap in technology contracts"),
        short: Text::new("合同登记转化力度", "Contract closing"),
        definition: Text::new(
            "技术合同额与研发投入之比，每年向标杆（默认 1.16）缩小差距的比\
            例。",
            "Part of the gap to the benchmark ratio of contract value to \
            R&D (1.16 by default) that is closed each year.",
        ),
        unit: PERCENT,
        min: 0.0,
        max: 60.0,
        step: 1.0,
        decimals: 0,
        presets: [15.0, 25.0, 36.0, 8.0],
        grade: Grade::Judgement,
        source: JUDGEMENT,
        quote: Some(Quote {
            place: Text::new("专栏3.4第5项", "Box 3.4, item 5"),
            sentence: "建立健全科技成果备案和技术合同登记制度。满足入区企业、职业\
                院校科研人员成果登记需求",
            english: "Put in place the filing of results and the registration \
                of technology contracts, and meet the needs of \
                researchers in firms and colleges",
        }),
    },
    Lever {
        id: LeverId::PatentCultivation,
        group: GroupId::Platforms,
        name: Text::new("高价值专利培育", "Extra new high-value patents"),
        short: Text::new("高价值专利培育", "Patent cultivation"),
        definition: Text::new(
            "每年新增高价值发明专利，在研发存量与人员所能带来的数量之上再增\
            减的比例。",
            "How many more (or fewer) new high-value patents a year than \
            R&D stock and staff alone would bring.",
        ),
        unit: PERCENT,
        min: -20.0,
        max: 60.0,
        step: 1.0,
        decimals: 0,
        presets: [0.0, 8.0, 25.0, -10.0],
        grade: Grade::Judgement,
        source: JUDGEMENT,
        quote: Some(Quote {
            place: Text::new("三（二）2", "Part III (2) 2"),
            sentence: "健全知识产权激励机制，鼓励和支持企业加快掌握一批产业核心专\
                利和技术标准",
            english: "Strengthen incentives for intellectual property, and help \
                firms master core patents and standards sooner",
        }),
    },
    Lever {
        id: LeverId::ReformDividend,
        group: GroupId::Platforms,
        name: Text::new("体制机制改革红利", "S&T contribution gained by reform"),
        short: Text::new("体制机制改革红利", "Reform dividend"),
        definition: Text::new(
            "体制机制改革每年给科技进步贡献率增加的百分点，研发存量与产业结\
            构的作用除外；不影响其他指标。",
            "Points a year that reform adds to the S&T contribution, \
            beyond R&D and structure; it moves no other indicator.",
        ),
        unit: Text::new("百分点", "pp/yr"),
        min: 0.0,
        max: 2.5,
        step: 0.05,
        decimals: 2,
        presets: [0.3, 1.05, 1.3, 0.15],
        grade: Grade::Judgement,
        source: JUDGEMENT,
        quote: Some(Quote {
            place: Text::new("三（四）1", "Part III (4) 1"),
            sentence: "坚持科技创新与体制机制创新“双轮驱动”，健全科技创新治理体\
                系，促进科技供给侧和需求侧、研发和转化对接",
            english: "Drive on both wheels, technology and institutions; \
                improve S&T governance, and connect supply with demand \
                and R&D with its use",
        }),
    },
    Lever {
        id: LeverId::GdpGrowth,
        group: GroupId::Context,
        name: Text::new("地区生产总值实际增速", "Real GDP growth"),
        short: Text::new("GDP实际增速", "Real GDP"),
        definition: Text::new(
            "新区地区生产总值的实际年增速；越快，研发投入占比的分母越大，研\
            发投入也随之增减。",
            "Real yearly growth of the area’s GDP; faster growth raises \
            the denominator of R&D / GDP, and R&D partly follows.",
        ),
        unit: PER_YEAR,
        min: 0.0,
        max: 25.0,
        step: 0.1,
        decimals: 1,
        presets: [13.5, 13.5, 13.5, 9.0],
        grade: Grade::Official,
        source: Text::new(
            "2021–2024 年实绩：GDP由 256 亿元增至 448 亿元（2020–24），兰州\
            晚报/中国甘肃网，2025-11-07",
            "Outcome of 2021–24: GDP 256 → 448 亿元 (2020–24), 兰州晚报/中\
            国甘肃网, 2025-11-07",
        ),
        quote: None,
    },
    Lever {
        id: LeverId::GdpDeflator,
        group: GroupId::Context,
        name: Text::new("GDP平减指数涨幅", "GDP deflator"),
        short: Text::new("GDP平减指数", "GDP deflator"),
        definition: Text::new(
            "地区生产总值价格的年涨幅；名义GDP增速由它与实际增速合成，研发\
            投入按它折算实际量。",
            "Yearly rise of GDP prices; with real growth it makes nominal \
            GDP, and it turns R&D money into real R&D.",
        ),
        unit: PER_YEAR,
        min: -3.0,
        max: 6.0,
        step: 0.1,
        decimals: 1,
        presets: [1.3, 1.3, 1.3, 0.5],
        grade: Grade::Official,
        source: Text::new(
            "由名义增长（256 → 448 亿元，2020–24）扣除实际增速得出，兰州晚\
            报/中国甘肃网，2025-11-07",
            "Nominal growth (256 → 448 亿元, 2020–24) less real growth, 兰\
            州晚报/中国甘肃网, 2025-11-07",
        ),
        quote: None,
    },
    Lever {
        id: LeverId::EmploymentGrowth,
        group: GroupId::Context,
        name: Text::new("就业人员增速", "Employment growth"),
        short: Text::new("就业人员增速", "Employment"),
        definition: Text::new(
            "新区就业人员年增速，即每万名就业人员中研发人员的分母。",
            "Yearly growth of employment, the denominator of R&D staff per \
            10,000 employed.",
        ),
        unit: PER_YEAR,
        min: 0.0,
        max: 15.0,
        step: 0.1,
        decimals: 1,
        presets: [5.5, 5.5, 5.5, 3.5],
        grade: Grade::Judgement,
        source: JUDGEMENT,
        quote: None,
    },
    Lever {
        id: LeverId::PopulationGrowth,
        group: GroupId::Context,
        name: Text::new("常住人口增速", "Population growth"),
        short: Text::new("常住人口增速", "Population"),
        definition: Text::new(
            "新区常住人口年增速，即每万人口高价值发明专利拥有量的分母。",
            "Yearly growth of residents, the denominator of high-value \
            patents per 10,000 people.",
        ),
        unit: PER_YEAR,
        min: 0.0,
        max: 15.0,
        step: 0.1,
        decimals: 1,
        presets: [6.0, 6.0, 6.0, 5.0],
        grade: Grade::Judgement,
        source: JUDGEMENT,
        quote: None,
    },
    Lever {
        id: LeverId::IndustrialRevenueGrowth,
        group: GroupId::Context,
        name: Text::new("规上工业营业收入增速", "Above-scale industrial revenue growth"),
        short: Text::new("规上工业营收增速", "Industry revenue"),
        definition: Text::new(
            "规上工业营业收入的名义年增速，以GDP按参照速度增长为前提；营收\
            高于参照时带动工业研发，但比值的分母增长更快。",
            "Nominal yearly growth of above-scale industrial revenue while \
            GDP grows as in the reference; revenue above its reference \
            lifts industrial R&D, but the ratio’s denominator more.",
        ),
        unit: PER_YEAR,
        min: 0.0,
        max: 35.0,
        step: 0.1,
        decimals: 1,
        presets: [16.0, 16.0, 16.0, 16.0],
        grade: Grade::Judgement,
        source: Text::new(
            "判断；规上工业增加值年均增长 22.5 %（兰州晚报/中国甘肃网，\
            2025-11-07），营收若也按 22.5 % 增长，趋势情景下规上工业研发经\
            费与营收比降到 0.87 %",
            "Judgement; above-scale industrial value added grew 22.5 % a \
            year (兰州晚报/中国甘肃网, 2025-11-07), and with revenue at \
            22.5 % the trend’s industry R&D / revenue falls to 0.87 %",
        ),
        quote: None,
    },
];
