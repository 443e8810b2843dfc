// Starts the app. The names of the built files stand on this script's element; see pattern_script in Trunk.toml.
const { js, wasm } = document.querySelector('script[data-wasm]').dataset;

async function start() {
  const { default: init } = await import(new URL(js, document.baseURI));
  await init({ module_or_path: new URL(wasm, document.baseURI) });
}

// guard.js has shown a message if the browser cannot run the app.
if (document.getElementById('boot-message').hidden) {
  start().catch(error => {
    console.error(error);
    if (error instanceof SyntaxError || error instanceof WebAssembly.CompileError) {
      window.showTooOldMessage();
    } else {
      window.showBootMessage('推演未能启动，请刷新页面重试。', 'tuiyan could not start. Please reload the page to try again.');
    }
  });
}
