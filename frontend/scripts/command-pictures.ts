import { mkdirSync, statSync } from 'node:fs';
import { dirname, join } from 'node:path';
import process from 'node:process';
import { fileURLToPath } from 'node:url';
import { type Page, chromium } from '@playwright/test';
import { browserArguments, browserPath } from '../browser-tests/browser.js';
import { Demo } from '../browser-tests/demo.js';
import { type Person, code, knock } from '../browser-tests/operators.js';
import { options } from '../measure/options.js';

const REPOSITORY = join(dirname(fileURLToPath(import.meta.url)), '../..');
const DESK = { name: 'desk', width: 1280, height: 800 };
const PHONE = { name: 'phone', width: 360, height: 800 };
const HALL = { name: '4k', width: 3840, height: 2160 };
/** Forms come in while the pictures are made: a wall of a night that is over shows nothing. */
const SPEED = 2;
const UNDER_WAY_MILLIS = 45_000;
const IMAGE_BYTES_MAX = 400_000;

interface Shot {
  readonly name: string;
  readonly path: string;
  readonly ready: string;
  readonly sizes: readonly { readonly name: string; readonly width: number; readonly height: number }[];
  readonly themes: readonly ('light' | 'dark')[];
}

function shots(held: string): readonly Shot[] {
  return [
    { name: 'path', path: '/', ready: 'pantau-path-screen', sizes: [DESK, HALL], themes: ['light', 'dark'] },
    { name: 'country', path: '/country', ready: 'pantau-country-screen', sizes: [DESK], themes: ['light', 'dark'] },
    { name: 'held', path: '/held', ready: 'pantau-held-screen', sizes: [DESK, PHONE], themes: ['light'] },
    { name: 'form', path: `/held/${held}`, ready: 'pantau-form-screen', sizes: [DESK, PHONE], themes: ['light', 'dark'] },
    { name: 'acts', path: '/acts', ready: 'pantau-acts-screen', sizes: [DESK], themes: ['light'] },
    { name: 'submitters', path: '/submitters', ready: 'pantau-submitters-screen', sizes: [DESK], themes: ['light'] },
    { name: 'webhooks', path: '/webhooks', ready: 'pantau-webhooks-screen', sizes: [DESK], themes: ['light'] },
    { name: 'life', path: `/life/${held}`, ready: 'pantau-life-screen', sizes: [DESK], themes: ['light'] },
    { name: 'trail', path: '/trail', ready: 'pantau-trail-screen', sizes: [DESK], themes: ['light'] },
  ];
}

/** What the demo printed of a person: id, password, secret. */
function printed(said: string, id: string): Person {
  const [, password, secret] = new RegExp(`^\\s+${id}\\s{3}(\\S+)\\s{3}(\\S+)`, 'm').exec(said) ?? [];
  if (!password || !secret) throw new Error(`the demo named no ${id}`);
  return { id, password, secret };
}

async function take(page: Page, url: string, shot: Shot, folder: string): Promise<void> {
  await page.goto(url + shot.path);
  await page.locator(shot.ready).waitFor();
  for (const { name, width, height } of shot.sizes) {
    await page.setViewportSize({ width, height });
    for (const colorScheme of shot.themes) {
      await page.emulateMedia({ colorScheme, reducedMotion: 'reduce' });
      await page.waitForTimeout(4_000);
      const path = join(folder, `command-${shot.name}-${name}-${colorScheme}.png`);
      await page.screenshot({ path, animations: 'disabled', caret: 'hide' });
      const { size } = statSync(path);
      process.stdout.write(`${String(size).padStart(8)}  ${path}\n`);
      if (size > IMAGE_BYTES_MAX) process.stderr.write(`${path} has ${size} bytes, ${IMAGE_BYTES_MAX} at most\n`);
    }
  }
}

/** Every screen of the command centre during a demo of PANTAU_JAR; `--out FOLDER`, `--screens path,held`. */
export async function main(args: readonly string[]): Promise<number> {
  const read = options(args, { out: join(REPOSITORY, 'docs/images'), screens: '' });
  const wanted = read.screens === '' ? null : read.screens.split(',');
  mkdirSync(read.out, { recursive: true });
  const demo = await Demo.prepare(SPEED);
  try {
    await demo.start();
    await demo.counts();
    const browser = await chromium.launch({ executablePath: await browserPath(), args: browserArguments() });
    try {
      const context = await browser.newContext({ locale: 'id-ID', timezoneId: 'Asia/Jakarta', viewport: DESK });
      const page = await context.newPage();
      await page.goto(demo.commandUrl);
      const siti = printed(demo.said(), 'siti');
      await knock(page, siti, code(siti));
      await page.locator('pantau-command .who strong').waitFor();
      await page.waitForTimeout(UNDER_WAY_MILLIS);
      const held = await page.evaluate(async () => {
        const { rows } = (await (await fetch('/api/held?limit=1&rule=T01')).json()) as { rows: { contest: string; station: string }[] };
        return rows.map(({ contest, station }) => `${contest}/${station}`)[0] ?? '';
      });
      for (const shot of shots(held)) {
        if (wanted?.includes(shot.name) ?? true) await take(page, demo.commandUrl, shot, read.out);
      }
    } finally {
      await browser.close();
    }
  } finally {
    await demo.end();
  }
  return 0;
}
