import process from 'node:process';
import type { Page } from '@playwright/test';
import { area } from './api.js';
import { person } from './operators.js';
import { Seat } from './seat.js';
import { silence, smallNode } from './small-node.js';
import { Submitter } from './submitter.js';
import { expect, open, shown, test } from './test.js';

/** What a page says of the count, of its connection, and of its age, each in the one place it has. */

const VILLAGE = '0102011002';
const CADENCE_SECONDS = 3;
/** Heartbeats come every 15 s: within two of them everything that time alone changes is said. */
const TWO_BEATS = { timeout: 40_000 };

/** A form of the small election, whose sums agree. */
function small(station: string, votes: number): Readonly<Record<string, unknown>> {
  const sum = votes + 3;
  return {
    ...{ contest: 'ppwp', station, generation: 0, revision: 1, method: 'double', recordedAt: '2024-02-14T18:00:00+07:00' },
    ...{ votes: { '900001': votes, '900002': 2, '900003': 1 }, valid: sum, invalid: 0, total: sum },
    users: { dpt: { all: sum }, dptb: { all: 0 }, dpk: { all: 0 }, all: { all: sum } },
  };
}

const count = (page: Page) => page.locator('pantau-state [data-count]');
const link = (page: Page) => page.locator('pantau-link [data-state]');

test('count_beforeTheFirstForm_toStandstill_toFinished_isSaidAtEachStep', async ({ page }) => {
  test.setTimeout(300_000);
  const node = await smallNode(CADENCE_SECONDS);
  try {
    await node.start();
    const submitter = await Submitter.of(node.url, node.data);
    const stations = (await area(node.url, VILLAGE)).children.map(({ code }) => code);
    expect(stations.length).toBeGreaterThan(2);

    await open(page, `${node.url}/ppwp/${VILLAGE}`);
    await expect(link(page)).toHaveAttribute('data-state', 'live');
    await expect(count(page)).toHaveAttribute('data-count', 'waiting');
    await expect(count(page)).toContainText('Belum ada formulir yang masuk. Angka muncul sendiri');
    await expect(page.locator('[data-choice="900001"] .share')).toHaveText('–');

    const [first = '', second = '', ...others] = stations;
    await submitter.send(small(first, 10));
    await expect(count(page)).toHaveAttribute('data-count', 'counting');
    await expect(count(page)).toHaveText('');

    // Nobody sends anything: past two promised cadences the page says so, and since when.
    await expect(count(page)).toHaveAttribute('data-count', 'stale', TWO_BEATS);
    await expect(count(page)).toContainText(/Tidak ada formulir baru yang dihitung sejak pukul \d\d\.\d\d\.\d\d\./);
    await expect(link(page)).toHaveAttribute('data-state', 'live');

    await submitter.send(small(second, 20));
    await expect(count(page)).toHaveAttribute('data-count', 'counting');

    // The count itself falls silent: the server says that it hears nothing.
    silence(node, true);
    await expect(link(page)).toHaveAttribute('data-state', 'delayed', { timeout: 60_000 });
    await expect(count(page)).toHaveAttribute('data-count', 'stale', TWO_BEATS);
    await expect(count(page)).toContainText('Server tidak menerima kabar dari penghitungan');
    expect((await shown(page)).counted).toBe(2);
    silence(node, false);
    await expect(link(page)).toHaveAttribute('data-state', 'live', { timeout: 60_000 });

    for (const station of others) await submitter.send(small(station, 30));
    await expect(count(page)).toHaveAttribute('data-count', 'finished', { timeout: 60_000 });
    await expect(count(page)).toHaveText(/Semua TPS sudah dihitung\.\s*Ini tetap bukan hasil resmi\./);
    await expect(page.locator('pantau-coverage [data-progress]')).toHaveAttribute('data-progress', '100');

    // Where everything is counted nothing stands still; the nation above still does.
    await page.goto(`${node.url}/ppwp/0`);
    await expect(count(page)).toHaveAttribute('data-count', 'stale', TWO_BEATS);
    await page.goto(`${node.url}/ppwp/${VILLAGE}`);
    await expect(count(page)).toHaveAttribute('data-count', 'finished');
  } finally {
    silence(node, false);
    await node.end();
  }
});

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

test('place_neverSeenWhileTheServerIsAway_saysSoAndComesByItself', async ({ page }) => {
  test.setTimeout(300_000);
  const node = await smallNode(60);
  try {
    await node.start();
    await open(page, node.url);
    await expect(link(page)).toHaveAttribute('data-state', 'live');
    await node.kill();
    await page.locator('pantau-children tbody a').first().click();
    await expect(page.locator('pantau-problem h1')).toHaveText('Tidak ada sambungan', { timeout: 60_000 });
    await expect(page.getByRole('button', { name: 'Coba sekarang' })).toBeVisible();
    await node.start();
    await expect(page.locator('h1')).toHaveText('Utara Rekaan', { timeout: 90_000 });
    await expect(link(page)).toHaveAttribute('data-state', 'live');
  } finally {
    await node.end();
  }
});
