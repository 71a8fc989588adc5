import type { Page } from '@playwright/test';
import { area } from './api.js';
import { silence, smallNode } from './small-node.js';
import { Submitter } from './submitter.js';
import { expect, open, shown, test } from './test.js';

/** What a page says of a count over its whole life, of its connection, and of its age, each in the one place it has. */

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
