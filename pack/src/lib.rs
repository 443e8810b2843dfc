//! Several files packed as one stream, in which a later file is the smaller the more it has in common with an earlier one,
//! and written as text that can stand in a page.

use std::io::{self, Cursor, Read, Write};

use lzma_rust2::{LzmaOptions, LzmaReader, LzmaWriter};
use wasm_bindgen::prelude::*;

/// The densest of the packer's levels.
const LEVEL: u32 = 9;
/// How far back the packer looks, in bytes. Unpacking takes as much memory.
const WINDOW: u32 = 1 << 22;

/// Packs files in this order, as Z85 text.
pub fn pack(files: &[Vec<u8>]) -> io::Result<String> {
    let options = LzmaOptions { dict_size: WINDOW, ..LzmaOptions::with_preset(LEVEL) };
    let length: usize = files.iter().map(Vec::len).sum();
    let mut writer = LzmaWriter::new_use_header(Vec::new(), &options, Some(length as u64))?;
    for file in files {
        writer.write_all(file)?;
    }
    Ok(z85::encode(writer.finish()?))
}

/// Gives the files back, one after the other and each when it is asked for.
#[wasm_bindgen]
pub struct Unpacker(LzmaReader<Cursor<Vec<u8>>>);

#[wasm_bindgen]
impl Unpacker {
    /// Begins with the first file; nothing where this is not what [`pack`] made.
    pub fn of(packed: &str) -> Option<Self> {
        let packed = z85::decode(packed).ok()?;
        LzmaReader::new_mem_limit(Cursor::new(packed), u32::MAX, None).ok().map(Unpacker)
    }

    /// The next file, of so many bytes; nothing where it is damaged or cut off.
    pub fn next(&mut self, length: usize) -> Option<Vec<u8>> {
        let mut file = vec![0; length];
        self.0.read_exact(&mut file).ok()?;
        Some(file)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn files() -> Vec<Vec<u8>> {
        let text = "gdp_growth hnte_entry vacancy_fill ".repeat(300).into_bytes();
        vec![text.clone(), Vec::new(), (0..=255).collect(), text]
    }

    #[test]
    fn files_come_back_in_their_order() {
        let files = files();
        let packed = pack(&files).unwrap();
        assert!(packed.len() < 1_000, "{} bytes", packed.len());
        let mut unpacker = Unpacker::of(&packed).unwrap();
        for file in files {
            assert_eq!(unpacker.next(file.len()), Some(file));
        }
        assert_eq!(unpacker.next(1), None);
    }

    #[test]
    fn what_is_cut_off_or_foreign_is_refused() {
        let files = files();
        let mut packed = pack(&files).unwrap();
        packed.truncate(packed.len() / 10 * 5);
        let mut unpacker = Unpacker::of(&packed).unwrap();
        assert!(files.iter().any(|file| unpacker.next(file.len()).is_none()));
        assert!(Unpacker::of("").is_none());
        assert!(Unpacker::of("nothing that was packed").is_none());
        assert!(Unpacker::of(&z85::encode([0xff; 20])).is_none());
    }
}
