//! What the marks on a lever's track say, in words.

use crate::analysis::zones::Zone;
use crate::plan::Lever;
use crate::text::Language;
use crate::text::number::fixed;

/// The stretch in which the targets hold: `≥ 15.8`, `12.5–14.0`; `whole` and `nowhere` where the lever does not decide.
/// Ends are rounded into the stretch, so that what is said holds.
pub fn zone(lever: &Lever, zone: &Zone, all: bool, language: Language) -> String {
    let subject = match (all, language) {
        (true, Language::Zh) => "全部达标",
        (false, Language::Zh) => "本指标达标",
        (true, Language::En) => "all met",
        (false, Language::En) => "target met",
    };
    if zone.is_empty() {
        return match language {
            Language::Zh => format!("单靠此项，{}", if all { "不能全部达标" } else { "本指标不能达标" }),
            Language::En => format!("{subject} at no value of this lever alone"),
        };
    }
    if is_whole(lever, zone) {
        return match language {
            Language::Zh => format!("任何取值{subject}"),
            Language::En => format!("{subject} at any value"),
        };
    }
    let scale = 10f64.powi(lever.decimals as i32);
    let inside = |value: f64, way: fn(f64) -> f64| {
        // A little slack, so that 15.8 is not taken for 15.800000001.
        let slack = if way(0.5) > 0.5 { -1e-6 } else { 1e-6 };
        fixed(way(value * scale + slack) / scale, lever.decimals)
    };
    let stretch = |&(low, high): &(f64, f64)| match (low <= lever.min, high >= lever.max) {
        (true, _) => format!("≤ {}", inside(high, f64::floor)),
        (_, true) => format!("≥ {}", inside(low, f64::ceil)),
        _ => format!("{}–{}", inside(low, f64::ceil), inside(high, f64::floor)),
    };
    let separator = if language == Language::Zh { "、" } else { ", " };
    let stretches = zone.iter().map(stretch).collect::<Vec<_>>().join(separator);
    match language {
        Language::Zh => format!("{stretches} {subject}"),
        Language::En => format!("{stretches}: {subject}"),
    }
}

/// Whether a zone is the whole slider.
pub fn is_whole(lever: &Lever, zone: &Zone) -> bool {
    matches!(zone[..], [(low, high)] if low <= lever.min && high >= lever.max)
}

/// Where the cheapest way to the targets puts the lever, or the nearest point to them where there is no way.
pub fn cheapest(lever: &Lever, value: f64, stays: bool, reached: bool, language: Language) -> String {
    let value = fixed(value, lever.decimals);
    match (reached, stays, language) {
        (true, true, Language::Zh) => "最省路径不动此项".to_owned(),
        (true, true, Language::En) => "cheapest way leaves it".to_owned(),
        (true, false, Language::Zh) => format!("最省路径需 {value}"),
        (true, false, Language::En) => format!("cheapest way: {value}"),
        (false, _, Language::Zh) => format!("无法达标，最近处 {value}"),
        (false, _, Language::En) => format!("out of reach; nearest: {value}"),
    }
}
