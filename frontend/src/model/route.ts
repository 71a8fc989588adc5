import { NATION, STATION_LEVEL, levelOf } from './places.js';

/** The page that an address names. */
export type Route =
  | { readonly kind: 'home' }
  | { readonly kind: 'area'; readonly contest: string; readonly area: string }
  | { readonly kind: 'station'; readonly station: string; readonly contest: string | null }
  | { readonly kind: 'unknown' };

const CONTEST = /^[a-z][a-z0-9-]{1,30}$/;

/** Reads `/`, `/{contest}/{area}`, `/tps/{station}?contest=…`; anything else is unknown. */
export function routeOf(path: string, query = ''): Route {
  const parts = path.split('/').filter((part) => part !== '');
  if (parts.length === 0) return { kind: 'home' };
  const [first = '', second = ''] = parts;
  if (parts.length !== 2) return { kind: 'unknown' };
  if (first === 'tps') {
    if (levelOf(second) !== STATION_LEVEL) return { kind: 'unknown' };
    const contest = new URLSearchParams(query).get('contest');
    return { kind: 'station', station: second, contest: contest && CONTEST.test(contest) ? contest : null };
  }
  const level = levelOf(second);
  if (!CONTEST.test(first) || level < 0 || level === STATION_LEVEL) return { kind: 'unknown' };
  return { kind: 'area', contest: first, area: second };
}

/** The address of an area. */
export function areaPath(contest: string, area: string): string {
  return `/${contest}/${area}`;
}

/** The address of a station; the contest is named only where it is not the first. */
export function stationPath(station: string, contest: string | null): string {
  return contest ? `/tps/${station}?contest=${contest}` : `/tps/${station}`;
}

/** Where a contest begins: its only area, or the nation. */
export function startOf(scope: readonly string[]): string {
  const [only] = scope;
  return scope.length === 1 && only !== undefined ? only : NATION;
}
