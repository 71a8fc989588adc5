import { Store } from './store.js';

export type LinkState = 'connecting' | 'live' | 'reconnecting' | 'delayed' | 'offline' | 'stopped';
export type LinkReason = 'count' | 'behind' | 'polling' | null;

/** What the page says of its connection. */
export interface Link {
  readonly state: LinkState;
  readonly reason: LinkReason;
  /** When the numbers on screen were last known to be the newest, by the page's own clock; null while live. */
  readonly knownAt: number | null;
}

/** A loss shorter than this is a blip and is not shown. */
export const BLIP_MILLIS = 3000;
/** A loss longer than this is no longer called reconnecting, though it still tries. */
export const OFFLINE_MILLIS = 20_000;
/** Numbers fetched this recently make up for a missing socket: late, but not offline. */
const POLL_FRESH_MILLIS = 40_000;

/** Turns what is known of the connection into one calm word; blips do not reach it. */
export class Liveness {
  readonly link = new Store<Link>({ state: 'connecting', reason: null, knownAt: null });
  private open = false;
  private lostAt: number | null = Date.now();
  private delayed = false;
  private behindSince: number | null = null;
  private online = true;
  private stopped = false;
  private knownAt: number | null = null;
  private polledAt: number | null = null;
  private kept = false;
  private unanswered = false;
  private timer: ReturnType<typeof setTimeout> | undefined;

  /** A text came in over the socket: what is shown is the newest there is. */
  heard(): void {
    this.open = true;
    this.kept = false;
    this.lostAt = null;
    this.knownAt = Date.now();
    this.judge();
  }

  heartbeat(delayed: boolean): void {
    this.delayed = delayed;
    this.heard();
  }

  /** The server sent something older than what is known, or caught up again. */
  offered(older: boolean): void {
    this.behindSince = older ? (this.behindSince ?? Date.now()) : null;
    this.judge();
  }

  closed(final: boolean): void {
    if (this.open || this.lostAt === null) this.lostAt = Date.now();
    this.open = false;
    this.behindSince = null;
    this.delayed = false;
    this.stopped = final;
    this.judge();
  }

  /** An answer over HTTP came in: the newest numbers, though not live. True where nobody answered the last time. */
  polled(): boolean {
    const found = this.unanswered;
    this.unanswered = false;
    this.polledAt = this.knownAt = Date.now();
    this.kept = false;
    this.judge();
    return found;
  }

  /** The network gave nothing, but the device had numbers that it fetched at `at`: they are said to be old at once. */
  keptFrom(at: number): void {
    if (this.open) return;
    this.knownAt = Math.max(this.knownAt ?? 0, at);
    this.polledAt = null;
    this.unanswered = true;
    this.kept = true;
    this.judge();
  }

  /** Nobody answered over HTTP either. */
  pollFailed(): void {
    this.polledAt = null;
    this.unanswered = true;
    this.judge();
  }

  network(online: boolean): void {
    this.online = online;
    if (!online && this.lostAt === null) this.lostAt = Date.now();
    if (online && this.open) this.lostAt = null;
    this.judge();
  }

  private judge(): void {
    clearTimeout(this.timer);
    const [state, reason, againMillis] = this.verdict();
    const known = this.link.value;
    // While live the age says nothing, and telling everyone at each text would cost a drawing each.
    const knownAt = state === 'live' ? null : this.knownAt;
    if (state !== known.state || reason !== known.reason || knownAt !== known.knownAt) {
      this.link.set({ state, reason, knownAt });
    }
    if (againMillis !== null) {
      this.timer = setTimeout(() => {
        this.judge();
      }, againMillis);
    }
  }

  /** State, reason, and when to look again where time alone will change them. */
  private verdict(): [LinkState, LinkReason, number | null] {
    if (this.stopped) return ['stopped', null, null];
    if (this.lostAt === null) {
      if (this.delayed) return ['delayed', 'count', null];
      if (this.behindSince === null) return ['live', null, null];
      // One older text may only have crossed a newer answer on its way.
      const behind = Date.now() - this.behindSince;
      return behind < BLIP_MILLIS ? ['live', null, BLIP_MILLIS - behind] : ['delayed', 'behind', null];
    }
    const lost = Date.now() - this.lostAt;
    if (this.kept && this.link.value.state === 'connecting') return ['offline', null, null];
    if (lost < BLIP_MILLIS) {
      const shown = this.link.value;
      return [shown.state, shown.reason, BLIP_MILLIS - lost];
    }
    if (!this.online) return ['offline', null, null];
    // Only what was fetched after the loss says that the server is still there.
    const polled = this.polledAt === null || this.polledAt < this.lostAt ? Infinity : Date.now() - this.polledAt;
    if (polled < POLL_FRESH_MILLIS) return ['delayed', 'polling', POLL_FRESH_MILLIS - polled];
    if (lost < OFFLINE_MILLIS) return ['reconnecting', null, OFFLINE_MILLIS - lost];
    return ['offline', null, null];
  }
}
