import { results, told } from './api.js';
import { expect, open, shown, test } from './test.js';

test('home_whileTheCountRuns_moves', async ({ page, url }) => {
  await open(page, url);
  const first = await shown(page);
  await expect.poll(async () => (await shown(page)).position, { timeout: 30_000 }).not.toBe(first.position);
  const later = await shown(page);
  expect(later.counted + later.held).toBeGreaterThan(first.counted + first.held);
});

test('home_atEachPositionThatItShows_showsTheNumbersOfTheApi', async ({ page, url }) => {
  const api = await told(url, '0');
  try {
    await open(page, url);
    const agreed = new Set<string>();
    await expect
      .poll(async () => {
        const now = await shown(page);
        const then = api.states.get(now.position);
        if (!then) return agreed.size;
        expect(now).toEqual(then);
        return agreed.add(now.position).size;
      }, { timeout: 60_000 })
      .toBeGreaterThanOrEqual(5);
  } finally {
    api.end();
  }
});

test('home_rows_addUpToTheNation', async ({ page, url }) => {
  await open(page, url);
  const body = await results(url, '0');
  await expect(page.locator('pantau-children tbody tr')).toHaveCount(body.children?.length ?? -1);
  const { total, rows } = await page.evaluate(() => {
    const area = document.querySelector('pantau-app')?.shadowRoot?.querySelector('pantau-area-page')?.shadowRoot;
    const number = (text: string | null | undefined) => Number((text ?? '').replace(/\D/g, ''));
    const counted = area?.querySelector('pantau-coverage')?.shadowRoot?.querySelector('[data-figure="counted"]');
    const cells = area?.querySelector('pantau-children')?.shadowRoot?.querySelectorAll('tbody tr td.wide:nth-of-type(7)');
    return {
      total: Number(counted?.getAttribute('data-value')),
      rows: [...(cells ?? [])].reduce((sum, cell) => sum + number(cell.textContent), 0),
    };
  });
  expect(total).toBeGreaterThan(0);
  expect(rows).toBe(total);
});

test('home_notice_isInViewHoweverFarThePageIsScrolled', async ({ page, url }) => {
  await open(page, url);
  const notice = page.locator('pantau-notice');
  await expect(notice).toContainText('Alat bantu informasi. Bukan hasil resmi.');
  await page.evaluate(() => { scrollTo(0, document.documentElement.scrollHeight); });
  await expect(notice).toBeInViewport({ ratio: 1 });
});

test('home_sortByCoverage_ordersTheRowsAndSaysSo', async ({ page, url }) => {
  await open(page, url);
  const head = page.locator('pantau-children th', { hasText: 'cakupan' });
  await head.getByRole('button').click();
  await expect(head).toHaveAttribute('aria-sort', 'descending');
  const order = () =>
    page
      .locator('pantau-children tbody tr td:last-child')
      .allTextContents()
      .then((cells) => cells.map((cell) => Number(cell.replace(/[^\d,]/g, '').replace(',', '.'))));
  const shares = await order();
  expect(shares).toEqual([...shares].sort((a, b) => b - a));
  await head.getByRole('button').click();
  await expect(head).toHaveAttribute('aria-sort', 'ascending');
});
