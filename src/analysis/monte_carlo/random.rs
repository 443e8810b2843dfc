//! Random words: ChaCha with eight rounds (Bernstein 2008).
//!
//! The seed is the key, the draw's number the counter, and the block within the draw the nonce: each draw has words of its
//! own, whichever lane, thread or call computes it.

use std::num::Wrapping;
use std::ops::{Add, BitXor};

use wide::{u32x4, u32x8};

use super::singles::DRAW_LANES;

/// Words in a block.
pub(super) const BLOCK: usize = 16;

/// “expand 32-byte k”
const CONSTANTS: [u32; 4] = [0x6170_7865, 0x3320_646e, 0x7962_2d32, 0x6b20_6574];

/// Whether four words take one instruction; else they are quicker made one by one.
const SIMD: bool = cfg!(any(target_feature = "simd128", target_feature = "sse2", target_feature = "neon"));

/// Words that are computed together: one, or one each of several draws.
trait Words: Copy + Add<Output = Self> + BitXor<Output = Self> {
    fn splat(word: u32) -> Self;
    fn rotate<const N: u32>(self) -> Self;
}

impl Words for Wrapping<u32> {
    #[inline(always)]
    fn splat(word: u32) -> Self {
        Wrapping(word)
    }

    #[inline(always)]
    fn rotate<const N: u32>(self) -> Self {
        Wrapping(self.0.rotate_left(N))
    }
}

impl Words for u32x4 {
    #[inline(always)]
    fn splat(word: u32) -> Self {
        u32x4::splat(word)
    }

    #[inline(always)]
    fn rotate<const N: u32>(self) -> Self {
        (self << N) | (self >> (32 - N))
    }
}

/// Writes block `block` of the draws from number `first` on: each word with a lane a draw.
#[inline(always)]
pub(super) fn fill(words: &mut [u32x8], seed: u64, first: u64, block: u32) {
    if SIMD { fill_in_halves(words, seed, first, block) } else { fill_one_by_one(words, seed, first, block) }
}

fn fill_in_halves(words: &mut [u32x8], seed: u64, first: u64, block: u32) {
    for half in 0..2 {
        let number = |lane: u64| first.wrapping_add(4 * half as u64 + lane);
        let numbers = [0, 1, 2, 3].map(number);
        let counter = [numbers.map(|number| number as u32), numbers.map(|number| (number >> 32) as u32)];
        for (to, from) in words.iter_mut().zip(chacha(seed, counter.map(u32x4::new), block)) {
            bytemuck::cast_mut::<u32x8, [u32x4; 2]>(to)[half] = from;
        }
    }
}

fn fill_one_by_one(words: &mut [u32x8], seed: u64, first: u64, block: u32) {
    for lane in 0..DRAW_LANES {
        let number = first.wrapping_add(lane as u64);
        let counter = [Wrapping(number as u32), Wrapping((number >> 32) as u32)];
        for (to, from) in words.iter_mut().zip(chacha(seed, counter, block)) {
            to.as_mut_array()[lane] = from.0;
        }
    }
}

#[inline(always)]
fn chacha<W: Words>(seed: u64, counter: [W; 2], block: u32) -> [W; BLOCK] {
    let mut start = [W::splat(0); BLOCK];
    for (word, constant) in start.iter_mut().zip(CONSTANTS) {
        *word = W::splat(constant);
    }
    start[4] = W::splat(seed as u32);
    start[5] = W::splat((seed >> 32) as u32);
    [start[12], start[13]] = counter;
    start[14] = W::splat(block);

    let mut words = start;
    for _ in 0..4 {
        for [a, b, c, d] in [[0, 4, 8, 12], [1, 5, 9, 13], [2, 6, 10, 14], [3, 7, 11, 15]] {
            quarter_round(&mut words, a, b, c, d);
        }
        for [a, b, c, d] in [[0, 5, 10, 15], [1, 6, 11, 12], [2, 7, 8, 13], [3, 4, 9, 14]] {
            quarter_round(&mut words, a, b, c, d);
        }
    }
    std::array::from_fn(|i| words[i] + start[i])
}

#[inline(always)]
fn quarter_round<W: Words>(words: &mut [W; BLOCK], a: usize, b: usize, c: usize, d: usize) {
    words[a] = words[a] + words[b];
    words[d] = (words[d] ^ words[a]).rotate::<16>();
    words[c] = words[c] + words[d];
    words[b] = (words[b] ^ words[c]).rotate::<12>();
    words[a] = words[a] + words[b];
    words[d] = (words[d] ^ words[a]).rotate::<8>();
    words[c] = words[c] + words[d];
    words[b] = (words[b] ^ words[c]).rotate::<7>();
}

#[cfg(test)]
mod tests {
    use super::*;

    type Fill = fn(&mut [u32x8], u64, u64, u32);

    fn words(fill: Fill, seed: u64, first: u64, block: u32) -> Vec<[u32; DRAW_LANES]> {
        let mut words = [u32x8::splat(0); BLOCK];
        fill(&mut words, seed, first, block);
        words.iter().map(|word| word.to_array()).collect()
    }

    /// The first block of an all-zero key, counter and nonce, as the eSTREAM test vectors print its bytes.
    #[test]
    fn the_first_block_is_the_published_one() {
        let words = words(fill, 0, 0, 0);
        let hex: String =
            words.iter().flat_map(|word| word[0].to_le_bytes()).map(|byte| format!("{byte:02x}")).collect();
        assert_eq!(
            hex,
            "3e00ef2f895f40d67f5bb8e81f09a5a12c840ec3ce9a7f3b181be188ef711a1e\
             984ce172b9216f419f445367456d5619314a42a3da86b001387bfdb80e0cfe42"
        );
    }

    #[test]
    fn a_draw_has_the_same_words_in_any_lane() {
        // The counter's upper half is at work too.
        let far = (1 << 40) - 3;
        let expected = words(fill, 7, far, 2);
        for lane in 0..DRAW_LANES {
            for (word, expected) in words(fill, 7, far - lane as u64, 2).iter().zip(&expected) {
                assert_eq!(word[lane], expected[0]);
            }
        }
        assert_eq!(words(fill_one_by_one, 7, far, 2), expected);
        assert_eq!(words(fill_in_halves, 7, far, 2), expected);
        assert_ne!(words(fill, 7, far, 3), expected);
        assert_ne!(words(fill, 8, far, 2), expected);
        assert_ne!(words(fill, 7 + (1 << 32), far, 2), expected);
        assert_ne!(words(fill, 7, far - (1 << 32), 2), expected);
    }
}
