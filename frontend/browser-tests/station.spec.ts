import type { Page } from '@playwright/test';
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

test('station_held_answersBothQuestionsApart', async ({ page, url }) => {
  const code = (await wayDown(url, (row) => row.stations.held > 0)).at(-1) ?? '';
  const { current } = await station(url, code);
  await open(page, `${url}/tps/${code}`);
  const transcription = page.locator('pantau-verdict [data-axis="transcription"]');
  const paper = page.locator('pantau-verdict [data-axis="paper"]');
  await expect(transcription).toHaveAttribute('data-answer', 'doubted');
  const said = (axis: typeof paper) => axis.locator('[data-said]').evaluateAll((all) => all.map((each) => each.getAttribute('data-said')));
  const found = (current?.findings ?? []).map((finding) => finding.code);
  expect(await said(transcription)).toEqual(found.filter((each) => each.startsWith('T')));
  expect(await said(paper)).toEqual(found.filter((each) => !each.startsWith('T')));
  // The figures that a check names carry a mark that is a shape, and the check as their description.
  for (const { code: rule, fields } of current?.findings ?? []) {
    for (const field of fields) {
      // A group ("users") names all that is in it.
      const figure = page.locator(`pantau-form [data-field="${field}"], pantau-form [data-field^="${field}."]`).first();
      await expect(figure).toHaveAttribute('aria-describedby', new RegExp(`said-${rule}`));
      expect(await figure.evaluate((cell) => getComputedStyle(cell, '::before').content)).toContain('◆');
    }
  }
});

test('station_counted_isProvenByItsOwnArithmetic', async ({ page, url }) => {
  const code = (await wayDown(url, (row) => row.stations.counted > 0)).at(-1) ?? '';
  const { current } = await station(url, code);
  await open(page, `${url}/tps/${code}`);
  await expect(page.locator('pantau-verdict [data-axis="transcription"]')).toHaveAttribute('data-answer', 'proven');
  const flagged = (current?.findings ?? []).length > 0;
  await expect(page.locator('pantau-verdict [data-axis="paper"]')).toHaveAttribute('data-answer', flagged ? 'flagged' : 'agrees');
});

test('station_remembered_isInTheHeadOfEveryPageUntilForgotten', async ({ page, context, url }) => {
  const code = (await wayDown(url, (row) => row.stations.counted > 0)).at(-1) ?? '';
  const { name } = await station(url, code);
  await open(page, `${url}/tps/${code}`);
  const mine = page.getByRole('link', { name: /^TPS saya/ });
  await expect(mine).toHaveCount(0);
  await expect(page.locator('.remember')).toContainText('Hanya disimpan di perangkat ini');
  const sent: string[] = [];
  page.on('request', (request) => sent.push(`${request.method()} ${request.postData() ?? ''}`));
  await page.getByRole('button', { name: 'Ingat TPS ini' }).click();
  await expect(mine).toContainText(name);
  expect(sent.filter((request) => !request.startsWith('GET '))).toEqual([]);
  expect(await context.cookies()).toEqual([]);
  await open(page, url);
  await mine.click();
  await expect(page).toHaveURL(`${url}/tps/${code}`);
  await page.getByRole('button', { name: 'Lupakan TPS ini' }).click();
  await expect(mine).toHaveCount(0);
  await page.reload();
  await expect(page.getByRole('button', { name: 'Ingat TPS ini' })).toBeVisible();
  await expect(mine).toHaveCount(0);
});

/** A grey page of 300 × 424 pixels, drawn by the browser. */
function picture(page: Page): Promise<Buffer> {
  return page
    .evaluate(() => {
      const canvas = document.createElement('canvas');
      [canvas.width, canvas.height] = [300, 424];
      const pen = canvas.getContext('2d');
      pen?.fillRect(20, 20, 260, 60);
      return canvas.toDataURL('image/png').split(',')[1] ?? '';
    })
    .then((text) => Buffer.from(text, 'base64'));
}

test('station_photosOfOurOwnStore_areShownEnlargedAndCanFail', async ({ page, url }) => {
  // No node has a store of photos yet: the answer of the real server is given one here, as
  // docs/wire-protocol.md §3 and §7 say it is sent.
  const code = (await wayDown(url, (row) => row.stations.counted > 0)).at(-1) ?? '';
  await open(page, url);
  const png = await picture(page);
  const hashes = ['a'.repeat(64), 'b'.repeat(64), 'c'.repeat(64)];
  const images = [
    { page: 1, url: 'https://elsewhere.example/1.jpg', sha256: hashes[0], stored: true },
    { page: 2, url: 'https://elsewhere.example/2.jpg', sha256: hashes[1], stored: true },
    { page: 3, url: 'https://elsewhere.example/3.jpg', sha256: hashes[2] },
  ];
  await page.route(`**/api/v1/stations/${code}/ppwp`, async (route) => {
    const body = (await (await route.fetch()).json()) as { current: object };
    await route.fulfill({ json: { ...body, current: { ...body.current, images } } });
  });
  await page.route('**/photos/*', async (route) => {
    if (route.request().url().endsWith('a')) await route.fulfill({ contentType: 'image/png', body: png });
    else await route.fulfill({ status: 404, body: '' });
  });
  await page.goto(`${url}/tps/${code}`);
  const photos = page.locator('pantau-images li');
  await expect(photos).toHaveCount(3);
  // Its line is drawn anew when the photo turns out not to load, perhaps just while it is scrolled to.
  await expect(() => photos.nth(1).scrollIntoViewIfNeeded()).toPass();
  await expect(page.locator('pantau-images li img')).toHaveCount(1);
  await expect(page.getByRole('img', { name: /^Halaman 1 formulir C.Hasil, TPS/ })).toBeVisible();
  await expect(photos.nth(1)).toContainText('Foto tidak bisa dimuat');
  await expect(photos.nth(2)).toContainText('https://elsewhere.example/3.jpg');
  await page.getByRole('button', { name: 'Perbesar halaman 1' }).click();
  const dialog = page.getByRole('dialog', { name: /^Halaman 1 formulir/ });
  await expect(dialog).toBeVisible();
  const width = () => dialog.getByRole('img').evaluate((image) => image.getBoundingClientRect().width);
  const fitted = await width();
  await dialog.getByRole('button', { name: 'Ukuran asli' }).click();
  await expect.poll(width).toBe(300);
  expect(fitted).not.toBe(300);
  await expect(dialog.getByRole('link', { name: 'Buka berkas foto' })).toHaveAttribute('href', `/photos/${hashes[0] ?? ''}`);
  await page.keyboard.press('Escape');
  await expect(dialog).toHaveCount(0);
  await expect(page.getByRole('button', { name: 'Perbesar halaman 1' })).toBeFocused();
});
