import { AskFailed, ask } from '../live/ask.js';
import { Book } from '../live/book.js';
import { type Link, Liveness } from '../live/liveness.js';
import { Pace } from '../live/pace.js';
import { Poll } from '../live/poll.js';
import { ServerClock } from '../live/server-clock.js';
import { LiveSocket } from '../live/socket.js';
import { placeOfTopic } from '../model/topics.js';
import type { HeartbeatMessage, LiveMessage } from '../model/wire-live.js';
import type { AnyResults, Problem } from '../model/wire.js';
import { ReferenceData } from './reference.js';

/** What the protocol allows a socket; what is looked at beyond it is fetched now and then. */
const TOPICS_MAX = 64;
/** Widgets that ask over HTTP at once: the first of a page, which then need not wait for the socket. */
const FIRST_ASKS_MAX = 4;
/** Numbers change at most once in this time, whatever the tick of the server. */
const SHOWN_MILLIS = 1000;
/** A page that shows no widget for so long gives its connection back. */
const IDLE_MILLIS = 60_000;
/** A reader who scrolls fast passes many widgets: what to watch is told at most so often, or the server hangs up. */
const WATCHED_MILLIS = 150;
/** Fetched now and then, and not on the socket: late by design, and said so. */
const POLLED: Pick<Link, 'state' | 'reason'> = { state: 'delayed', reason: 'polling' };

/** One topic, and everyone who shows it. */
class Topic {
  readonly lookers = new Set<() => void>();
  /** True where it is one of the socket's. */
  seated = false;
  /** True where the open socket has spoken of it: of those nothing over HTTP is as new. */
  told = false;
  problem: Problem | null = null;

  constructor(readonly name: string) {}
}

/** A widget's hold on a topic. */
export interface Look {
  readonly body: AnyResults | null;
  readonly problem: Problem | null;
  readonly link: Link;
  release(): void;
}

/**
 * The one connection of a page, however many widgets it has: each topic is watched once and handed
 * to all who show it. The rules are those of the pages: the book takes no step back, the socket is
 * judged by its silence, and where it fails the same bodies come over HTTP.
 */
export class Hub {
  readonly clock = new ServerClock();
  readonly reference: ReferenceData;
  pulse: HeartbeatMessage | null = null;
  private readonly liveness = new Liveness();
  private readonly book = new Book();
  private readonly topics = new Map<string, Topic>();
  private readonly dirty = new Set<() => void>();
  private readonly pace = new Pace(SHOWN_MILLIS, () => { this.draw(); });
  private readonly poll = new Poll(() => this.askUnheard());
  private socket: LiveSocket | null = null;
  /** What the open socket was told to watch. */
  private readonly watched = new Set<string>();
  private readonly watching = new Pace(WATCHED_MILLIS, () => { this.watch(); });
  private idle: ReturnType<typeof setTimeout> | undefined;

  constructor(readonly origin: string) {
    this.reference = new ReferenceData(origin, this.clock);
    this.liveness.link.subscribe(() => { this.drawAll(); });
    this.reference.loaded.subscribe(() => { this.drawAll(); });
    const network = () => {
      this.liveness.network(navigator.onLine);
      if (navigator.onLine) this.hurry();
    };
    addEventListener('online', network);
    addEventListener('offline', network);
    document.addEventListener('visibilitychange', () => {
      if (document.visibilityState === 'visible') this.hurry();
    });
    // The host's page may be kept for the way back, which an open socket forbids in some browsers.
    addEventListener('pagehide', () => { this.disconnect(); });
    addEventListener('pageshow', () => { this.connect(); });
  }

  /** Looks at a topic; `draw` is called, at a calm pace, when there is something new to show. */
  look(name: string, draw: () => void): Look {
    let topic = this.topics.get(name);
    if (!topic) {
      topic = new Topic(name);
      this.topics.set(name, topic);
      this.seat(topic);
      if (!topic.seated || this.topics.size <= FIRST_ASKS_MAX) void this.ask(topic);
    }
    topic.lookers.add(draw);
    this.reference.want();
    this.connect();
    return this.hold(topic, draw);
  }

  private hold(topic: Topic, draw: () => void): Look {
    // eslint-disable-next-line @typescript-eslint/no-this-alias
    const hub = this;
    return {
      get body() { return hub.book.get(topic.name); },
      get problem() { return topic.problem; },
      get link() {
        const { value } = hub.liveness.link;
        return !topic.seated && value.state === 'live' ? { ...value, ...POLLED } : value;
      },
      release: () => {
        this.dirty.delete(draw);
        if (!topic.lookers.delete(draw) || topic.lookers.size > 0) return;
        this.topics.delete(topic.name);
        this.unseat(topic);
      },
    };
  }

  private get seats(): number {
    return [...this.topics.values()].filter(({ seated }) => seated).length;
  }

  private seat(topic: Topic): void {
    if (this.seats < TOPICS_MAX) {
      topic.seated = true;
      this.watching.call();
    } else {
      this.poll.start();
    }
  }

  /** Gives a topic's place on the socket to one that waits for it. */
  private unseat(topic: Topic): void {
    if (topic.seated) this.watching.call();
    const next = [...this.topics.values()].find(({ seated }) => !seated);
    if (next && topic.seated) this.seat(next);
    if (this.topics.size === 0) this.idle = setTimeout(() => { this.disconnect(); }, IDLE_MILLIS);
  }

  /** Tells the socket what changed of what is looked at; what goes, goes first, for its topics are limited. */
  private watch(): void {
    if (!this.socket?.open) return;
    const wanted = new Set([...this.topics.values()].filter(({ seated }) => seated).map(({ name }) => name));
    const unwatch = [...this.watched].filter((name) => !wanted.has(name));
    const watch = [...wanted].filter((name) => !this.watched.has(name));
    for (const name of unwatch) this.watched.delete(name);
    for (const name of watch) this.watched.add(name);
    if (unwatch.length > 0) this.socket.send({ unwatch });
    if (watch.length > 0) this.socket.send({ watch });
  }

  private connect(): void {
    if (this.topics.size === 0) return;
    clearTimeout(this.idle);
    if (this.socket) return;
    this.socket = new LiveSocket(`${this.origin.replace(/^http/, 'ws')}/live`, {
      opened: () => {
        this.watched.clear();
        this.watch();
      },
      heard: (message) => { this.heard(message); },
      closed: (final) => {
        for (const topic of this.topics.values()) topic.told = false;
        this.liveness.closed(final);
        this.poll.start();
      },
    });
    // From now on the connection is missed, and not since it was given back.
    this.liveness.closed(false);
    this.liveness.network(navigator.onLine);
    this.socket.connect();
    this.poll.start();
  }

  private disconnect(): void {
    this.poll.stop();
    this.socket?.stop();
    this.socket = null;
    for (const topic of this.topics.values()) topic.told = false;
  }

  private hurry(): void {
    if (!this.socket) return;
    this.socket.hurry();
    if (!this.socket.open) void this.askUnheard();
  }

  private heard(message: LiveMessage): void {
    if ('heartbeat' in message) {
      this.pulse = message;
      this.clock.heartbeat(message.heartbeat);
      this.liveness.heartbeat(message.delayed);
      this.drawAll();
      return;
    }
    this.liveness.heard();
    const topic = this.topics.get(message.topic);
    if (!topic) return;
    if ('error' in message) {
      this.failed(topic, message.error);
      return;
    }
    topic.told = true;
    const taken = this.book.message(message);
    if (taken === 'incomplete') {
      this.socket?.send({ unwatch: [topic.name] });
      this.socket?.send({ watch: [topic.name] });
    }
    this.liveness.offered(taken === 'older');
    if (taken === 'taken') this.moved(topic, message);
  }

  private moved(topic: Topic, body: AnyResults): void {
    this.clock.atLeast(body.asOf);
    // A heartbeat is up to 15 s old: what was counted since then ends a standstill at once.
    if (body.asOf && this.pulse?.countedAt && body.asOf > this.pulse.countedAt) {
      this.pulse = { ...this.pulse, countedAt: body.asOf };
    }
    topic.problem = null;
    for (const draw of topic.lookers) this.dirty.add(draw);
    this.pace.call();
  }

  private failed(topic: Topic, problem: Problem): void {
    topic.problem = problem;
    for (const draw of topic.lookers) draw();
  }

  /** All that changed, in one frame; a page in the background draws when it is looked at again. */
  private draw(): void {
    requestAnimationFrame(() => {
      const waiting = [...this.dirty];
      this.dirty.clear();
      for (const draw of waiting) draw();
    });
  }

  private drawAll(): void {
    for (const { lookers } of this.topics.values()) for (const draw of lookers) this.dirty.add(draw);
    this.draw();
  }

  /** What the socket does not tell of, one after another; while it tells of all, nothing. */
  private async askUnheard(): Promise<void> {
    for (const topic of [...this.topics.values()]) {
      if (!topic.told && this.topics.has(topic.name)) await this.ask(topic);
    }
  }

  private async ask(topic: Topic): Promise<void> {
    const { contest, area } = placeOfTopic(topic.name);
    const address = `${this.origin}/api/v1/results/${contest}/${area}`;
    try {
      const { body } = await ask<AnyResults>(address, this.clock);
      if (!body) return;
      if (this.book.whole(topic.name, body, topic.told) === 'taken') this.moved(topic, body);
      if (this.liveness.polled()) this.socket?.found();
    } catch (error) {
      if (error instanceof AskFailed && error.problem) this.failed(topic, error.problem);
      else this.liveness.pollFailed();
    }
  }
}
