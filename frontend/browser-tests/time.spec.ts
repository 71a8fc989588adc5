import type { Page } from '@playwright/test';
import { asShown } from './api.js';
import { earlier, history } from './past.js';
import { expect, open, shown, test } from './test.js';

/** The slider of a page whose history has come. */
async function slider(page: Page) {
  await page.locator('pantau-later.timeline').scrollIntoViewIfNeeded();
  const found = page.getByRole('slider', { name: 'Waktu yang ditampilkan' });
  await expect(found).toBeVisible();
  return found;
}

/** Waits until the count has enough of a past to move about in. */
async function past(url: string, area: string, points: number): Promise<void> {
  await expect.poll(async () => (await history(url, area)).points.length, { timeout: 60_000 }).toBeGreaterThan(points);
}

/** The instant in the page's address; null where it shows now. */
function instant(page: Page): string | null {
  return new URL(page.url()).searchParams.get('at');
}

/** The page shows exactly the standing of the instant in its address. */
async function showsThen(page: Page, url: string, area: string): Promise<void> {
  const at = instant(page);
  if (at === null) throw new Error('the address says no instant');
  await expect(page.locator('pantau-moment [data-at]')).toHaveAttribute('data-at', at);
  expect(await shown(page)).toEqual(asShown(await earlier(url, area, at)));
}

test('slider_byKeyboard_takesTheWholePageToThen', async ({ page, url }) => {
  await past(url, '0', 40);
  await open(page, url);
  const handle = await slider(page);
  await handle.focus();
  // Where the reader's eyes are: the figures of the voters go, and the browser scrolls by as much.
  const top = async () => (await handle.boundingBox())?.y ?? NaN;
  const before = await top();
  await page.keyboard.press('PageDown');
  await page.keyboard.press('PageDown');
  const ten = await handle.getAttribute('aria-valuetext');
  await page.keyboard.press('ArrowLeft');
  await expect(handle).not.toHaveAttribute('aria-valuetext', ten ?? '');
  await expect.poll(() => instant(page)).not.toBeNull();
  await showsThen(page, url, '0');
  await expect(handle).toBeFocused();
  await expect.poll(async () => Math.abs((await top()) - before)).toBeLessThanOrEqual(2);
  await expect(page).toHaveTitle(/^\d+ \w+ \d{4}.*Indonesia/);
  await expect(page.locator('pantau-moment')).toContainText('Bukan keadaan sekarang.');
  await expect(page.locator('pantau-link')).toHaveCount(0);

  const one = instant(page);
  await page.keyboard.press('ArrowRight');
  await expect.poll(() => instant(page)).not.toBe(one);
  await showsThen(page, url, '0');
  const two = instant(page);
  await page.keyboard.press('Home');
  await expect(handle).toHaveValue('0');
  await expect.poll(() => instant(page)).not.toBe(two);
  await showsThen(page, url, '0');
  await page.keyboard.press('End');
  await expect.poll(() => instant(page)).toBeNull();
  await expect(page.locator('pantau-link')).toBeVisible();
});

test('slider_underWay_readsOutItsPointAtOnce', async ({ page, url }) => {
  await past(url, '0', 40);
  await open(page, url);
  await (await slider(page)).focus();
  await page.keyboard.press('PageDown');
  const said = await page.locator('pantau-timeline').evaluate((timeline) => {
    const root = timeline.shadowRoot;
    const readout = root?.querySelector('pantau-readout')?.shadowRoot;
    return {
      words: root?.querySelector('pantau-time-slider')?.shadowRoot?.querySelector('input')?.getAttribute('aria-valuetext') ?? '',
      time: root?.querySelector('.when')?.textContent ?? '',
      cells: [...(readout?.querySelectorAll('dd') ?? [])].map((cell) => cell.textContent),
    };
  });
  const [time = ''] = said.words.split(': ');
  expect(time).toMatch(/\d{4}, \d\d\.\d\d\.\d\d/);
  expect(said.time).toContain(time);
  expect(said.cells).toHaveLength(8);
  // The last is the share of all stations, which the words leave out.
  for (const cell of said.cells.slice(0, -1)) expect(said.words).toContain(cell);
});

test('address_withAnInstant_isTheStandingOfThenWithItsRows', async ({ page, url }) => {
  await past(url, '31', 10);
  const { points } = await history(url, '31');
  const at = points[Math.floor(points.length / 2)]?.at ?? '';
  await open(page, `${url}/ppwp/31?at=${at}`);
  await showsThen(page, url, '31');
  const then = await earlier(url, '31', at);
  for (const row of then.children ?? []) {
    const line = page.locator(`pantau-children tr[data-code="${row.code}"]`);
    await expect(line.locator('a')).toHaveAttribute('href', `/ppwp/${row.code}?at=${at}`);
    const votes = Object.values(row.totals.votes);
    const sum = votes.reduce((all, one) => all + one, 0);
    const said = votes.map((one) => (sum === 0 ? '–' : new Intl.NumberFormat('id-ID').format(one)));
    expect(await line.locator('td.votes').allTextContents()).toEqual(said);
  }
  await page.reload();
  await showsThen(page, url, '31');
});

test('backToNow_fromTheTopAndFromTheSlider_isLiveAgain', async ({ page, url }) => {
  await past(url, '0', 10);
  const { points } = await history(url, '0');
  const at = points[Math.floor(points.length / 2)]?.at ?? '';
  await open(page, `${url}/ppwp/0?at=${at}`);
  await page.locator('pantau-moment').getByRole('link', { name: 'Ke keadaan sekarang' }).click();
  await expect(page).toHaveURL(`${url}/ppwp/0`);
  await expect(page.locator('pantau-link [data-state]')).toHaveAttribute('data-state', 'live');
  const then = await earlier(url, '0', at);
  expect((await shown(page)).position).not.toBe(asShown(then).position);

  await page.goBack();
  await showsThen(page, url, '0');
  await slider(page);
  await page.locator('pantau-timeline').getByRole('link', { name: 'Kembali ke sekarang' }).click();
  await expect(page).toHaveURL(`${url}/ppwp/0`);
  await expect(page.locator('pantau-moment')).toHaveCount(0);
});

test('slider_onItsWay_leavesNothingToGoBackTo', async ({ page, url }) => {
  await past(url, '0', 40);
  await open(page, `${url}/ppwp/31`);
  await page.getByRole('link', { name: 'Indonesia' }).first().click();
  await expect(page.locator('h1')).toHaveText('Indonesia');
  const handle = await slider(page);
  await handle.focus();
  for (const key of ['PageDown', 'ArrowLeft', 'PageDown']) {
    const before = instant(page);
    await page.keyboard.press(key);
    await expect.poll(() => instant(page)).not.toBe(before);
  }
  await page.goBack();
  await expect(page).toHaveURL(`${url}/ppwp/31`);
});

test('permalink_pressed_isCopied', async ({ context, page, url }) => {
  await context.grantPermissions(['clipboard-read', 'clipboard-write'], { origin: url });
  await past(url, '0', 10);
  await open(page, url);
  await slider(page);
  const link = page.locator('pantau-permalink a');
  const href = await link.getAttribute('href');
  expect(href).toMatch(/^\/ppwp\/0\?at=/);
  await link.click();
  await expect(link).toHaveText('Tautan tersalin');
  const copied = await page.evaluate(() => navigator.clipboard.readText());
  expect(copied).toMatch(new RegExp(`^${url}/ppwp/0\\?at=\\d{4}-`));
  await open(page, copied);
  await showsThen(page, url, '0');
});

test('chart_asATable_hasAtMostTwentyFiveRows', async ({ page, url }) => {
  await past(url, '0', 40);
  await open(page, url);
  await slider(page);
  await page.getByText('Angka grafik sebagai tabel').click();
  const rows = page.locator('pantau-timeline-table tbody tr');
  await expect(rows).toHaveCount(25);
  const { points } = await history(url, '0');
  const first = points[0]?.votes['100025'] ?? -1;
  await expect(rows.first().locator('td').first()).toHaveText(new Intl.NumberFormat('id-ID').format(first));
});

test('address_withAFutureInstant_saysSoAndLeadsToNow', async ({ page, url }) => {
  await page.goto(`${url}/ppwp/0?at=2100-01-01T00:00:00Z`);
  await expect(page.locator('pantau-problem h1')).toBeVisible();
  await page.getByRole('link', { name: 'Ke keadaan sekarang' }).click();
  await expect(page.locator('h1')).toHaveText('Indonesia');
});
