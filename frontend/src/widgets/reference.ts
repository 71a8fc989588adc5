import { ask } from '../live/ask.js';
import { backoffMillis } from '../live/backoff.js';
import type { ServerClock } from '../live/server-clock.js';
import { Store } from '../live/store.js';
import type { Contest, Election } from '../model/wire.js';

/** What does not move: the names of the contests and choices, and what the election promises. */
export interface Reference {
  readonly election: Election | null;
  readonly contests: readonly Contest[];
}

/** Asked for once, however many widgets there are; null until it is there, and it keeps trying. */
export class ReferenceData {
  readonly loaded = new Store<Reference | null>(null);
  private attempt = 0;
  private asked = false;

  constructor(
    private readonly origin: string,
    private readonly clock: ServerClock,
  ) {}

  /** Begins at the first call. */
  want(): void {
    if (this.asked) return;
    this.asked = true;
    void this.load();
  }

  private async load(): Promise<void> {
    const api = `${this.origin}/api/v1/`;
    try {
      const [elections, contests] = await Promise.all([
        ask<{ elections: readonly Election[] }>(`${api}elections`, this.clock),
        ask<{ contests: readonly Contest[] }>(`${api}contests`, this.clock),
      ]);
      this.loaded.set({ election: elections.body?.elections[0] ?? null, contests: contests.body?.contests ?? [] });
    } catch {
      setTimeout(() => void this.load(), backoffMillis(this.attempt++));
    }
  }
}
