import type { AreaInfo, Contest, Election } from '../model/wire.js';
import { AskFailed, ask } from './ask.js';
import { backoffMillis } from './backoff.js';
import type { ServerClock } from './server-clock.js';
import { Store } from './store.js';

/** What does not move: the election, its contests and choices. */
export interface Reference {
  readonly election: Election;
  readonly contests: readonly Contest[];
}

/** Loads the reference data once and keeps the names of places that were asked for. */
export class ReferenceData {
  /** Null until it is there; it keeps trying. */
  readonly loaded = new Store<Reference | null>(null);
  /** True where at least one attempt failed and none succeeded yet. */
  readonly failing = new Store(false);
  private readonly areas = new Map<string, Promise<AreaInfo>>();
  private retry: ReturnType<typeof setTimeout> | undefined;
  private attempt = 0;

  constructor(private readonly clock: ServerClock) {}

  async load(): Promise<void> {
    clearTimeout(this.retry);
    try {
      const [elections, contests] = await Promise.all([
        ask<{ elections: readonly Election[] }>('/api/v1/elections', this.clock),
        ask<{ contests: readonly Contest[] }>('/api/v1/contests', this.clock),
      ]);
      const election = elections.body?.elections[0];
      if (!election || !contests.body?.contests[0]) throw new AskFailed(null, 'no election');
      this.loaded.set({ election, contests: contests.body.contests });
      this.failing.set(false);
    } catch {
      this.failing.set(true);
      this.retry = setTimeout(() => void this.load(), backoffMillis(this.attempt++));
    }
  }

  /** A place with its path from the nation; asked once, and again only after a failure. */
  area(code: string): Promise<AreaInfo> {
    let known = this.areas.get(code);
    if (!known) {
      known = ask<AreaInfo>(`/api/v1/areas/${code}`, this.clock).then(({ body }) => {
        if (!body) throw new AskFailed(null, `areas/${code}: empty`);
        return body;
      });
      this.areas.set(code, known);
      known.catch(() => this.areas.delete(code));
    }
    return known;
  }
}
