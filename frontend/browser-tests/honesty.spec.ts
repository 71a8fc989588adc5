import type { Page } from '@playwright/test';
import { representationOf } from '../src/model/representation.js';
import { area, results } from './api.js';
import { corrections, doubleForm, sentAsShown } from './past.js';
import { Submitter } from './submitter.js';
import { type Shown, expect, open, shown, test } from './test.js';

/** Provinces of which the bundled forms hold nothing: every number there is these tests' own. */
const FALLING = '33';
const REPRESENTED = '34';
const ROLLING = '35';

/** The first village of a place, and its stations. */
async function villageOf(url: string, place: string): Promise<{ village: string; stations: readonly string[] }> {
  let village = place;
  while (village.length < 10) village = (await area(url, village)).children[0]?.code ?? '';
  return { village, stations: (await area(url, village)).children.map((child) => child.code) };
}

async function near(page: Page, part: string): Promise<void> {
  await page.locator(`pantau-later.${part}`).scrollIntoViewIfNeeded();
}

test('everythingAsSent_atThePositionOfTheApi_isTheApisOwn', async ({ page, url }) => {
  // Screen and API must be met at the same position, of which there are four a second: that takes a busy machine a while.
  test.slow();
  await open(page, url);
  await page.getByRole('link', { name: 'Semua seperti dikirim' }).click();
  await expect(page).toHaveURL(`${url}/ppwp/0?show=sent`);
  await expect(page.locator('pantau-standing .unchecked')).toHaveText('Seperti dikirim, belum diperiksa');
  const said = new Map<string, Shown>();
  const agreed = new Set<string>();
  await expect
    .poll(
      async () => {
        for (let i = 0; i < 10; i++) {
          const body = sentAsShown(await results(url, '0'));
          said.set(body.position, body);
          const now = await shown(page);
          const then = said.get(now.position);
          if (!then) continue;
          expect(now).toEqual(then);
          agreed.add(now.position);
        }
        return agreed.size;
      },
      { timeout: 180_000, intervals: [0] },
    )
    .toBeGreaterThanOrEqual(2);
});

test('everythingAsSent_everyBlockOfVotes_isMarkedAndTheWayBackUnmarksIt', async ({ page, url }) => {
  await open(page, `${url}/ppwp/31`);
  await expect(page.locator('.unchecked')).toHaveCount(0);
  const counted = page.getByRole('link', { name: 'Dihitung', exact: true });
  await expect(counted).toHaveAttribute('aria-current', 'true');
  await page.getByRole('link', { name: 'Semua seperti dikirim' }).click();
  for (const block of ['pantau-standing', 'pantau-children']) {
    await expect(page.locator(`${block} .unchecked`)).toBeVisible();
    const edge = await page.locator(block).evaluate((element) => getComputedStyle(element, '::before').backgroundImage);
    expect(edge, block).toContain('repeating-linear-gradient');
  }
  await expect(page).toHaveTitle(/belum diperiksa/);
  await expect(page.locator('pantau-children tbody a').first()).toHaveAttribute('href', /\?show=sent$/);
  await expect(page.locator('pantau-standing .change').first()).toContainText('ditahan');
  await page.goBack();
  await expect(page.locator('.unchecked')).toHaveCount(0);
  await expect(counted).toHaveAttribute('aria-current', 'true');
});

test('totalThatFalls_isExplainedWithItsDelta', async ({ page, url }) => {
  test.slow();
  const { village, stations } = await villageOf(url, FALLING);
  const [first = '', second = ''] = stations;
  const submitter = await Submitter.of(url);
  await open(page, `${url}/ppwp/${village}`);
  await near(page, 'corrections');
  await expect(page.locator('pantau-corrections [data-none]')).toBeVisible();

  expect(await submitter.send(doubleForm(first, 1, 100))).toBe('counted');
  expect(await submitter.send(doubleForm(second, 1, 90))).toBe('counted');
  await expect(page.locator('[data-choice="100025"] .votes')).toHaveText('190 suara');
  await expect(page.locator('pantau-standing [data-lead]')).toHaveAttribute('data-lead', '90');
  await expect(page.locator('pantau-standing .lead')).toContainText('26,47 poin persen');
  await expect(page.locator('pantau-standing .lead')).toContainText('antara Anies – Muhaimin dan Prabowo – Gibran');

  const why = { kind: 'transcription-correction', note: 'angka 9 terbaca 10', codes: [], by: [], cites: null };
  expect(await submitter.send(doubleForm(first, 2, 90, { reason: why }))).toBe('counted');
  const corrected = page.locator(`pantau-corrections li[data-station="${first}"][data-revision="2"]`);
  await expect(corrected).toContainText('Koreksi penyalinan, “angka 9 terbaca 10”');
  await expect(corrected).toHaveAttribute('data-kind', 'corrected');
  await expect(corrected.locator('[data-delta]')).toHaveCount(1);
  await expect(corrected.locator('[data-delta="100025"] dd')).toHaveText('\u221210');
  await expect(corrected.getByRole('link')).toHaveAttribute('href', `/tps/${first}`);

  const gone = { kind: 'withdrawn', note: 'foto tertukar', codes: [], by: [], cites: null };
  const withdrawal = { contest: 'ppwp', station: second, generation: 0, revision: 2, method: 'double', votes: null, reason: gone };
  expect(await submitter.send(withdrawal)).toBe('stored');
  const withdrawn = page.locator(`pantau-corrections li[data-station="${second}"]`);
  await expect(withdrawn).toHaveAttribute('data-kind', 'withdrawn');
  await expect(withdrawn.locator('[data-delta] dd')).toHaveText(['\u221290', '\u221250', '\u221225']);

  const body = await corrections(url, village);
  expect(body.total).toBe(2);
  const listed = await page
    .locator('pantau-corrections li[data-station]')
    .evaluateAll((items) => items.map((item) => item.getAttribute('data-station')));
  expect(listed).toEqual(body.corrections.map((each) => each.station));
  await expect(page.locator('pantau-corrections h2')).toContainText('2 dari 2');
});

test('representation_ofAProvince_isThatOfTheApi', async ({ page, url }) => {
  const { stations } = await villageOf(url, REPRESENTED);
  const submitter = await Submitter.of(url);
  expect(await submitter.send(doubleForm(stations[0] ?? '', 1, 100))).toBe('counted');
  await open(page, `${url}/ppwp/${REPRESENTED}`);
  await expect(page.locator('[data-figure="counted"]')).toHaveAttribute('data-value', '1');
  await near(page, 'representation');
  const rows = page.locator('pantau-representation tbody tr');
  await expect(rows.first()).toBeVisible();
  const { children = [] } = await results(url, REPRESENTED);
  const wanted = representationOf(children)?.places.map((place) => [place.code, place.points.toFixed(4)]);
  const found = await rows.evaluateAll((all) => all.map((row) => [row.getAttribute('data-code'), row.getAttribute('data-points')]));
  expect(found).toEqual(wanted);
  expect(found.reduce((sum, [, points]) => sum + Number(points), 0)).toBeCloseTo(0, 2);
  await expect(rows.first()).toContainText('lebih banyak terhitung dibanding porsinya');
});

for (const reducedMotion of ['no-preference', 'reduce'] as const) {
  test(`number_thatChanges_${reducedMotion}_isTrueWhileItRolls`, async ({ page, url }) => {
    await page.emulateMedia({ reducedMotion });
    const { village, stations } = await villageOf(url, ROLLING);
    const station = stations[reducedMotion === 'reduce' ? 1 : 0] ?? '';
    const submitter = await Submitter.of(url);
    expect(await submitter.send(doubleForm(station, 1, 100))).toBe('counted');
    await open(page, `${url}/ppwp/${village}`);
    const votes = page.locator('[data-choice="100025"] .votes');
    const number = votes.locator('pantau-number');
    await expect(number).toBeVisible();
    const before = Number(((await number.textContent()) ?? '').trim());
    await number.evaluate((element) => {
      element.shadowRoot?.addEventListener('animationstart', () => {
        element.setAttribute('data-said', element.textContent.trim());
      });
    });
    const why = { kind: 'transcription-correction', note: 'salin ulang', codes: [], by: [], cites: null };
    expect(await submitter.send(doubleForm(station, 2, 112, { reason: why }))).toBe('counted');
    await expect(votes).toHaveText(`${before + 12} suara`);
    if (reducedMotion === 'reduce') await expect(number).not.toHaveAttribute('data-said');
    else await expect(number).toHaveAttribute('data-said', String(before + 12));
    await expect(number.locator('.over')).toHaveCount(0);
  });
}
