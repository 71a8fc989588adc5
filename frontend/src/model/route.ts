import { NATION, STATION_LEVEL, levelOf } from './places.js';

/** How an area's page is asked for, beside its place: all of it stands in the address, so all of it can be shared. */
export interface Manner {
  /** An instant of which the standing is shown, ISO-8601; null = now. */
  readonly at: string | null;
  /** Everything as sent, held forms included, instead of what is counted. */
  readonly sent: boolean;
  /** For halls and television: huge type and nothing to press. */
  readonly wall: boolean;
}

/** The page that an address names. */
export type Route =
  | { readonly kind: 'home'; readonly manner: Manner }
  | { readonly kind: 'area'; readonly contest: string; readonly area: string; readonly manner: Manner }
  | { readonly kind: 'station'; readonly station: string; readonly contest: string | null }
  /** Where a widget is put together, for this place at first. */
  | { readonly kind: 'embed'; readonly contest: string | null; readonly area: string | null }
  | { readonly kind: 'unknown' };

/** The page as most people see it: now, what is counted, on a device. */
export const PLAIN: Manner = { at: null, sent: false, wall: false };

const CONTEST = /^[a-z][a-z0-9-]{1,30}$/;
const INSTANT = /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}(?:\.\d{1,9})?(?:Z|[+-]\d{2}:\d{2})$/;

function mannerOf(query: URLSearchParams): Manner {
  const at = query.get('at');
  return {
    at: at && INSTANT.test(at) && !Number.isNaN(Date.parse(at)) ? at : null,
    sent: query.get('show') === 'sent',
    wall: query.get('view') === 'wall',
  };
}

/** Reads `/`, `/{contest}/{area}`, `/tps/{station}?contest=…`, `/embed?contest=…&area=…`; anything else is unknown. */
export function routeOf(path: string, query = ''): Route {
  const parts = path.split('/').filter((part) => part !== '');
  const asked = new URLSearchParams(query);
  if (parts.length === 0) return { kind: 'home', manner: mannerOf(asked) };
  const [first = '', second = ''] = parts;
  if (parts.length === 1 && first === 'embed') {
    const [contest, area] = [asked.get('contest'), asked.get('area') ?? ''];
    const level = levelOf(area);
    return { kind: 'embed', contest: contest && CONTEST.test(contest) ? contest : null, area: level >= 0 && level < STATION_LEVEL ? area : null };
  }
  if (parts.length !== 2) return { kind: 'unknown' };
  if (first === 'tps') {
    if (levelOf(second) !== STATION_LEVEL) return { kind: 'unknown' };
    const contest = asked.get('contest');
    return { kind: 'station', station: second, contest: contest && CONTEST.test(contest) ? contest : null };
  }
  const level = levelOf(second);
  if (!CONTEST.test(first) || level < 0 || level === STATION_LEVEL) return { kind: 'unknown' };
  return { kind: 'area', contest: first, area: second, manner: mannerOf(asked) };
}

/** The address of an area, in a manner. */
export function areaPath(contest: string, area: string, manner: Manner = PLAIN): string {
  const query = new URLSearchParams();
  if (manner.at) query.set('at', manner.at);
  if (manner.sent) query.set('show', 'sent');
  if (manner.wall) query.set('view', 'wall');
  const text = query.toString().replaceAll('%3A', ':');
  return `/${contest}/${area}${text && `?${text}`}`;
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
