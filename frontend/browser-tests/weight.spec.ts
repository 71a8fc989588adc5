import type { CDPSession, Page } from '@playwright/test';
import { expect, open, test } from './test.js';

/** What the home page promises for a first load, in bytes on the wire, headers and first numbers included. */
const ALL_BYTES_MAX = 150_000;
const SCRIPT_BYTES_MAX = 90_000;

interface Answer {
  readonly url: string;
  readonly type: string;
  bytes: number;
}

/** Everything that came over the wire, as the browser itself weighs it. */
class Scales {
  private readonly answers = new Map<string, Answer>();

  static async of(page: Page): Promise<Scales> {
    const scales = new Scales();
    const session = await page.context().newCDPSession(page);
    scales.listen(session);
    await session.send('Network.enable');
    return scales;
  }

  private listen(session: CDPSession) {
    session.on('Network.responseReceived', ({ requestId, response, type }) => {
      this.answers.set(requestId, { url: response.url, type, bytes: 0 });
    });
    session.on('Network.loadingFinished', ({ requestId, encodedDataLength }) => {
      const answer = this.answers.get(requestId);
      if (answer) answer.bytes = encodedDataLength;
    });
    session.on('Network.webSocketCreated', ({ requestId, url }) => {
      this.answers.set(requestId, { url, type: 'WebSocket', bytes: 0 });
    });
    session.on('Network.webSocketFrameReceived', ({ requestId, response }) => {
      const answer = this.answers.get(requestId);
      // Only whole states belong to the first load; what follows is the count moving.
      if (answer && response.payloadData.includes('"complete":true')) answer.bytes += Buffer.byteLength(response.payloadData);
    });
  }

  bytes(type?: string): number {
    return [...this.answers.values()].reduce((sum, answer) => sum + (!type || answer.type === type ? answer.bytes : 0), 0);
  }

  /** Heaviest first: what a failure has to say. */
  toString(): string {
    const lines = [...this.answers.values()].sort((a, b) => b.bytes - a.bytes).map(({ url, type, bytes }) => `${bytes} ${type} ${url}`);
    return lines.join('\n');
  }
}

for (const [name, size] of [['phone', { width: 360, height: 800 }], ['desktop', { width: 1440, height: 900 }]] as const) {
  test(`home_coldOnA_${name}_staysWithinItsPromisedWeight`, async ({ page, url }, info) => {
    await page.setViewportSize(size);
    const scales = await Scales.of(page);
    await open(page, url);
    await expect(page.locator('pantau-link [data-state="live"]')).toBeVisible();
    await page.evaluate(() => document.fonts.ready);
    await page.waitForLoadState('networkidle');
    const weights = `script ${scales.bytes('Script')}, all ${scales.bytes()}\n${scales.toString()}`;
    info.annotations.push({ type: 'bytes', description: weights });
    for (const type of ['Document', 'Script', 'Stylesheet', 'Font', 'Fetch', 'WebSocket']) {
      expect(scales.bytes(type), `${type} was not weighed:\n${weights}`).toBeGreaterThan(0);
    }
    expect(scales.bytes('Script'), weights).toBeLessThanOrEqual(SCRIPT_BYTES_MAX);
    expect(scales.bytes(), weights).toBeLessThanOrEqual(ALL_BYTES_MAX);
  });
}
