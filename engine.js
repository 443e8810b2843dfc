// Serves the engine, or the program that writes workbooks: in a worker of its own, or in slices on the page where no
// worker can start. Messages in:
//   { start: { glue, wasm, office } }  loads a program: the address of its glue, unless that is here, and its code
//   { id, numbers } { id, name, arguments } { id, draws } { cancel }
// and out: { ready } once, { failed }, and the engine's answers.
(() => {
  'use strict';
  // Milliseconds that the page can spare at a time; a worker reads its messages as often.
  const SLICE = 8;

  function serve(post, load) {
    let engine;
    let running = false;
    // A message to itself comes after those that wait, and sooner than a timer.
    const { port1, port2 } = new MessageChannel();
    port1.onmessage = () => {
      const end = performance.now() + SLICE;
      while (engine.isBusy() && performance.now() < end) {
        const answer = engine.step();
        if (answer) post(answer, [answer.draws, answer.bytes].filter(Boolean).map(array => array.buffer));
      }
      running = engine.isBusy();
      if (running) port2.postMessage(0);
    };
    async function start({ glue, wasm, office }) {
      if (glue) await load(glue);
      // The name that each glue gives its program.
      const program = office ? office_program : wasm_bindgen;
      await program({ module_or_path: wasm });
      engine = new program.Engine();
      post({ ready: true }, []);
    }
    return message => {
      if (message.start) {
        start(message.start).catch(error => post({ failed: String(error) }, []));
        return;
      }
      if (!engine) return;
      if (message.cancel !== undefined) engine.cancel(message.cancel);
      else if (message.draws) engine.add(message.id, message.draws);
      else if (message.numbers ? !engine.ask(message.id, message.numbers) : !engine.call(message.id, message.name, message.arguments)) {
        post({ id: message.id, done: true, error: 'not understood' }, []);
      }
      if (!running) {
        running = true;
        port2.postMessage(0);
      }
    };
  }

  if (typeof document === 'undefined') {
    const receive = serve((answer, transfer) => self.postMessage(answer, transfer), async glue => importScripts(glue));
    self.onmessage = event => receive(event.data);
    return;
  }

  const loaded = new Set();
  // The same interface as a worker's, on the page.
  globalThis.tuiyanEngine = () => {
    const port = { onmessage: null, onerror: null, terminate() {} };
    const load = glue => new Promise((resolve, reject) => {
      // Glue that has run declares its name, and may not do so twice.
      if (loaded.has(glue)) return resolve();
      const script = document.createElement('script');
      script.src = glue;
      script.onload = () => resolve(loaded.add(glue));
      script.onerror = () => reject(new Error(`${glue} cannot be loaded`));
      document.head.append(script);
    });
    port.postMessage = serve(data => port.onmessage?.({ data }), load);
    return port;
  };
})();
