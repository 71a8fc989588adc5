import { readFileSync, statSync } from 'node:fs';
import { dirname, join, relative } from 'node:path';
import process from 'node:process';
import { fileURLToPath } from 'node:url';
import { type Browser, type Page, chromium } from '@playwright/test';
import { browserArguments, browserPath } from '../browser-tests/browser.js';
import { line, script } from '../browser-tests/embedding.js';
import { Host } from '../browser-tests/host.js';
import { options } from '../measure/options.js';
import { PROVINCE } from '../measure/pages.js';
import { withNode } from '../measure/with-node.js';

const HERE = dirname(fileURLToPath(import.meta.url));
const TYPEFACE = join(HERE, '../node_modules/@fontsource-variable/hanken-grotesk/files/hanken-grotesk-latin-wght-normal.woff2');
const IMAGE_BYTES_MAX = 250_000;

/** A newsroom's page has a typeface of its own, and tells the widgets. */
function style(): string {
  const face = readFileSync(TYPEFACE).toString('base64');
  return `<style>
@font-face { font-family: Koran; src: url(data:font/woff2;base64,${face}); font-weight: 100 900; }
body { margin: 0; --pantau-font: Koran; }
main { display: grid; grid-template-columns: 340px 340px 1fr; gap: 20px; padding: 20px; align-items: start; }
h1 { display: none; }
</style>`;
}

interface Picture {
  readonly name: string;
  readonly width: number;
  readonly height: number;
  readonly address: (url: string, host: Host) => string;
}

/** Every picture of docs/widget.md. */
const PICTURES: readonly Picture[] = [
  {
    name: 'widgets',
    width: 1280,
    height: 690,
    address: (url, host) =>
      host.page(
        '/widgets',
        script(url) + style() + line(url, PROVINCE, 'theme="light"') + line(url, PROVINCE, 'layout="bars" theme="dark"') + line(url, '0', 'layout="map" theme="light"'),
      ),
  },
  { name: 'widget-ticker', width: 1280, height: 250, address: (url, host) => host.page('/ticker', script(url) + style().replace('340px 340px', '') + line(url, '0', 'layout="ticker" theme="light"')) },
  { name: 'widget-broadcast-16x9', width: 1280, height: 720, address: (url) => `${url}/embed/ppwp/0?layout=broadcast-16x9&theme=dark` },
  { name: 'widget-broadcast-9x16', width: 405, height: 720, address: (url) => `${url}/embed/ppwp/0?layout=broadcast-9x16&theme=light` },
];

async function drawn(page: Page): Promise<void> {
  await page.waitForFunction(() =>
    [...document.querySelectorAll('pantau-suara')].every((widget) => widget.shadowRoot?.querySelector('article[data-position]')),
  );
  await page.waitForLoadState('networkidle');
  await page.evaluate(() => document.fonts.ready);
}

async function take(browser: Browser, url: string, host: Host, picture: Picture, folder: string): Promise<readonly string[]> {
  const { width, height } = picture;
  const context = await browser.newContext({
    ...{ viewport: { width, height }, locale: 'id-ID', timezoneId: 'Asia/Jakarta', reducedMotion: 'reduce' as const },
  });
  const page = await context.newPage();
  await page.goto(picture.address(url, host));
  await drawn(page);
  const path = join(folder, `${picture.name}.png`);
  await page.screenshot({ path, animations: 'disabled' });
  await context.close();
  const bytes = statSync(path).size;
  process.stdout.write(`${String(bytes).padStart(8)}  ${relative(process.cwd(), path)}\n`);
  return bytes > IMAGE_BYTES_MAX ? [`${path} has ${bytes} bytes, ${IMAGE_BYTES_MAX} at most`] : [];
}

/** `--url` of a running node, else PANTAU_JAR's demo on its way. */
export async function main(args: readonly string[]): Promise<number> {
  const read = options(args, { url: '', out: join(HERE, '../../docs/images') });
  const host = await Host.start();
  const browser = await chromium.launch({ executablePath: await browserPath(), args: browserArguments() });
  try {
    return await withNode(read.url, async (url) => {
      const wrong: string[] = [];
      for (const picture of PICTURES) wrong.push(...(await take(browser, url, host, picture, read.out)));
      for (const sentence of wrong) process.stderr.write(`widget-pictures: ${sentence}\n`);
      return wrong.length > 0 ? 1 : 0;
    });
  } finally {
    await browser.close();
    await host.end();
  }
}
