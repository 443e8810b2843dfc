//! Order statistics without a full sort: a histogram tells which bins hold them, and only those bins are sorted.

use wide::{f32x8, u32x8};

const BINS: usize = 1024;
/// 2²³: adding it to a number below leaves the nearest whole number in the lowest bits.
const SHIFT: f32 = 8_388_608.0;

/// Working memory for [`pick`](Self::pick), kept from one column to the next: 2 bytes a value, and the values of the bins
/// that are sorted.
#[derive(Default)]
pub(super) struct Order {
    bins: Vec<u16>,
    members: Vec<f32>,
}

impl Order {
    /// Writes to `picked` the values that would stand at the positions `ranks` if `values` were sorted; `ranks` ascend
    /// and are below the number of values.
    pub(super) fn pick(&mut self, values: &[f32], ranks: &[usize], picked: &mut Vec<f32>) {
        picked.clear();
        let (low, high) = extremes(values);
        let scale = (BINS - 1) as f32 / (high - low);
        if !(scale.is_finite() && scale > 0.0) {
            // All are equal, or not all are finite.
            let mut sorted = values.to_vec();
            sorted.sort_unstable_by(f32::total_cmp);
            picked.extend(ranks.iter().map(|&rank| sorted[rank]));
            return;
        }
        let mut counts = [0_u32; BINS];
        self.fill_bins(values, low, scale, &mut counts);

        // Where each bin begins among all values, and where its members are put if a rank falls into it.
        let mut begins = [0_u32; BINS + 1];
        for (bin, count) in counts.iter().enumerate() {
            begins[bin + 1] = begins[bin] + count;
        }
        const UNWANTED: u32 = u32::MAX;
        let mut places = [UNWANTED; BINS];
        let mut wanted = Vec::with_capacity(ranks.len());
        let mut total = 0;
        let mut bin = 0;
        for &rank in ranks {
            while begins[bin + 1] as usize <= rank {
                bin += 1;
            }
            if places[bin] == UNWANTED {
                places[bin] = total;
                total += counts[bin];
            }
            wanted.push((bin, rank - begins[bin] as usize));
        }
        self.members.clear();
        self.members.resize(total as usize, 0.0);
        let mut ends = places;
        for (&value, &bin) in values.iter().zip(&self.bins) {
            let end = &mut ends[bin as usize % BINS];
            if *end != UNWANTED {
                self.members[*end as usize] = value;
                *end += 1;
            }
        }
        let mut sorted = None;
        for (bin, position) in wanted {
            let members = &mut self.members[places[bin] as usize..ends[bin] as usize];
            if sorted != Some(bin) {
                members.sort_unstable_by(f32::total_cmp);
                sorted = Some(bin);
            }
            picked.push(members[position]);
        }
    }

    /// Notes and counts the bin of each value.
    fn fill_bins(&mut self, values: &[f32], low: f32, scale: f32, counts: &mut [u32; BINS]) {
        self.bins.clear();
        let chunks = values.chunks_exact(8);
        let rest = chunks.remainder();
        let mut note = |bits: u32| {
            let bin = bits as usize % BINS;
            counts[bin] += 1;
            bin as u16
        };
        for chunk in chunks {
            let values: f32x8 = bytemuck::pod_read_unaligned(bytemuck::cast_slice(chunk));
            let bits: u32x8 = bytemuck::cast((values - f32x8::splat(low)) * f32x8::splat(scale) + f32x8::splat(SHIFT));
            self.bins.extend_from_slice(&bits.to_array().map(&mut note));
        }
        self.bins.extend(rest.iter().map(|value| note(((value - low) * scale + SHIFT).to_bits())));
    }
}

/// The least and the largest value.
fn extremes(values: &[f32]) -> (f32, f32) {
    let mut low = f32x8::splat(f32::INFINITY);
    let mut high = -low;
    let chunks = values.chunks_exact(8);
    let rest = chunks.remainder();
    for chunk in chunks {
        let chunk: f32x8 = bytemuck::pod_read_unaligned(bytemuck::cast_slice(chunk));
        low = low.fast_min(chunk);
        high = high.fast_max(chunk);
    }
    let low = low.to_array().into_iter().chain(rest.iter().copied()).fold(f32::INFINITY, f32::min);
    let high = high.to_array().into_iter().chain(rest.iter().copied()).fold(f32::NEG_INFINITY, f32::max);
    (low, high)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn picks_are_those_of_a_sorted_list() {
        let mut state = 1_u64;
        let mut random = || {
            state = state.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
            (state >> 40) as f32 / (1 << 24) as f32
        };
        let mut order = Order::default();
        let mut picked = Vec::new();
        for count in [1, 7, 8, 9, 500, 3_001] {
            for kind in 0..5 {
                let values: Vec<f32> = (0..count)
                    .map(|i| match kind {
                        0 => random(),
                        1 => (random() * 5.0).floor(),
                        2 => 4.0,
                        3 => random().powi(-3) - 100.0,
                        _ => {
                            if i == 0 {
                                f32::INFINITY
                            } else {
                                random()
                            }
                        }
                    })
                    .collect();
                let mut sorted = values.clone();
                sorted.sort_unstable_by(f32::total_cmp);
                for step in [1, 3, 100] {
                    let ranks: Vec<usize> = (0..count).step_by(step).collect();
                    order.pick(&values, &ranks, &mut picked);
                    assert!(ranks.iter().zip(&picked).all(|(&rank, value)| sorted[rank] == *value));
                    assert_eq!(picked.len(), ranks.len());
                }
            }
        }
    }
}
