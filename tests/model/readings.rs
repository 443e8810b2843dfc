//! The four readings of the equations: lanes, gradient, record and draws agree with the values.

use tuiyan::model::{
    Chance, Expected, Gradient, LANES, Number, Operation, Quantity, Record, Scenario, SideBySide, State, evaluate,
    project,
};
use tuiyan::plan::{CoefficientId, IndicatorId, LANZHOU, LeverId, PresetId};

use crate::support::{assert_same, case, golden};

#[test]
fn exp_and_ln_have_the_bits_of_every_target() {
    crate::elementary::check();
}

#[test]
fn lanes_are_four_values() {
    let golden = golden();
    let scenarios: Vec<Scenario> = golden["random"].as_array().unwrap().iter().map(|random| case(random).1).collect();
    let mut lanes = SideBySide::new(&LANZHOU);
    for four in scenarios.as_chunks::<LANES>().0 {
        lanes.project(&LANZHOU, four.each_ref());
        for (lane, scenario) in four.iter().enumerate() {
            let (alone, beside) = (project(&LANZHOU, scenario), lanes.projection(lane));
            assert_same(&alone, &beside);
            assert!(IndicatorId::ALL.iter().all(|&id| lanes.last(lane, id) == beside.last(id)));
        }
    }
}

#[test]
fn gradient_has_the_value_and_the_slopes_of_small_steps() {
    let plan = &LANZHOU;
    let scenario = Scenario::preset(plan, PresetId::Plan);
    let levers = [
        LeverId::GovRdGrowth,
        LeverId::EnterpriseRdGrowth,
        LeverId::TalentIntake,
        LeverId::VacancyFill,
        LeverId::HnteEntry,
        LeverId::ReformDividend,
        LeverId::GdpGrowth,
        LeverId::CentreApplications,
    ];
    let mut inputs = scenario.inputs().map(Gradient::<8>::of);
    for (i, lever) in levers.iter().enumerate() {
        let value = scenario.lever(plan, *lever)[0];
        inputs.levers[lever.index()].fill(Gradient::variable(value, i));
    }
    let values = project(plan, &scenario);
    let mut last = None;
    evaluate(plan, &inputs, &mut Expected, |t, row| {
        for &id in IndicatorId::ALL {
            assert_eq!(row[id.index()].value.to_bits(), values.value(id, t).to_bits(), "{} at {t}", id.id());
        }
        last = Some(*row);
    });
    let last = last.unwrap();
    for (i, &lever) in levers.iter().enumerate() {
        let step = 1e-4;
        let at = |offset: f64| {
            let mut moved = scenario.clone();
            moved.set_lever(plan, lever, scenario.lever(plan, lever)[0] + offset).unwrap();
            project(plan, &moved)
        };
        let (up, down) = (at(step), at(-step));
        for &id in IndicatorId::ALL {
            let numeric = (up.last(id) - down.last(id)) / (2.0 * step);
            let slope = last[id.index()].slopes[i];
            assert!(
                (slope - numeric).abs() < 1e-6 + 1e-5 * numeric.abs(),
                "{lever:?} on {}: {slope}, {numeric}",
                id.id()
            );
        }
    }
}

#[test]
fn record_recomputes_to_the_value_from_named_inputs() {
    let plan = &LANZHOU;
    let scenario = Scenario::preset(plan, PresetId::Plan);
    let record = Record::default();
    let inputs = scenario.inputs().map(|value| record.input(value));
    let mut results = Vec::new();
    evaluate(plan, &inputs, &mut Expected, |_, row| {
        results.push(row.map(|value| (value.value, value.node(&record))));
    });
    let nodes = record.nodes();

    // Working through the nodes again gives every value, bit for bit.
    let mut again: Vec<f64> = Vec::with_capacity(nodes.len());
    for node in &nodes {
        let at = |index: u32| again[index as usize];
        again.push(match node.operation {
            Operation::Constant => node.value,
            Operation::Add(a, b) => at(a) + at(b),
            Operation::Subtract(a, b) => at(a) - at(b),
            Operation::Multiply(a, b) => at(a) * at(b),
            Operation::Divide(a, b) => at(a) / at(b),
            Operation::Negate(a) => -at(a),
            Operation::Exp(a) => Number::exp(at(a)),
            Operation::Ln(a) => Number::ln(at(a)),
            Operation::Power(a, b) => Number::powf(at(a), at(b)),
            Operation::Max(a, b) => Number::max(at(a), at(b)),
            Operation::Min(a, b) => Number::min(at(a), at(b)),
            Operation::Select(_, b) => at(b),
            Operation::Alias(a) => at(a),
        });
    }
    let projection = project(plan, &scenario);
    for (t, row) in results.iter().enumerate() {
        for &id in IndicatorId::ALL {
            let (value, node) = row[id.index()];
            assert_eq!(value.to_bits(), projection.value(id, t).to_bits());
            assert_eq!(again[node as usize].to_bits(), value.to_bits());
        }
    }

    // What a reader would ask for is there by name: levers, coefficients, printed figures, states, indicators.
    let named = |quantity, year| nodes.iter().any(|node| node.name == Some((quantity, year)));
    assert!(named(Quantity::Lever(LeverId::ReformDividend), 5));
    assert!(named(Quantity::Coefficient(CoefficientId::RdDepreciation), 0));
    assert!(named(Quantity::Baseline(IndicatorId::I11), 0));
    assert!(named(Quantity::State(State::KnowledgeStock), 0));
    assert!(named(Quantity::State(State::Staff), 3));
    for &id in IndicatorId::ALL {
        assert!(named(Quantity::Indicator(id), 5), "{}", id.id());
    }
    assert!(nodes.len() < 2_500, "{} nodes", nodes.len());
}

/// Draws by a small generator of the test's own, enough to show that the equations take any chance.
struct Drawn {
    state: u64,
}

impl Drawn {
    /// SplitMix64.
    fn uniform(&mut self) -> f64 {
        self.state = self.state.wrapping_add(0x9e37_79b9_7f4a_7c15);
        let mut z = self.state;
        z = (z ^ (z >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
        z = (z ^ (z >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
        ((z ^ (z >> 31)) >> 11) as f64 / (1u64 << 53) as f64
    }
}

impl Chance<f64> for Drawn {
    fn normal(&mut self, deviation: f64) -> f64 {
        let radius = (-2.0 * (1.0 - self.uniform()).ln()).sqrt();
        deviation * radius * (std::f64::consts::TAU * self.uniform()).cos()
    }

    fn lognormal(&mut self, deviation: f64) -> f64 {
        self.normal(deviation).exp()
    }

    fn poisson(&mut self, mean: f64) -> f64 {
        let limit = (-mean).exp();
        let (mut count, mut product) = (0.0, self.uniform());
        while product > limit {
            product *= self.uniform();
            count += 1.0;
        }
        count
    }

    fn binomial(&mut self, trials: f64, share: f64) -> f64 {
        (0..trials as u32).filter(|_| self.uniform() < share).count() as f64
    }

    fn round(&mut self, value: f64) -> f64 {
        value.floor() + f64::from(u8::from(self.uniform() < value.fract()))
    }
}

#[test]
fn drawn_counts_are_whole_and_centre_on_the_expected_values() {
    let plan = &LANZHOU;
    let scenario = Scenario::preset(plan, PresetId::Plan);
    let expected = project(plan, &scenario);
    let draws = 4_000;
    let mut chance = Drawn { state: 20 };
    let mut sums = [0.0; 11];
    for _ in 0..draws {
        evaluate(plan, scenario.inputs(), &mut chance, |t, row| {
            for id in [IndicatorId::I6, IndicatorId::I8, IndicatorId::I9] {
                assert_eq!(row[id.index()].fract(), 0.0);
            }
            if t == 5 {
                for (sum, value) in sums.iter_mut().zip(row) {
                    *sum += value;
                }
            }
        });
    }
    for &id in IndicatorId::ALL {
        let mean = sums[id.index()] / f64::from(draws);
        let value = expected.last(id);
        assert!((mean - value).abs() < 0.02 * value.abs(), "{}: mean {mean}, expected {value}", id.id());
    }
}
