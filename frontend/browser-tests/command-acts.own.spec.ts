import type { BrowserContext, Page } from '@playwright/test';
import type { AnyResults } from '../src/model/wire.js';
import { answersOf } from './answers.js';
import { area, listen, results } from './api.js';
import { violations } from './axe.js';
import { CHOICES_CONTOH, correction, form } from './forms.js';
import type { ServingNode } from './node.js';
import { choosePlace, person } from './operators.js';
import { Seat, told } from './seat.js';
import { smallNode } from './small-node.js';
import { Submitter } from './submitter.js';
import { expect, open, shown, test } from './test.js';

/** What an office withholds or says: in the screen, on every public page, in the feeds, in the trail. */

const KABUPATEN = '0102';
const VILLAGE = '0102011002';
/** From the answer to the act until it stands on an open page; the promise is one second, the machine of a test may be slow. */
const SOON = { timeout: 5_000 };
const OFFICE = 'KPU Danau Rekaan';
const REASON = { id: 'Formulir dicocokkan ulang.', en: 'The forms are being compared again.' };
/** The votes of the first choice: found nowhere while the place is withheld, but a port or an instant may have their digits. */
const VOTES = 187;
const FIGURE = new RegExp(`(?<![\\d.])${VOTES}(?!\\d)`);

let node: ServingNode;
let dewi: Seat;
let station = '';

test.beforeAll(async () => {
  test.setTimeout(180_000);
  node = await smallNode(60);
  const who = await person('dewi', 'watch,supervise', node.data);
  await node.start();
  dewi = await Seat.of(node.commandUrl, who);
  station = (await area(node.url, VILLAGE)).children[0]?.code ?? '';
  const submitter = await Submitter.of(node.url, node.data);
  expect(await submitter.send(form(station, 1, VOTES + 9, {}, CHOICES_CONTOH))).toBe('counted');
  expect(await submitter.send(form(station, 2, VOTES, correction('salah ketik'), CHOICES_CONTOH))).toBe('counted');
  await expect.poll(async () => (await results(node.url, '0')).totals.votes['900001']).toBe(VOTES);
});

test.afterAll(() => node.end());

interface Act {
  readonly id: string;
  readonly kind: string;
  readonly place: string;
  readonly since: string;
  readonly until: string;
  readonly ended: string | null;
}

/** Does an act over HTTP that ends by itself after so long. */
async function act(kind: 'withhold' | 'notice', place: string, millis: number): Promise<Act> {
  const until = new Date(Date.now() + millis).toISOString();
  const made = await dewi.ask('POST', '/api/acts', { kind, contest: null, place, office: OFFICE, reason: REASON, until });
  expect(made.status).toBe(201);
  return made.body as Act;
}

/** A time as the person's clock shows it, to the minute. */
function inJakarta(millis: number): string {
  return new Date(millis + 7 * 3_600_000).toISOString().slice(0, 16);
}

/** What a follower of the feed of acts is answered who has what stood there before: 304, or 200 and the new tag. */
async function followed(etag: string): Promise<{ readonly status: number; readonly etag: string }> {
  const response = await fetch(`${node.url}/api/v1/acts`, { headers: { 'If-None-Match': etag } });
  return { status: response.status, etag: response.headers.get('ETag') ?? '' };
}

async function publicActs(): Promise<readonly Act[]> {
  const response = await fetch(`${node.url}/api/v1/acts`);
  return ((await response.json()) as { readonly acts: readonly Act[] }).acts;
}

async function publicAct(id: string): Promise<Act | undefined> {
  return (await publicActs()).find((each) => each.id === id);
}

async function text(path: string): Promise<string> {
  return (await fetch(node.url + path)).text();
}

async function opened(context: BrowserContext, path: string): Promise<Page> {
  const page = await context.newPage();
  await open(page, node.url + path);
  return page;
}

const statement = (page: Page) => page.locator('pantau-withheld');

test('withhold_withAShortUntil_isSeenOnOpenPagesAndInEveryAnswer_andEndsByItself', async ({ page, context }) => {
  test.setTimeout(180_000);
  const began = Date.now();
  const heard: AnyResults[] = [];
  const feed = await listen(node.url, `ppwp/${KABUPATEN}`, (message) => heard.push(message));
  const before = await results(node.url, KABUPATEN);
  const nation = await results(node.url, '0');
  await open(page, `${node.url}/ppwp/${KABUPATEN}`);
  const stood = await shown(page);
  expect(stood.votes['900001']).toBe(VOTES);
  const village = await opened(context, `/ppwp/${VILLAGE}`);
  const above = await opened(context, '/ppwp/01');
  const paper = await context.newPage();
  await paper.goto(`${node.url}/tps/${station}`);
  await expect(paper.locator('pantau-form td[data-field="votes.900001"]').first()).toHaveText(String(VOTES));

  const { id, until } = await act('withhold', KABUPATEN, 20_000);
  await expect(statement(page)).toContainText(REASON.id, SOON);
  const seenMillis = Date.now() - Date.parse((await publicAct(id))?.since ?? '');
  test.info().annotations.push({ type: 'act to page', description: `${seenMillis} ms` });
  await expect(statement(page)).toContainText(OFFICE);
  await expect(page.locator('pantau-standing, pantau-coverage, pantau-figures')).toHaveCount(0);
  await expect(page.getByText(FIGURE)).toHaveCount(0);
  // What was shown before is withheld too: the page promises no way to it.
  await expect(statement(page).getByRole('link')).toHaveCount(0);
  await expect(statement(village)).toContainText(REASON.id, SOON);
  await expect(statement(paper)).toContainText(REASON.id, SOON);
  await expect(paper.getByText(FIGURE)).toHaveCount(0);
  await expect(above.locator(`pantau-children tr[data-code="${KABUPATEN}"]`)).toContainText('Angka ditahan', SOON);
  expect((await shown(above)).votes['900001']).toBe(VOTES);

  // The API, at present and at the instant before, the live channel, and the lists.
  for (const path of answersOf(KABUPATEN, VILLAGE, station, new Date(began))) {
    const response = await fetch(node.url + path);
    expect(response.status, path).toBe(200);
    // Behind a point they are the milliseconds of an instant.
    expect(await response.text(), path).not.toMatch(new RegExp(`(?<!\\.)\\b(${VOTES}|${VOTES + 9})\\b`));
  }
  await expect.poll(() => heard.at(-1)?.status).toBe('withheld');
  expect(heard.at(-1)).not.toHaveProperty('totals');
  expect(heard.at(-1)).toMatchObject({ position: before.position, withheld: { office: OFFICE, reason: REASON, until } });
  expect((await results(node.url, '0')).totals).toEqual(nation.totals);
  expect(await publicAct(id)).toMatchObject({ kind: 'withhold', place: KABUPATEN, ended: null });

  // Nobody does anything: it runs out, and everything is as it was.
  const left = { timeout: Math.max(0, Date.parse(until) - Date.now()) + SOON.timeout };
  await expect(statement(page)).toHaveCount(0, left);
  expect(Date.now()).toBeGreaterThanOrEqual(Date.parse(until));
  await expect.poll(() => shown(page), SOON).toEqual(stood);
  await expect.poll(async () => (await shown(village)).votes['900001'], SOON).toBe(VOTES);
  await expect(paper.locator('pantau-form td[data-field="votes.900001"]').first()).toHaveText(String(VOTES), SOON);
  await expect(above.locator(`pantau-children tr[data-code="${KABUPATEN}"]`)).not.toContainText('Angka ditahan', SOON);
  expect(await results(node.url, KABUPATEN)).toEqual(before);
  await expect.poll(() => heard.at(-1)?.totals).toEqual(before.totals);
  feed.end();
  expect(await publicAct(id)).toMatchObject({ ended: until });

  const lines = await dewi.trail(KABUPATEN);
  expect(told(lines, began)).toEqual(['dewi withhold']);
  expect(lines[0]?.details).toMatchObject({ id, office: OFFICE, until, reason: REASON });
});

test('notice_publishedAndEndedInTheScreen_isSaidOnOpenPagesBelowIt', async ({ page, context }) => {
  test.setTimeout(180_000);
  const began = Date.now();
  const village = await opened(context, `/ppwp/${VILLAGE}`);
  const elsewhere = await opened(context, '/ppwp/02');
  const wall = await context.newPage();
  await wall.goto(`${node.url}/ppwp/${VILLAGE}?view=wall`);
  await expect(wall.locator('[data-choice="900001"]')).toBeVisible();
  const heard: AnyResults[] = [];
  const feed = await listen(node.url, `ppwp/${VILLAGE}`, (message) => heard.push(message));
  const { etag } = await followed('');
  expect(await followed(etag)).toEqual({ status: 304, etag });

  await dewi.enter(context);
  await page.goto(`${node.commandUrl}/acts`);
  await page.getByRole('combobox', { name: /Tindakan/ }).first().selectOption('notice');
  await choosePlace(page, '01');
  await page.getByRole('textbox', { name: 'Lembaga' }).fill(OFFICE);
  await page.getByRole('textbox', { name: /Indonesia/ }).fill('Unggahan foto terlambat.');
  await page.getByRole('textbox', { name: /Inggris/ }).fill('Photos come late.');
  await page.getByLabel(/^Sampai/).fill(inJakarta(Date.now() + 3_600_000));
  await page.getByRole('button', { name: 'Umumkan' }).click();
  // Nothing is said in public before the person has read it once more.
  expect(await publicActs()).not.toContainEqual(expect.objectContaining({ place: '01' }));
  const sure = page.getByRole('alertdialog');
  await expect(sure).toContainText(OFFICE);
  await sure.getByRole('button', { name: 'Umumkan' }).click();

  await expect(village.locator('pantau-office-notice')).toContainText('Unggahan foto terlambat.', SOON);
  await expect(village.locator('pantau-office-notice')).toContainText(OFFICE);
  await expect(wall.locator('.notice')).toHaveText(/KPU Danau Rekaan:\s+Unggahan foto terlambat\./, SOON);
  // The numbers stay.
  expect((await shown(village)).votes['900001']).toBe(VOTES);
  await expect(wall.locator('[data-choice="900001"] .votes')).toContainText(String(VOTES));
  await expect(elsewhere.locator('pantau-office-notice')).toHaveCount(0);
  expect(await text(`/lite/ppwp/${VILLAGE}`)).toContain('Unggahan foto terlambat.');
  await expect.poll(() => heard.at(-1)?.notices).toMatchObject([{ office: OFFICE, reason: { en: 'Photos come late.' } }]);
  const [said] = await publicActs();
  expect(said).toMatchObject({ kind: 'notice', place: '01', ended: null });
  const begun = await followed(etag);
  expect([begun.status, (await followed(begun.etag)).status]).toEqual([200, 304]);

  await page.getByRole('button', { name: 'Akhiri' }).first().click();
  const again = page.getByRole('alertdialog').getByRole('button', { name: 'Akhiri' });
  await expect(async () => {
    if (await again.isVisible()) await again.click();
    expect((await publicAct(said?.id ?? ''))?.ended).toEqual(expect.any(String));
  }).toPass(SOON);
  await expect(village.locator('pantau-office-notice li')).toHaveCount(0, SOON);
  await expect(wall.locator('.notice')).toHaveCount(0, SOON);
  await expect.poll(() => heard.at(-1)?.notices).toBeUndefined();
  feed.end();
  expect((await followed(begun.etag)).status).toBe(200);
  expect(told(await dewi.trail('01'), began)).toEqual(['dewi notice', 'dewi notice-ended']);
});

test('notice_withAShortUntil_goesByItself', async ({ page }) => {
  await open(page, `${node.url}/ppwp/02`);
  const { until } = await act('notice', '02', 6_000);
  const notice = page.locator('pantau-office-notice li');
  await expect(notice).toContainText(REASON.id, SOON);
  await expect(notice).toHaveCount(0, { timeout: 6_000 + SOON.timeout });
  expect(Date.now()).toBeGreaterThanOrEqual(Date.parse(until));
  expect(await results(node.url, '02')).not.toHaveProperty('notices');
});

for (const [width, height] of [[1920, 1080], [360, 800]] as const) {
  test(`wall_withheldPlaceAt${width}x${height}_saysWhoAndWhyInPlaceOfTheNumbers`, async ({ page }) => {
    await page.setViewportSize({ width, height });
    const long = 'Formulir dari empat belas TPS diperiksa ulang karena foto halaman kedua tertukar antar-TPS. '.repeat(6).trim();
    const { id } = await act('withhold', KABUPATEN, 600_000);
    const until = new Date(Date.now() + 600_000).toISOString();
    const notice = await dewi.ask('POST', '/api/acts', { kind: 'notice', contest: null, place: '0', office: OFFICE, reason: { id: long, en: long }, until });
    try {
      await page.goto(`${node.url}/ppwp/${KABUPATEN}?view=wall`);
      await expect(page.locator('h1')).toContainText('Danau Rekaan');
      await expect(statement(page)).toContainText(REASON.id);
      await expect(statement(page)).toContainText(OFFICE);
      await expect(page.locator('.notice')).toContainText('empat belas TPS');
      await expect(page.locator('[data-choice], .coverage')).toHaveCount(0);
      await expect(page.getByText(FIGURE)).toHaveCount(0);
      const cut = () =>
        page.locator('pantau-wall-page').evaluate((host) => {
          const parts = [...(host.shadowRoot?.querySelectorAll<HTMLElement>('.head, .notice, .statement, .standing, .coverage, .places, .foot') ?? [])];
          return parts
            .filter((part) => {
              const { left, right, top, bottom } = part.getBoundingClientRect();
              return left < 0 || top < 0 || right > innerWidth + 1 || bottom > innerHeight + 1;
            })
            .map((part) => part.className);
        });
      expect(await cut()).toEqual([]);
      expect(await violations(page)).toEqual([]);
      // The place above: its own numbers, and the word where the withheld place's would be.
      await page.goto(`${node.url}/ppwp/01?view=wall`);
      await expect(page.locator('[data-choice="900001"] .votes')).toContainText(String(VOTES));
      const closed = page.locator('pantau-wall-place').filter({ hasText: 'Danau Rekaan' });
      await expect(closed).toContainText('Angka ditahan');
      await expect(closed.locator('ol')).toHaveCount(0);
      await expect(page.locator('.notice')).toContainText('empat belas TPS');
      expect(await cut()).toEqual([]);
    } finally {
      await dewi.ask('DELETE', `/api/acts/${id}`);
      await dewi.ask('DELETE', `/api/acts/${(notice.body as Act).id}`);
    }
    // Ended, while the wall stands there: the numbers come back by themselves.
    await expect(page.locator('pantau-wall-place').filter({ hasText: 'Danau Rekaan' }).locator('ol')).toBeVisible(SOON);
    await expect(page.locator('.notice')).toHaveCount(0, SOON);
  });
}

test('withheldPlace_inCardsHeadsPlainPagesAndListsOfOthers_hasNoFigure', async ({ page }) => {
  const card = async (query = '') => {
    const response = await fetch(`${node.url}/card/ppwp/${KABUPATEN}.png${query}`);
    expect(response.status).toBe(200);
    return { etag: response.headers.get('ETag'), bytes: (await response.arrayBuffer()).byteLength };
  };
  const at = `?at=${encodeURIComponent(new Date().toISOString())}`;
  const [open1, open2] = [await card(), await card(at)];
  expect(await text(`/ppwp/${KABUPATEN}`)).toMatch(/og:description" content="[^"]*1 dari 9 TPS/);
  const { id } = await act('withhold', KABUPATEN, 600_000);
  try {
    await expect.poll(async () => (await card()).etag, SOON).not.toBe(open1.etag);
    expect((await card(at)).etag).not.toBe(open2.etag);
    expect(await text(`/ppwp/${KABUPATEN}`)).not.toMatch(/og:description" content="[^"]*1 dari 9 TPS/);
    const plain = await text(`/lite/ppwp/${KABUPATEN}`);
    expect(plain).toContain(OFFICE);
    expect(plain).toContain(REASON.id);
    expect(await text(`/lite/ppwp/${KABUPATEN}?lang=en`)).toContain(REASON.en);
    const above = (await text('/lite/ppwp/01')).split('<tr><th scope="row">').slice(1).find((row) => row.includes('Danau Rekaan'));
    expect(above).toContain('Angka ditahan');
    expect(above).not.toMatch(/\d,\d\d|<b>/);

    // A page above that is open: what fell below stands in its list, without figures.
    await open(page, `${node.url}/ppwp/0`);
    await page.locator('pantau-later.corrections').scrollIntoViewIfNeeded();
    const entry = page.locator(`pantau-corrections li[data-station="${station}"]`);
    await expect(entry).toContainText('Angka ditahan');
    await expect(entry.locator('[data-delta]')).toHaveCount(0);
    await expect(entry).not.toContainText('salah ketik');
  } finally {
    await dewi.ask('DELETE', `/api/acts/${id}`);
  }
  await expect.poll(async () => (await card()).etag, SOON).toBe(open1.etag);
});
