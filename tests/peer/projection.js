// Times one projection in JavaScript (peer.js) and in the WebAssembly builds of timing.rs, in alternating rounds, over
// the four presets in turn. window.results is a promise of the medians in nanoseconds and of the median ratios to JavaScript.
import { COEFS, LEVERS, project, uniform } from './peer.js';

const TIMES = 20_000;
const WARM_UP_ROUNDS = 5;
const ROUNDS = 25;

let presets;
const coefficients = Float64Array.from(COEFS, ([, mode]) => mode);
const out = new Float64Array(66);

function javascript(times) {
  let sum = 0;
  for (let i = 0; i < times; i++) {
    project(presets[i % 4], coefficients, out, false);
    for (let k = 5; k < 66; k += 6) sum += out[k];
  }
  return sum;
}

async function build(name) {
  const module = await import(new URL(`timing/${name}/timing.js`, document.baseURI));
  await module.default();
  return module;
}

const median = values => values.sort((a, b) => a - b)[values.length >> 1];

async function measure() {
  const plain = await build('plain');
  const simd = await build('simd');
  const page = await build('page');
  presets = [0, 1, 2, 3].map(preset => uniform(LEVERS.map(id => plain.lever(preset, id))));
  const subjects = {
    javascript,
    plain_single: plain.time_single,
    page_single: page.time_single,
    plain_lanes: plain.time_lanes,
    simd_lanes: simd.time_lanes,
  };
  const expected = javascript(TIMES);
  const times = Object.fromEntries(Object.keys(subjects).map(name => [name, []]));
  for (let round = 0; round < WARM_UP_ROUNDS + ROUNDS; round++) {
    for (const [name, subject] of Object.entries(subjects)) {
      const start = performance.now();
      const sum = subject(TIMES);
      const end = performance.now();
      if (Math.abs(sum / expected - 1) > 1e-9) throw new Error(`${name} computes ${sum}, JavaScript ${expected}`);
      if (round >= WARM_UP_ROUNDS) times[name].push((end - start) * 1e6 / TIMES);
    }
    await new Promise(resolve => setTimeout(resolve));
  }
  return Object.fromEntries(Object.entries(times).map(([name, values]) => {
    const ratio = median(values.map((value, round) => value / times.javascript[round]));
    return [name, { ns: median([...values]), ratio }];
  }));
}

window.results = measure();
