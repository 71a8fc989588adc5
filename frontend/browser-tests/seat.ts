import type { BrowserContext } from '@playwright/test';
import type { TrailEntry } from '../src/command-centre/live/wire.js';
import { type Person, code } from './operators.js';
import { expect } from './test.js';

/** In this time a running node has looked at its operators. */
const SEEN_MILLIS = 2500;
/** Wrong attempts lock an address out for a while, and all tests of a file have the same one. */
const KNOCKS_MAX = 3;

/** A person at the command centre, signed in once for a whole file: their session over HTTP, and in browsers. */
export class Seat {
  private constructor(
    private readonly url: string,
    readonly who: Person,
    private readonly cookie: string,
  ) {}

  /** A running node looks at its operators every two seconds: a person made for it may be unknown at first. */
  static async of(url: string, who: Person): Promise<Seat> {
    const { id: name, password } = who;
    // Counted, not timed: the hash of one password takes seconds on a busy machine.
    for (let knocks = 1; ; knocks++) {
      const response = await fetch(`${url}/api/session`, {
        method: 'POST',
        headers: { 'Content-Type': 'application/json', Origin: url },
        body: JSON.stringify({ name, password, code: code(who) }),
      });
      const cookie = response.headers.get('Set-Cookie')?.split(';')[0];
      if (response.status === 200 && cookie) return new Seat(url, who, cookie);
      expect(response.status, `the sign-in of ${name}`).toBe(401);
      expect(knocks, `the sign-ins of ${name}`).toBeLessThan(KNOCKS_MAX);
      await new Promise((later) => setTimeout(later, SEEN_MILLIS));
    }
  }

  /** Gives a browser this session: its pages need no sign-in. */
  async enter(context: BrowserContext): Promise<void> {
    const [name = '', value = ''] = this.cookie.split('=');
    await context.addCookies([{ name, value, url: this.url, httpOnly: true, sameSite: 'Strict' }]);
  }

  /** What the command centre answers: the status, and the body or null. */
  async ask(method: string, path: string, body?: object): Promise<{ readonly status: number; readonly body: unknown }> {
    const response = await fetch(this.url + path, {
      method,
      headers: { 'Content-Type': 'application/json', Origin: this.url, Cookie: this.cookie },
      ...(body ? { body: JSON.stringify(body) } : {}),
    });
    const text = await response.text();
    return { status: response.status, body: text === '' ? null : (JSON.parse(text) as unknown) };
  }

  async get<T>(path: string): Promise<T> {
    const { status, body } = await this.ask('GET', path);
    expect(status, path).toBe(200);
    return body as T;
  }

  /** The trail's lines about something, oldest first, without those of the door. */
  async trail(subject: string): Promise<readonly TrailEntry[]> {
    const { entries } = await this.get<{ readonly entries: readonly TrailEntry[] }>('/api/trail?limit=500');
    return entries.filter((entry) => entry.subject === subject).reverse();
  }
}

/** Who did what, of lines of the trail; when is held against the clock: all of it happened since. */
export function told(entries: readonly TrailEntry[], since: number): readonly string[] {
  for (const { at } of entries) {
    expect(Date.parse(at)).toBeGreaterThanOrEqual(since);
    expect(Date.parse(at)).toBeLessThanOrEqual(Date.now());
  }
  return entries.map(({ who, what }) => `${who} ${what}`);
}
