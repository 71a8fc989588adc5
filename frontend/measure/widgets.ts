import { mkdirSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';
import process from 'node:process';
import { type Browser, type CDPSession, type Page, chromium } from '@playwright/test';
import { results } from '../browser-tests/api.js';
import { browserArguments, browserPath } from '../browser-tests/browser.js';
import { line, script } from '../browser-tests/embedding.js';
import { Host } from '../browser-tests/host.js';
import { until } from '../browser-tests/node.js';
import { described, load, machine } from './machine.js';
import { options } from './options.js';
import { withMovingCount } from './soak-node.js';
import { table } from './table.js';

const WIDGETS = 100;
/** The bar of a page with a hundred widgets: less than this of one core while they update. */
const CORE_PERCENT_MAX = 5;
const GRID = '<style>main{display:grid;grid-template-columns:repeat(5,1fr)}h1{grid-column:1/-1}</style>';

/** A page that is weighed: what a reader sees of its hundred widgets, and how many of those moved. */
interface Place {
  readonly name: string;
  readonly viewport: { readonly width: number; readonly height: number };
}

const PLACES: readonly Place[] = [
  // A desk's screen: what is not near it neither watches nor is drawn.
  { name: 'an article on a desk', viewport: { width: 1600, height: 1000 } },
  // The worst that a page can do: all of them in view.
  { name: 'all hundred in view', viewport: { width: 1600, height: 9000 } },
];

/** Seconds of processor: of the main thread's tasks, of the page's process, of the one that draws for all. */
interface Used {
  readonly main: number;
  readonly page: number;
  readonly drawing: number;
}

async function used(browser: CDPSession, page: CDPSession): Promise<Used> {
  const { processInfo } = await browser.send('SystemInfo.getProcessInfo');
  const { metrics } = await page.send('Performance.getMetrics');
  const of = (type: string) => processInfo.filter((each) => each.type === type).reduce((sum, { cpuTime }) => sum + cpuTime, 0);
  return { main: metrics.find(({ name }) => name === 'TaskDuration')?.value ?? NaN, page: of('renderer'), drawing: of('GPU') };
}

interface Weighed {
  readonly place: Place;
  readonly sockets: number;
  readonly watched: number;
  readonly drawnPerSecond: number;
  readonly percent: Used;
}

/** How often a widget's numbers have been drawn anew since the page was opened. */
async function countDrawn(page: Page): Promise<() => Promise<number>> {
  await page.evaluate(() => {
    let drawn = 0;
    const watch = new MutationObserver((records) => { drawn += records.length; });
    for (const widget of document.querySelectorAll('pantau-suara')) {
      const article = widget.shadowRoot?.querySelector('article');
      if (article) watch.observe(article, { attributeFilter: ['data-position'] });
    }
    Object.assign(globalThis, { drawn: () => drawn });
  });
  return () => page.evaluate(() => (globalThis as unknown as { drawn: () => number }).drawn());
}

async function weigh(browser: Browser, address: string, place: Place, seconds: number): Promise<Weighed> {
  const context = await browser.newContext({ viewport: place.viewport, locale: 'id-ID' });
  try {
    const page = await context.newPage();
    let sockets = 0;
    page.on('websocket', () => { sockets += 1; });
    const [all, own] = [await browser.newBrowserCDPSession(), await context.newCDPSession(page)];
    await own.send('Performance.enable');
    await page.goto(address);
    const live = () => page.locator('pantau-suara .link[data-state="live"]').count();
    // All that come have come: three looks see the same.
    let looks: number[] = [];
    const steady = await until(async () => {
      looks = [...looks.slice(-2), await live()];
      await page.waitForTimeout(1000);
      return looks.length === 3 && (looks[0] ?? 0) > 0 && new Set(looks).size === 1 ? true : null;
    });
    if (!steady) throw new Error(`the widgets of ${place.name} do not come to rest: ${looks.join(', ')}`);
    const drawn = await countDrawn(page);
    const [before, begun] = [await used(all, own), Date.now()];
    await page.waitForTimeout(seconds * 1000);
    const [after, lasted] = [await used(all, own), (Date.now() - begun) / 1000];
    const share = (of: keyof Used) => (100 * (after[of] - before[of])) / lasted;
    return {
      place,
      sockets,
      watched: await live(),
      drawnPerSecond: (await drawn()) / lasted,
      percent: { main: share('main'), page: share('page'), drawing: share('drawing') },
    };
  } finally {
    await context.close();
  }
}

function report(weighed: readonly Weighed[], head: string): { text: string; good: boolean } {
  const missed = weighed.flatMap(({ place, sockets, drawnPerSecond, percent }) => [
    ...(sockets === 1 ? [] : [`${place.name} opened ${sockets} sockets`]),
    ...(drawnPerSecond > 1 ? [] : [`${place.name} did not update: ${drawnPerSecond.toFixed(2)} a second`]),
    ...(percent.page < CORE_PERCENT_MAX ? [] : [`${place.name} takes ${percent.page.toFixed(2)} % of a core`]),
  ]);
  const columns = ['page', 'sockets', 'live', 'widgets drawn/s', 'its process, % of a core', 'of that the main thread', 'drawing process'];
  const rows = weighed.map(({ place, sockets, watched, drawnPerSecond, percent }) => [
    ...[place.name, sockets, watched, drawnPerSecond.toFixed(1)],
    ...[percent.page.toFixed(2), percent.main.toFixed(2), percent.drawing.toFixed(2)],
  ]);
  const text = [head, '', table(columns, rows), '', ...missed.map((miss) => `- misses: ${miss}`), ''].join('\n');
  return { text, good: missed.length === 0 };
}

/** `--seconds 60`; answers 1 where a bar is missed. */
export async function main(args: readonly string[]): Promise<number> {
  const read = options(args, { seconds: '60', out: 'target/measure/widgets.md' });
  const seconds = Number(read.seconds);
  const on = await machine();
  const host = await Host.start();
  const browser = await chromium.launch({ executablePath: await browserPath(), args: browserArguments() });
  try {
    const weighed = await withMovingCount((seconds + 60) * PLACES.length, async (url) => {
      const { children = [] } = await results(url, '0');
      const lines = Array.from({ length: WIDGETS }, (_, i) =>
        line(url, children[i % children.length]?.code ?? '0', i % 2 ? 'layout="bars"' : ''),
      );
      const address = host.page('/hundred', script(url) + GRID + lines.join(''));
      const all: Weighed[] = [];
      for (const place of PLACES) all.push(await weigh(browser, address, place, seconds));
      return all;
    });
    const { text, good } = report(weighed, `${WIDGETS} widgets for ${seconds} s a page, 40 real forms/s; ${described(on)}, after ${load()}.`);
    mkdirSync(dirname(read.out), { recursive: true });
    writeFileSync(read.out, text);
    process.stdout.write(text);
    return good ? 0 : 1;
  } finally {
    await browser.close();
    await host.end();
  }
}
