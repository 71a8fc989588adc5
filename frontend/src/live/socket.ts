import { type LiveMessage, parseLive } from '../model/wire-live.js';
import { backoffMillis, foundMillis, goodbyeMillis } from './backoff.js';

/** Heartbeats come every 15 s; a socket that is silent for this long is dead (no page sees pings). */
const SILENCE_MILLIS = 25_000;
const OPEN_TIMEOUT_MILLIS = 10_000;
/** The node says it goes down: another one, or itself again, takes over at once. */
const GOODBYE = 1001;
/** The server refused what this page says: coming back would only say it again. */
const REFUSED = new Set([1008, 1009]);

export interface SocketEvents {
  /** The socket is open: watch again what is looked at. */
  opened(): void;
  heard(message: LiveMessage): void;
  /** The socket is gone; `final` where it must not come back by itself. */
  closed(final: boolean): void;
}

/**
 * The one connection to the live service: opens, listens, notices silence, and comes back with a
 * growing, random wait. It knows nothing of topics.
 */
export class LiveSocket {
  private socket: WebSocket | null = null;
  private attempt = 0;
  private retry: ReturnType<typeof setTimeout> | undefined;
  private retryAt = 0;
  private silence: ReturnType<typeof setTimeout> | undefined;
  private lastHeardAt = 0;
  private ended = false;

  constructor(
    private readonly url: string,
    private readonly events: SocketEvents,
  ) {}

  get open(): boolean {
    return this.socket?.readyState === WebSocket.OPEN;
  }

  connect(): void {
    clearTimeout(this.retry);
    if (this.socket || this.ended) return;
    const socket = new WebSocket(this.url);
    this.socket = socket;
    this.watchSilence(OPEN_TIMEOUT_MILLIS);
    socket.onopen = () => {
      if (this.socket !== socket) return;
      this.events.opened();
      this.watchSilence(SILENCE_MILLIS);
    };
    socket.onmessage = (event: MessageEvent<unknown>) => {
      if (this.socket !== socket || typeof event.data !== 'string') return;
      this.attempt = 0;
      this.lastHeardAt = Date.now();
      this.watchSilence(SILENCE_MILLIS);
      const message = parseLive(event.data);
      if (message) this.events.heard(message);
    };
    socket.onclose = (event) => {
      if (this.socket === socket) this.lost(event.code);
    };
  }

  /** Sends one request; silently nothing while there is no connection, as opening watches again. */
  send(request: { watch: readonly string[] } | { unwatch: readonly string[] }): void {
    if (this.open) this.socket?.send(JSON.stringify(request));
  }

  /** The network or the reader came back: no waiting out the backoff, no trust in an old silence. */
  hurry(): void {
    if (this.socket && Date.now() - this.lastHeardAt > SILENCE_MILLIS) this.drop();
    this.attempt = 0;
    this.connect();
  }

  /** The server answers again where nobody did: what is left of a long wait is cut short, at random. */
  found(): void {
    if (this.socket || this.ended) return;
    this.attempt = 0;
    this.again(Math.min(foundMillis(), this.retryAt - Date.now()));
  }

  stop(): void {
    this.ended = true;
    clearTimeout(this.retry);
    clearTimeout(this.silence);
    const socket = this.socket;
    this.socket = null;
    socket?.close();
  }

  private watchSilence(millis: number): void {
    clearTimeout(this.silence);
    this.silence = setTimeout(() => {
      this.drop();
    }, millis);
  }

  /** Leaves a socket that says nothing; its own close may take minutes on a dead network. */
  private drop(): void {
    const socket = this.socket;
    if (!socket) return;
    this.lost(0);
    socket.close();
  }

  private lost(code: number): void {
    this.socket = null;
    clearTimeout(this.silence);
    const final = REFUSED.has(code);
    this.events.closed(final);
    if (final || this.ended) {
      this.ended = true;
      return;
    }
    const wait = code === GOODBYE ? goodbyeMillis() : backoffMillis(this.attempt);
    this.attempt += 1;
    this.again(wait);
  }

  private again(millis: number): void {
    clearTimeout(this.retry);
    this.retryAt = Date.now() + millis;
    this.retry = setTimeout(() => {
      this.connect();
    }, millis);
  }
}
