// The service worker: what a visited page needs to open without a network. The page comes from the
// network wherever that answers, its hashed assets from the device, and numbers are kept only as the
// answer to a network that gives none: always marked with the time they were fetched at
// (X-Pantau-Kept), so that the page says how old they are. The live socket never passes through here.
// How to switch it off everywhere: frontend/README.md.

// Both lines are written by scripts/worker.mjs: what the first screen and a station's page need.
const VERSION = 'unbuilt';
const SHELL = ['/'];

const SHELL_CACHE = `pantau-shell-${VERSION}`;
/** Pieces that came on demand; their names carry their content, so they outlive a version. */
const ASSETS_CACHE = 'pantau-assets';
/** Also written by the page itself, with what came over the socket (src/live/keeping.ts). */
const NUMBERS_CACHE = 'pantau-numbers';
const REFERENCE_CACHE = 'pantau-reference';

const ASSETS_MAX = 80;
const NUMBERS_MAX = 60;
const NUMBERS_BYTES_MAX = 400_000;
/** Shorter than the page's own patience with an answer (src/live/ask.ts). */
const NUMBERS_WAIT_MILLIS = 8_000;
const PAGE_WAIT_MILLIS = 6_000;

const KEPT_HEAD = 'X-Pantau-Kept';
const PAGE = /^\/(?:tps\/[0-9A-Z]{13}|[a-z][a-z0-9-]{1,30}\/[0-9A-Z]{1,10})?$/;
const SERVERS = /^\/(?:api|data|live|lite|card|photos|sitemap|embed|developers|assets)\//;
const NUMBERS = /^\/api\/v1\/(?:results|areas|stations)\//;
const REFERENCE = /^\/api\/v1\/(?:elections|contests)$/;

self.addEventListener('install', (event) => {
  event.waitUntil(
    caches.open(SHELL_CACHE).then((cache) =>
      // The page itself anew; the rest is named by its content or has just been loaded by the page.
      cache.addAll(SHELL.map((path) => new Request(path, { cache: path === '/' ? 'no-cache' : 'default' }))),
    ),
  );
});

self.addEventListener('activate', (event) => {
  event.waitUntil(
    (async () => {
      for (const name of await caches.keys()) {
        if (name.startsWith('pantau-shell-') && name !== SHELL_CACHE) await caches.delete(name);
      }
      await self.registration.navigationPreload?.enable();
      await self.clients.claim();
    })(),
  );
});

/** An answer with the time it was fetched at, as it is put away. */
async function marked(response) {
  const body = await response.blob();
  if (body.size > NUMBERS_BYTES_MAX) return null;
  const headers = new Headers(response.headers);
  headers.set(KEPT_HEAD, new Date().toISOString());
  // The body is no longer compressed, whatever its head said.
  headers.delete('Content-Encoding');
  headers.delete('Content-Length');
  return new Response(body, { status: 200, headers });
}

/** Puts an answer away; past the limit the longest unvisited go. A full device keeps what it has. */
async function keep(name, max, path, response) {
  try {
    const cache = await caches.open(name);
    await cache.delete(path);
    await cache.put(path, response);
    const keys = await cache.keys();
    await Promise.all(keys.slice(0, Math.max(0, keys.length - max)).map((key) => cache.delete(key)));
  } catch {
    // Nothing is lost but the memory of it.
  }
}

function cacheOf(path) {
  if (REFERENCE.test(path)) return REFERENCE_CACHE;
  return NUMBERS.test(path) ? NUMBERS_CACHE : null;
}

async function keepNumbers(name, path, response) {
  const kept = await marked(response);
  if (kept) await keep(name, NUMBERS_MAX, path, kept);
}

/** True where the network answered, if only to say no; a gateway whose node is away did not. */
function answered(response) {
  return response !== undefined && response.status < 500;
}

/** The network's answer; undefined where it took too long or failed. */
async function within(millis, answer) {
  let timer;
  const late = new Promise((resolve) => {
    timer = setTimeout(resolve, millis);
  });
  try {
    return await Promise.race([answer, late]);
  } catch {
    return undefined;
  } finally {
    clearTimeout(timer);
  }
}

async function numbers(event, name, path) {
  const asking = fetch(event.request);
  const response = await within(NUMBERS_WAIT_MILLIS, asking);
  if (answered(response)) {
    if (response.status === 200) event.waitUntil(keepNumbers(name, path, response.clone()));
    return response;
  }
  const kept = await caches.match(path, { cacheName: name });
  return kept ?? response ?? asking;
}

async function page(event) {
  const asking = Promise.resolve(event.preloadResponse).then((preloaded) => preloaded ?? fetch(event.request));
  const response = await within(PAGE_WAIT_MILLIS, asking);
  if (answered(response)) return response;
  const shell = await caches.match('/', { cacheName: SHELL_CACHE });
  return shell ?? response ?? asking;
}

async function asset(event, path) {
  const kept = await caches.match(path);
  if (kept) return kept;
  const response = await fetch(event.request);
  if (response.status === 200) event.waitUntil(keep(ASSETS_CACHE, ASSETS_MAX, path, response.clone()));
  return response;
}

self.addEventListener('fetch', (event) => {
  const { request } = event;
  const url = new URL(request.url);
  if (request.method !== 'GET' || url.origin !== self.location.origin) return;
  const path = url.pathname;
  if (request.mode === 'navigate') {
    if (PAGE.test(path) && !SERVERS.test(path)) event.respondWith(page(event));
    return;
  }
  // Questions (an earlier instant, a search) are answered by the network or not at all.
  if (url.search !== '') return;
  const name = cacheOf(path);
  if (name) event.respondWith(numbers(event, name, path));
  else if (path.startsWith('/assets/') || (path !== '/' && SHELL.includes(path))) event.respondWith(asset(event, path));
});

/** Fetches what the page had before there was a worker; the browser still has most of it. */
async function visited(paths) {
  for (const path of paths.slice(0, NUMBERS_MAX)) {
    const name = cacheOf(path);
    const isAsset = path.startsWith('/assets/') && !SHELL.includes(path);
    if ((!name && !isAsset) || (await caches.match(path))) continue;
    const response = await fetch(path).catch(() => undefined);
    if (response?.status !== 200) continue;
    if (name) await keepNumbers(name, path, response);
    else await keep(ASSETS_CACHE, ASSETS_MAX, path, response);
  }
}

/**
 * A page of this version may have this worker, if no other page is open that still needs the pieces
 * of the version before. An older page goes on with the worker it has, and is told of the newer one.
 */
async function meet(client, entry) {
  if (!SHELL.includes(entry)) {
    client.postMessage('renewed');
    return;
  }
  const pages = await self.clients.matchAll({ type: 'window', includeUncontrolled: true });
  if (pages.length <= 1) await self.skipWaiting();
}

self.addEventListener('message', (event) => {
  const { entry, paths } = event.data ?? {};
  if (typeof entry === 'string' && event.source) event.waitUntil(meet(event.source, entry));
  if (Array.isArray(paths)) event.waitUntil(visited(paths.map(String)));
});
