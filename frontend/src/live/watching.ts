import { type Change, changeOf } from '../model/change.js';
import type { Problem, Results } from '../model/wire.js';
import { Pace } from './pace.js';
import { Store } from './store.js';

/** The numbers of a page change at most once in this time, whatever the tick of the server. */
const SHOWN_MILLIS = 1000;

/** What a page shows of a topic. */
export interface View {
  readonly results: Results | null;
  /** From the state shown before to this one. */
  readonly change: Change | null;
  readonly problem: Problem | null;
}

/**
 * One topic that a page looks at: what is shown of it, at a calm pace. The numbers are always those
 * of one body; nothing in between two states is ever shown.
 */
export class Watched {
  readonly view: Store<View>;
  lookers = 0;
  private readonly pace: Pace;

  constructor(
    readonly topic: string,
    private readonly newest: () => Results | null,
  ) {
    this.view = new Store<View>({ results: newest(), change: null, problem: null });
    this.pace = new Pace(SHOWN_MILLIS, () => {
      this.show();
    });
  }

  moved(): void {
    this.pace.call();
  }

  failed(problem: Problem): void {
    if (this.view.value.results === null) this.view.set({ results: null, change: null, problem });
  }

  stop(): void {
    this.pace.stop();
  }

  private show(): void {
    const before = this.view.value;
    const results = this.newest();
    if (results === null || results === before.results) return;
    const moved = before.results ? changeOf(before.results, results) : null;
    this.view.set({ results, change: moved ?? before.change, problem: null });
  }
}
