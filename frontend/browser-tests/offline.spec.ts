import type { Page } from '@playwright/test';
import { Demo } from './demo.js';
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
  const demo = await Demo.prepare(2);
  try {
    await demo.start();
    await demo.counts();
    await open(page, demo.url);
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

    await demo.kill();
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

    await page.goto(demo.url);
    await expect(page.locator('h1')).toHaveText('Indonesia');
    await expect(link(page)).toHaveAttribute('data-state', 'offline');
    expect((await shown(page)).counted).toBeGreaterThan(0);
    // A place that was never open has no numbers to be old.
    await page.locator('pantau-children').getByRole('link', { name: 'Aceh' }).click();
    await expect(page.locator('pantau-problem h1')).toHaveText('Tidak ada sambungan');

    await demo.start();
    await context.setOffline(false);
    await expect(page.locator('h1')).toHaveText('Aceh', { timeout: 90_000 });
    await expect(link(page)).toHaveAttribute('data-state', 'live', { timeout: 90_000 });
    await page.goBack();
    await expect(page.locator('h1')).toHaveText('Indonesia');
    await expect(link(page)).toHaveAttribute('data-state', 'live');
  } finally {
    await demo.end();
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

test('switchOff_servedInItsPlace_takesTheWorkerOffTheDevice', async ({ page, context, url }) => {
  await open(page, url);
  await kept(page, '/api/v1/results/ppwp/0');
  // What an operator's proxy does with the documented switch: /sw-off.js under the name /sw.js.
  const off = await (await page.request.get(`${url}/sw-off.js`)).text();
  await context.route('**/sw.js', (route) => route.fulfill({ contentType: 'text/javascript', body: off }));
  await page.evaluate(async () => {
    const registration = await navigator.serviceWorker.getRegistration();
    await registration?.update();
  });
  await expect
    .poll(() => page.evaluate(async () => [(await navigator.serviceWorker.getRegistrations()).length, (await caches.keys()).length]))
    .toEqual([0, 0]);
  await expect(link(page)).toHaveAttribute('data-state', 'live');
});
