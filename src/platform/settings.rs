//! What the browser remembers of the page itself: language, theme, dismissed hints.

use super::storage;
use crate::text::Language;

/// One key a setting, each a plain word.
const LANGUAGE: &str = "tuiyan.language";
const THEME: &str = "tuiyan.theme";
const HINTS: &str = "tuiyan.hints";
const DISMISSED: &str = "dismissed";

/// Light, dark, or whatever the system says.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Default)]
pub enum ThemeChoice {
    #[default]
    System,
    Light,
    Dark,
}

impl ThemeChoice {
    const fn word(self) -> &'static str {
        match self {
            ThemeChoice::System => "system",
            ThemeChoice::Light => "light",
            ThemeChoice::Dark => "dark",
        }
    }
}

/// The settings; one that is missing or unreadable takes its default.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Default)]
pub struct Settings {
    pub language: Language,
    pub theme: ThemeChoice,
    pub hints_dismissed: bool,
}

/// The stored settings, or the defaults where there are none.
pub fn load() -> Settings {
    let get = |key: &str| storage::get(key).unwrap_or_default();
    let theme = get(THEME);
    let themes = [ThemeChoice::System, ThemeChoice::Light, ThemeChoice::Dark];
    Settings {
        language: Language::parse(&get(LANGUAGE)).unwrap_or_default(),
        theme: themes.into_iter().find(|choice| choice.word() == theme).unwrap_or_default(),
        hints_dismissed: get(HINTS) == DISMISSED,
    }
}

/// The item that holds a language.
pub fn language_item(language: Language) -> (String, String) {
    (LANGUAGE.to_owned(), language.code().to_owned())
}

/// Stores the settings; where storage is blocked or full they hold for this visit.
pub fn save(settings: Settings) {
    let set = |key: &str, word: &str| {
        // A full storage loses a preference, nothing more.
        storage::set(key, Some(word));
    };
    set(LANGUAGE, settings.language.code());
    set(THEME, settings.theme.word());
    if settings.hints_dismissed {
        set(HINTS, DISMISSED);
    }
}
