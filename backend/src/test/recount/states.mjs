// What every station's numbers are in the end, after files are sent one after another.
import { arrival, count, instant, table, textOf } from './rows.mjs';

const CHOICES = ['p1', 'p2', 'p3'];

/**
 * The current state of each station, as a node must have it after the files were sent in that order.
 * A row of the tallies is revision 1; a row of a history (a `seen` column) is the next revision of its
 * own file, from the first state that has all votes; a state without all of them takes the station out
 * again. A revision that is not higher than what stands changes nothing.
 */
export class States {
  #current = new Map();
  rows = 0;
  skipped = 0;

  /** Reads one file; `until` (exclusive) is an instant, or a number of waves of a history. */
  add(file, until = {}) {
    const { header, rows } = table(textOf(file));
    const column = Object.fromEntries(header.map((name, i) => [name, i]));
    for (const name of ['tps', 'ts', ...CHOICES, 'sah', 'tidak_sah', 'total', 'ptot', 'imgs']) {
      if (!(name in column)) throw new Error(`${file}: no column ${name}`);
    }
    if (until.mustBeHistory && !('seen' in column)) throw new Error(`${file}: no column seen, no history`);
    if ('seen' in column) this.#addHistory(rows, column, until);
    else this.#addTallies(rows, column, until);
    return this;
  }

  /** Yields `[station, state]`, the state null where the station is withdrawn. */
  entries() {
    return [...this.#current].map(([station, { state }]) => [station, state]);
  }

  #addTallies(rows, column, { before }) {
    for (const cells of rows()) {
      if (before !== undefined && arrival(cells[column.ts], cells[column.imgs]) >= before) continue;
      this.rows++;
      const state = stateOf(cells, column);
      if (state === null) this.skipped++;
      else this.#put(cells[column.tps], 1, state);
    }
  }

  #addHistory(rows, column, { before, waves }) {
    const all = [...rows()].map((cells) => ({ cells, seen: instant(cells[column.seen]) }));
    all.sort((a, b) => a.seen - b.seen);
    const last = waves === undefined ? undefined : [...new Set(all.map((r) => r.seen))][waves - 1];
    const revisions = new Map();
    for (const { cells, seen } of all) {
      if ((before !== undefined && seen >= before) || (last !== undefined && seen > last)) break;
      this.rows++;
      const station = cells[column.tps];
      const state = stateOf(cells, column);
      const revision = revisions.get(station) ?? 0;
      if (state === null && revision === 0) {
        this.skipped++;
      } else {
        revisions.set(station, revision + 1);
        this.#put(station, revision + 1, state);
      }
    }
  }

  #put(station, revision, state) {
    if (revision > (this.#current.get(station)?.revision ?? 0)) {
      this.#current.set(station, { revision, state });
    }
  }
}

/** A row's figures, or null where it does not have all votes. */
function stateOf(cells, column) {
  const of = (name) => count(cells[column[name]], `${cells[column.tps]} ${name}`);
  const votes = CHOICES.map(of);
  if (votes.includes(null)) return null;
  return {
    method: 'machine',
    votes,
    valid: of('sah'),
    invalid: of('tidak_sah'),
    total: of('total'),
    users: of('ptot'),
    received: null,
  };
}
