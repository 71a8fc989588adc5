import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import type { Page } from '@playwright/test';
import { wayDown } from './api.js';
import { expect, follow, open, test } from './test.js';

const AXE = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');

interface Violation {
  readonly id: string;
  readonly nodes: readonly { readonly target: unknown; readonly failureSummary?: string }[];
}

/** Everything axe has to say of a page as it stands. */
async function violations(page: Page): Promise<readonly string[]> {
  await page.evaluate(AXE);
  const found = await page.evaluate(async () => {
    const { axe } = window as unknown as { axe: { run: () => Promise<{ violations: Violation[] }> } };
    return (await axe.run()).violations;
  });
  return found.flatMap(({ id, nodes }) =>
    nodes.map((node) => `${id}: ${JSON.stringify(node.target)} ${node.failureSummary ?? ''}`),
  );
}

/** One page of each kind, the unknown place last. */
async function visitEach(page: Page, url: string, look: (address: string) => Promise<void>): Promise<void> {
  const held = await wayDown(url, (row) => row.stations.held > 0);
  for (const address of ['/', '/ppwp/31', '/ppwp/3173011005', `/tps/${held.at(-1) ?? ''}`]) {
    await open(page, url + address);
    await look(address);
  }
  await follow(page, url, '/ppwp/77');
  await expect(page.locator('pantau-problem')).toBeVisible();
  await look('/ppwp/77');
}

test('language_switched_isSpokenEverywhereAndKept', async ({ page, url }) => {
  await open(page, url);
  await expect(page.locator('html')).toHaveAttribute('lang', 'id');
  await page.getByRole('combobox', { name: 'Bahasa' }).selectOption('en');
  await expect(page.locator('html')).toHaveAttribute('lang', 'en');
  await expect(page.locator('pantau-notice')).toContainText('Information aid, not the official result.');
  await expect(page.locator('pantau-standing h2')).toHaveText('Votes');
  await page.reload();
  await expect(page.locator('html')).toHaveAttribute('lang', 'en');
  await expect(page.locator('pantau-standing h2')).toHaveText('Votes');
  await expect(page.locator('pantau-children tbody a').first()).toHaveText('Aceh');
});

test('appearance_switched_isWornAndKept', async ({ page, url }) => {
  await page.emulateMedia({ colorScheme: 'light' });
  await open(page, url);
  const ground = () => page.evaluate(() => getComputedStyle(document.documentElement).backgroundColor);
  const light = await ground();
  const button = page.getByRole('button', { name: /^Tampilan/ });
  await button.click();
  await button.click();
  await expect(page.locator('html')).toHaveAttribute('data-theme', 'dark');
  const dark = await ground();
  expect(dark).not.toBe(light);
  await page.reload();
  await expect(page.locator('html')).toHaveAttribute('data-theme', 'dark');
  expect(await ground()).toBe(dark);
});

test('appearance_ofTheSystem_isFollowed', async ({ page, url }) => {
  const ground = () => page.evaluate(() => getComputedStyle(document.documentElement).backgroundColor);
  await page.emulateMedia({ colorScheme: 'dark' });
  await open(page, url);
  const dark = await ground();
  await page.emulateMedia({ colorScheme: 'light' });
  await expect.poll(ground).not.toBe(dark);
});

for (const width of [320, 360]) {
  test(`phone_${width}Wide_neverScrollsSideways`, async ({ page, url }) => {
    await page.setViewportSize({ width, height: 800 });
    await visitEach(page, url, async (address) => {
      expect(await page.evaluate(() => document.documentElement.scrollWidth), address).toBe(width);
    });
  });
}

for (const colorScheme of ['light', 'dark'] as const) {
  test(`axe_${colorScheme}_findsNothing`, async ({ page, url }) => {
    test.slow();
    await page.emulateMedia({ colorScheme, reducedMotion: 'reduce' });
    await visitEach(page, url, async (address) => {
      expect(await violations(page), address).toEqual([]);
    });
  });
}

test('axe_openSearch_findsNothing', async ({ page, url }) => {
  await open(page, url);
  await page.keyboard.press('/');
  await expect(page.getByRole('combobox', { name: 'Cari wilayah atau TPS' })).toBeFocused();
  await page.keyboard.type('Menteng');
  await expect(page.locator('vaadin-combo-box-item').first()).toBeVisible();
  expect(await violations(page)).toEqual([]);
});

test('skipLink_firstTab_leadsToTheContent', async ({ page, url }) => {
  await open(page, url);
  await page.keyboard.press('Tab');
  await expect(page.getByRole('link', { name: 'Langsung ke isi' })).toBeFocused();
  await page.keyboard.press('Enter');
  await expect(page.locator('main')).toBeFocused();
});

test('text_twiceAsLarge_onAPhone_widensNoPage', async ({ page, url }) => {
  await page.setViewportSize({ width: 360, height: 800 });
  await visitEach(page, url, async (address) => {
    await page.addStyleTag({ content: 'html { font-size: 200% !important; }' });
    await expect.poll(() => page.evaluate(() => document.documentElement.scrollWidth), { message: address }).toBe(360);
  });
});

test('focus_byKeyboard_isNeverUnderTheNotice', async ({ page, url }) => {
  await page.setViewportSize({ width: 360, height: 800 });
  await open(page, url);
  await expect(page.locator('pantau-children tbody a').first()).toBeAttached();
  let looked = 0;
  for (let presses = 0; presses < 60; presses++) {
    await page.keyboard.press('Tab');
    const under = await page.evaluate(() => {
      let active = document.activeElement;
      while (active?.shadowRoot?.activeElement) active = active.shadowRoot.activeElement;
      const notice = document.querySelector('pantau-app')?.shadowRoot?.querySelector('pantau-notice');
      if (!active || !notice || active === document.body) return null;
      return active.getBoundingClientRect().bottom - notice.getBoundingClientRect().top;
    });
    if (under === null) continue;
    looked += 1;
    expect(under).toBeLessThanOrEqual(0);
  }
  expect(looked).toBeGreaterThan(40);
});

test('paper_ofADarkScreen_isBlackOnWhite', async ({ page, url }) => {
  await page.emulateMedia({ media: 'print', colorScheme: 'dark' });
  await open(page, `${url}/ppwp/31`);
  const colors = await page.locator('h1').evaluate((title) => {
    return [getComputedStyle(title).color, getComputedStyle(document.documentElement).backgroundColor];
  });
  expect(colors).toEqual(['rgb(0, 0, 0)', 'rgb(255, 255, 255)']);
  await expect(page.getByRole('button', { name: 'Jeda angka' })).toBeHidden();
  await expect(page.locator('pantau-search')).toBeHidden();
  await expect(page.locator('pantau-notice')).toBeVisible();
});
