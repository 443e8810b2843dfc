// Starts the app. The policy allows no inline script, so the app's address stands on this script's element.
const { app } = document.querySelector('script[data-app]').dataset;

// Says which version the page uses as long as it is open: see service.js. A lock held would keep the browser from putting
// the page aside when it is left.
function hold() {
  navigator.locks?.request(app.split('/')[0], { mode: 'shared' }, () =>
    new Promise(left => addEventListener('pagehide', left, { once: true })));
}
hold();
addEventListener('pageshow', event => event.persisted && hold());

async function start() {
  const { default: init } = await import(new URL(app, document.baseURI));
  await init();
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
