import { area, asShown, results } from './api.js';
import { CHOICES_CONTOH, correction, form } from './forms.js';
import { ServingNode } from './node.js';
import { Submitter } from './submitter.js';
import { expect, open, shown, test } from './test.js';

test('server_killedAndStartedAgain_pageKeepsItsNumbersAndComesBack', async ({ page }) => {
  test.setTimeout(300_000);
  const node = await ServingNode.serving('--election', 'contoh');
  try {
    await node.start();
    const submitter = await Submitter.of(node.url, node.data);
    const stations = (await area(node.url, '0101011001')).children;
    for (const { code } of stations) {
      expect(await submitter.send(form(code, 1, 100, {}, CHOICES_CONTOH))).toBe('counted');
    }
    await open(page, node.url);
    const state = page.locator('pantau-link [data-state]');
    await expect(state).toHaveAttribute('data-state', 'live');
    await expect.poll(async () => (await shown(page)).counted).toBe(stations.length);

    await node.kill();
    await expect(state).toHaveAttribute('data-state', 'reconnecting', { timeout: 20_000 });
    const kept = await shown(page);
    expect(kept.counted).toBe(stations.length);

    // Redis went with the node: what was acknowledged stands in the journal.
    await node.start();
    await expect(state).toHaveAttribute('data-state', 'live', { timeout: 90_000 });
    expect((await shown(page)).votes).toEqual(kept.votes);
    const first = stations[0]?.code ?? '';
    expect(await submitter.send(form(first, 2, 90, correction('salah ketik'), CHOICES_CONTOH))).toBe('counted');
    await expect.poll(async () => (await shown(page)).votes['900001']).toBe((kept.votes['900001'] ?? 0) - 10);
    await expect.poll(() => shown(page)).toEqual(asShown(await results(node.url, '0')));
    const epoch = (position: string) => Number(position.split('·')[0]);
    expect(epoch((await shown(page)).position)).toBeGreaterThanOrEqual(epoch(kept.position));
  } finally {
    await node.end();
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
