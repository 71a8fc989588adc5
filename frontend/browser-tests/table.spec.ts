import { area as areaOf, results } from './api.js';
import { expect, open, test } from './test.js';

test('table_narrowedByNameAndState_showsThoseRowsAndAllAgain', async ({ page, url }) => {
  await open(page, url);
  const rows = page.locator('pantau-children tbody tr');
  await expect(rows).toHaveCount(39);
  const field = page.getByRole('searchbox', { name: 'Saring menurut nama atau kode' });
  await field.fill('papua');
  await expect(rows).toHaveCount(6);
  await expect(page.locator('pantau-filter [role=status]')).toHaveText('6 dari 39');
  await field.fill('papua bar');
  await expect(rows).toHaveCount(2);
  await field.fill('zzz');
  await expect(rows).toHaveCount(0);
  await page.getByRole('button', { name: /^Tampilkan semua \(/ }).click();
  await expect(rows).toHaveCount(39);
  await expect(field).toHaveValue('');
});

test('table_narrowedToPlacesWithoutForms_showsTheApisPlaces', async ({ page, url }) => {
  await open(page, url);
  await page.getByLabel('Keadaan').selectOption('waiting');
  const shown = () =>
    page.locator('pantau-children tbody tr').evaluateAll((rows) => rows.map((row) => row.getAttribute('data-code')));
  const waiting = async () => {
    const { children = [] } = await results(url, '0');
    return children.filter(({ stations }) => stations.counted + stations.held === 0).map(({ code }) => code);
  };
  // Forms go on coming in: at some moment both say the same.
  await expect.poll(async () => JSON.stringify([await shown()]) === JSON.stringify([await waiting()])).toBe(true);
  expect((await shown()).length).toBeLessThan(39);
});

test('table_ofAVillageOfManyStations_isDrawnWhole', async ({ page, url }) => {
  // Kapuk, Jakarta Barat: one of the largest villages by stations.
  const { hits } = (await (await fetch(`${url}/api/v1/search?q=Kapuk`)).json()) as {
    hits: readonly { kind: string; code: string; level: number }[];
  };
  const codes = hits.filter((hit) => hit.kind === 'area' && hit.level === 4).map((hit) => hit.code);
  const places = await Promise.all(codes.map((code) => areaOf(url, code)));
  const largest = places.reduce((a, b) => (b.stations > a.stations ? b : a));
  expect(largest.stations).toBeGreaterThan(200);
  await open(page, `${url}/ppwp/${largest.code}`);
  await expect(page.locator('pantau-children tbody tr')).toHaveCount(largest.stations);
});
