import type { AreaMap } from '../model/map-shape.js';

const TIMEOUT_MILLIS = 15_000;

/** Where the prepared maps lie, by file; the build gives each its hash. */
const ADDRESSES = import.meta.glob<string>('/target/geography/*.json', { query: '?url', import: 'default', eager: true });

function addressOf(area: string): string | undefined {
  return ADDRESSES[`/target/geography/${area}.json`];
}

/** The maps that were looked at; each is fetched once, and again only after a failure. */
export class Geography {
  private readonly known = new Map<string, Promise<AreaMap>>();

  /** Fails where there is no such map or no network. */
  map(area: string): Promise<AreaMap> {
    let map = this.known.get(area);
    if (!map) {
      map = fetchMap(area);
      this.known.set(area, map);
      map.catch(() => this.known.delete(area));
    }
    return map;
  }
}

async function fetchMap(area: string): Promise<AreaMap> {
  const address = addressOf(area);
  if (!address) throw new Error(`no map of ${area}`);
  const response = await fetch(address, { credentials: 'omit', signal: AbortSignal.timeout(TIMEOUT_MILLIS) });
  if (!response.ok) throw new Error(`${address}: ${response.status}`);
  return (await response.json()) as AreaMap;
}
