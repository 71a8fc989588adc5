import { station, wayDown } from './api.js';
import { expect, open, test } from './test.js';

test('station_held_saysWhyBesideTheFigures', async ({ page, url }) => {
  const code = (await wayDown(url, (row) => row.stations.held > 0)).at(-1) ?? '';
  const body = await station(url, code);
  const codes = (body.current?.findings ?? []).map((finding) => finding.code).sort();
  expect(codes.length).toBeGreaterThan(0);
  await open(page, `${url}/tps/${code}`);
  await expect(page.locator('.status')).toHaveAttribute('data-status', 'held');
  const said = await page.locator('pantau-form [data-finding]').evaluateAll((found) => found.map((each) => each.getAttribute('data-finding') ?? ''));
  expect(said.sort()).toEqual(codes);
  await expect(page.locator('pantau-revisions li[data-revision]')).toHaveCount(body.revisions.length);
});

test('station_absentFigures_areNotZero', async ({ page, url }) => {
  const code = (await wayDown(url, (row) => row.stations.counted > 0)).at(-1) ?? '';
  const { current } = await station(url, code);
  expect(current?.ballots?.received ?? null).toBeNull();
  await open(page, `${url}/tps/${code}`);
  await expect(page.locator('pantau-form [data-field="ballots.received"]')).toHaveText(/^\s*–\s*tidak tertulis\s*$/);
});

test('station_withoutAForm_waits', async ({ page, url }) => {
  const code = (await wayDown(url, (row) => row.stations.counted + row.stations.held === 0)).at(-1) ?? '';
  await page.goto(`${url}/tps/${code}`);
  await expect(page.locator('.status')).toHaveAttribute('data-status', 'waiting');
  await expect(page.locator('pantau-form')).toHaveCount(0);
});

test('station_images_areTextOnly', async ({ page, url }) => {
  const code = (await wayDown(url, (row) => row.stations.counted > 0)).at(-1) ?? '';
  await open(page, `${url}/tps/${code}`);
  await expect(page.locator('pantau-images h2')).toBeVisible();
  await expect(page.locator('img')).toHaveCount(0);
});
