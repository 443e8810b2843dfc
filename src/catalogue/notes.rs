//! Words of the presenter's notes.

use super::labels;
use crate::text::{Language, Text};

pub const NOTES: Text = Text::new("备注", "Notes");
pub const NO_NOTE: Text = Text::new("这一幕没有备注。", "No notes on this scene.");
pub const NEXT: Text = Text::new("下一幕：", "Next:");
pub const THE_END: Text = Text::new("结束", "the end");
pub const BACK: Text = Text::new("上一幕", "Previous");
pub const FORTH: Text = Text::new("下一幕", "Next");
pub const CLOCK: Text = Text::new("时间", "Time");
pub const TIMER: Text = Text::new("已讲", "Elapsed");
pub const RESET_TIMER: Text = Text::new("计时归零", "Reset the timer");
pub const TO_WINDOW: Text = Text::new("单独窗口", "In a window");
pub const NOTES_KEY: Text = Text::new("备注：单独窗口，或显示在下方", "Notes, in a window or below");

/// The title of the window of notes.
pub fn window_title(language: Language) -> String {
    format!("{} · {}", NOTES.get(language), labels::APP.get(language))
}

/// Minutes and seconds, or hours too, of a time in milliseconds.
pub fn elapsed(milliseconds: f64) -> String {
    let seconds = (milliseconds.max(0.0) / 1_000.0) as u64;
    let (hours, minutes, seconds) = (seconds / 3_600, seconds / 60 % 60, seconds % 60);
    match hours {
        0 => format!("{minutes}:{seconds:02}"),
        _ => format!("{hours}:{minutes:02}:{seconds:02}"),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn times_are_written_as_on_a_clock() {
        for (milliseconds, text) in
            [(-1.0, "0:00"), (999.0, "0:00"), (61_000.0, "1:01"), (3_599_000.0, "59:59"), (3_661_000.0, "1:01:01")]
        {
            assert_eq!(elapsed(milliseconds), text);
        }
    }
}
