import { backoffMillis } from '../../live/backoff.js';
import { Store } from '../../live/store.js';

/** Figures come every second; a socket that is silent for this long is dead. */
const SILENCE_MILLIS = 8_000;

type Heard = (message: Readonly<Record<string, unknown>>) => void;

/**
 * The live channel of the command centre: listens, notices silence, and comes back with a growing
 * wait. A browser does not say why a handshake was refused, so whoever is told of a loss asks.
 */
export class LiveChannel {
  readonly open = new Store(false);
  private socket: WebSocket | null = null;
  private attempt = 0;
  private retry: ReturnType<typeof setTimeout> | undefined;
  private silence: ReturnType<typeof setTimeout> | undefined;
  private readonly kinds = new Map<string, Set<Heard>>();
  private wanted = false;

  /** @param onLost called at each loss, also where coming back failed: the session may be over */
  constructor(
    private readonly url: string,
    private readonly onLost: () => void,
  ) {}

  on(kind: string, heard: Heard): () => void {
    const all = this.kinds.get(kind) ?? new Set();
    this.kinds.set(kind, all.add(heard));
    return () => all.delete(heard);
  }

  start(): void {
    this.wanted = true;
    clearTimeout(this.retry);
    if (this.socket) return;
    const socket = new WebSocket(this.url);
    this.socket = socket;
    this.listen(socket);
    socket.onopen = () => { this.listen(socket); };
    socket.onmessage = (event: MessageEvent<unknown>) => {
      if (this.socket !== socket || typeof event.data !== 'string') return;
      this.attempt = 0;
      this.open.set(true);
      this.listen(socket);
      this.heard(event.data);
    };
    socket.onclose = () => { this.lost(socket); };
  }

  stop(): void {
    this.wanted = false;
    clearTimeout(this.retry);
    clearTimeout(this.silence);
    const { socket } = this;
    this.socket = null;
    this.open.set(false);
    socket?.close();
  }

  private heard(text: string): void {
    try {
      const message = JSON.parse(text) as Readonly<Record<string, unknown>>;
      for (const heard of this.kinds.get(String(message.kind)) ?? []) heard(message);
    } catch {
      // Not a message of ours; the next one is.
    }
  }

  private listen(socket: WebSocket): void {
    clearTimeout(this.silence);
    this.silence = setTimeout(() => {
      this.lost(socket);
      socket.close();
    }, SILENCE_MILLIS);
  }

  private lost(socket: WebSocket): void {
    if (this.socket !== socket) return;
    this.socket = null;
    clearTimeout(this.silence);
    this.open.set(false);
    if (this.wanted) this.onLost();
    if (this.wanted) this.retry = setTimeout(() => { this.start(); }, backoffMillis(this.attempt++));
  }
}
