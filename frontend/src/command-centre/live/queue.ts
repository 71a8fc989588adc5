import type { HeldRow } from './wire.js';

/** The pages of the queue that were fetched, in their order; walked with the keyboard. */
export class Walk {
  rows: readonly HeldRow[] = [];

  /** Puts a page in its place; what was behind it stays. */
  put(start: number, page: readonly HeldRow[]): void {
    this.rows = [...this.rows.slice(0, start), ...page, ...this.rows.slice(start + page.length)];
  }

  clear(): void {
    this.rows = [];
  }

  private at(contest: string, station: string): number {
    return this.rows.findIndex((row) => row.contest === contest && row.station === station);
  }

  /** The form so many steps away; null at the ends, or where the form is not in what was fetched. */
  step(contest: string, station: string, by: 1 | -1): HeldRow | null {
    const at = this.at(contest, station);
    return at < 0 ? null : (this.rows[at + by] ?? null);
  }

  /** Takes a form out that was settled or moved away. */
  without(contest: string, station: string): void {
    const at = this.at(contest, station);
    if (at >= 0) this.rows = this.rows.filter((_, index) => index !== at);
  }
}
