import type { Page } from '@playwright/test';
import { expect, open, test } from './test.js';

/** What the pages promise (Lighthouse's CLS): nothing jumps under a reader's finger while the page comes. */
const SHIFT_MAX = 0.02;
/** A phone on a slow network: parts arrive one after the other, as they do not on this machine. */
const SLOW = { offline: false, latency: 150, downloadThroughput: 200_000, uploadThroughput: 90_000 };

interface Shift {
  readonly value: number;
  readonly moved: readonly string[];
}

/** Everything that moved since the page began, with the places it moved from and to. */
async function noteShifts(page: Page): Promise<() => Promise<readonly Shift[]>> {
  await page.addInitScript(() => {
    type Entry = PerformanceEntry & { value: number; sources: { previousRect: DOMRect; currentRect: DOMRect }[] };
    const shifts: Shift[] = [];
    (window as unknown as { shifts: Shift[] }).shifts = shifts;
    new PerformanceObserver((list) => {
      for (const { value, sources } of list.getEntries() as Entry[]) {
        shifts.push({ value, moved: sources.map(({ previousRect: was, currentRect: is }) => `y ${was.y} → ${is.y}, height ${was.height} → ${is.height}`) });
      }
    }).observe({ type: 'layout-shift', buffered: true });
  });
  return () => page.evaluate(() => (window as unknown as { shifts: Shift[] }).shifts);
}

for (const path of ['/', '/ppwp/31', '/ppwp/3173011005']) {
  test(`phone_onASlowNetwork_${path}_comesWithoutAJump`, async ({ page, url }) => {
    await page.setViewportSize({ width: 360, height: 800 });
    const session = await page.context().newCDPSession(page);
    await session.send('Network.enable');
    await session.send('Network.emulateNetworkConditions', SLOW);
    const shifts = await noteShifts(page);
    await open(page, url + path);
    await expect(page.locator('pantau-link [data-state="live"]')).toBeVisible();
    await page.evaluate(() => document.fonts.ready);
    await page.waitForLoadState('networkidle');
    const seen = await shifts();
    const sum = seen.reduce((all, { value }) => all + value, 0);
    expect(sum, JSON.stringify(seen, null, 1)).toBeLessThan(SHIFT_MAX);
  });
}
