import type { Browser, Page } from '@playwright/test';
import { results } from '../browser-tests/api.js';
import { until } from '../browser-tests/node.js';
import type { Sender } from './sender.js';
import { CATEGORIES } from './trace.js';
import { WatchedPage } from './watched-page.js';

/** One round: both pages traced while the count moves, weighed, moved once more, then held still and compared. */
export interface Rounds {
  readonly count: number;
  /** Of each of a round's two stretches. */
  readonly stretchSeconds: number;
}

export interface Places {
  readonly url: string;
  readonly village: string;
}

export interface Soaked {
  readonly pages: readonly WatchedPage[];
  /** Texts with numbers a second, while forms were sent. */
  readonly perSecond: ReadonlyMap<string, number>;
}

const sleep = (seconds: number) => new Promise((later) => setTimeout(later, seconds * 1000));

/** Watches the pages for a stretch; what tracing and weighing themselves cost is outside of it. */
async function stretch(browser: Browser, traced: Page, pages: readonly WatchedPage[], seconds: number): Promise<number> {
  await browser.startTracing(traced, { categories: CATEGORIES });
  for (const page of pages) await page.setMark();
  const begun = Date.now();
  await sleep(seconds);
  const lasted = (Date.now() - begun) / 1000;
  const trace = (await browser.stopTracing()).toString();
  for (const page of pages) page.traced(trace);
  return lasted;
}

/** Home and a village side by side, each in a process of its own, while the senders send. */
export async function soak(browser: Browser, { url, village }: Places, senders: readonly Sender[], rounds: Rounds): Promise<Soaked> {
  const look = async (name: string, area: string) => {
    const context = await browser.newContext({ viewport: { width: 1440, height: 900 }, locale: 'id-ID' });
    const page = await context.newPage();
    return { page, watched: await WatchedPage.open(name, page, url, area) };
  };
  const opened = [await look('home', '0'), await look('village', village)];
  const pages = opened.map(({ watched }) => watched);
  const traced = opened[0]?.page;
  if (!traced) throw new Error('no page was opened');
  const updates = new Map(pages.map((page) => [page.name, 0]));
  let seconds = 0;
  for (let round = 0; round < rounds.count; round++) {
    for (let half = 0; half < 2; half++) {
      const before = new Map(pages.map((page) => [page.name, page.updates]));
      seconds += await stretch(browser, traced, pages, rounds.stretchSeconds);
      for (const page of pages) {
        updates.set(page.name, (updates.get(page.name) ?? 0) + page.updates - (before.get(page.name) ?? 0));
      }
      if (half === 1) {
        for (const sender of senders) sender.hold();
        for (const page of pages) await page.compare();
      }
      for (const page of pages) await page.weigh();
    }
    for (const sender of senders) sender.goOn();
  }
  // The last station that stops waiting is the moment in which a column had become narrower.
  const whole = await until(async () => {
    const { counted, expected } = (await results(url, village)).stations;
    return counted === expected ? true : null;
  });
  if (!whole) throw new Error('the village was never counted whole');
  for (const page of pages) await page.lookAtColumns();
  for (const { page } of opened) await page.context().close();
  return { pages, perSecond: new Map([...updates].map(([name, count]) => [name, count / seconds])) };
}
