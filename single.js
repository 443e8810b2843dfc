// Starts the app from one file: what it would load stands in the page, packed. scripts/single.sh puts the app's own
// script below this one, in the same module.
const bytesOf = async name => {
  const packed = Uint8Array.from(atob(document.getElementById(name).textContent), letter => letter.charCodeAt(0));
  return new Response(new Blob([packed]).stream().pipeThrough(new DecompressionStream('gzip'))).arrayBuffer();
};

// A part of the program as a server would send it.
const responseOf = async name => new Response(await bytesOf(name), { headers: { 'Content-Type': 'application/wasm' } });

// The page as it was before the app changed it, for files made from this one.
globalThis.tuiyanPage = `<!DOCTYPE html>\n${document.documentElement.outerHTML}`;

async function startFromFile(init) {
  if (typeof DecompressionStream !== 'function') {
    window.showTooOldMessage();
    return;
  }
  // The engine's script stands in the page, where it also runs if no worker starts from it.
  const engine = new Blob([document.getElementById('engine').textContent], { type: 'text/javascript' });
  globalThis.tuiyanFiles = {
    'engine.js': URL.createObjectURL(engine),
    'engine_simd_bg.wasm': await bytesOf('engine_simd_bg.wasm'),
  };
  await init({ module_or_path: await bytesOf('tuiyan_bg.wasm') });
}
