import { asShown, results } from './api.js';
import { Demo } from './demo.js';
import { expect, open, shown, test } from './test.js';

test('server_killedAndStartedAgain_pageKeepsItsNumbersAndComesBack', async ({ page }) => {
  test.setTimeout(300_000);
  const demo = await Demo.prepare(60);
  try {
    await demo.start();
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

test('network_gone_isSaidAndTheNumbersStay', async ({ page, context, url }) => {
  await open(page, url);
  const state = page.locator('pantau-link [data-state]');
  await expect(state).toHaveAttribute('data-state', 'live');
  const before = await shown(page);
  // The demo's socket is on loopback, which offline emulation leaves open: the page is told by the
  // browser's own signal, and hears the server again when it is over.
  await context.setOffline(true);
  await expect(page.locator('pantau-standing [data-votes]').first()).toBeVisible();
  expect((await shown(page)).counted).toBeGreaterThanOrEqual(before.counted);
  await context.setOffline(false);
  await expect(state).toHaveAttribute('data-state', 'live', { timeout: 40_000 });
});
