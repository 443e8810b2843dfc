//! The time of 10,000 draws, native: the draws, and what is read off them.

use std::hint::black_box;

use criterion::{Criterion, Throughput, criterion_group, criterion_main};
use tuiyan::analysis::monte_carlo::{Bands, Draws, Sample};
use tuiyan::model::{Observations, Scenario};
use tuiyan::plan::{LANZHOU, PresetId};

const DRAWS: u64 = 10_000;

fn monte_carlo(criterion: &mut Criterion) {
    let scenario = Scenario::preset(&LANZHOU, PresetId::Plan);
    let mut draws = Draws::new(&LANZHOU, &scenario, 1);
    let mut sample = Sample::with_capacity(&LANZHOU, DRAWS as usize);
    let mut group = criterion.benchmark_group("Monte Carlo, 10,000 draws");
    group.throughput(Throughput::Elements(DRAWS));
    group.bench_function("draws", |bencher| {
        bencher.iter(|| {
            sample.clear();
            draws.run(black_box(0..DRAWS), &mut sample);
        });
    });
    let observations = Observations::default();
    group.bench_function("bands and chances", |bencher| {
        bencher.iter(|| Bands::new(&LANZHOU, &scenario, &observations, black_box(&sample)));
    });
    group.bench_function("rank correlations", |bencher| bencher.iter(|| draws.rank_correlations(DRAWS as usize)));
    group.finish();
}

criterion_group!(benches, monte_carlo);
criterion_main!(benches);
