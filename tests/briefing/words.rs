//! What the text says in each grammatical case.

use tuiyan::briefing::layout::{TITLE_PITCH, lines, measures};
use tuiyan::briefing::{Briefing, Grounds, Kind};
use tuiyan::model::Scenario;
use tuiyan::plan::{IndicatorId, LANZHOU, LeverId, PresetId};
use tuiyan::text::Language;

use super::support::Known;

fn leads(briefing: &Briefing) -> Vec<&str> {
    briefing.paragraphs.iter().map(|one| one.lead.as_str()).filter(|lead| !lead.is_empty()).collect()
}

/// Both texts have these words, and not those.
fn says(known: &Known, words: [&[&str]; 2], not: [&[&str]; 2]) {
    for (language, words, not) in [(Language::Zh, words[0], not[0]), (Language::En, words[1], not[1])] {
        let text = known.text(language);
        for word in words {
            assert!(text.contains(word), "{word:?} is missing: {text}");
        }
        for word in not {
            assert!(!text.contains(word), "{word:?} is not wanted: {text}");
        }
    }
}

#[test]
fn all_met() {
    let known = Known::of_preset(PresetId::Plan);
    says(
        &known,
        [
            &[
                "11项主要指标预计全部达标；",
                "预计达标11项：",
                "达标以各项措施落实到位为前提，主要是研发覆盖率年增13个百分点（趋势为3个百分点）",
            ],
            &[
                "the projection meets all 11 targets",
                "Met (11): ",
                "R&D coverage at 13 points a year (trend 3 points a year)",
            ],
        ],
        [&["未达", "接近", "差距最大", "补差"], &["Missed", "Nearly", "Furthest", "gap"]],
    );
    let briefing = Briefing::new(&known.grounds(), Language::Zh);
    assert_eq!(leads(&briefing), ["一、达标情况。", "二、达标前提。", "三、风险提示。"]);
}

#[test]
fn none_met() {
    says(
        &Known::of_preset(PresetId::Headwinds),
        [
            &[
                "预计均未达标；约束性指标高新技术企业数预计103家，未达目标，差47家。",
                "未达目标11项：",
                "低于2020年水平",
            ],
            &[
                "meets none of the plan’s 11 targets for 2025. The binding target (High-tech enterprises, projected at 103 firms) is missed, 47 firms short.",
            ],
        ],
        [&["预计达标", "接近目标"], &["Met (", "Nearly met ("]],
    );
}

#[test]
fn none_met_and_some_near() {
    says(
        &Known::of_preset(PresetId::Trend),
        [
            &["预计1项接近、10项未达；", "接近目标1项：每万就业研发人员（差0.09人年）。未达目标10项："],
            &[
                "meets none of the plan’s 11 targets for 2025, nearly meets 1 and misses 10",
                "Nearly met (1): R&D staff per 10k jobs (0.09 FTE short). Missed (10): ",
            ],
        ],
        [&["预计达标", "、0项"], &["Met ("]],
    );
}

#[test]
fn one_short() {
    let known = Known::of_preset(PresetId::Plan).with_values(&[(IndicatorId::I11, 66.0)]);
    says(
        &known,
        [
            &["预计10项达标、1项未达；", "未达目标1项：科技进步贡献率（差2.0个百分点）。"],
            &[
                "meets 10 of the plan’s 11 targets for 2025 and misses 1",
                "Missed (1): S&T contribution (2.0 points short).",
            ],
        ],
        // Of one there is no furthest.
        [&["差距最大", "接近"], &["Furthest", "Nearly"]],
    );
}

#[test]
fn several_equally_far() {
    let known = Known::of_preset(PresetId::Plan).with_values(&[(IndicatorId::I8, 4.0), (IndicatorId::I9, 2.5)]);
    says(
        &known,
        [
            &["差距最大的是国家级孵化器等和国家级中心等，均仅完成规划增量的50%。"],
            &[
                "Furthest off are Incubators, makerspaces and Centres, key laboratories, with 50% of the planned change each.",
            ],
        ],
        [&[], &[]],
    );
}

#[test]
fn below_the_base_year() {
    let known = Known::of_preset(PresetId::Plan).with_values(&[(IndicatorId::I10, -0.46), (IndicatorId::I1, 3.8)]);
    says(
        &known,
        [
            &["数字核心占比增幅（差2.46个百分点）", "差距最大的是数字核心占比增幅，低于2020年水平。"],
            &[
                "Digital core share, gain (2.46 points short)",
                "Furthest off is Digital core share, gain, below its level of 2020.",
            ],
        ],
        [&["-0", "−0"], &["-0", "−0"]],
    );
}

#[test]
fn a_gap_that_rounds_to_nothing() {
    let known = Known::of_preset(PresetId::Plan).with_values(&[(IndicatorId::I3, 19.9999)]);
    says(
        &known,
        [
            &["预计10项达标、1项接近；", "每万就业研发人员（略低于目标）"],
            &["and nearly meets 1.", "R&D staff per 10k jobs (just short)"],
        ],
        [&["差0.00"], &["0.00 FTE"]],
    );
}

/// People pour in while nothing else grows: figures per head cannot be reached.
fn unreachable() -> Known {
    let mut scenario = Scenario::preset(&LANZHOU, PresetId::Headwinds);
    scenario.set_lever(&LANZHOU, LeverId::EmploymentGrowth, 15.0).unwrap();
    scenario.set_lever(&LANZHOU, LeverId::PopulationGrowth, 15.0).unwrap();
    Known::new(scenario)
}

#[test]
fn unreachable_targets_are_named() {
    let known = unreachable();
    assert!(known.blocking.iter().count() > 0);
    for (language, cannot) in [(Language::Zh, "仍不能"), (Language::En, "cannot be met")] {
        let text = known.text(language);
        assert!(text.contains(cannot), "{text}");
        for id in known.blocking.iter() {
            let indicator = LANZHOU.indicator(id);
            let name = if language == Language::Zh { indicator.shortest.zh } else { indicator.short.en };
            let (_, after) = text
                .split_once(if language == Language::Zh { "可行范围内调整，" } else { "Within the ranges" })
                .unwrap();
            assert!(after.split(cannot).next().unwrap().contains(name), "{name}: {text}");
        }
    }
}

#[test]
fn causes_are_named_once_with_what_they_lower() {
    let known = Known::of_preset(PresetId::Trend);
    says(
        &known,
        [
            &[
                "一是研发覆盖率年增仅3个百分点（规划情景13个百分点），拉低规上工业研发营收比",
                "；二是体制机制改革红利仅0.3个百分点",
            ],
            &["R&D coverage at 3 points a year (preset 13 points a year) lowers Industry R&D / revenue by "],
        ],
        [&["三是"], &[]],
    );
    let text = known.text(Language::Zh);
    assert_eq!(text.matches("研发覆盖率年增仅").count(), 1, "{text}");
}

#[test]
fn other_assumptions_are_a_cause_of_their_own() {
    let mut scenario = Scenario::preset(&LANZHOU, PresetId::Plan);
    scenario.set_coefficient(&LANZHOU, tuiyan::plan::CoefficientId::CoverageElasticity, 0.0).unwrap();
    says(
        &Known::new(scenario),
        [
            &["与规划情景相比，系数与基年情况的设定不同，拉低规上工业研发营收比"],
            &[
                "Against the plan preset, other coefficients and facts of the base year lower Industry R&D / revenue by ",
            ],
        ],
        [&["一是"], &[]],
    );
}

#[test]
fn what_is_not_known_is_not_mentioned() {
    let known = Known::of_preset(PresetId::Trend);
    let grounds = Grounds { bands: None, causes: None, way: None, ..known.grounds() };
    let zh = Briefing::new(&grounds, Language::Zh);
    assert_eq!(leads(&zh), ["一、达标情况。", "二、风险提示。"]);
    let text = zh.to_text();
    assert!(!text.contains("次模拟") && !text.contains("经测算") && text.contains("概率不是预报"), "{text}");
    assert_eq!(leads(&Briefing::new(&grounds, Language::En)), ["1. Standing. ", "2. Risks. "]);
}

#[test]
fn every_preset_fits_its_page() {
    for &preset in PresetId::ALL {
        let briefing = Briefing::new(&Known::of_preset(preset).grounds(), Language::Zh);
        let measures = measures(&briefing);
        let titles = briefing.paragraphs.iter().filter(|one| one.kind == Kind::Title).count();
        let text = (lines(&briefing, measures.size) - titles) as f64 * measures.pitch;
        let height = titles as f64 * TITLE_PITCH + text;
        assert!(height <= 225.0 / 25.4 * 72.0, "{preset:?}: {height} pt");
        assert!(measures.size >= 15.0 && measures.pitch >= 1.3 * measures.size.floor(), "{preset:?}: {measures:?}");
    }
}

#[test]
fn lines_are_read_back() {
    let briefing = Briefing::new(&Known::of_preset(PresetId::Trend).grounds(), Language::Zh);
    assert_eq!(Briefing::from_lines(&briefing.to_lines(), Language::Zh), Some(briefing));
    for broken in ["", "x\t", "b", "bwithout"] {
        assert_eq!(Briefing::from_lines(broken, Language::Zh), None, "{broken:?}");
    }
}

#[test]
fn names_stay_text() {
    let known = Known::of_preset(PresetId::Trend);
    let briefing = Briefing::new(&Grounds { name: "<b>&\"\n\t", ..known.grounds() }, Language::Zh);
    let html = briefing.to_html();
    assert!(html.contains("&lt;b&gt;&amp;&quot;") && !html.contains("<b>"), "{html}");
    let read = Briefing::from_lines(&briefing.to_lines(), Language::Zh).unwrap();
    assert_eq!(read.paragraphs.len(), briefing.paragraphs.len());
}

#[test]
fn the_looks_go_to_the_clipboard() {
    let html = Briefing::new(&Known::of_preset(PresetId::Plan).grounds(), Language::Zh).to_html();
    assert!(html.contains("font-size:22pt;font-family:'Times New Roman','方正小标宋简体'"), "{html}");
    assert!(html.contains("'黑体'\">一、达标情况。</span>"), "{html}");
    assert_eq!(html.matches("<p ").count(), html.matches("</p>").count());
}

#[test]
fn dates_and_notes_stand_at_the_end() {
    let briefing = Briefing::new(&Known::of_preset(PresetId::Plan).grounds(), Language::Zh);
    let last: Vec<_> = briefing.paragraphs.iter().rev().take(2).map(|one| (one.kind, one.text.as_str())).collect();
    assert_eq!(last[1], (Kind::Date, "2026年11月25日"));
    assert!(last[0].0 == Kind::Note && last[0].1.starts_with("（推演模型第2版，校验码2-"));
}
