//! The time of each analysis, native.

use std::hint::black_box;

use criterion::{Criterion, criterion_group, criterion_main};
use tuiyan::analysis::attribution::Attribution;
use tuiyan::analysis::goal_seek::{Confidence, Freedom, Progress, Way, blocking, seek};
use tuiyan::analysis::resources::resources;
use tuiyan::analysis::sensitivity::Sensitivity;
use tuiyan::analysis::zones::Zones;
use tuiyan::analysis::{Goal, Targets};
use tuiyan::model::{Observations, Scenario};
use tuiyan::plan::{CoefficientId, LANZHOU, LeverId, PresetId};

/// A scenario that differs from the trend in every lever and in a coefficient: the most an attribution can be asked.
fn all_different() -> Scenario {
    let mut scenario = Scenario::preset(&LANZHOU, PresetId::Trend);
    for &id in LeverId::ALL {
        let from = scenario.clone();
        let step = LANZHOU.lever(id).step;
        scenario.shift_lever(&LANZHOU, id, &from, from.lever_mean(&LANZHOU, id) + step);
    }
    let set = scenario.set_coefficient(&LANZHOU, CoefficientId::CrowdIn, 0.3);
    assert!(set.is_ok(), "a coefficient within its limits");
    scenario
}

fn analyses(criterion: &mut Criterion) {
    let [trend, plan] = [PresetId::Trend, PresetId::Plan].map(|id| Scenario::preset(&LANZHOU, id));
    let different = all_different();
    let observations = Observations::default();
    let goal = Goal { plan: &LANZHOU, targets: Targets::all(), observations: &observations };
    let free = Freedom::new(&LANZHOU);
    let money = free.along(&LANZHOU, Way::Money);
    let mut group = criterion.benchmark_group("analysis");
    group.bench_function("attribution, all players", |bencher| {
        bencher.iter(|| Attribution::new(&LANZHOU, black_box(&different), black_box(&trend)));
    });
    group.bench_function("sensitivity", |bencher| bencher.iter(|| Sensitivity::new(&LANZHOU, black_box(&plan))));
    group.bench_function("passing zones", |bencher| bencher.iter(|| Zones::new(&goal, black_box(&plan))));
    group.bench_function("resources", |bencher| bencher.iter(|| resources(&LANZHOU, black_box(&plan))));
    group.bench_function("goal seek, all targets", |bencher| bencher.iter(|| seek(&goal, black_box(&trend), &free)));
    group.bench_function("what blocks", |bencher| bencher.iter(|| blocking(&goal, black_box(&trend), &money)));
    group.sample_size(10);
    group.bench_function("goal seek, four chances in five", |bencher| {
        bencher.iter(|| {
            let mut search = Confidence::new(goal, black_box(&trend), &free, 0.8, 10_000, 1);
            while !matches!(search.step(), Progress::Done(_)) {}
        });
    });
    group.finish();
}

criterion_group!(benches, analyses);
criterion_main!(benches);
