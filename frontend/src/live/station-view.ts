import { comparePositions } from '../model/position.js';
import { parentOf } from '../model/places.js';
import type { Problem } from '../model/wire.js';
import type { StationBody } from '../model/wire-station.js';
import { AskFailed, ask } from './ask.js';
import { backoffMillis } from './backoff.js';
import type { Hold, Live } from './live.js';
import { Store } from './store.js';

/** Asked again this often even where nothing was announced: a held form may replace a held form. */
const PERIOD_MILLIS = 30_000;
/** After the row moved, once more: the first answer may be a cache's from just before. */
const CACHE_MILLIS = 1500;

/** What a station's page shows. */
export interface StationState {
  readonly body: StationBody | null;
  readonly problem: Problem | null;
  /** True where nobody answered yet and it keeps trying. */
  readonly failing: boolean;
}

/**
 * One station under a reader's eyes. It has no topic of its own: its row in the village's table
 * says when to ask again.
 */
export class StationView {
  readonly state = new Store<StationState>({ body: null, problem: null, failing: false });
  private readonly hold: Hold;
  private readonly leave: () => void;
  private row: unknown = null;
  private etag: string | null = null;
  private timer: ReturnType<typeof setTimeout> | undefined;
  private attempt = 0;
  private running: AbortController | null = null;
  private readonly unpause: () => void;

  constructor(
    private readonly live: Live,
    readonly station: string,
    readonly contest: string,
  ) {
    this.hold = live.look(contest, parentOf(station) ?? '');
    this.leave = this.hold.watched.view.subscribe(() => {
      const { results, withheld } = this.hold.watched.view.value;
      const row = (results ?? withheld)?.children?.find((child) => child.code === station);
      if (row && row !== this.row) {
        const first = this.row === null;
        this.row = row;
        if (!first) void this.refresh(CACHE_MILLIS);
      }
    });
    this.unpause = live.paused.subscribe(() => {
      if (live.paused.value === null) void this.refresh();
    });
    void this.refresh();
  }

  stop(): void {
    this.unpause();
    clearTimeout(this.timer);
    this.running?.abort();
    this.leave();
    this.hold.release();
  }

  async refresh(nextMillis = PERIOD_MILLIS): Promise<void> {
    clearTimeout(this.timer);
    this.running?.abort();
    const running = new AbortController();
    this.running = running;
    try {
      const path = `/api/v1/stations/${this.station}/${this.contest}`;
      const answer = await ask<StationBody>(path, this.live.clock, { etag: this.etag, signal: running.signal });
      this.attempt = 0;
      if (answer.keptAt !== null) this.live.liveness.keptFrom(answer.keptAt);
      if (answer.body) this.took(answer.body, answer.etag, answer.keptAt !== null);
      this.again(nextMillis);
    } catch (error) {
      if (running.signal.aborted) return;
      this.failed(error);
    }
  }

  private took(body: StationBody, etag: string | null, kept: boolean): void {
    const known = this.state.value.body;
    const order = known ? comparePositions(body.position, known.position) : 1;
    // At an equal position the device's own copy may be from before the numbers were withheld.
    if (order < 0 || (order === 0 && kept)) return;
    // Held still by the reader: asked again, without the tag of what was not shown, when they let go.
    if (known && this.live.paused.value !== null) return;
    this.etag = etag;
    this.live.clock.atLeast(body.asOf);
    this.state.set({ body, problem: null, failing: false });
  }

  private failed(error: unknown): void {
    const { body } = this.state.value;
    const problem = error instanceof AskFailed ? error.problem : null;
    this.state.set({ body, problem: body ? null : problem, failing: true });
    if (!body && error instanceof AskFailed && error.final) return;
    this.again(backoffMillis(this.attempt++ + 2));
  }

  private again(millis: number): void {
    this.timer = setTimeout(() => void this.refresh(), millis);
  }
}
