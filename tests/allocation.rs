//! A projection allocates nothing on the heap, in any reading that draws and searches rest on, and neither does a draw.

use std::alloc::{GlobalAlloc, Layout, System};
use std::cell::Cell;
use std::hint::black_box;

use tuiyan::analysis::monte_carlo::{Draws, Sample};
use tuiyan::model::{Expected, Gradient, Number, Scenario, SideBySide, evaluate, project};
use tuiyan::plan::{LANZHOU, PresetId};

/// Counts the requests of the thread that makes them, so that the test runner's own do not matter.
struct Counting;

thread_local! {
    static REQUESTS: Cell<usize> = const { Cell::new(0) };
}

// SAFETY: everything is passed on to the system's allocator; counting in a cell without destructor allocates nothing.
unsafe impl GlobalAlloc for Counting {
    unsafe fn alloc(&self, layout: Layout) -> *mut u8 {
        REQUESTS.set(REQUESTS.get() + 1);
        unsafe { System.alloc(layout) }
    }

    unsafe fn dealloc(&self, pointer: *mut u8, layout: Layout) {
        unsafe { System.dealloc(pointer, layout) }
    }
}

#[global_allocator]
static ALLOCATOR: Counting = Counting;

/// How often `work` asks for memory.
fn requests(work: impl FnOnce()) -> usize {
    let before = REQUESTS.get();
    work();
    REQUESTS.get() - before
}

#[test]
fn projections_allocate_nothing() {
    let plan = &LANZHOU;
    let scenarios = PresetId::ALL.iter().map(|&id| Scenario::preset(plan, id)).collect::<Vec<_>>();
    let four = std::array::from_fn(|i| &scenarios[i]);
    let inputs = Box::new(scenarios[1].inputs().map(Gradient::<2>::of));

    assert!(requests(|| drop(black_box(Box::new(1)))) > 0, "the counter counts");
    for scenario in &scenarios {
        assert_eq!(requests(|| _ = black_box(project(plan, black_box(scenario)))), 0);
    }
    let mut lanes = SideBySide::new(plan);
    assert_eq!(requests(|| lanes.project(plan, black_box(four))), 0);
    black_box(lanes);
    assert_eq!(requests(|| evaluate(plan, &inputs, &mut Expected, |_, row| _ = black_box(row))), 0);
}

#[test]
fn draws_into_a_sample_with_room_allocate_nothing() {
    let mut draws = Draws::new(&LANZHOU, &Scenario::preset(&LANZHOU, PresetId::Plan), 1);
    let mut sample = Sample::with_capacity(&LANZHOU, 1_003);
    assert_eq!(requests(|| draws.run(0..1_003, &mut sample)), 0);
    assert_eq!(sample.draws(), 1_003);
}
