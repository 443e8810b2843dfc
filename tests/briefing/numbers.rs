//! The numbers in the text are the model's, whatever the scenario.

use proptest::prelude::*;
use tuiyan::briefing::Briefing;
use tuiyan::model::{Status, project};
use tuiyan::plan::LANZHOU;
use tuiyan::text::Language;
use tuiyan::text::number::fixed;

use super::any_scenario::any_scenario;
use super::support::Known;

/// Units as the text has them behind a value.
const UNITS: [&str; 11] = ["%", "%", "人年", "件", "亿元", "家", "%", "个", "个", "个百分点", "%"];
const GAPS: [&str; 11] =
    ["个百分点", "个百分点", "人年", "件", "亿元", "家", "个百分点", "个", "个", "个百分点", "个百分点"];

/// Every number in a text, with its minus.
fn numbers(text: &str) -> Vec<&str> {
    let is_part = |letter: char| letter.is_ascii_digit() || letter == '.' || letter == '−';
    let trimmed = |number: &'_ str| number.trim_end_matches('.').len();
    text.split(|letter| !is_part(letter))
        .map(|number| &number[..trimmed(number)])
        .filter(|number| !number.is_empty())
        .collect()
}

fn between<'a>(text: &'a str, start: &str, end: &str) -> &'a str {
    let (_, rest) = text.split_once(start).unwrap_or_else(|| panic!("{start:?} is missing: {text}"));
    rest.split(end).next().unwrap_or_default()
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(6))]

    #[test]
    fn values_gaps_and_counts_are_the_models(scenario in any_scenario()) {
        let known = Known::new(scenario);
        let (text, english) = (known.text(Language::Zh), known.text(Language::En));
        let projection = project(&LANZHOU, &known.own.scenario);
        let mut counts = [0; 3];
        for (i, indicator) in LANZHOU.indicators.iter().enumerate() {
            let value = projection.last(indicator.id);
            let gap = known.own.scenario.target(&LANZHOU, indicator.id) - value;
            let status = known.own.summary.assessments[i].status;
            counts[status as usize] += 1;
            let name = indicator.shortest.zh;
            let said = if status == Status::Met {
                format!("{name}{}{}", fixed(value, indicator.decimals), UNITS[i])
            } else if fixed(gap, indicator.decimals) == fixed(0.0, indicator.decimals) {
                format!("{name}（略低于目标）")
            } else {
                format!("{name}（差{}{}）", fixed(gap, indicator.decimals), GAPS[i])
            };
            prop_assert!(text.contains(&said), "{said} is missing: {text}");
            let name = indicator.short.en;
            let said = if status == Status::Met {
                format!("{name} {}", fixed(value, indicator.decimals))
            } else if fixed(gap, indicator.decimals) == fixed(0.0, indicator.decimals) {
                format!("{name} (just short)")
            } else {
                format!("{name} ({}", fixed(gap, indicator.decimals))
            };
            prop_assert!(english.contains(&said), "{said} is missing: {english}");
        }
        for (count, words) in counts.into_iter().zip(["预计达标", "接近目标", "未达目标"]) {
            prop_assert_eq!(text.contains(&format!("{words}{count}项：")), count > 0, "{} {}: {}", words, count, &text);
        }
    }

    #[test]
    fn levers_and_chances_are_those_that_were_found(scenario in any_scenario()) {
        let known = Known::new(scenario);
        let text = known.text(Language::Zh);
        let plan = &LANZHOU;
        for lever in &plan.levers {
            let before = format!("{}由", lever.short.zh);
            if text.contains(&before) {
                let [from, to] = [&*known.own.scenario, &known.there].map(|one| {
                    let text = fixed(one.lever_mean(plan, lever.id), lever.decimals);
                    text.replace('−', "-").parse::<f64>().unwrap()
                });
                let said = between(&text, &before, "，");
                let read: Vec<f64> =
                    numbers(said).iter().take(2).map(|one| one.replace('−', "-").parse().unwrap()).collect();
                // A unit may hold a digit: only the first two numbers are the lever's.
                prop_assert_eq!(&read[..], &[from, to][..], "{}", said);
            }
        }
        let all = known.bands.all;
        let said = between(&text, "次模拟，", "。");
        if all == 0.0 {
            prop_assert!(said.starts_with("未出现11项指标同时达标的情形"), "{said}");
        } else if (0.01..=0.99).contains(&all) {
            let chance = format!("概率为{}%", fixed(all * 100.0, 0));
            prop_assert!(said.contains(&chance), "{said}: {all}");
        }
    }

    #[test]
    fn no_text_is_broken(scenario in any_scenario()) {
        let known = Known::new(scenario);
        for language in [Language::Zh, Language::En] {
            let briefing = Briefing::new(&known.grounds(), language);
            for paragraph in &briefing.paragraphs {
                let text = paragraph.whole();
                for broken in ["，，", "。。", "：。", "、。", "；。", "，。", "（）", "  ", " .", " ,", ": .", ".,", "NaN", "inf", "-"] {
                    // The stamp has hyphens, and names of indicators do.
                    let hyphen = broken == "-" && (text.contains("校验码") || language == Language::En);
                    prop_assert!(hyphen || !text.contains(broken), "{broken:?}: {text}");
                }
                prop_assert!(!text.is_empty() && text.trim() == text, "{text:?}");
            }
        }
    }
}
