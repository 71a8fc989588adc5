/** The screens by their addresses. */
export type Screen =
  | { readonly kind: 'path' | 'acts' | 'submitters' | 'trail' | 'unknown' }
  | { readonly kind: 'country'; readonly silent: boolean }
  | { readonly kind: 'held'; readonly rule: string; readonly area: string }
  | { readonly kind: 'form' | 'life'; readonly contest: string; readonly station: string };

/** Reads an address of the command centre. */
export function screenOf(path: string, query = ''): Screen {
  const parts = path.split('/').filter((part) => part !== '').map(decodeURIComponent);
  const asked = new URLSearchParams(query);
  const [first = '', contest = '', station = ''] = parts;
  if (parts.length === 0) return { kind: 'path' };
  if (parts.length === 1) {
    if (first === 'country') return { kind: 'country', silent: asked.get('show') === 'silent' };
    if (first === 'held') return { kind: 'held', rule: asked.get('rule') ?? '', area: asked.get('area') ?? '' };
    if (first === 'acts' || first === 'submitters' || first === 'trail') return { kind: first };
    if (first === 'life') return { kind: 'life', contest: '', station: '' };
  }
  if (parts.length === 3 && first === 'held') return { kind: 'form', contest, station };
  if (parts.length === 3 && first === 'life') return { kind: 'life', contest, station };
  return { kind: 'unknown' };
}

export function formAddress(contest: string, station: string): string {
  return `/held/${encodeURIComponent(contest)}/${encodeURIComponent(station)}`;
}

export function lifeAddress(contest: string, station: string): string {
  return `/life/${encodeURIComponent(contest)}/${encodeURIComponent(station)}`;
}

/** The address of the queue, filtered. */
export function heldAddress(rule: string, area: string): string {
  const query = new URLSearchParams();
  if (rule) query.set('rule', rule);
  if (area) query.set('area', area);
  const text = query.toString();
  return `/held${text && `?${text}`}`;
}
