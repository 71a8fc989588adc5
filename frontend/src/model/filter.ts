import { readable } from './names.js';
import { type AnyRow, isOpen } from './wire.js';

/** What a table of places shows of its rows: those whose name or code fits, in one state or any. */
export interface Filter {
  readonly words: string;
  readonly state: RowState | 'any';
}

export type RowState = 'counted' | 'held' | 'waiting' | 'partial';

/** The states that rows can be asked for: stations are in one, areas are whole, begun or empty. */
export const STATES_OF_STATIONS: readonly RowState[] = ['counted', 'held', 'waiting'];
export const STATES_OF_AREAS: readonly RowState[] = ['partial', 'counted', 'waiting'];

export const ALL: Filter = { words: '', state: 'any' };

/** Without case and accents, as people type. */
function plain(text: string): string {
  return text.normalize('NFD').replaceAll(/\p{M}/gu, '').toLowerCase();
}

/** A station counts, is held, or waits; an area is counted whole, begun (also where only held forms are in), or waits; withheld it has no state. */
export function stateOf(row: AnyRow, isStation: boolean): RowState | null {
  if (!isOpen(row)) return null;
  const { counted, held, expected } = row.stations;
  if (isStation) return counted > 0 ? 'counted' : held > 0 ? 'held' : 'waiting';
  if (counted === 0 && held === 0) return 'waiting';
  return counted >= expected ? 'counted' : 'partial';
}

/**
 * Every word must begin a word of the name; digits alone may also be a part of the code, of a station its number
 * ("12" finds TPS 12 and TPS 120), so that a code from a form finds its row.
 */
function fits(row: AnyRow, words: readonly string[]): boolean {
  const name = plain(readable(row.name)).split(/[^\p{L}\p{N}]+/u);
  return words.every(
    (word) => name.some((part) => part.startsWith(word)) || (/^\d{4,}$/.test(word) && row.code.startsWith(word)),
  );
}

/** The rows that fit, in their order; the same array where nothing is asked. */
export function matching<R extends AnyRow>(rows: readonly R[], filter: Filter, isStation: boolean): readonly R[] {
  const words = plain(filter.words).split(/[^\p{L}\p{N}]+/u).filter((word) => word !== '');
  if (words.length === 0 && filter.state === 'any') return rows;
  return rows.filter(
    (row) => (filter.state === 'any' || stateOf(row, isStation) === filter.state) && fits(row, words),
  );
}
