import { Store } from '../../live/store.js';
import type { Desk, Refused } from './desk.js';
import { refused } from './desk.js';
import type { LiveChannel } from './screens.js';
import type { PathBody, SeriesRow } from './wire.js';

const KEPT_MILLIS = 10 * 60_000;
const RETRY_MILLIS = 3_000;

/** The figures of the path, and their last ten minutes; when they were heard, by this device's clock. */
export class PathWatch {
  readonly body = new Store<PathBody | null>(null);
  readonly series = new Store<readonly SeriesRow[]>([]);
  readonly problem = new Store<Refused | null>(null);
  heardAt = 0;
  private leave: (() => void) | null = null;
  private ended = false;

  constructor(
    private readonly desk: Desk,
    private readonly channel: LiveChannel,
  ) {}

  start(): void {
    this.ended = false;
    this.leave ??= this.channel.on('path', (message) => { this.heard(message as unknown as PathBody); });
    void this.ask();
  }

  end(): void {
    this.ended = true;
    this.leave?.();
    this.leave = null;
  }

  private async ask(): Promise<void> {
    try {
      const [body, series] = await Promise.all([
        this.desk.get<PathBody>('/api/path'),
        this.desk.get<{ rows: readonly SeriesRow[] }>('/api/path/series'),
      ]);
      this.series.set(series.rows);
      this.heard(body);
      this.problem.set(null);
    } catch (error) {
      this.problem.set(refused(error));
      if (!this.ended) setTimeout(() => void this.ask(), RETRY_MILLIS);
    }
  }

  private heard(body: PathBody): void {
    if (Date.parse(body.at) <= Date.parse(this.body.value?.at ?? '')) return;
    this.heardAt = Date.now();
    this.body.set(body);
    this.series.set(appended(this.series.value, rowOf(body)));
  }
}

function rowOf(body: PathBody): SeriesRow {
  const rates = body.forms.perSecond;
  return {
    at: body.at,
    counted: rates.counted ?? null,
    held: rates.held ?? null,
    refused: rates.refused ?? null,
    p99Counted: body.seconds.counted.p99,
    p99Seen: body.seconds.seen.p99,
    viewers: body.viewers.websocket + body.viewers.sse,
    queue: body.queue.forms,
  };
}

/** The series with one more row, and without what is older than ten minutes before it. */
export function appended(rows: readonly SeriesRow[], row: SeriesRow): readonly SeriesRow[] {
  const at = Date.parse(row.at);
  const last = rows.at(-1);
  if (last && Date.parse(last.at) >= at) return rows;
  return [...rows.filter((one) => Date.parse(one.at) > at - KEPT_MILLIS), row];
}
