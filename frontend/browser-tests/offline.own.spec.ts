import { createServer } from 'node:http';
import type { Page } from '@playwright/test';
import { wayDown } from './api.js';
import { form } from './forms.js';
import { ServingNode } from './node.js';
import { Submitter } from './submitter.js';
import { expect, open, shown, test } from './test.js';

/** The installed page without a network: its shell, the last numbers, and how old they are. */

test.use({ serviceWorkers: 'allow' });

const link = (page: Page) => page.locator('pantau-link [data-state]');

/** Waits until a service worker answers for this page and the numbers of the place are put away. */
async function kept(page: Page, path: string): Promise<void> {
  await page.waitForFunction(() => navigator.serviceWorker.controller !== null);
  await expect.poll(() => page.evaluate(async (asked) => Boolean(await caches.match(asked)), path)).toBe(true);
}

test('home_withoutANetworkAndWithoutTheServer_opensWithItsLastNumbersAndTheirAge', async ({ page, context }) => {
  test.setTimeout(300_000);
  const node = await ServingNode.serving();
  try {
    await node.start();
    const submitter = await Submitter.of(node.url, node.data);
    const inBali = (await wayDown(node.url, (row) => row.code.startsWith('51'))).at(-1) ?? '';
    expect(await submitter.send(form(inBali, 1, 100, {}))).toBe('counted');
    await open(page, node.url);
    await kept(page, '/api/v1/results/ppwp/0');
    await page.locator('pantau-children').getByRole('link', { name: 'Bali' }).click();
    await expect(page.locator('h1')).toHaveText('Bali');
    await kept(page, '/api/v1/results/ppwp/51');
    const last = await shown(page);
    // What comes over the socket is put away when the reader turns to something else.
    await page.evaluate(() => {
      Object.defineProperty(document, 'visibilityState', { value: 'hidden', configurable: true });
      document.dispatchEvent(new Event('visibilitychange'));
    });
    const revision = (position: string) => Number(position.split('·')[1]);
    await expect
      .poll(() =>
        page.evaluate(async () => {
          const body = (await (await caches.match('/api/v1/results/ppwp/51'))?.json()) as { position: { revision: number } };
          return body.position.revision;
        }),
      )
      .toBeGreaterThanOrEqual(revision(last.position));

    await node.kill();
    await context.setOffline(true);
    await page.reload();
    await expect(page.locator('h1')).toHaveText('Bali');
    await expect(link(page)).toHaveAttribute('data-state', 'offline');
    await expect(link(page)).toContainText(/angka diketahui (baru saja|\d+ (detik|menit) lalu), \d+ \w+ \d{4}/);
    const old = await shown(page);
    expect(revision(old.position)).toBeGreaterThanOrEqual(revision(last.position));
    expect(old.counted).toBeGreaterThanOrEqual(last.counted);
    // Minutes later nothing has become newer, and the page still says so.
    await expect(link(page)).toContainText(/angka diketahui \d+ (detik|menit) lalu/);

    await page.goto(node.url);
    await expect(page.locator('h1')).toHaveText('Indonesia');
    await expect(link(page)).toHaveAttribute('data-state', 'offline');
    expect((await shown(page)).counted).toBeGreaterThan(0);
    // A place that was never open has no numbers to be old.
    await page.locator('pantau-children').getByRole('link', { name: 'Aceh' }).click();
    await expect(page.locator('pantau-problem h1')).toHaveText('Tidak ada sambungan');

    await node.start();
    await context.setOffline(false);
    await expect(page.locator('h1')).toHaveText('Aceh', { timeout: 90_000 });
    await expect(link(page)).toHaveAttribute('data-state', 'live', { timeout: 90_000 });
    await page.goBack();
    await expect(page.locator('h1')).toHaveText('Indonesia');
    await expect(link(page)).toHaveAttribute('data-state', 'live');
  } finally {
    await node.end();
  }
});

test('page_visitedOnline_alwaysComesFromTheNetwork', async ({ page, url }) => {
  await open(page, url);
  await kept(page, '/api/v1/results/ppwp/0');
  const first = await shown(page);
  const reloaded = await page.reload();
  expect(reloaded?.headers()['content-security-policy']).toContain("default-src 'self'");
  await expect(link(page)).toHaveAttribute('data-state', 'live');
  expect((await shown(page)).counted).toBeGreaterThanOrEqual(first.counted);
});

test('manifest_andItsIcons_areServed', async ({ page, url }) => {
  await open(page, url);
  const address = await page.locator('link[rel="manifest"]').getAttribute('href');
  const answer = await page.request.get(url + (address ?? ''));
  expect(answer.headers()['content-type']).toBe('application/manifest+json');
  const { lang, icons } = (await answer.json()) as { lang: string; icons: { src: string; type: string; sizes: string; purpose: string }[] };
  expect(lang).toBe('id');
  expect(icons.filter(({ purpose }) => purpose === 'maskable').map(({ sizes }) => sizes)).toEqual(['192x192', '512x512']);
  for (const icon of icons) {
    const picture = await page.request.get(url + icon.src);
    expect([picture.status(), picture.headers()['content-type']], icon.src).toEqual([200, icon.type]);
    if (icon.sizes === 'any') continue;
    const size = await page.evaluate(async (src) => {
      const image = new Image();
      image.src = src;
      await image.decode();
      return `${image.naturalWidth}x${image.naturalHeight}`;
    }, icon.src);
    expect(size).toBe(icon.sizes);
  }
});

/**
 * A proxy before the node, as an operator has one: everything comes from the node, but the worker's
 * script is what `worker` makes of it. The socket does not pass: pages fetch instead.
 */
async function proxy(node: string, worker: (script: string) => Promise<string>): Promise<{ url: string; close: () => void }> {
  const server = createServer((request, response) => {
    const path = request.url ?? '/';
    void fetch(node + path, { headers: { Accept: request.headers.accept ?? '*/*' } }).then(
      async (answer) => {
        const body = Buffer.from(await answer.arrayBuffer());
        response.writeHead(answer.status, { 'Content-Type': answer.headers.get('Content-Type') ?? '' });
        response.end(path === '/sw.js' ? await worker(body.toString()) : body);
      },
      () => response.destroy(),
    );
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const address = server.address();
  const port = typeof address === 'object' && address ? address.port : 0;
  const close = () => {
    server.close();
    server.closeAllConnections();
  };
  return { url: `http://127.0.0.1:${port}`, close };
}

const update = (page: Page) =>
  page.evaluate(async () => {
    const registration = await navigator.serviceWorker.getRegistration();
    await registration?.update();
  });

test('switchOff_servedInItsPlace_takesTheWorkerOffTheDevice', async ({ page, url }) => {
  const off = await (await page.request.get(`${url}/sw-off.js`)).text();
  let switched = false;
  const before = await proxy(url, (script) => Promise.resolve(switched ? off : script));
  await open(page, before.url);
  await kept(page, '/api/v1/results/ppwp/0');
  switched = true;
  await update(page);
  await expect
    .poll(() => page.evaluate(async () => [(await navigator.serviceWorker.getRegistrations()).length, (await caches.keys()).length]))
    .toEqual([0, 0]);
  await page.locator('pantau-children').getByRole('link', { name: 'Bali' }).click();
  await expect(page.locator('h1')).toHaveText('Bali');
  before.close();
});

test('newVersion_underAnOpenPage_isOfferedAndBreaksNothing', async ({ page, url }) => {
  // The next build's worker: another version, and another first script than this page came with.
  const next = (script: string) =>
    Promise.resolve(script.replace(/VERSION = '\w+'/, "VERSION = 'next'").replace(/"\/assets\/index-[^"]+\.js",/, ''));
  let built = false;
  const before = await proxy(url, (script) => (built ? next(script) : Promise.resolve(script)));
  await open(page, before.url);
  await kept(page, '/api/v1/results/ppwp/0');
  const offer = page.locator('pantau-foot').getByRole('button', { name: 'Muat ulang' });
  await expect(offer).toHaveCount(0);
  built = true;
  await update(page);
  await expect(offer).toBeVisible();
  // The open page keeps the worker it came with, and a piece that it needs only now still comes.
  const shells = () => page.evaluate(async () => (await caches.keys()).filter((name) => name.startsWith('pantau-shell-')).length);
  expect(await shells()).toBe(2);
  const code = (await wayDown(url, (row) => row.stations.counted > 0)).at(-1) ?? '';
  await page.evaluate((href) => {
    const anchor = Object.assign(document.createElement('a'), { href });
    document.body.append(anchor);
    anchor.click();
  }, `/tps/${code}`);
  await expect(page.locator('pantau-form')).toBeVisible();
  before.close();
});
