import { type Desk, type Refused, refused } from './desk.js';
import type { HeldPage, HeldRow } from './wire.js';

const PAGE = 100;

/** What a queue is narrowed to; an empty text is no limit. */
export interface HeldFilter {
  readonly contest: string;
  readonly rule: string;
  readonly area: string;
}

export interface FormAddress {
  readonly contest: string;
  readonly station: string;
}

export function queryOf(filter: HeldFilter): URLSearchParams {
  const query = new URLSearchParams();
  for (const [key, value] of Object.entries(filter) as [string, string][]) if (value) query.set(key, value);
  return query;
}

/**
 * The queue of held forms under a filter, oldest first: its pages are fetched as they are needed, by
 * the list as it is scrolled and by the keyboard as it is walked.
 */
export class Queue {
  filter: HeldFilter = { contest: '', rule: '', area: '' };
  rows: readonly HeldRow[] = [];
  /** The newest page; null before the first. */
  page: HeldPage | null = null;
  problem: Refused | null = null;
  /** The cursor of the next page, empty before the first, null after the last. */
  private cursor: string | null = '';
  /** How often a filter was chosen: a page that was asked for before is dropped. */
  private turn = 0;
  private fetching: Promise<void> = Promise.resolve();
  /** Forms left behind that are in no fetched page. */
  private behind: FormAddress[] = [];

  constructor(private readonly desk: Desk) {}

  /** Begins anew under a filter. */
  choose(filter: HeldFilter): void {
    this.filter = filter;
    this.turn += 1;
    this.rows = [];
    this.behind = [];
    this.cursor = '';
    this.problem = null;
  }

  /** Fetches until so many rows are there, or there are no more; one page at a time. */
  reach(count: number): Promise<void> {
    const { turn } = this;
    this.fetching = this.fetching.then(async () => {
      while (turn === this.turn && this.rows.length < count && this.cursor !== null) await this.more();
    });
    return this.fetching;
  }

  private async more(): Promise<void> {
    const { turn } = this;
    const query = queryOf(this.filter);
    query.set('limit', String(PAGE));
    if (this.cursor) query.set('after', this.cursor);
    try {
      const page = await this.desk.get<HeldPage>(`/api/held?${query.toString()}`);
      if (turn !== this.turn) return;
      this.problem = null;
      this.page = page;
      this.cursor = page.next;
      this.rows = [...this.rows, ...page.rows];
    } catch (error) {
      if (turn !== this.turn) return;
      this.problem = refused(error);
      this.cursor = null;
    }
  }

  private at({ contest, station }: FormAddress): number {
    return this.rows.findIndex((row) => row.contest === contest && row.station === station);
  }

  /**
   * The form before or after one. Past the fetched pages the next one is fetched; a form that is in
   * none of them is followed by what the node says, and led back to from there.
   *
   * @param next what the node says follows, under this filter
   * @param passed forms not to stop at
   */
  async step(from: FormAddress, by: 1 | -1, next: FormAddress | null, passed?: (row: HeldRow) => boolean): Promise<FormAddress | null> {
    let at = this.at(from);
    if (at < 0) {
      if (by === -1) return this.behind.pop() ?? null;
      if (next) this.behind.push(from);
      return next;
    }
    for (;;) {
      at += by;
      if (at >= this.rows.length) await this.reach(at + 1);
      const row = this.rows[at];
      if (!row || !passed?.(row)) return row ?? null;
    }
  }

  /** Takes a form out that was settled or moved away. */
  without(address: FormAddress): void {
    const at = this.at(address);
    if (at >= 0) this.rows = this.rows.filter((_, index) => index !== at);
  }
}
