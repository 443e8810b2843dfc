//! The colours of a chart in each theme; the same values stand in `styles/tokens.css` for the page around it.

use plotters::style::RGBColor;

/// Where a chart is shown.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Default, Hash)]
pub enum Theme {
    #[default]
    Light,
    Dark,
    /// A washed-out projector in a lit room.
    Projector,
    /// Paper, readable without hue.
    Print,
}

impl Theme {
    /// The theme of the page.
    pub const fn screen(dark: bool) -> Self {
        if dark { Theme::Dark } else { Theme::Light }
    }
}

/// Colours by what they are for.
#[derive(Clone, Copy, PartialEq, Debug)]
pub struct Palette {
    pub ground: RGBColor,
    pub ink: RGBColor,
    pub muted: RGBColor,
    /// The own path.
    pub accent: RGBColor,
    /// Targets and milestones.
    pub red: RGBColor,
    /// The reference path.
    pub trend: RGBColor,
    pub band_90: RGBColor,
    pub band_50: RGBColor,
    /// Single draws and the median.
    pub draw: RGBColor,
    pub hairline: RGBColor,
    pub hairline_strong: RGBColor,
    pub grid: RGBColor,
}

/// What colour a text has.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Tone {
    Ink,
    Muted,
    Accent,
    Met,
    Near,
    Short,
}

/// Lines of further scenarios (Okabe–Ito); too light for text, so they are always labelled in ink.
pub const SCENARIOS: [RGBColor; 4] = [rgb(0xe69f00), rgb(0x009e73), rgb(0xcc79a7), rgb(0x56b4e9)];

const fn rgb(hex: u32) -> RGBColor {
    RGBColor((hex >> 16) as u8, (hex >> 8) as u8, hex as u8)
}

const LIGHT: Palette = Palette {
    ground: rgb(0xffffff),
    ink: rgb(0x15191c),
    muted: rgb(0x525d65),
    accent: rgb(0x0f5f86),
    red: rgb(0xb42318),
    trend: rgb(0x68737b),
    band_90: rgb(0xe3edf2),
    band_50: rgb(0xc6dae4),
    draw: rgb(0x6c9bb1),
    hairline: rgb(0xd5dade),
    hairline_strong: rgb(0xaab2b8),
    grid: rgb(0xeaedef),
};

const DARK: Palette = Palette {
    ground: rgb(0x11161a),
    ink: rgb(0xe8ecee),
    muted: rgb(0xa3aeb6),
    accent: rgb(0x6cb8dd),
    red: rgb(0xff8f80),
    trend: rgb(0x98a4ac),
    band_90: rgb(0x17303d),
    band_50: rgb(0x22495e),
    draw: rgb(0x3f7b99),
    hairline: rgb(0x2b343b),
    hairline_strong: rgb(0x4b5760),
    grid: rgb(0x20282e),
};

const PROJECTOR: Palette = Palette {
    ground: rgb(0xffffff),
    ink: rgb(0x000000),
    muted: rgb(0x3d464c),
    accent: rgb(0x004c75),
    red: rgb(0xa3160c),
    trend: rgb(0x4a545a),
    band_90: rgb(0xdbe8ef),
    band_50: rgb(0xb3cfdd),
    draw: rgb(0x5f93ab),
    hairline: rgb(0xaeb6bb),
    hairline_strong: rgb(0x7f898f),
    grid: rgb(0xdfe3e6),
};

const PRINT: Palette = Palette {
    muted: rgb(0x4a545b),
    accent: rgb(0x0f4f70),
    trend: rgb(0x4f5a61),
    // The wide band is left out on paper.
    band_90: rgb(0xffffff),
    band_50: rgb(0xd3dbe0),
    ..LIGHT
};

impl Palette {
    /// The colours of a theme.
    pub const fn of(theme: Theme) -> &'static Palette {
        match theme {
            Theme::Light => &LIGHT,
            Theme::Dark => &DARK,
            Theme::Projector => &PROJECTOR,
            Theme::Print => &PRINT,
        }
    }

    /// The colour of a text on a light ground: slides and pictures have no other.
    pub const fn tone(&self, tone: Tone) -> RGBColor {
        match tone {
            Tone::Ink => self.ink,
            Tone::Muted => self.muted,
            Tone::Accent => self.accent,
            Tone::Met => rgb(0x0d5a2e),
            Tone::Near => rgb(0x774c00),
            Tone::Short => self.red,
        }
    }
}
