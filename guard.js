// Says so when the browser is too old for the page, instead of leaving it blank. Written in ECMAScript 5, so that an
// old browser can read it; it runs before boot.js.
(function () {
  'use strict';

  // Shows a message, in Chinese and English, in place of the app.
  window.showBootMessage = function (chinese, english) {
    var app = document.getElementById('app');
    var message = document.getElementById('boot-message');
    var translation = document.createElement('span');
    translation.lang = 'en';
    translation.appendChild(document.createTextNode(english));
    message.textContent = chinese + ' ';
    message.appendChild(translation);
    message.removeAttribute('hidden');
    app.setAttribute('hidden', '');
  };

  window.showTooOldMessage = function () {
    window.showBootMessage(
      '您的浏览器版本过旧，无法运行推演。请使用 Chromium 97、Firefox 102、Safari 16 或更新的版本（含同期的 Chrome 与 Edge）。',
      'Your browser is too old for tuiyan. Please use Chromium 97 (also Chrome, Edge), Firefox 102, Safari 16 or newer.'
    );
  };

  // A module that fails to compile where one of these is missing: reference types, bulk memory, conversions that
  // saturate, sign extension, several results. Compiling it, and not only validating it, also fails in browsers that
  // do not know the policy's 'wasm-unsafe-eval'.
  function compiles() {
    try {
      return !!new WebAssembly.Module(new Uint8Array([
        0x00, 0x61, 0x73, 0x6d, 0x01, 0x00, 0x00, 0x00, // header
        0x01, 0x06, 0x01, 0x60, 0x00, 0x02, 0x7f, 0x7f, // type: () -> (i32, i32)
        0x03, 0x02, 0x01, 0x00, //                         one function of it
        0x04, 0x04, 0x01, 0x6f, 0x00, 0x01, //             table of one externref
        0x05, 0x03, 0x01, 0x00, 0x01, //                   memory of one page
        0x0a, 0x1b, 0x01, 0x19, 0x00, //                   code
        0x41, 0x00, 0x41, 0x00, 0x41, 0x00, 0xfc, 0x0b, 0x00, // memory.fill 0 0 0
        0x44, 0x00, 0x00, 0x00, 0x00, 0x00, 0x00, 0x00, 0x00, // f64.const 0
        0xfc, 0x02, 0xc0, //                               i32.trunc_sat_f64_s, i32.extend8_s
        0x41, 0x00, 0x0b //                                i32.const 0, end
      ]));
    } catch (error) {
      return false;
    }
  }

  if (!('noModule' in document.createElement('script')) || typeof WebAssembly !== 'object' || !compiles()) {
    window.showTooOldMessage();
  } else {
    document.querySelector('.boot-loading').removeAttribute('hidden');
  }
})();
