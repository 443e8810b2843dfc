// Starts the app from one file: what it would load stands in the page, packed. scripts/single.sh puts the app's own
// script below this one, in the same module.
const textOf = id => document.getElementById(id).textContent;

// Names and lengths of the programs, in the order in which they are packed.
const packed = [...document.getElementById('programs').dataset.files.matchAll(/(\S+) (\d+)/g)];
const unpacked = new Map();
let unpacker;

// A program, unpacked when it is first asked for.
function bytesOf(name) {
  while (packed.length && !unpacked.has(name)) {
    const [, next, length] = packed.shift();
    unpacked.set(next, unpacker.next(Number(length)));
  }
  const bytes = unpacked.get(name);
  if (!bytes) throw new Error(`${name} is damaged`);
  return bytes;
}

// A part of the program as a server would send it.
const responseOf = async name => new Response(bytesOf(name), { headers: { 'Content-Type': 'application/wasm' } });

// The text of this page without what it carries, for files made from it.
globalThis.tuiyanPage = () =>
  JSON.parse(textOf('page')).replace(/\{\{(\w+)\}\}/g, (_, id) => (id === 'carried' ? '' : textOf(id)));

// What the file carries for whoever opens it: `{ id, items }`; without either where it is damaged.
if (textOf('carried')) {
  globalThis.tuiyanCarried = {};
  try {
    Object.assign(globalThis.tuiyanCarried, JSON.parse(textOf('carried')));
  } catch (error) {
    console.warn(error);
  }
}

async function startFromFile(init) {
  try {
    const program = Uint8Array.from(atob(textOf('unpacker')), letter => letter.charCodeAt(0));
    await unpack({ module_or_path: program });
    unpacker = unpack.Unpacker.of(textOf('programs'));
    // The engine's script stands in the page, where it also runs if no worker starts from it.
    const engine = new Blob([textOf('engine')], { type: 'text/javascript' });
    globalThis.tuiyanFiles = {
      'engine.js': URL.createObjectURL(engine),
      get 'engine_simd_bg.wasm'() { return bytesOf('engine_simd_bg.wasm'); },
      get 'office_bg.wasm'() { return bytesOf('office_bg.wasm'); },
    };
    await init({ module_or_path: bytesOf('tuiyan_bg.wasm') });
  } catch (error) {
    console.error(error);
    window.showBootMessage('推演未能启动，文件可能不完整，请重新拷贝。', 'tuiyan could not start. The file may be incomplete: please copy it again.');
  }
}
