import { type Position, comparePositions } from '../model/position.js';
import type { Problem } from '../model/wire.js';
import { AskFailed, ask } from './ask.js';
import { backoffMillis } from './backoff.js';
import type { ServerClock } from './server-clock.js';
import { Store } from './store.js';

/** What is known of a body that is followed. */
export interface Followed<T> {
  readonly body: T | null;
  /** True where the last attempt failed; what is known stays. */
  readonly failing: boolean;
  readonly problem: Problem | null;
}

/**
 * A body of the API that has no topic of its own, asked for again at a calm pace with its ETag:
 * only while somebody sees it, so that a page in the background, or a part far below the screen,
 * costs nobody anything.
 */
export class Follow<T extends { readonly position: Position }> {
  readonly state = new Store<Followed<T>>({ body: null, failing: false, problem: null });
  private etag: string | null = null;
  private seen = false;
  private attempt = 0;
  private dueAt = 0;
  private timer: ReturnType<typeof setTimeout> | undefined;
  private running: AbortController | null = null;
  private readonly look = () => {
    this.plan();
  };

  constructor(
    private readonly clock: ServerClock,
    private path: string,
    private readonly periodMillis: number,
  ) {
    document.addEventListener('visibilitychange', this.look);
    this.refresh();
  }

  /** Asks the same thing at another address (a longer list); what is known stays until it answers. */
  at(path: string): void {
    if (path === this.path) return;
    this.path = path;
    this.etag = null;
    this.refresh();
  }

  /** Says whether the part that shows it is on, or near, the screen. */
  watch(seen: boolean): void {
    this.seen = seen;
    this.plan();
  }

  /** Asks at once, whoever looks. */
  refresh(): void {
    void this.fetch();
  }

  /** Asks soon: what was asked just now may have come from a cache. */
  soon(millis: number): void {
    this.dueAt = Math.min(this.dueAt, Date.now() + millis);
    this.plan();
  }

  stop(): void {
    document.removeEventListener('visibilitychange', this.look);
    clearTimeout(this.timer);
    this.running?.abort();
  }

  private plan(): void {
    clearTimeout(this.timer);
    const idle = !this.seen || document.visibilityState !== 'visible' || this.running !== null;
    if (idle || this.dueAt === Infinity) return;
    this.timer = setTimeout(() => void this.fetch(), Math.max(0, this.dueAt - Date.now()));
  }

  private async fetch(): Promise<void> {
    this.running?.abort();
    const running = new AbortController();
    this.running = running;
    try {
      const answer = await ask<T>(this.path, this.clock, { etag: this.etag, signal: running.signal });
      this.attempt = 0;
      this.took(answer.body, answer.etag);
      this.dueAt = Date.now() + this.periodMillis;
    } catch (error) {
      if (running.signal.aborted) return;
      this.failed(error);
    }
    this.running = null;
    this.plan();
  }

  private took(body: T | null, etag: string | null): void {
    const known = this.state.value.body;
    const older = body && known && comparePositions(body.position, known.position) < 0;
    if (body && !older) this.etag = etag;
    this.state.set({ body: body && !older ? body : known, failing: false, problem: null });
  }

  private failed(error: unknown): void {
    const problem = error instanceof AskFailed ? error.problem : null;
    this.state.set({ body: this.state.value.body, failing: true, problem });
    const final = error instanceof AskFailed && error.final;
    this.dueAt = final ? Infinity : Date.now() + backoffMillis(this.attempt++ + 2);
  }
}
