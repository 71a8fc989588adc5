import { area } from './api.js';
import { form } from './paper.js';
import { Submitter } from './submitter.js';
import { expect, open, test } from './test.js';

/** A province of which the bundled forms hold nothing: every number there is this test's own. */
const EMPTY_PROVINCE = '32';

test('form_countedCorrectedWithdrawn_isFollowedByOpenPages', async ({ context, page, url }) => {
  test.slow();
  let village = EMPTY_PROVINCE;
  while (village.length < 10) village = (await area(url, village)).children[0]?.code ?? '';
  const station = (await area(url, village)).children[0]?.code ?? '';
  const submitter = await Submitter.of(url);

  await open(page, `${url}/ppwp/${village}`);
  const first = page.locator('[data-choice="100025"]');
  await expect(page.locator('.waiting')).toContainText('begitu TPS pertama dihitung');
  await expect(first.locator('.share')).toHaveText('–');

  expect(await submitter.send(form(station, 1, 100, {}))).toBe('counted');
  await expect(first.locator('.votes')).toHaveText('100 suara');
  await expect(first.locator('.change')).toHaveText('+100');
  await expect(first.locator('.share')).toHaveText('57,14 %');
  await expect(page.locator('.waiting')).toHaveCount(0);
  await expect(page.locator('[data-figure="counted"]')).toHaveAttribute('data-value', '1');

  const paper = await context.newPage();
  await open(paper, `${url}/tps/${station}`);
  await expect(paper.locator('pantau-form [data-field="votes.100025"]')).toHaveText('100');

  const why = { kind: 'transcription-correction', note: 'angka 9 terbaca 10', codes: [], by: [], cites: null };
  expect(await submitter.send(form(station, 2, 90, { reason: why }))).toBe('counted');
  await expect(first.locator('.votes')).toHaveText('90 suara');
  await expect(first.locator('.change')).toHaveText('\u221210 dikoreksi');
  await expect(page.locator('pantau-standing .note')).toContainText('Jumlah turun');
  const newest = paper.locator('pantau-revisions li[data-revision="2"]');
  await expect(newest).toContainText('Koreksi penyalinan: angka 9 terbaca 10');
  await expect(newest.locator('[data-changed="votes.100025"] dd')).toHaveText('100 → 90');
  await expect(paper.locator('pantau-form [data-field="votes.100025"]').first()).toHaveText('90');

  const gone = { kind: 'withdrawn', note: 'foto tertukar', codes: [], by: [], cites: null };
  const withdrawal = { contest: 'ppwp', station, generation: 0, revision: 3, method: 'double', votes: null, reason: gone };
  expect(await submitter.send(withdrawal)).toBe('stored');
  await expect(paper.locator('.status')).toHaveAttribute('data-status', 'withdrawn');
  await expect(paper.locator('pantau-revisions li[data-revision="3"]')).toContainText('Penarikan: foto tertukar');
  await expect(paper.locator('pantau-revisions li[data-revision]')).toHaveCount(3);
  await expect(page.locator('[data-figure="counted"]')).toHaveAttribute('data-value', '0');
  await expect(first.locator('.change')).toHaveText('\u221290 dikoreksi');
});

test('form_machineReadThatDoesNotAddUp_isHeldAndSaysSo', async ({ page, url }) => {
  let village = EMPTY_PROVINCE;
  while (village.length < 10) village = (await area(url, village)).children.at(-1)?.code ?? '';
  const station = (await area(url, village)).children[0]?.code ?? '';
  const submitter = await Submitter.of(url);
  const misread = { ...form(station, 1, 100, {}), method: 'machine', valid: 999, total: 1004 };
  expect(await submitter.send(misread)).toBe('held');
  await open(page, `${url}/tps/${station}`);
  await expect(page.locator('.status')).toHaveAttribute('data-status', 'held');
  await expect(page.locator('pantau-form [data-finding="T01"]')).toContainText('tidak sama dengan penjumlahan');
  await page.goto(`${url}/ppwp/${village}`);
  await expect(page.locator('[data-figure="held"]')).toHaveAttribute('data-value', '1');
  await expect(page.locator('[data-choice="100025"] .votes')).toHaveText('0 suara');
});
