// Keeps a copy of the site in the browser, for use without a network. scripts/service.sh puts the VERSION, which is the
// name of the folder with the app, and the FILES with their hashes above this.
//
// Each version has a cache of its own. A page gets all files of the version that it began with: they stand in its
// version's folder, or are asked for with its name behind a question mark. A page holds a lock by that name (see boot.js).
const PREFIX = `tuiyan ${registration.scope} `;

// All files or none: one that is not of this version fails its hash, and a later visit tries again.
async function keep() {
  const cache = await caches.open(PREFIX + VERSION);
  const files = Object.entries(FILES).map(([path, integrity]) => new Request(path, { integrity, cache: 'no-cache' }));
  try {
    await cache.addAll(files);
  } catch (error) {
    await caches.delete(PREFIX + VERSION);
    throw error;
  }
}

// Deletes versions that no page uses any more.
async function tidy() {
  // The cache of a newer version is being filled, or waits.
  if (registration.installing || registration.waiting) return;
  const { held } = await navigator.locks.query();
  const used = [VERSION, ...held.map(lock => lock.name)].map(version => PREFIX + version);
  const names = await caches.keys();
  await Promise.all(names.filter(name => name.startsWith(PREFIX) && !used.includes(name)).map(name => caches.delete(name)));
}

async function answer(request, version, path) {
  return await caches.match(path, { cacheName: PREFIX + version }) ?? fetch(request);
}

self.addEventListener('install', event => event.waitUntil(keep()));

self.addEventListener('activate', event => event.waitUntil(tidy().then(() => clients.claim())));

self.addEventListener('message', event => {
  if (event.data === 'take over') skipWaiting();
  else event.waitUntil(tidy());
});

self.addEventListener('fetch', event => {
  const { method, url } = event.request;
  if (method !== 'GET' || !url.startsWith(registration.scope)) return;
  const { pathname, search } = new URL(url);
  const path = pathname.slice(new URL(registration.scope).pathname.length).replace(/^(index\.html)?$/, './');
  const [version] = /^app-\w+/.exec(path) ?? /^app-\w+/.exec(search.slice(1)) ?? [VERSION];
  if (version === VERSION && !Object.hasOwn(FILES, path)) return;
  event.respondWith(answer(event.request, version, path));
});
