import { type HeldFilter, queryOf } from './queue.js';

/** The screens by their addresses. */
export type Screen =
  | { readonly kind: 'path' | 'acts' | 'submitters' | 'webhooks' | 'trail' | 'unknown' }
  | { readonly kind: 'country'; readonly silent: boolean; readonly contest: string }
  | { readonly kind: 'held' | 'bulk'; readonly filter: HeldFilter }
  | { readonly kind: 'life'; readonly contest: string; readonly station: string; readonly receipt: string }
  | { readonly kind: 'form'; readonly contest: string; readonly station: string };

/** Reads an address of the command centre. */
export function screenOf(path: string, query = ''): Screen {
  const parts = path.split('/').filter((part) => part !== '').map(decodeURIComponent);
  const asked = new URLSearchParams(query);
  const of = (key: string) => asked.get(key) ?? '';
  const [first = '', contest = '', station = ''] = parts;
  const filter = { contest: of('contest'), rule: of('rule'), area: of('area') };
  if (parts.length === 0) return { kind: 'path' };
  if (parts.length === 1) {
    if (first === 'country') return { kind: 'country', silent: of('show') === 'silent', contest: of('contest') };
    if (first === 'held') return { kind: 'held', filter };
    if (first === 'acts' || first === 'submitters' || first === 'webhooks' || first === 'trail') return { kind: first };
    if (first === 'life') return { kind: 'life', contest: of('contest'), station: '', receipt: of('receipt') };
  }
  if (parts.length === 2 && first === 'held' && contest === 'bulk') return { kind: 'bulk', filter };
  if (parts.length === 3 && first === 'held') return { kind: 'form', contest, station };
  if (parts.length === 3 && first === 'life') return { kind: 'life', contest, station, receipt: '' };
  return { kind: 'unknown' };
}

export function formAddress(contest: string, station: string): string {
  return `/held/${encodeURIComponent(contest)}/${encodeURIComponent(station)}`;
}

export function lifeAddress(contest: string, station: string): string {
  return `/life/${encodeURIComponent(contest)}/${encodeURIComponent(station)}`;
}

/** One form's life by what intake answered for it. */
export function receiptAddress(receipt: string, contest: string): string {
  const query = new URLSearchParams({ receipt, ...(contest ? { contest } : {}) });
  return `/life?${query.toString()}`;
}

function filtered(path: string, filter: HeldFilter): string {
  const text = queryOf(filter).toString();
  return `${path}${text && `?${text}`}`;
}

/** The address of the queue, filtered. */
export function heldAddress(filter: HeldFilter): string {
  return filtered('/held', filter);
}

/** Where many of the queue are confirmed at once. */
export function bulkAddress(filter: HeldFilter): string {
  return filtered('/held/bulk', filter);
}

/** The country of a contest; all of it, or the silent kabupaten. */
export function countryAddress(contest: string, silent: boolean): string {
  const query = new URLSearchParams();
  if (contest) query.set('contest', contest);
  if (silent) query.set('show', 'silent');
  const text = query.toString();
  return `/country${text && `?${text}`}`;
}
