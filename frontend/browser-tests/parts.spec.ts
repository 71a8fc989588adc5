import type { Page } from '@playwright/test';
import { violations } from './axe.js';
import { history } from './past.js';
import { expect, open, test } from './test.js';

/** Time and honesty with all their parts fetched: what the page's own tests see only from above. */
async function unfold(page: Page): Promise<void> {
  for (const part of ['timeline', 'representation', 'corrections']) {
    await page.locator(`pantau-later.${part}`).scrollIntoViewIfNeeded();
    await expect(page.locator(`pantau-${part} h2`)).toBeVisible();
  }
  await expect(page.locator('pantau-timeline').getByRole('slider')).toBeVisible();
  await page.getByText('Angka grafik sebagai tabel').click();
  await expect(page.locator('pantau-timeline-table tbody tr').first()).toBeVisible();
}

async function manners(url: string): Promise<readonly string[]> {
  await expect.poll(async () => (await history(url, '0')).points.length, { timeout: 60_000 }).toBeGreaterThan(10);
  const { points } = await history(url, '0');
  const at = points[Math.floor(points.length / 2)]?.at ?? '';
  return ['/ppwp/0', `/ppwp/0?at=${at}`, '/ppwp/0?show=sent', `/ppwp/0?at=${at}&show=sent`];
}

for (const colorScheme of ['light', 'dark'] as const) {
  test(`axe_timeAndHonesty_${colorScheme}_findsNothing`, async ({ page, url }) => {
    test.slow();
    await page.emulateMedia({ colorScheme, reducedMotion: 'reduce' });
    for (const address of await manners(url)) {
      await open(page, url + address);
      await unfold(page);
      expect(await violations(page), address).toEqual([]);
    }
  });
}

for (const width of [320, 360]) {
  test(`phone_${width}Wide_timeAndHonesty_neverScrollSideways`, async ({ page, url }) => {
    test.slow();
    await page.setViewportSize({ width, height: 800 });
    for (const address of await manners(url)) {
      await open(page, url + address);
      await unfold(page);
      expect(await page.evaluate(() => document.documentElement.scrollWidth), address).toBe(width);
    }
  });
}
