import { asShown, results } from './api.js';
import { Demo } from './demo.js';
import { expect, open, shown, test } from './test.js';

test('server_killedAndStartedAgain_pageKeepsItsNumbersAndComesBack', async ({ page }) => {
  test.setTimeout(300_000);
  const demo = await Demo.prepare(2);
  try {
    await demo.start();
    await demo.counts();
    await open(page, demo.url);
    const state = page.locator('pantau-link [data-state]');
    await expect(state).toHaveAttribute('data-state', 'live');
    await expect.poll(async () => (await shown(page)).counted).toBeGreaterThan(0);

    await demo.kill();
    await expect(state).toHaveAttribute('data-state', 'reconnecting', { timeout: 20_000 });
    const kept = await shown(page);
    expect(kept.counted).toBeGreaterThan(0);
    await expect(state).toHaveAttribute('data-state', 'offline', { timeout: 40_000 });
    await expect(state).toContainText('angka diketahui');
    expect(await shown(page)).toEqual(kept);

    await demo.start();
    await expect(state).toHaveAttribute('data-state', 'live', { timeout: 90_000 });
    await expect
      .poll(async () => (await shown(page)).position, { timeout: 60_000 })
      .not.toBe(kept.position);
    const revision = (position: string) => Number(position.split('·')[1]);
    const epoch = (position: string) => Number(position.split('·')[0]);
    const now = await shown(page);
    expect(epoch(now.position)).toBeGreaterThanOrEqual(epoch(kept.position));
    if (epoch(now.position) === epoch(kept.position)) {
      expect(revision(now.position)).toBeGreaterThan(revision(kept.position));
    }
    expect(asShown(await results(demo.url, '0')).counted).toBeGreaterThanOrEqual(now.counted);
  } finally {
    await demo.end();
  }
});

test('socketBlocked_numbersAreFetchedAndTheNetworksEndIsSaid', async ({ page, context, url }) => {
  test.setTimeout(180_000);
  // Some networks let no WebSocket through; the page must not need one.
  await page.routeWebSocket(/\/live$/, (socket) => socket.close());
  await open(page, url);
  const state = page.locator('pantau-link [data-state]');
  await expect(state).toHaveAttribute('data-state', 'delayed', { timeout: 40_000 });
  await expect(state).toContainText('diambil secara berkala');
  const first = (await shown(page)).position;
  await expect.poll(async () => (await shown(page)).position, { timeout: 60_000 }).not.toBe(first);

  await context.setOffline(true);
  await expect(state).toHaveAttribute('data-state', 'offline', { timeout: 40_000 });
  const kept = await shown(page);
  expect(kept.counted).toBeGreaterThan(0);
  await context.setOffline(false);
  await expect(state).toHaveAttribute('data-state', 'delayed', { timeout: 60_000 });
  await expect.poll(async () => (await shown(page)).counted, { timeout: 60_000 }).toBeGreaterThan(kept.counted);
});
