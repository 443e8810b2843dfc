//! Bilingual text: every text a reader sees is a pair, so that a missing translation does not compile.

pub mod decimal;
pub mod number;

/// The languages of the product; Chinese is the default.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Default, Hash)]
pub enum Language {
    #[default]
    Zh,
    En,
}

impl Language {
    /// The code used in addresses: `zh` or `en`.
    pub const fn code(self) -> &'static str {
        match self {
            Language::Zh => "zh",
            Language::En => "en",
        }
    }

    /// The value for the page's `lang` attribute.
    pub const fn tag(self) -> &'static str {
        match self {
            Language::Zh => "zh-CN",
            Language::En => "en",
        }
    }

    /// Reads a code as written in addresses.
    pub fn parse(code: &str) -> Option<Self> {
        match code {
            "zh" => Some(Language::Zh),
            "en" => Some(Language::En),
            _ => None,
        }
    }

    /// The one a click away.
    pub const fn other(self) -> Self {
        match self {
            Language::Zh => Language::En,
            Language::En => Language::Zh,
        }
    }
}

/// One text in both languages.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct Text {
    pub zh: &'static str,
    pub en: &'static str,
}

impl Text {
    /// Both are required: this is what makes a missing text a compile error.
    pub const fn new(zh: &'static str, en: &'static str) -> Self {
        Text { zh, en }
    }

    /// A text that reads the same in both languages (a symbol, a unit).
    pub const fn same(both: &'static str) -> Self {
        Text { zh: both, en: both }
    }

    /// The wording in `language`.
    pub const fn get(self, language: Language) -> &'static str {
        match language {
            Language::Zh => self.zh,
            Language::En => self.en,
        }
    }
}
