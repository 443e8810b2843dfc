//! One scenario out of several: the median of each lever.

use std::rc::Rc;

use super::draft::Draft;
use super::input::Input;
use crate::model::Scenario;
use crate::plan::{CoefficientId, LeverId, Plan};

/// The median of each lever in each year and of each coefficient; facts, the reading and the basis are the first
/// one's. Keeps how far apart the means of the levers are. `None` where there is nothing to merge.
pub fn merged(plan: &Plan, drafts: &[&Draft]) -> Option<Draft> {
    let first = drafts.first()?;
    let mut scenario = Scenario::clone(&first.scenario);
    let medians = |input: Input| -> Vec<f64> {
        let sets: Vec<&[f64]> = drafts.iter().map(|draft| input.numbers(plan, &draft.scenario)).collect();
        (0..sets[0].len()).map(|i| median(sets.iter().map(|numbers| numbers[i]).collect())).collect()
    };
    let levers = LeverId::ALL.iter().map(|&id| Input::Lever(id));
    for input in levers.chain(CoefficientId::ALL.iter().map(|&id| Input::Coefficient(id))) {
        // A median lies between values that the limits let in.
        let _ = input.set(plan, &mut scenario, &medians(input));
    }
    let mut draft = Draft::of_preset(plan, first.basis);
    for &id in LeverId::ALL {
        let means = drafts.iter().map(|draft| draft.scenario.lever_mean(plan, id));
        let (low, high) =
            means.fold((f64::INFINITY, f64::NEG_INFINITY), |(low, high), mean| (low.min(mean), high.max(mean)));
        // Where all agree there is no spread.
        draft.add_spread(plan, id, low, high);
    }
    draft.scenario = Rc::new(scenario);
    Some(draft)
}

/// The middle value, or the mean of the middle two.
fn median(mut values: Vec<f64>) -> f64 {
    values.sort_unstable_by(f64::total_cmp);
    let half = values.len() / 2;
    if values.len() % 2 == 1 { values[half] } else { (values[half - 1] + values[half]) / 2.0 }
}
