import { Store } from '../../live/store.js';
import type { Desk, Refused } from './desk.js';
import { refused } from './desk.js';
import { merged } from './rows.js';
import type { LiveChannel } from './screens.js';
import type { AreaRow, CountryBody } from './wire.js';

/** Asked anew as often: the arrival curve and silence move without a row. */
const AGAIN_MILLIS = 30_000;
const AGAIN_FAILED_MILLIS = 5_000;

/** The country of one contest: asked, then kept true by the rows that change. */
export class CountryWatch {
  readonly body = new Store<CountryBody | null>(null);
  readonly problem = new Store<Refused | null>(null);
  private leave: (() => void) | null = null;
  private timer: ReturnType<typeof setTimeout> | undefined;
  private contest: string | null = null;

  constructor(
    private readonly desk: Desk,
    private readonly channel: LiveChannel,
  ) {}

  watch(contest: string): void {
    if (this.contest === contest) return;
    this.end();
    this.contest = contest;
    this.body.set(null);
    this.leave = this.channel.on('country', (message) => {
      const body = this.body.value;
      if (body && message.contest === body.contest) this.body.set(merged(body, String(message.at), message.rows as AreaRow[]));
    });
    void this.ask(true);
  }

  end(): void {
    clearTimeout(this.timer);
    this.leave?.();
    this.leave = null;
    this.contest = null;
  }

  private async ask(attended = false): Promise<void> {
    const { contest } = this;
    try {
      const path = `/api/country${contest ? `?contest=${encodeURIComponent(contest)}` : ''}`;
      const body = await (attended ? this.desk.get<CountryBody>(path) : this.desk.getUnattended<CountryBody>(path));
      if (this.contest !== contest) return;
      this.body.set(body);
      this.problem.set(null);
    } catch (error) {
      if (this.contest !== contest) return;
      this.problem.set(refused(error));
    }
    this.timer = setTimeout(() => void this.ask(), this.problem.value ? AGAIN_FAILED_MILLIS : AGAIN_MILLIS);
  }
}
