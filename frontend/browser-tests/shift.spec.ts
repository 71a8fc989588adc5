import type { Page } from '@playwright/test';
import { smallNode } from './small-node.js';
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
    type Entry = PerformanceEntry & { value: number; sources: { node: Node | null; previousRect: DOMRect; currentRect: DOMRect }[] };
    const shifts: Shift[] = [];
    const name = (node: Node | null) =>
      node instanceof Element ? `${node.localName}.${node.className}` : `text "${node?.textContent?.trim().slice(0, 40) ?? ''}"`;
    (window as unknown as { shifts: Shift[] }).shifts = shifts;
    new PerformanceObserver((list) => {
      for (const { value, sources } of list.getEntries() as Entry[]) {
        const moved = sources.map(
          ({ node, previousRect: was, currentRect: is }) =>
            `${name(node)}: y ${was.y} → ${is.y}, height ${was.height} → ${is.height}`,
        );
        shifts.push({ value, moved });
      }
    }).observe({ type: 'layout-shift', buffered: true });
  });
  return () => page.evaluate(() => (window as unknown as { shifts: Shift[] }).shifts);
}

/** How much a page moved on a phone until everything is there. */
async function moved(page: Page, address: string): Promise<void> {
  await page.setViewportSize({ width: 360, height: 800 });
  const session = await page.context().newCDPSession(page);
  await session.send('Network.enable');
  await session.send('Network.emulateNetworkConditions', SLOW);
  const shifts = await noteShifts(page);
  await open(page, address);
  await expect(page.locator('pantau-link [data-state="live"]')).toBeVisible();
  await page.evaluate(() => document.fonts.ready);
  await page.waitForLoadState('networkidle');
  const seen = await shifts();
  const sum = seen.reduce((all, { value }) => all + value, 0);
  expect(sum, JSON.stringify(seen, null, 1)).toBeLessThan(SHIFT_MAX);
}

for (const path of ['/', '/ppwp/31', '/ppwp/3173011005']) {
  test(`phone_onASlowNetwork_${path}_comesWithoutAJump`, ({ page, url }) => moved(page, url + path));
}

test('phone_beforeTheFirstForm_comesWithoutAJump', async ({ page }) => {
  const node = await smallNode(60);
  try {
    await node.start();
    await moved(page, `${node.url}/`);
    await moved(page, `${node.url}/ppwp/01`);
  } finally {
    await node.end();
  }
});
