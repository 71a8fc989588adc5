import type { BrowserContext } from '@playwright/test';
import type { TrailEntry } from '../src/command-centre/live/wire.js';
import { until } from './node.js';
import { type Person, code } from './operators.js';
import { expect } from './test.js';

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
    const six = code(who);
    const cookie = await until(async () => {
      const response = await fetch(`${url}/api/session`, {
        method: 'POST',
        headers: { 'Content-Type': 'application/json', Origin: url },
        body: JSON.stringify({ name, password, code: six }),
      });
      if (response.status === 200) return response.headers.get('Set-Cookie');
      expect(response.status, `the sign-in of ${name}`).toBe(401);
      await new Promise((later) => setTimeout(later, 2500));
      return null;
    }, 6000);
    return new Seat(url, who, (cookie ?? '').split(';')[0] ?? '');
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
