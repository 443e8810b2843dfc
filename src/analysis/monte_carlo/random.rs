//! Random words: ChaCha with eight rounds (Bernstein 2008), four draws side by side.
//!
//! The seed is the key, the draw's number the counter, and the block within the draw the nonce: each draw has words of its
//! own, whichever lane, thread or call computes it.

use wide::u32x4;

/// Words in a block.
pub(super) const BLOCK: usize = 16;

/// Four numbers that belong to four draws.
const LANES: usize = 4;

/// “expand 32-byte k”
const CONSTANTS: [u32; 4] = [0x6170_7865, 0x3320_646e, 0x7962_2d32, 0x6b20_6574];

/// Block `block` of the four draws from `first` on: each word with a lane a draw.
#[inline(always)]
pub(super) fn block(seed: u64, first: u64, block: u32) -> [u32x4; BLOCK] {
    let zero = u32x4::splat(0);
    let draws: [u64; LANES] = std::array::from_fn(|lane| first.wrapping_add(lane as u64));
    let mut start = [zero; BLOCK];
    for (word, constant) in start.iter_mut().zip(CONSTANTS) {
        *word = u32x4::splat(constant);
    }
    start[4] = u32x4::splat(seed as u32);
    start[5] = u32x4::splat((seed >> 32) as u32);
    start[12] = u32x4::new(draws.map(|draw| draw as u32));
    start[13] = u32x4::new(draws.map(|draw| (draw >> 32) as u32));
    start[14] = u32x4::splat(block);

    let mut words = start;
    for _ in 0..4 {
        for [a, b, c, d] in [[0, 4, 8, 12], [1, 5, 9, 13], [2, 6, 10, 14], [3, 7, 11, 15]] {
            quarter_round(&mut words, a, b, c, d);
        }
        for [a, b, c, d] in [[0, 5, 10, 15], [1, 6, 11, 12], [2, 7, 8, 13], [3, 4, 9, 14]] {
            quarter_round(&mut words, a, b, c, d);
        }
    }
    for (word, start) in words.iter_mut().zip(start) {
        *word = *word + start;
    }
    words
}

#[inline(always)]
fn quarter_round(words: &mut [u32x4; BLOCK], a: usize, b: usize, c: usize, d: usize) {
    words[a] = words[a] + words[b];
    words[d] = rotate::<16>(words[d] ^ words[a]);
    words[c] = words[c] + words[d];
    words[b] = rotate::<12>(words[b] ^ words[c]);
    words[a] = words[a] + words[b];
    words[d] = rotate::<8>(words[d] ^ words[a]);
    words[c] = words[c] + words[d];
    words[b] = rotate::<7>(words[b] ^ words[c]);
}

#[inline(always)]
fn rotate<const N: u32>(word: u32x4) -> u32x4 {
    (word << N) | (word >> (32 - N))
}

#[cfg(test)]
mod tests {
    use super::*;

    /// The first block of an all-zero key, counter and nonce, as the eSTREAM test vectors print its bytes.
    #[test]
    fn the_first_block_is_the_published_one() {
        let bytes: Vec<u8> = block(0, 0, 0).iter().flat_map(|word| word.to_array()[0].to_le_bytes()).collect();
        let hex: String = bytes.iter().map(|byte| format!("{byte:02x}")).collect();
        assert_eq!(
            hex,
            "3e00ef2f895f40d67f5bb8e81f09a5a12c840ec3ce9a7f3b181be188ef711a1e\
             984ce172b9216f419f445367456d5619314a42a3da86b001387bfdb80e0cfe42"
        );
    }

    #[test]
    fn a_draw_has_the_same_words_in_any_lane() {
        let far = (1 << 40) + 5;
        for (lane, words) in (0..4).map(|lane| (lane, block(7, far - lane as u64, 2))) {
            for (word, expected) in words.iter().zip(block(7, far, 2)) {
                assert_eq!(word.to_array()[lane], expected.to_array()[0]);
            }
        }
        assert_ne!(block(7, far, 2), block(7, far, 3));
        assert_ne!(block(7, far, 2), block(8, far, 2));
        assert_ne!(block(7, far, 2), block(7, far - (1 << 32), 2));
    }
}
