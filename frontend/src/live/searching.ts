import type { Hit } from '../model/wire.js';
import { ask } from './ask.js';
import type { ServerClock } from './server-clock.js';

const REST_MILLIS = 200;
export const QUERY_LENGTH_MIN = 2;

/**
 * A search field's questions: each waits until the reader rests from typing, and gives up the one
 * before it, so that an early answer never follows a later one.
 */
export class Searching {
  private running: AbortController | null = null;
  private asked = 0;

  /** @param path the search's address: the public one, or that of another port with the same answer */
  constructor(
    private readonly clock: ServerClock,
    private readonly path = '/api/v1/search',
  ) {}

  /** The hits; null where a newer question took this one's place. Fails as `ask` does. */
  async find(query: string): Promise<readonly Hit[] | null> {
    this.running?.abort();
    const turn = ++this.asked;
    const text = query.trim();
    if (text.length < QUERY_LENGTH_MIN) return [];
    const running = new AbortController();
    this.running = running;
    await new Promise((rested) => setTimeout(rested, REST_MILLIS));
    if (turn !== this.asked) return null;
    try {
      const { body } = await ask<{ hits: readonly Hit[] }>(
        `${this.path}?q=${encodeURIComponent(text)}`,
        this.clock,
        { signal: running.signal },
      );
      return body?.hits ?? [];
    } catch (error) {
      if (turn !== this.asked) return null;
      throw error;
    }
  }
}
