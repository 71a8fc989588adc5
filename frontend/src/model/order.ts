import { type AnyRow, type Choice, isOpen } from './wire.js';
import { progressOf, shareOf, sumOfVotes } from './shares.js';

/** By what a table of places can be sorted; `votes:` and `share:` are followed by a choice's id. */
export type SortKey =
  | 'code'
  | 'name'
  | 'counted'
  | 'held'
  | 'expected'
  | 'progress'
  | `votes:${string}`
  | `share:${string}`;

export interface Order {
  readonly key: SortKey;
  readonly descending: boolean;
}

/** The order of codes, as the backend sends it and as KPU lists it. */
export const BY_CODE: Order = { key: 'code', descending: false };

/** What a row is sorted by; a withheld one has no number and stands at the low end. */
function valueOf(row: AnyRow, key: SortKey, choices: readonly Choice[]): number {
  if (!isOpen(row)) return -1;
  if (key.startsWith('votes:')) return row.totals.votes[key.slice(6)] ?? 0;
  if (key.startsWith('share:')) {
    const votes = row.totals.votes;
    return shareOf(votes[key.slice(6)] ?? 0, sumOfVotes(votes, choices)) ?? -1;
  }
  if (key === 'progress') return progressOf(row.stations) ?? -1;
  if (key === 'counted' || key === 'held' || key === 'expected') return row.stations[key];
  return 0;
}

/** The rows in an order; equal ones stay in the order of codes, so that nothing jumps about. */
export function ordered<R extends AnyRow>(rows: readonly R[], order: Order, choices: readonly Choice[]): readonly R[] {
  const { key, descending } = order;
  if (key === 'code' && !descending) return rows;
  const sign = descending ? -1 : 1;
  const byCode = (a: AnyRow, b: AnyRow) => (a.code < b.code ? -1 : 1);
  if (key === 'code') return [...rows].reverse();
  if (key === 'name') {
    const collator = new Intl.Collator('id', { numeric: true });
    return [...rows].sort((a, b) => sign * collator.compare(a.name, b.name) || byCode(a, b));
  }
  const values = new Map(rows.map((row) => [row.code, valueOf(row, key, choices)]));
  const value = (row: AnyRow) => values.get(row.code) ?? 0;
  return [...rows].sort((a, b) => sign * (value(a) - value(b)) || byCode(a, b));
}

/** The order after a press on a column's head: numbers first from the largest, names from A. */
export function pressed(order: Order, key: SortKey): Order {
  const first = key !== 'name' && key !== 'code';
  if (order.key !== key) return { key, descending: first };
  return order.descending === first ? { key, descending: !first } : BY_CODE;
}
