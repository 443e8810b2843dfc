//! Random words: xoshiro128++ (Blackman & Vigna 2021, ACM Transactions on Mathematical Software 47(4):36), a generator
//! of its own for each draw.
//!
//! A draw's generator starts where SplitMix64 (Steele et al. 2014, OOPSLA) leads from the seed and the draw's number: the
//! words of a draw are the same whichever lane, thread or call computes them.

use std::num::Wrapping;
use std::ops::{Add, BitXor};

use wide::{u32x4, u32x8};

use super::singles::DRAW_LANES;

/// Whether four words take one instruction; else they are quicker made one by one.
const SIMD: bool = cfg!(any(target_feature = "simd128", target_feature = "sse2", target_feature = "neon"));

/// Words that are computed together: one, or one each of several draws.
trait Words: Copy + Add<Output = Self> + BitXor<Output = Self> {
    fn shifted<const N: u32>(self) -> Self;
    fn rotated<const N: u32>(self) -> Self;
}

impl Words for Wrapping<u32> {
    #[inline(always)]
    fn shifted<const N: u32>(self) -> Self {
        Wrapping(self.0 << N)
    }

    #[inline(always)]
    fn rotated<const N: u32>(self) -> Self {
        Wrapping(self.0.rotate_left(N))
    }
}

impl Words for u32x4 {
    #[inline(always)]
    fn shifted<const N: u32>(self) -> Self {
        self << N
    }

    #[inline(always)]
    fn rotated<const N: u32>(self) -> Self {
        (self << N) | (self >> (32 - N))
    }
}

/// Writes the words of the draws from number `first` on: each word with a lane a draw.
#[inline(always)]
pub(super) fn fill(words: &mut [u32x8], seed: u64, first: u64) {
    let states: [[u32; 4]; DRAW_LANES] = std::array::from_fn(|lane| start(seed, first.wrapping_add(lane as u64)));
    if SIMD { fill_in_halves(words, &states) } else { fill_one_by_one(words, &states) }
}

fn fill_in_halves(words: &mut [u32x8], states: &[[u32; 4]; DRAW_LANES]) {
    let half = |from: usize| -> [u32x4; 4] {
        std::array::from_fn(|i| u32x4::new(std::array::from_fn(|lane| states[from + lane][i])))
    };
    let [mut low, mut high] = [half(0), half(4)];
    for word in words {
        *word = bytemuck::cast([next(&mut low), next(&mut high)]);
    }
}

fn fill_one_by_one(words: &mut [u32x8], states: &[[u32; 4]; DRAW_LANES]) {
    for (lane, state) in states.iter().enumerate() {
        let mut state = state.map(Wrapping);
        for word in &mut *words {
            word.as_mut_array()[lane] = next(&mut state).0;
        }
    }
}

/// The state of a draw's generator before its first word.
#[inline(always)]
fn start(seed: u64, number: u64) -> [u32; 4] {
    let mut state = split_mix(seed.wrapping_add(GOLDEN)).wrapping_add(number.wrapping_mul(GOLDEN));
    let mut word = || {
        state = state.wrapping_add(GOLDEN);
        split_mix(state)
    };
    let (a, b) = (word(), word());
    [a as u32, (a >> 32) as u32, b as u32, (b >> 32) as u32]
}

/// 2⁶⁴ over the golden ratio.
const GOLDEN: u64 = 0x9e37_79b9_7f4a_7c15;

#[inline(always)]
fn split_mix(state: u64) -> u64 {
    let z = (state ^ (state >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
    let z = (z ^ (z >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
    z ^ (z >> 31)
}

#[inline(always)]
fn next<W: Words>(state: &mut [W; 4]) -> W {
    let word = (state[0] + state[3]).rotated::<7>() + state[0];
    let shifted = state[1].shifted::<9>();
    state[2] = state[2] ^ state[0];
    state[3] = state[3] ^ state[1];
    state[1] = state[1] ^ state[2];
    state[0] = state[0] ^ state[3];
    state[2] = state[2] ^ shifted;
    state[3] = state[3].rotated::<11>();
    word
}

#[cfg(test)]
mod tests {
    use super::*;

    const WORDS: usize = 107;

    type Fill = fn(&mut [u32x8], &[[u32; 4]; DRAW_LANES]);

    fn words(fill: Fill, seed: u64, first: u64) -> Vec<[u32; DRAW_LANES]> {
        let mut words = [u32x8::splat(0); WORDS];
        fill(&mut words, &std::array::from_fn(|lane| start(seed, first.wrapping_add(lane as u64))));
        words.iter().map(|word| word.to_array()).collect()
    }

    /// The first words after the state 1, 2, 3, 4, as the authors' own code gives them.
    #[test]
    fn the_first_words_are_the_published_ones() {
        let mut state = [1, 2, 3, 4].map(Wrapping);
        let found: Vec<u32> = (0..10).map(|_| next(&mut state).0).collect();
        let expected = [
            641,
            1_573_767,
            3_222_811_527,
            3_517_856_514,
            836_907_274,
            4_247_214_768,
            3_867_114_732,
            1_355_841_295,
            495_546_011,
            621_204_420,
        ];
        assert_eq!(found, expected);
    }

    /// The first numbers from the seed 1234567, likewise.
    #[test]
    fn seeds_are_spread_as_published() {
        let numbers: Vec<u64> = (1..=3_u64).map(|i| split_mix(1_234_567 + i.wrapping_mul(GOLDEN))).collect();
        assert_eq!(numbers, [6_457_827_717_110_365_317, 3_203_168_211_198_807_973, 9_817_491_932_198_370_423]);
    }

    #[test]
    fn a_draw_has_the_same_words_in_any_lane() {
        let far = (1 << 40) - 3;
        let expected = words(fill_in_halves, 7, far);
        for lane in 0..DRAW_LANES {
            for (word, expected) in words(fill_in_halves, 7, far - lane as u64).iter().zip(&expected) {
                assert_eq!(word[lane], expected[0]);
            }
        }
        assert_eq!(words(fill_one_by_one, 7, far), expected);
        for (seed, first) in [(8, far), (7 + (1 << 32), far), (7, far - (1 << 32)), (7, far + 8)] {
            assert_ne!(words(fill_in_halves, seed, first), expected);
        }
    }

    #[test]
    fn neighbouring_draws_have_unrelated_words() {
        let (mut ones, mut equal) = (0, 0);
        for first in (0..4096).step_by(DRAW_LANES) {
            for word in words(fill_in_halves, 1, first) {
                ones += word.iter().map(|word| u64::from(word.count_ones())).sum::<u64>();
                equal += word.windows(2).map(|pair| u64::from((pair[0] ^ pair[1]).count_zeros())).sum::<u64>();
            }
        }
        let share = |count: u64, lanes: usize| count as f64 / (512 * WORDS * lanes * 32) as f64;
        // Five standard deviations of so many tosses of a coin.
        assert!((share(ones, 8) - 0.5).abs() < 7e-4, "{}", share(ones, 8));
        assert!((share(equal, 7) - 0.5).abs() < 7e-4, "{}", share(equal, 7));
    }
}
