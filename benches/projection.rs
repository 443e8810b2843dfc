//! The time of one projection, native: alone, and in lanes of four.

use std::hint::black_box;

use criterion::{Criterion, Throughput, criterion_group, criterion_main};
use tuiyan::model::{Scenario, SideBySide, project};
use tuiyan::plan::{LANZHOU, PresetId};

fn projection(criterion: &mut Criterion) {
    let scenario = Scenario::preset(&LANZHOU, PresetId::Plan);
    let mut group = criterion.benchmark_group("projection");
    group.bench_function("one", |bencher| bencher.iter(|| project(&LANZHOU, black_box(&scenario))));
    group.throughput(Throughput::Elements(4));
    group.bench_function("four together", |bencher| {
        let mut four = SideBySide::new(&LANZHOU);
        bencher.iter(|| four.project(&LANZHOU, black_box([&scenario; 4])));
    });
    group.finish();
}

criterion_group!(benches, projection);
criterion_main!(benches);
