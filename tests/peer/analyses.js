// Times the analyses in the WebAssembly builds of timing.rs. window.results is a promise of the medians in milliseconds, by
// build and analysis.
const TIMES = { attribution: 21, sensitivity: 21, correlations: 21, goal_seek: 21, confidence: 3 };

const median = values => values.sort((a, b) => a - b)[values.length >> 1];

async function measure() {
  const results = {};
  for (const name of ['simd', 'plain']) {
    const module = await import(new URL(`timing/${name}/timing.js`, document.baseURI));
    await module.default();
    results[name] = {};
    for (const [analysis, times] of Object.entries(TIMES)) {
      const taken = [];
      for (let i = 0; i < times; i++) {
        const start = performance.now();
        if (!(module[analysis]() > 0)) throw new Error(`${analysis} has no result`);
        taken.push(performance.now() - start);
        await new Promise(resolve => setTimeout(resolve));
      }
      results[name][analysis] = median(taken);
    }
  }
  return results;
}

window.results = measure();
