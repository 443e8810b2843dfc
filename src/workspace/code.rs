//! Short codes that people read off a screen or paper: 40 bits as eight letters and digits.

use std::fmt;
use std::hash::Hasher;

use fnv::FnvHasher;

/// Crockford's base 32 in small letters: no i, l, o or u, which are misread.
const ALPHABET: &[u8; 32] = b"0123456789abcdefghjkmnpqrstvwxyz";
const LETTERS: u32 = 8;
const BITS: u32 = 5 * LETTERS;

/// Forty bits, written as eight letters and digits.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Hash, PartialOrd, Ord)]
pub struct Code(u64);

impl Code {
    /// The code of any number: its upper bits folded onto the lower.
    pub const fn new(number: u64) -> Self {
        Code((number ^ (number >> BITS)) & ((1 << BITS) - 1))
    }

    /// The code of a text: its FNV-1a hash.
    pub fn of(text: &str) -> Self {
        let mut hasher = FnvHasher::default();
        hasher.write(text.as_bytes());
        Code::new(hasher.finish())
    }

    /// Reads a code in small or capital letters; o counts as 0, i and l as 1. `None` for any other length or letter.
    pub fn parse(text: &str) -> Option<Self> {
        if text.len() != LETTERS as usize {
            return None;
        }
        let mut number = 0;
        for letter in text.bytes() {
            let letter = match letter.to_ascii_lowercase() {
                b'o' => b'0',
                b'i' | b'l' => b'1',
                other => other,
            };
            let digit = ALPHABET.iter().position(|&known| known == letter)?;
            number = number << 5 | digit as u64;
        }
        Some(Code(number))
    }
}

impl fmt::Display for Code {
    fn fmt(&self, f: &mut fmt::Formatter) -> fmt::Result {
        for place in (0..LETTERS).rev() {
            let digit = (self.0 >> (5 * place)) as usize % ALPHABET.len();
            f.write_str(char::from(ALPHABET[digit]).encode_utf8(&mut [0; 4]))?;
        }
        Ok(())
    }
}
