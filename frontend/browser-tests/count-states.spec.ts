import process from 'node:process';
import type { Page } from '@playwright/test';
import { person } from './operators.js';
import { Seat } from './seat.js';
import { expect, open, shown, test } from './test.js';

/** What a page says of the count, of its connection, and of its age, each in the one place it has. */

const count = (page: Page) => page.locator('pantau-state [data-count]');
const link = (page: Page) => page.locator('pantau-link [data-state]');

test('numbers_heldStillByTheReader_waitAndComeBackNewestAtOnce', async ({ page, url }) => {
  await open(page, url);
  await expect(link(page)).toHaveAttribute('data-state', 'live');
  await page.getByRole('button', { name: 'Jeda angka' }).focus();
  await page.keyboard.press('Enter');
  await expect(link(page)).toHaveAttribute('data-state', 'paused');
  await expect(link(page)).toContainText(/Angka berhenti pada pukul \d\d\.\d\d\.\d\d/);
  const held = await shown(page);
  const heldText = await page.locator('pantau-state').innerText();
  // The count goes on without the page: the API is further on, the page is not.
  const revision = (position: string) => Number(position.split('·')[1]);
  const now = async () => {
    const response = await page.request.get(`${url}/api/v1/results/ppwp/0`);
    return ((await response.json()) as { position: { revision: number } }).position.revision;
  };
  await expect.poll(now, { timeout: 60_000 }).toBeGreaterThan(revision(held.position) + 20);
  expect(await shown(page)).toEqual(held);
  expect(await page.locator('pantau-state').innerText()).toBe(heldText);
  const resume = page.getByRole('button', { name: 'Lanjutkan' });
  await expect(resume).toBeFocused();
  await page.keyboard.press('Enter');
  await expect(link(page)).toHaveAttribute('data-state', 'live');
  expect(revision((await shown(page)).position)).toBeGreaterThan(revision(held.position));
  await expect(page.getByRole('button', { name: 'Jeda angka' })).toBeFocused();
});

test('speaker_switchedOff_isSilentAndStaysSo', async ({ page, url }) => {
  await open(page, url);
  const region = page.locator('pantau-speaker [role="status"]');
  await expect(region).toContainText('Indonesia:');
  await expect(page.locator('[aria-live="polite"]')).toHaveCount(1);
  const announce = page.getByRole('switch', { name: 'Pembaca layar: umumkan angka baru' });
  await expect(announce).toBeChecked();
  await announce.click();
  await expect(announce).not.toBeChecked();
  await expect(region).toHaveText('');
  await page.reload();
  await expect(announce).not.toBeChecked();
  await expect(page.locator('pantau-link [data-state="live"]')).toBeVisible();
  await expect(region).toHaveText('');
  await announce.click();
  await expect(region).toContainText('Indonesia:');
});

test('numbers_withheld_giveWayToTheStatement', async ({ page, url }) => {
  test.slow();
  const reason = { id: 'Formulir Aceh sedang dicocokkan ulang.', en: 'The forms of Aceh are being compared again.' };
  const { BROWSER_TEST_DATA: data = '', BROWSER_TEST_COMMAND_URL: command = '' } = process.env;
  const office = await Seat.of(command, await person('penahan', 'watch,supervise', data));
  const until = new Date(Date.now() + 600_000).toISOString();
  const done = await Promise.all(
    ['withhold', 'notice'].map((kind) =>
      office.ask('POST', '/api/acts', { kind, contest: null, place: '11', office: 'KPU Provinsi Aceh', reason, until }),
    ),
  );
  try {
    expect(done.map(({ status }) => status)).toEqual([201, 201]);
    await open(page, url);
    const row = page.locator('pantau-children tr[data-code="11"]');
    await expect(row).toContainText('Angka ditahan');
    await expect(row).not.toContainText('%');
    await page.locator('pantau-children').getByRole('button', { name: 'cakupan' }).click();
    await expect(page.locator('pantau-children tbody tr').last()).toHaveAttribute('data-code', '11');

    // The map says it of the place, in its ink, its name and its legend, in each reading.
    await page.locator('pantau-later.map').evaluate((map) => { map.scrollIntoView(); });
    const place = page.locator('pantau-map-sheet a[data-code="11"]');
    for (const reading of ['leader', 'share', 'coverage']) {
      await page.locator(`pantau-map button[data-reading="${reading}"]`).click();
      await expect(place).toHaveAttribute('data-ink', 'withheld');
      await expect(place).toHaveAttribute('aria-label', /^Aceh.*angka ditahan/);
      await expect(page.locator('pantau-map .key')).toContainText('angka ditahan');
    }
    await place.focus();
    await expect(page.locator('pantau-map-figures')).toContainText('Aceh');
    await expect(page.locator('pantau-map-figures dl')).toHaveCount(0);

    await row.getByRole('link').click();
    await expect(page.locator('h1')).toHaveText('Aceh');
    await expect(count(page)).toHaveText(/^\s*Angka ditahan\.\s*$/);
    await expect(page.locator('pantau-office-notice li')).toContainText('KPU Provinsi Aceh, sejak');
    await expect(page.locator('[data-withheld="reason"]')).toHaveText(reason.id);
    await expect(page.locator('[data-withheld="office"]')).toHaveText('KPU Provinsi Aceh');
    await expect(page.locator('[data-withheld="until"]')).toContainText('WIB');
    await expect(page.locator('pantau-standing, pantau-coverage, pantau-figures')).toHaveCount(0);
    // What was shown before is withheld too.
    await expect(page.locator('pantau-withheld a')).toHaveCount(0);
  } finally {
    for (const { body } of done) await office.ask('DELETE', `/api/acts/${(body as { id: string }).id}`);
  }
  await expect(page.locator('pantau-standing')).toBeVisible();
});
