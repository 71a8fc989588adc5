import type { Keeping } from '../live/keeping.js';
import type { Store } from '../live/store.js';

/** How often an open page asks whether there is a newer version of it. */
const ASK_MILLIS = 3_600_000;
/** As long as an answer may take that was asked for before there was a worker (src/live/ask.ts). */
const HAND_OVER_MILLIS = 10_000;

/**
 * Starts the service worker (public/sw.js), which keeps the page and the last numbers for when there
 * is no network. Says `renewed` where a newer version has been fetched that this page is not of: it
 * goes on as it is until the reader loads it anew. A worker waiting for a page that is already of
 * its version is told that it may begin.
 */
async function start(renewed: Store<boolean>): Promise<void> {
  const registration = await navigator.serviceWorker.register('/sw.js', { updateViaCache: 'none' });
  const fetched = (worker: ServiceWorker | null) => {
    worker?.postMessage({ entry: new URL(import.meta.url).pathname });
  };
  navigator.serviceWorker.addEventListener('message', (event: MessageEvent<unknown>) => {
    if (event.data === 'renewed') renewed.set(true);
  });
  fetched(registration.waiting);
  if (!navigator.serviceWorker.controller) void handOver();
  registration.addEventListener('updatefound', () => {
    const worker = registration.installing;
    worker?.addEventListener('statechange', () => {
      // The very first worker takes nothing over: there is no older version.
      if (worker.state === 'installed' && navigator.serviceWorker.controller) fetched(worker);
    });
  });
  setInterval(() => {
    if (document.visibilityState === 'visible') registration.update().catch(() => undefined);
  }, ASK_MILLIS);
}

/**
 * Names to the first worker of all what this page loaded without it, so that also a first visit can be
 * opened offline. An answer that was asked for before the worker may come after it.
 */
async function handOver(): Promise<void> {
  const { active } = await navigator.serviceWorker.ready;
  const observer = new PerformanceObserver((list) => {
    const paths = list
      .getEntries()
      .map((entry) => new URL(entry.name))
      .filter((url) => url.origin === location.origin && url.search === '')
      .map((url) => url.pathname);
    active?.postMessage({ paths: [...new Set(paths)] });
  });
  observer.observe({ type: 'resource', buffered: true });
  setTimeout(() => {
    observer.disconnect();
  }, HAND_OVER_MILLIS);
}

/** Registers the worker once the page stands, so that it takes nothing from the first numbers. */
export function keepOffline(renewed: Store<boolean>, keeping: Keeping): void {
  if (!import.meta.env.PROD || !('serviceWorker' in navigator)) return;
  const begin = () => {
    // Without it (private windows, storage refused) the page works as before, only not offline.
    start(renewed).catch(() => undefined);
    keeping.start();
  };
  if (document.readyState === 'complete') begin();
  else addEventListener('load', begin, { once: true });
}
