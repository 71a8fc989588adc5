import type { Page } from '@playwright/test';
import { station, wayDown } from './api.js';
import { expect, follow, open, test } from './test.js';

/** Presses Tab until the link to an address has the focus, as a reader without a mouse would. */
async function tabTo(page: Page, href: string): Promise<void> {
  for (let presses = 0; presses < 600; presses++) {
    const at = await page.evaluate(() => {
      let active = document.activeElement;
      while (active?.shadowRoot?.activeElement) active = active.shadowRoot.activeElement;
      return active?.getAttribute('href') ?? '';
    });
    if (at === href) return;
    await page.keyboard.press('Tab');
  }
  throw new Error(`Tab never reached ${href}`);
}

test('drillDown_byKeyboardAlone_reachesAStation', async ({ page, url }) => {
  test.slow();
  const way = await wayDown(url, (row) => row.stations.counted > 0);
  await open(page, url);
  for (const code of way) {
    const href = code.length === 13 ? `/tps/${code}` : `/ppwp/${code}`;
    await expect(page.locator(`pantau-children a[href="${href}"]`)).toBeAttached();
    await tabTo(page, href);
    await page.keyboard.press('Enter');
    await expect(page).toHaveURL(url + href);
    await expect(page.locator('h1')).toBeFocused();
  }
  const body = await station(url, way.at(-1) ?? '');
  await expect(page.locator('h1')).toContainText(body.name);
  for (const [choice, votes] of Object.entries(body.current?.votes ?? {})) {
    await expect(page.locator(`pantau-form [data-field="votes.${choice}"]`)).toHaveText(new Intl.NumberFormat('id-ID').format(votes));
  }
  await expect(page.locator('pantau-path a')).toHaveCount(5);
});

test('deepLink_thenBack_isWhereTheReaderWas', async ({ page, url }) => {
  await open(page, `${url}/ppwp/31`);
  await expect(page.locator('h1')).toHaveText('DKI Jakarta');
  const row = page.locator('pantau-children tbody a').last();
  await row.scrollIntoViewIfNeeded();
  const scrolled = await page.evaluate(() => scrollY);
  const name = await row.innerText();
  await row.click();
  await expect(page.locator('h1')).toHaveText(name);
  await expect.poll(() => page.evaluate(() => scrollY)).toBe(0);
  await page.goBack();
  await expect(page).toHaveURL(`${url}/ppwp/31`);
  await expect(page.locator('h1')).toHaveText('DKI Jakarta');
  // Browsers keep parts of a pixel; numbers that moved meanwhile move no row.
  await expect.poll(async () => Math.abs((await page.evaluate(() => scrollY)) - scrolled)).toBeLessThanOrEqual(2);
  await page.goForward();
  await expect(page.locator('h1')).toHaveText(name);
});

test('breadcrumb_ofAVillage_leadsUp', async ({ page, url }) => {
  await open(page, `${url}/ppwp/3173011005`);
  await page.locator('pantau-path').getByRole('link', { name: 'DKI Jakarta' }).click();
  await expect(page).toHaveURL(`${url}/ppwp/31`);
});

test('search_stationInWords_opensItsPage', async ({ page, url }) => {
  await open(page, url);
  await page.keyboard.press('/');
  const field = page.locator('pantau-search').getByRole('combobox');
  await expect(field).toBeFocused();
  await page.keyboard.type('TPS 1 Kapuk');
  await expect(page.locator('pantau-search').getByRole('option').first()).toContainText('TPS 1');
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('Enter');
  await expect(page).toHaveURL(/\/tps\/\d{13}$/);
  await expect(page.locator('h1')).toContainText('TPS 1');
});

test('unknownPlace_saysSoAndLeadsHome', async ({ page, url }) => {
  for (const address of ['/ppwp/77', '/tps/1101012001999', '/nosuchthing/0', '/ppwp/31/too/long']) {
    expect((await page.request.get(url + address)).status(), address).toBe(404);
    await follow(page, url, address);
    await expect(page.locator('h1')).toHaveText('Tempat ini tidak dikenal');
  }
  await page.locator('pantau-problem').getByRole('link').click();
  await expect(page.locator('h1')).toHaveText('Indonesia');
});
