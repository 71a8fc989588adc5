import { line, script, seen } from './embedding.js';
import { Host } from './host.js';
import { Line } from './line.js';
import { expect, test } from './test.js';

/** Widgets whose way to the node is bad: each waits for the patience of a page to end. */

let host: Host;
test.beforeAll(async () => {
  host = await Host.start();
});
test.afterAll(async () => {
  await host.end();
});

test('network_withoutSockets_numbersAreFetchedAndItIsSaid', async ({ page, url }) => {
  test.setTimeout(120_000);
  await page.routeWebSocket(/\/live$/, (socket) => socket.close());
  await page.goto(host.page('/poll', script(url) + line(url, '0')));
  const link = page.locator('pantau-suara .link');
  await expect(link).toHaveAttribute('data-state', 'delayed', { timeout: 40_000 });
  await expect(link).toContainText('diambil secara berkala');
  const first = (await seen(page))[0]?.position;
  await expect.poll(async () => (await seen(page))[0]?.position, { timeout: 60_000 }).not.toBe(first);
});

test('line_cut_widgetKeepsItsNumbersAndSaysHowOldTheyAreAndComesBack', async ({ page, url }) => {
  test.setTimeout(180_000);
  const way = await Line.to(Number(new URL(url).port));
  try {
    const near = `http://127.0.0.1:${way.port}`;
    await page.goto(host.page('/cut', script(near) + line(near, '0')));
    const link = page.locator('pantau-suara .link');
    await expect(link).toHaveAttribute('data-state', 'live');
    way.become('cut');
    await expect(link).toHaveAttribute('data-state', 'offline', { timeout: 60_000 });
    await expect(link).toContainText(/Luring \(angka diketahui pukul \d{2}\.\d{2}\.\d{2}\)/);
    const kept = await seen(page);
    expect(kept[0]?.position).not.toBe('');
    way.become('open');
    await expect(link).toHaveAttribute('data-state', 'live', { timeout: 90_000 });
    await expect.poll(async () => (await seen(page))[0]?.position).not.toBe(kept[0]?.position);
  } finally {
    await way.end();
  }
});

test('server_neverAnswers_thePictureOfTheAuthorStaysAndItIsSaid', async ({ page, url }) => {
  test.setTimeout(120_000);
  const way = await Line.to(Number(new URL(url).port), 'cut');
  try {
    const away = `http://127.0.0.1:${way.port}`;
    // The script is there, from a cache as it may be; nothing else is.
    await page.route(`${away}/embed.js`, async (route) => {
      await route.fulfill({ response: await page.request.get(`${url}/embed.js`) });
    });
    await page.goto(host.page('/away', script(away) + line(away, '0')));
    await expect(page.locator('pantau-suara .wait').getByText('Luring')).toBeVisible({ timeout: 60_000 });
    await expect(page.getByRole('img', { name: 'Perolehan suara' })).toBeVisible();
  } finally {
    await way.end();
  }
});
