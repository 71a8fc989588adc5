import type { AnyResults } from '../model/wire.js';

/** The store that the service worker answers from where the network gives nothing (public/sw.js). */
const CACHE = 'pantau-numbers';
const KEPT_HEAD = 'X-Pantau-Kept';
const PERIOD_MILLIS = 30_000;

/**
 * Puts away the newest state of the places that are looked at, since what comes over the socket never
 * passes the service worker: a reader who loses the network finds the numbers they last saw, not
 * those of when they opened the page. Nothing is put away while what is shown is itself old.
 */
export class Keeping {
  private readonly kept = new Map<string, AnyResults>();

  constructor(private readonly newest: () => ReadonlyMap<string, AnyResults>) {}

  start(): void {
    const now = () => void this.keep().catch(() => undefined);
    setInterval(now, PERIOD_MILLIS);
    document.addEventListener('visibilitychange', () => {
      if (document.visibilityState === 'hidden') now();
    });
  }

  /** Writes what moved since the last time; fails where the device has no room or lets nothing be kept. */
  async keep(): Promise<void> {
    // Only where a service worker answers from it: otherwise nobody would ever read it.
    if (!navigator.serviceWorker.controller) return;
    const moved = [...this.newest()].filter(([path, body]) => this.kept.get(path) !== body);
    if (moved.length === 0) return;
    const cache = await caches.open(CACHE);
    for (const [path, body] of moved) {
      this.kept.set(path, body);
      const headers = { 'Content-Type': 'application/json', [KEPT_HEAD]: new Date().toISOString() };
      await cache.put(path, new Response(JSON.stringify(body), { headers }));
    }
  }
}
