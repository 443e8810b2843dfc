//! The page on paper: printed to PDF by the browser, read by poppler's programs.

use std::path::PathBuf;
use std::process::Command;
use std::sync::atomic::{AtomicU32, Ordering};

use serde_json::json;
use thirtyfour::error::WebDriverResult;

use super::Page;

/// Dots an inch of the pictures of pages.
const RESOLUTION: f64 = 50.0;

/// A printed document.
pub struct Paper(PathBuf);

/// A page as grey dots, row by row: 255 is white.
pub struct Picture {
    pub width: usize,
    pub height: usize,
    dots: Vec<u8>,
}

impl Page {
    /// Prints as the browser's own command does, without backgrounds, as is its default.
    pub async fn print(&self) -> WebDriverResult<Paper> {
        static NEXT: AtomicU32 = AtomicU32::new(0);
        let parameters = json!({ "preferCSSPageSize": true, "printBackground": false });
        let answer = self.cdp("Page.printToPDF", parameters).await?;
        let bytes = from_base64(answer["data"].as_str().unwrap_or_default());
        let number = NEXT.fetch_add(1, Ordering::Relaxed);
        let name = format!("printed-{}-{number}.pdf", std::process::id());
        let file = PathBuf::from(env!("CARGO_TARGET_TMPDIR")).join(name);
        std::fs::write(&file, bytes).expect("a file");
        Ok(Paper(file))
    }
}

impl Drop for Paper {
    fn drop(&mut self) {
        // What is left is below the build's own folder.
        let _ = std::fs::remove_file(&self.0);
    }
}

impl Paper {
    fn run(&self, program: &str, arguments: &[&str]) -> Vec<u8> {
        let output = Command::new(program)
            .args(arguments)
            .arg(&self.0)
            .arg("-")
            .output()
            .unwrap_or_else(|error| panic!("{program}: {error}; the package poppler-utils has it"));
        assert!(output.status.success(), "{program}: {}", String::from_utf8_lossy(&output.stderr));
        output.stdout
    }

    /// The text of each page, in the order it is read.
    pub fn texts(&self) -> Vec<String> {
        let text = String::from_utf8_lossy(&self.run("pdftotext", &["-layout"])).into_owned();
        // A form feed ends each page.
        text.trim_end_matches('\u{c}').split('\u{c}').map(str::to_owned).collect()
    }

    /// A page, the first being 1, as a picture.
    pub fn picture(&self, page: usize) -> Picture {
        let (page, resolution) = (page.to_string(), RESOLUTION.to_string());
        let output = Command::new("pdftoppm")
            .args(["-gray", "-r", &resolution, "-f", &page, "-l", &page])
            .arg(&self.0)
            .output()
            .unwrap_or_else(|error| panic!("pdftoppm: {error}; the package poppler-utils has it"));
        assert!(output.status.success(), "pdftoppm: {}", String::from_utf8_lossy(&output.stderr));
        Picture::read(&output.stdout)
    }
}

impl Picture {
    /// Reads a binary PGM: `P5`, width, height, the value of white, then the dots.
    fn read(bytes: &[u8]) -> Self {
        let mut at = 0;
        let mut word = || {
            let length = bytes[at..].iter().take_while(|byte| !byte.is_ascii_whitespace()).count();
            let word = String::from_utf8_lossy(&bytes[at..at + length]).into_owned();
            at += length + 1;
            word
        };
        let (magic, width, height, white) = (word(), word(), word(), word());
        assert_eq!((magic.as_str(), white.as_str()), ("P5", "255"));
        let (width, height) = (width.parse().unwrap(), height.parse().unwrap());
        let dots = bytes[at..].to_vec();
        assert_eq!(dots.len(), width * height);
        Picture { width, height, dots }
    }

    /// The dots of a length in millimetres.
    pub fn millimetres(length: f64) -> usize {
        (length / 25.4 * RESOLUTION) as usize
    }

    /// The share of dots that are not white in a part of the page, in dots from its top left corner.
    pub fn ink(&self, columns: std::ops::Range<usize>, rows: std::ops::Range<usize>) -> f64 {
        let total = columns.len() * rows.len();
        let inked = rows.flat_map(|row| columns.clone().map(move |column| row * self.width + column));
        inked.filter(|&at| self.dots[at] < 250).count() as f64 / total.max(1) as f64
    }
}

/// What a text of base64 stands for.
pub fn from_base64(text: &str) -> Vec<u8> {
    let value = |letter: u8| -> Option<u32> {
        Some(match letter {
            b'A'..=b'Z' => letter - b'A',
            b'a'..=b'z' => letter - b'a' + 26,
            b'0'..=b'9' => letter - b'0' + 52,
            b'+' => 62,
            b'/' => 63,
            _ => return None,
        } as u32)
    };
    let values: Vec<u32> = text.bytes().filter_map(value).collect();
    let mut bytes = Vec::with_capacity(values.len() * 3 / 4);
    for group in values.chunks(4) {
        let bits = group.iter().enumerate().fold(0, |bits, (i, value)| bits | value << (18 - 6 * i));
        bytes.extend_from_slice(&bits.to_be_bytes()[1..group.len()]);
    }
    bytes
}
