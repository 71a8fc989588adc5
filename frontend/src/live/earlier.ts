import type { AnyResults } from '../model/wire.js';
import { type View, viewOf } from './watching.js';
import { AskFailed, ask } from './ask.js';
import type { Live } from './live.js';
import { Store } from './store.js';

const EMPTY: View = { results: null, change: null, problem: null };

/** The standing of an area as it was at an instant: asked for once, it does not move. */
export class Earlier {
  readonly view = new Store<View>(EMPTY);
  private readonly gone = new AbortController();

  constructor(
    private readonly live: Live,
    private readonly contest: string,
    private readonly area: string,
    readonly at: string,
  ) {
    void this.fetch();
  }

  isOf(contest: string, area: string): boolean {
    return contest === this.contest && area === this.area;
  }

  /** Asks again after a failure. */
  async fetch(): Promise<void> {
    try {
      const path = `/api/v1/results/${this.contest}/${this.area}?at=${encodeURIComponent(this.at)}`;
      const { body } = await ask<AnyResults>(path, this.live.clock, { signal: this.gone.signal });
      if (body) this.view.set(viewOf(body));
    } catch (error) {
      if (this.gone.signal.aborted) return;
      const problem = error instanceof AskFailed ? error.problem : null;
      this.view.set({ ...EMPTY, problem: problem ?? { type: '', title: '', status: 0, detail: '' } });
    }
  }

  stop(): void {
    this.gone.abort();
  }
}
