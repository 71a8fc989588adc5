// What stands at every station in the end, after files are sent one after another.
import { failures, isByPerson, isHeld } from './judge.mjs';
import { rowsOfForms } from './forms.mjs';
import { arrival, count, instant, table, textOf } from './rows.mjs';

const COLUMNS = ['p1', 'p2', 'p3'];

/**
 * What each station shows, as a node must have it after the files were sent in that order: the newest
 * (generation, revision) stands, whole; an older one, or the same again, changes nothing.
 *
 * A row of the tallies is revision 1. A row of a history (a `seen` column) is the next revision of its own
 * file, from the first state that has all votes; a state without all of them takes the station out again.
 */
export class States {
  #standing = new Map();
  #images = new Map();
  #options;
  rows = 0;
  skipped = 0;

  /** `contest` and `choices` (ids in the order of the votes) say which forms of an NDJSON file count. */
  constructor(options = { contest: 'ppwp', choices: ['100025', '100026', '100027'] }) {
    this.#options = options;
  }

  /** Reads one file; `before` is an instant (exclusive), `waves` a number of instants of a history. */
  add(file, until = {}) {
    const text = textOf(file);
    if (text.startsWith('{')) {
      this.#addForms(text, until);
      return this;
    }
    const { header, rows } = table(text);
    const column = Object.fromEntries(header.map((name, i) => [name, i]));
    for (const name of ['tps', 'ts', ...COLUMNS, 'sah', 'tidak_sah', 'total', 'ptot', 'imgs']) {
      if (!(name in column)) throw new Error(`${file}: no column ${name}`);
    }
    if (until.mustBeHistory && !('seen' in column)) throw new Error(`${file}: no column seen, no history`);
    if ('seen' in column) this.#addHistory(rows, column, until);
    else this.#addTallies(rows, column, until);
    return this;
  }

  /** `[station, {outcome, form, failed}]`; the outcome is counted, held, withdrawn or stored. */
  entries() {
    return [...this.#standing];
  }

  #addForms(text, { before }) {
    for (const { station, rank, form, images, recordedAt } of rowsOfForms(text, this.#options)) {
      if (before !== undefined && recordedAt !== null && recordedAt >= before) continue;
      this.rows++;
      if (form === null) {
        this.skipped++;
        continue;
      }
      const elsewhere = images.some((hash) => (this.#images.get(hash) ?? station) !== station);
      for (const hash of images) if (!this.#images.has(hash)) this.#images.set(hash, station);
      this.#put(station, rank, form, elsewhere ? ['T07'] : []);
    }
  }

  #addTallies(rows, column, { before }) {
    for (const cells of rows()) {
      if (before !== undefined && arrival(cells[column.ts], cells[column.imgs]) >= before) continue;
      this.rows++;
      const form = formOf(cells, column);
      if (form.kind === 'withdrawn') this.skipped++;
      else this.#put(cells[column.tps], 1, form, []);
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
      const form = formOf(cells, column);
      const revision = revisions.get(station) ?? 0;
      if (form.kind === 'withdrawn' && revision === 0) {
        this.skipped++;
      } else {
        revisions.set(station, revision + 1);
        this.#put(station, revision + 1, form, []);
      }
    }
  }

  /** domain.md §4: the higher replaces the lower; a machine re-read never replaces a person's decision. */
  #put(station, rank, form, seen) {
    const old = this.#standing.get(station);
    if (old && rank <= old.rank) return;
    const person = isByPerson(form);
    if (old?.person && !person && Math.floor(rank / 65536) === Math.floor(old.rank / 65536)) {
      const beside = old.outcome === 'counted' ? {} : { outcome: 'held', form };
      this.#standing.set(station, { ...old, rank, ...beside });
      return;
    }
    const failed = form.kind === 'votes' ? [...failures(station, form), ...seen] : [];
    const held = form.kind === 'votes' && isHeld(station, form, failed);
    const outcome = form.kind !== 'votes' ? form.kind : held ? 'held' : 'counted';
    this.#standing.set(station, { rank, person, outcome, form, failed });
  }
}

/** A row as a machine's form; one that does not have all votes takes the station out. */
function formOf(cells, column) {
  const of = (name) => count(cells[column[name]], `${cells[column.tps]} ${name}`);
  const votes = COLUMNS.map(of);
  if (votes.includes(null)) return { kind: 'withdrawn', method: 'machine' };
  return {
    kind: 'votes',
    method: 'machine',
    votes,
    valid: of('sah'),
    invalid: of('tidak_sah'),
    total: of('total'),
    users: of('ptot'),
    received: null,
  };
}
