//! What the browser remembers of the page itself: language, theme, dismissed hints.

use gloo::storage::{LocalStorage, Storage};
use serde::{Deserialize, Serialize};

use crate::text::Language;

const KEY: &str = "tuiyan.settings";

/// Light, dark, or whatever the system says.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Default, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum ThemeChoice {
    #[default]
    System,
    Light,
    Dark,
}

/// The settings as stored; a field that is missing or unreadable takes its default.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Default)]
pub struct Settings {
    pub language: Language,
    pub theme: ThemeChoice,
    pub hints_dismissed: bool,
}

#[derive(Serialize, Deserialize, Default)]
#[serde(default)]
struct Stored {
    language: Option<String>,
    theme: ThemeChoice,
    hints_dismissed: bool,
}

/// Whether storage may be used: gloo panics where the browser blocks it.
fn available() -> bool {
    gloo::utils::window().local_storage().is_ok_and(|storage| storage.is_some())
}

/// The stored settings, or the defaults where there are none.
pub fn load() -> Settings {
    let stored: Stored = if available() { LocalStorage::get(KEY).unwrap_or_default() } else { Stored::default() };
    Settings {
        language: stored.language.as_deref().and_then(Language::parse).unwrap_or_default(),
        theme: stored.theme,
        hints_dismissed: stored.hints_dismissed,
    }
}

/// Stores the settings; where storage is blocked or full they hold for this visit.
pub fn save(settings: Settings) {
    if available() {
        let stored = Stored {
            language: Some(settings.language.code().to_owned()),
            theme: settings.theme,
            hints_dismissed: settings.hints_dismissed,
        };
        // A full storage loses a preference, nothing more.
        let _ = LocalStorage::set(KEY, stored);
    }
}
