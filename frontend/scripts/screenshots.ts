import { mkdirSync, statSync } from 'node:fs';
import { dirname, join, relative } from 'node:path';
import process from 'node:process';
import { fileURLToPath } from 'node:url';
import { type Browser, type Page, chromium } from '@playwright/test';
import { results } from '../browser-tests/api.js';
import { browserArguments, browserPath } from '../browser-tests/browser.js';
import { until } from '../browser-tests/node.js';
import { options } from '../measure/options.js';
import { LARGEST_VILLAGE, PROVINCE, countedStation } from '../measure/pages.js';
import { withNode } from '../measure/with-node.js';

const REPOSITORY = join(dirname(fileURLToPath(import.meta.url)), '../..');
const PHONE = { name: 'phone', width: 360, height: 800 };
const DESKTOP = { name: 'desktop', width: 1440, height: 900 };
const HALL = { name: 'hall', width: 1920, height: 1080 };
const THEMES = ['light', 'dark'] as const;
/** README and docs show them all: a repository is read over phones too. */
const IMAGE_BYTES_MAX = 250_000;
/** Numbers that stood still for this long are taken for settled; a replay pauses for less. */
const STILL_MILLIS = 6_000;
const SETTLE_MILLIS = 900_000;

interface Shot {
  readonly name: string;
  readonly path: string;
  /** In view once the page is what it will be. */
  readonly ready: string;
  /** A part further down that the picture begins with. */
  readonly from?: string;
  readonly sizes: readonly { readonly name: string; readonly width: number; readonly height: number }[];
}

/** Every picture there is: a new page is a line here. */
function shots(station: string): readonly Shot[] {
  const both = [PHONE, DESKTOP];
  return [
    { name: 'home', path: '/', ready: '[data-position]', sizes: both },
    { name: 'map', path: '/', ready: '[data-position]', from: 'pantau-map', sizes: both },
    { name: 'time', path: '/', ready: '[data-position]', from: 'pantau-timeline', sizes: both },
    { name: 'province', path: `/ppwp/${PROVINCE}`, ready: '[data-position]', sizes: both },
    { name: 'village', path: `/ppwp/${LARGEST_VILLAGE}`, ready: '[data-position]', sizes: both },
    { name: 'station', path: `/tps/${station}`, ready: 'pantau-form', sizes: both },
    { name: 'wall', path: '/?view=wall', ready: 'pantau-wall-page', sizes: [HALL] },
    { name: 'lite', path: '/lite/ppwp/0', ready: 'h1', sizes: both },
  ];
}

/** Waits until the count stands still, so that pictures of one run show the same numbers. */
async function settled(url: string): Promise<void> {
  let digest = '';
  let since = Date.now();
  const still = await until(async () => {
    const body = await results(url, '0');
    if (body.digest !== digest) {
      digest = body.digest;
      since = Date.now();
    }
    return Date.now() - since >= STILL_MILLIS ? true : null;
  }, SETTLE_MILLIS);
  if (!still) throw new Error(`the numbers of ${url} do not settle`);
}

async function comes(page: Page, { ready }: Shot): Promise<boolean> {
  return page
    .locator(ready)
    .first()
    .waitFor()
    .then(() => true)
    .catch(() => false);
}

async function quiet(page: Page): Promise<void> {
  await page.waitForLoadState('networkidle');
  await page.evaluate(() => document.fonts.ready);
}

/** Scrolls as a reader does, until the part is there, and puts it at the top. */
async function bring(page: Page, part: string): Promise<void> {
  const found = page.locator(part);
  for (let turns = 0; turns < 40 && (await found.count()) === 0; turns++) {
    await page.mouse.wheel(0, 400);
    await page.waitForTimeout(150);
  }
  await found.evaluate((element) => {
    element.scrollIntoView({ block: 'start', behavior: 'instant' });
  });
  await quiet(page);
}

/** One page in every size and theme; the sentences of what went wrong. */
async function take(browser: Browser, url: string, shot: Shot, folder: string): Promise<readonly string[]> {
  const { status } = await fetch(url + shot.path);
  if (status !== 200) return [`${shot.name}: ${shot.path} answers ${status}`];
  const wrong: string[] = [];
  for (const { name, width, height } of shot.sizes) {
    const context = await browser.newContext({
      ...{ viewport: { width, height }, locale: 'id-ID', timezoneId: 'Asia/Jakarta', reducedMotion: 'reduce' as const },
    });
    const page = await context.newPage();
    await page.goto(url + shot.path);
    if (!(await comes(page, shot))) return [...wrong, `${shot.name}: ${shot.path} shows no ${shot.ready}`];
    for (const colorScheme of THEMES) {
      await page.emulateMedia({ colorScheme, reducedMotion: 'reduce' });
      await quiet(page);
      if (shot.from) await bring(page, shot.from);
      const path = join(folder, `${shot.name}-${name}-${colorScheme}.png`);
      await page.screenshot({ path, animations: 'disabled', caret: 'hide' });
      const bytes = statSync(path).size;
      process.stdout.write(`${String(bytes).padStart(8)}  ${relative(process.cwd(), path)}\n`);
      if (bytes > IMAGE_BYTES_MAX) wrong.push(`${path} has ${bytes} bytes, ${IMAGE_BYTES_MAX} at most`);
    }
    await context.close();
  }
  return wrong;
}

/** `--url` of a running node, else PANTAU_JAR's demo played to its end; `--pages home,wall`. */
export async function main(args: readonly string[]): Promise<number> {
  const read = options(args, { url: '', pages: '', out: join(REPOSITORY, 'docs/images') });
  const wanted = read.pages === '' ? null : read.pages.split(',');
  mkdirSync(read.out, { recursive: true });
  return withNode(read.url, async (url) => {
    await settled(url);
    const browser = await chromium.launch({ executablePath: await browserPath(), args: browserArguments() });
    try {
      const wrong: string[] = [];
      for (const shot of shots(await countedStation(url))) {
        if (wanted?.includes(shot.name) ?? true) wrong.push(...(await take(browser, url, shot, read.out)));
      }
      for (const sentence of wrong) process.stderr.write(`screenshots: ${sentence}\n`);
      return wrong.length > 0 ? 1 : 0;
    } finally {
      await browser.close();
    }
  });
}
