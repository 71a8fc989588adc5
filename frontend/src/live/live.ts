import { childrenTopic, placeOfTopic } from '../model/topics.js';
import type { AnyResults } from '../model/wire.js';
import type { HeartbeatMessage, LiveMessage, TopicMessage } from '../model/wire-live.js';
import { AskFailed, ask } from './ask.js';
import { Book, type Taken } from './book.js';
import { Liveness } from './liveness.js';
import { Poll } from './poll.js';
import { ServerClock } from './server-clock.js';
import { LiveSocket } from './socket.js';
import { Store } from './store.js';
import { Watched } from './watching.js';

/** A page's hold on a topic. */
export interface Hold {
  readonly watched: Watched;
  release(): void;
}

/**
 * The live numbers: the first ones over HTTP, which caches answer, then the socket; where the socket
 * fails, HTTP again now and then. All of them go through the book, which never takes a step back.
 */
export class Live {
  readonly clock = new ServerClock();
  readonly liveness = new Liveness();
  /** The last heartbeat: when anything was last counted, by the server; null before the first one. */
  readonly pulse = new Store<HeartbeatMessage | null>(null);
  /** Since when the reader holds the numbers still, by the page's clock; null while they move. */
  readonly paused = new Store<number | null>(null);
  private readonly book = new Book();
  /** The topics that the open socket has spoken of: of those nothing over HTTP is as new. */
  private readonly told = new Set<string>();
  private readonly watched = new Map<string, Watched>();
  private readonly socket: LiveSocket;
  private readonly poll: Poll;

  constructor(url: string) {
    this.socket = new LiveSocket(url, {
      opened: () => {
        const topics = [...this.watched.keys()];
        if (topics.length > 0) this.socket.send({ watch: topics });
      },
      heard: (message) => {
        this.heard(message);
      },
      closed: (final) => {
        this.told.clear();
        this.liveness.closed(final);
        this.poll.start();
      },
    });
    this.poll = new Poll(() => this.fetchAll());
  }

  connect(): void {
    this.socket.connect();
    this.poll.start();
  }

  /** Looks at an area with its rows; every hold must be released. */
  look(contest: string, area: string): Hold {
    const topic = childrenTopic(contest, area);
    let watched = this.watched.get(topic);
    if (!watched) {
      watched = new Watched(topic, () => this.book.get(topic), () => this.paused.value !== null);
      this.watched.set(topic, watched);
      this.socket.send({ watch: [topic] });
      void this.fetch(topic);
    }
    watched.lookers += 1;
    const held = watched;
    let released = false;
    return {
      watched,
      release: () => {
        if (released) return;
        released = true;
        held.lookers -= 1;
        if (held.lookers > 0) return;
        held.stop();
        this.watched.delete(topic);
        this.told.delete(topic);
        this.socket.send({ unwatch: [topic] });
      },
    };
  }

  /** Asks anew at once: the reader pressed a button, came back, or the network did. */
  hurry(): void {
    this.socket.hurry();
    if (!this.socket.open) void this.fetchAll();
  }

  /** Holds the numbers on screen still; what comes in is kept for {@link resume}. */
  pause(): void {
    if (this.paused.value === null) this.paused.set(Date.now());
  }

  /** Lets the numbers move again, from the newest at once. */
  resume(): void {
    this.paused.set(null);
    for (const watched of this.watched.values()) watched.resumed();
  }

  /** The newest state of every place looked at, by its address at the API; none while they may be old. */
  newest(): ReadonlyMap<string, AnyResults> {
    const states = new Map<string, AnyResults>();
    if (this.liveness.link.value.state !== 'live') return states;
    for (const topic of this.watched.keys()) {
      const { contest, area } = placeOfTopic(topic);
      const body = this.book.get(topic);
      if (body) states.set(`/api/v1/results/${contest}/${area}`, body);
    }
    return states;
  }

  private heard(message: LiveMessage): void {
    if ('heartbeat' in message) {
      this.pulse.set(message);
      this.clock.heartbeat(message.heartbeat);
      this.liveness.heartbeat(message.delayed);
      this.poll.stop();
      return;
    }
    this.liveness.heard();
    if ('error' in message) {
      this.watched.get(message.topic)?.failed(message.error);
      return;
    }
    this.poll.stop();
    this.took(message);
  }

  private took(message: TopicMessage): void {
    const taken = this.book.message(message);
    if (this.watched.has(message.topic)) this.told.add(message.topic);
    if (taken === 'incomplete') {
      this.socket.send({ unwatch: [message.topic] });
      this.socket.send({ watch: [message.topic] });
    }
    this.liveness.offered(taken === 'older');
    this.show(message.topic, taken, message.asOf);
  }

  private show(topic: string, taken: Taken, asOf: string | null): void {
    this.clock.atLeast(asOf);
    const pulse = this.pulse.value;
    // A heartbeat is up to 15 s old: what was counted since then ends a standstill at once.
    if (asOf && pulse?.countedAt && asOf > pulse.countedAt) this.pulse.set({ ...pulse, countedAt: asOf });
    if (taken === 'taken') this.watched.get(topic)?.moved();
  }

  private async fetchAll(): Promise<void> {
    await Promise.all([...this.watched.keys()].map((topic) => this.fetch(topic)));
  }

  /** One state over HTTP, from the same path that everyone's cache knows. */
  private async fetch(topic: string): Promise<void> {
    const { contest, area } = placeOfTopic(topic);
    try {
      const { body, keptAt } = await ask<AnyResults>(`/api/v1/results/${contest}/${area}`, this.clock);
      if (!body) return;
      const behind = keptAt !== null || this.told.has(topic);
      this.show(topic, this.book.whole(topic, body, behind), body.asOf);
      if (keptAt !== null) this.liveness.keptFrom(keptAt);
      else if (this.liveness.polled()) this.socket.found();
    } catch (error) {
      if (error instanceof AskFailed && error.problem) this.watched.get(topic)?.failed(error.problem);
      else this.liveness.pollFailed();
    }
  }
}
