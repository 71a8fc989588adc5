import { type Change, changeOf } from '../model/change.js';
import type { AnyResults, ClosedResults, Problem, Results } from '../model/wire.js';
import { Pace } from './pace.js';
import { Store } from './store.js';

/** The numbers of a page change at most once in this time, whatever the tick of the server. */
const SHOWN_MILLIS = 1000;

/** What a page shows of a topic. */
export interface View {
  readonly results: Results | null;
  /** The body that says why there are no numbers, where they are withheld; then `results` is null. */
  readonly withheld?: ClosedResults | null;
  /** From the state shown before to this one. */
  readonly change: Change | null;
  readonly problem: Problem | null;
}

/** The view of a body: its numbers, or the statement that stands in their place. */
export function viewOf(body: AnyResults | null, change: Change | null = null): View {
  if (body?.status === 'withheld') return { results: null, withheld: body, change: null, problem: null };
  return { results: body, withheld: null, change, problem: null };
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
    private readonly newest: () => AnyResults | null,
    private readonly frozen: () => boolean = () => false,
  ) {
    this.view = new Store<View>(viewOf(newest()));
    this.pace = new Pace(SHOWN_MILLIS, () => {
      this.show();
    });
  }

  moved(): void {
    this.pace.call();
  }

  /** The reader lets the numbers move again: the newest at once, whatever the pace. */
  resumed(): void {
    this.show();
  }

  failed(problem: Problem): void {
    const { results, withheld } = this.view.value;
    if (!results && !withheld) this.view.set({ ...viewOf(null), problem });
  }

  stop(): void {
    this.pace.stop();
  }

  private show(): void {
    const before = this.view.value;
    const shown = before.results ?? before.withheld ?? null;
    const newest = this.newest();
    if (newest === null || newest === shown) return;
    // Held still by the reader: the newest shows when they let go. A page that shows nothing yet may show.
    if (shown !== null && this.frozen()) return;
    const open = newest.status === 'withheld' ? null : newest;
    const moved = before.results && open ? changeOf(before.results, open) : null;
    this.view.set(viewOf(newest, moved ?? before.change));
  }
}
