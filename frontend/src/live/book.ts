import { comparePositions } from '../model/position.js';
import type { AnyResults, AnyRow } from '../model/wire.js';
import type { TopicMessage } from '../model/wire-live.js';

/** What became of a message: taken, older than what is known, or a part without its whole. */
export type Taken = 'taken' | 'same' | 'older' | 'incomplete';

function merged(known: readonly AnyRow[], changed: readonly AnyRow[]): readonly AnyRow[] {
  const rows = new Map(known.map((row) => [row.code, row]));
  for (const row of changed) rows.set(row.code, row);
  return [...rows.values()].sort((a, b) => (a.code < b.code ? -1 : 1));
}

/**
 * The newest state of every topic that was ever looked at. A position never goes back: an older
 * body, from a slow cache or another node, leaves what is known as it is. Rows that did not change
 * stay the very same objects, which is how the table knows what to draw.
 */
export class Book {
  private readonly states = new Map<string, AnyResults>();

  get(topic: string): AnyResults | null {
    return this.states.get(topic) ?? null;
  }

  /**
   * Takes a whole state: a body of the API, or a topic's `complete` message. At an equal position the
   * digest says whether it differs (a place was withheld or opened, a notice came or went) but not which
   * is newer: `behind` says that the body is the older one there, as what comes out of a cache is.
   */
  whole(topic: string, body: AnyResults, behind = false): Taken {
    const known = this.states.get(topic);
    if (known) {
      const order = comparePositions(body.position, known.position);
      if (order < 0) return 'older';
      if (order === 0 && body.digest === known.digest) return 'same';
      if (order === 0 && behind) return 'older';
    }
    this.states.set(topic, body);
    return 'taken';
  }

  /** Takes a message of the live socket; of a part only where its whole is known. */
  message(message: TopicMessage): Taken {
    if (message.complete !== false) return this.whole(message.topic, message);
    const known = this.states.get(message.topic);
    if (!known?.children) return 'incomplete';
    if (comparePositions(message.position, known.position) < 0) return 'older';
    const children = merged(known.children, message.children ?? []);
    this.states.set(message.topic, { ...message, children });
    return 'taken';
  }
}
