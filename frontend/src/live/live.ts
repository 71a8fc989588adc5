import { childrenTopic, placeOfTopic } from '../model/topics.js';
import type { Results } from '../model/wire.js';
import type { LiveMessage, TopicMessage } from '../model/wire-live.js';
import { AskFailed, ask } from './ask.js';
import { Book, type Taken } from './book.js';
import { Liveness } from './liveness.js';
import { Poll } from './poll.js';
import { ServerClock } from './server-clock.js';
import { LiveSocket } from './socket.js';
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
  private readonly book = new Book();
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
      watched = new Watched(topic, () => this.book.get(topic));
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
        this.socket.send({ unwatch: [topic] });
      },
    };
  }

  /** Asks anew at once: the reader pressed a button, came back, or the network did. */
  hurry(): void {
    this.socket.hurry();
    if (!this.socket.open) void this.fetchAll();
  }

  private heard(message: LiveMessage): void {
    if ('heartbeat' in message) {
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
    if (taken === 'incomplete') {
      this.socket.send({ unwatch: [message.topic] });
      this.socket.send({ watch: [message.topic] });
    }
    this.liveness.offered(taken === 'older');
    this.show(message.topic, taken, message.asOf);
  }

  private show(topic: string, taken: Taken, asOf: string | null): void {
    this.clock.atLeast(asOf);
    if (taken === 'taken') this.watched.get(topic)?.moved();
  }

  private async fetchAll(): Promise<void> {
    await Promise.all([...this.watched.keys()].map((topic) => this.fetch(topic)));
  }

  /** One state over HTTP, from the same path that everyone's cache knows. */
  private async fetch(topic: string): Promise<void> {
    const { contest, area } = placeOfTopic(topic);
    try {
      const { body } = await ask<Results>(`/api/v1/results/${contest}/${area}`, this.clock);
      if (!body) return;
      this.show(topic, this.book.whole(topic, body), body.asOf);
      this.liveness.polled();
    } catch (error) {
      if (error instanceof AskFailed && error.problem) this.watched.get(topic)?.failed(error.problem);
      else this.liveness.pollFailed();
    }
  }
}
