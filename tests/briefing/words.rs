use super::support::*;
use tuiyan::plan::PresetId;
use tuiyan::text::Language;
#[test]
fn show() {
    for preset in PresetId::ALL {
        let known = Known::of_preset(*preset);
        for l in [Language::Zh, Language::En] {
            let b = tuiyan::briefing::Briefing::new(&known.grounds(), l);
            println!(
                "{}\n-- {} lines, pitch {}\n",
                b.to_text().replace("\r", ""),
                tuiyan::briefing::layout::lines(&b, 16.0),
                tuiyan::briefing::layout::measures(&b).size
            );
        }
    }
}
