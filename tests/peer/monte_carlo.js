// Times the Monte Carlo with its bands and chances in JavaScript (peer.js) and in the WebAssembly builds of drawing.rs.
// window.first() is a promise of the milliseconds of the very first calls in a fresh page; window.rounds(), after it, of
// the least milliseconds of many calls in alternating rounds, and of the parts of the work in WebAssembly.
import { COEFS, LEVERS, draw, project, uniform } from './peer.js';

const DRAWS = 10_000;
const FEW_DRAWS = 500;
const MANY_DRAWS = 100_000;
const ROUNDS = 30;
const PERCENTILES = [.05, .25, .5, .75, .95];
const INDICATORS = 11;
const YEARS = 5;

let levers, targets;
const coefficients = new Float64Array(COEFS.length);
const out = new Float64Array(INDICATORS * (YEARS + 1));

// A column a projected year and indicator, sorted for its percentiles.
function javascript(draws) {
  const columns = new Float64Array(INDICATORS * YEARS * draws);
  const met = new Uint32Array(INDICATORS);
  let all = 0;
  for (let i = 0; i < draws; i++) {
    draw(coefficients);
    project(levers, coefficients, out, true);
    let every = 1;
    for (let id = 0, column = 0; id < INDICATORS; id++) {
      for (let t = 1; t <= YEARS; t++, column++) columns[column * draws + i] = out[id * (YEARS + 1) + t];
      if (out[id * (YEARS + 1) + YEARS] >= targets[id]) met[id]++; else every = 0;
    }
    all += every;
  }
  const bands = [];
  for (let column = 0; column < INDICATORS * YEARS; column++) {
    const sorted = columns.subarray(column * draws, (column + 1) * draws).sort();
    bands.push(PERCENTILES.map(p => sorted[Math.floor(p * draws)]));
  }
  return { bands, chances: [...met, all].map(count => count / draws) };
}

// From bytes, so that no code compiled earlier is found in a cache.
async function build(name) {
  const module = await import(new URL(`timing/${name}/drawing.js`, document.baseURI));
  const response = await fetch(new URL(`timing/${name}/drawing_bg.wasm`, document.baseURI));
  await module.default({ module_or_path: await response.arrayBuffer() });
  return module;
}

function time(work) {
  const start = performance.now();
  work();
  return performance.now() - start;
}

function webassembly(drawing, draws) {
  drawing.run(draws);
  return { chances: [...drawing.bands()] };
}

function compare(name, found, expected) {
  found.chances.forEach((chance, i) => {
    if (Math.abs(chance - expected.chances[i]) > .05) throw new Error(`${name}: chance ${i} is ${chance}, JavaScript's ${expected.chances[i]}`);
  });
}

const subjects = {};

window.first = async () => {
  const simd = await build('simd');
  const plain = await build('plain');
  levers = uniform(LEVERS.map(simd.lever));
  targets = Array.from({ length: INDICATORS }, (_, i) => simd.target(i));
  const results = {};
  const times = { javascript: time(() => results.javascript = javascript(DRAWS)) };
  for (const [name, module] of [['simd', simd], ['plain', plain]]) {
    times[name] = time(() => {
      subjects[name] = new module.Drawing(1, MANY_DRAWS);
      results[name] = webassembly(subjects[name], DRAWS);
    });
    compare(name, results[name], results.javascript);
  }
  return times;
};

window.rounds = async () => {
  const { simd, plain } = subjects;
  const work = {
    javascript: () => javascript(DRAWS),
    simd: () => webassembly(simd, DRAWS),
    plain: () => webassembly(plain, DRAWS),
    simd_few: () => webassembly(simd, FEW_DRAWS),
    simd_words: () => simd.words(DRAWS),
    simd_coefficients: () => simd.coefficients(DRAWS),
    simd_equations: () => simd.equations(DRAWS),
    simd_run: () => simd.run(DRAWS),
    simd_bands: () => simd.bands(),
  };
  const least = Object.fromEntries(Object.keys(work).map(name => [name, Infinity]));
  for (let round = 0; round < ROUNDS; round++) {
    for (const name in work) least[name] = Math.min(least[name], time(work[name]));
    await new Promise(resolve => setTimeout(resolve));
  }
  return least;
};
