//! Chances in figures and in words.

use super::{labels, sentences};
use crate::analysis::monte_carlo::Bands;
use crate::model::Status;
use crate::plan::Plan;
use crate::text::Language;
use crate::text::number::fixed;

/// A met target that is less likely than this is marked.
const TOSS_UP: f64 = 0.6;

/// A chance in whole per cent, without the sign: never 0 for what can happen, nor 100 for what can fail.
pub fn percent(chance: f64) -> String {
    if chance > 0.0 && chance < 0.01 {
        "<1".to_owned()
    } else if chance < 1.0 && chance > 0.99 {
        ">99".to_owned()
    } else {
        fixed(chance * 100.0, 0)
    }
}

/// Whether a target is met in the expected value, and hardly more likely than not.
pub fn is_toss_up(status: Status, chance: f64) -> bool {
    status == Status::Met && chance < TOSS_UP
}

/// A chance as a presenter reads it out.
pub fn in_words(chance: f64, draws: usize, language: Language) -> String {
    if chance <= 0.0 {
        let draws = grouped(draws);
        return match language {
            Language::Zh => format!("在 {draws} 次抽样中从未出现"),
            Language::En => format!("not once in {draws} draws"),
        };
    }
    // The coarsest of these of which there is at least one, and below ten of it; tenths of the whole last.
    let scales =
        [(10.0, "成", "10"), (100.0, "百分之", "100"), (1_000.0, "千分之", "1,000"), (10_000.0, "万分之", "10,000")];
    let scale = scales.into_iter().find(|(scale, ..)| chance * scale >= 0.95);
    let Some((scale, zh, en)) = scale else {
        return match language {
            Language::Zh => "不到万分之一".to_owned(),
            Language::En => "less than 1 in 10,000".to_owned(),
        };
    };
    let count = (chance * scale).round() as usize;
    let number = ["零", "一", "二", "三", "四", "五", "六", "七", "八", "九", "十"].get(count).copied().unwrap_or("十");
    match language {
        Language::Zh if count >= 10 => "几乎一定".to_owned(),
        Language::En if count >= 10 => "almost certain".to_owned(),
        Language::Zh if scale == 10.0 => format!("约{number}成"),
        Language::Zh => format!("约{zh}{number}"),
        Language::En => format!("about {count} in {en}"),
    }
}

/// How many targets are likeliest met together, and with what chance.
pub fn likeliest(bands: &Bands) -> (usize, f64) {
    let better =
        |best: (usize, f64), (count, &share): (usize, &f64)| if share > best.1 { (count, share) } else { best };
    bands.met.iter().enumerate().fold((0, 0.0), better)
}

/// All targets at once, beside the chances of each, for a presenter to read out.
pub fn together(plan: &Plan, bands: &Bands, language: Language) -> String {
    let total = plan.indicators.len();
    let (count, share) = likeliest(bands);
    let share = percent(share);
    let all = in_words(bands.all, bands.draws, language);
    let low = bands.chances.iter().copied().fold(1.0, f64::min);
    let high = bands.chances.iter().copied().fold(0.0, f64::max);
    let (low, high) = (percent(low), percent(high));
    match language {
        Language::Zh => format!(
            "同时达标：最可能 {count} 项（{share} %）。{total} 项全部达标{all}——单项概率 {low}—{high} %，但须同时成立。"
        ),
        Language::En => format!(
            "Most likely {count} targets are met together ({share} %). All {total}: {all}. One by one the chances are \
             {low} to {high} %, but they have to hold at the same time."
        ),
    }
}

/// The bars of how many targets are met together, in words; none for what rounds to nothing.
pub fn by_count(bands: &Bands, language: Language) -> String {
    let bars = bands.met.iter().enumerate().filter(|&(_, &share)| share >= 0.005);
    let bars = bars.map(|(count, &share)| match language {
        Language::Zh => format!("{count} 项 {} %", percent(share)),
        Language::En => format!("{count}: {} %", percent(share)),
    });
    let between = match language {
        Language::Zh => "，",
        Language::En => ", ",
    };
    let bars = bars.collect::<Vec<_>>().join(between);
    sentences::labelled(labels::TOGETHER.get(language), &bars, language)
}

/// How many draws the figures come from.
pub fn draws(draws: usize, language: Language) -> String {
    let draws = grouped(draws);
    match language {
        Language::Zh => format!("{draws} 次抽样"),
        Language::En => format!("{draws} draws"),
    }
}

/// A whole number with narrow spaces between thousands.
pub fn grouped(number: usize) -> String {
    let digits = number.to_string();
    let mut text = String::new();
    for (i, digit) in digits.chars().enumerate() {
        if i > 0 && (digits.len() - i).is_multiple_of(3) {
            text.push('\u{202f}');
        }
        text.push(digit);
    }
    text
}

/// The time that a run will still take.
pub fn remaining(seconds: f64, language: Language) -> String {
    let seconds = seconds.ceil().max(1.0) as u32;
    match language {
        Language::Zh => format!("约剩 {seconds} 秒"),
        Language::En => format!("about {seconds} s left"),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn percents_are_whole_and_never_certain_by_rounding() {
        assert_eq!(percent(0.0), "0");
        assert_eq!(percent(0.004), "<1");
        assert_eq!(percent(0.01), "1");
        assert_eq!(percent(0.704), "70");
        assert_eq!(percent(0.996), ">99");
        assert_eq!(percent(1.0), "100");
    }

    #[test]
    fn only_a_met_target_is_a_toss_up() {
        assert!(is_toss_up(Status::Met, 0.54));
        assert!(!is_toss_up(Status::Met, 0.6));
        assert!(!is_toss_up(Status::Near, 0.54));
    }

    #[test]
    fn words_follow_the_size() {
        let zh = |chance| in_words(chance, 10_000, Language::Zh);
        assert_eq!(zh(0.7), "约七成");
        assert_eq!(zh(0.018), "约百分之二");
        assert_eq!(zh(0.096), "约一成");
        assert_eq!(zh(0.003), "约千分之三");
        assert_eq!(zh(0.0001), "约万分之一");
        assert_eq!(zh(0.000_01), "不到万分之一");
        assert_eq!(zh(0.0), "在 10\u{202f}000 次抽样中从未出现");
        assert_eq!(zh(0.99), "几乎一定");
        assert_eq!(in_words(0.018, 10_000, Language::En), "about 2 in 100");
        assert_eq!(in_words(0.42, 10_000, Language::En), "about 4 in 10");
    }

    #[test]
    fn thousands_stand_apart() {
        assert_eq!(grouped(500), "500");
        assert_eq!(grouped(1_000_000), "1\u{202f}000\u{202f}000");
    }
}
