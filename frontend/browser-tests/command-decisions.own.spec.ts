import type { Page } from '@playwright/test';
import { area, results, station as stationOf } from './api.js';
import { CHOICES_CONTOH, correction, form } from './forms.js';
import type { ServingNode } from './node.js';
import { type Person, person } from './operators.js';
import { Seat, told } from './seat.js';
import { smallNode } from './small-node.js';
import { Submitter } from './submitter.js';
import { expect, open, shown, test } from './test.js';

/** Two people and one decision, as they see it, as the public sees it, and as the trail has it. */

const VILLAGE = '0102011002';
/** From the nation down to the village of the corrected station. */
const ANCESTORS = ['0', '01', '0102', '010201', VILLAGE] as const;
/** From the answer to the second person until the number stands on an open page; the promise is one second, the machine of a test may be slow. */
const SOON = { timeout: 5_000 };

let node: ServingNode;
let submitter: Submitter;
let stations: readonly string[] = [];
let ani: Seat, budi: Seat, citra: Seat;

test.beforeAll(async () => {
  test.setTimeout(180_000);
  node = await smallNode(60);
  const { data } = node;
  const people = [person('ani', 'watch', data), person('budi', 'watch,decide', data), person('citra', 'watch,decide', data)] as const;
  const [one, two, three] = await Promise.all(people);
  await node.start();
  const seat = (who: Person) => Seat.of(node.commandUrl, who);
  [ani, budi, citra] = await Promise.all([seat(one), seat(two), seat(three)]);
  stations = (await area(node.url, VILLAGE)).children.map(({ code }) => code);
  submitter = await Submitter.of(node.url, node.data);
});

test.afterAll(() => node.end());

/** A machine's reading whose valid votes are one more than the choices' sum: rule T01 holds it. */
function unsound(station: string, revision: number, first: number) {
  const sound = form(station, revision, first, { method: 'machine', ...(revision > 1 ? correction('Dibaca ulang') : {}) }, CHOICES_CONTOH);
  return { ...sound, valid: sound.valid + 1, total: sound.total + 1, users: { all: { all: sound.total + 1 } } };
}

interface Typed {
  readonly votes: readonly [number, number, number];
  readonly invalid: number;
}

const SHORT_NAMES = ['Melati', 'Rajawali', 'Durian'] as const;
const screen = (page: Page) => page.locator('pantau-form-screen');
const said = (page: Page) => screen(page).locator('p[role="status"]').first();
const formAddress = (station: string) => `${node.commandUrl}/held/ppwp/${station}`;

/** Types a correction into the form on the screen, by the fields' names, and sends it. */
async function corrects(page: Page, { votes, invalid }: Typed): Promise<void> {
  await page.getByRole('button', { name: 'Perbaiki angka' }).click();
  const field = (name: RegExp) => page.locator('pantau-correction').getByRole('textbox', { name });
  for (const [at, name] of SHORT_NAMES.entries()) await field(new RegExp(name)).fill(String(votes[at]));
  const valid = votes[0] + votes[1] + votes[2];
  await field(/^Jumlah suara sah$/).fill(String(valid));
  await field(/^Jumlah suara tidak sah$/).fill(String(invalid));
  await field(/^Jumlah suara sah dan tidak sah$/).fill(String(valid + invalid));
  await page.getByRole('button', { name: 'Kirim' }).click();
}

/** Everything on a page that a person can read or a field holds. */
function readable(page: Page): Promise<string> {
  return page.evaluate(() => {
    const all = (root: ParentNode): readonly Element[] =>
      [...root.querySelectorAll('*')].flatMap((element) => [element, ...(element.shadowRoot ? all(element.shadowRoot) : [])]);
    return all(document)
      .map((element) => (element instanceof HTMLInputElement ? element.value : [...element.childNodes].filter((node) => node.nodeType === 3).map((node) => node.textContent).join(' ')))
      .join(' ');
  });
}

/** Times and running numbers may be any number: what is left are figures and words. */
const withoutClocks = (text: string) => text.replace(/\d{1,2}[:.]\d{2}([:.]\d{2}([.,]\d+)?)?/g, '').replace(/"seq":\d+/g, '');

test('correction_secondPersonTypesTheSameBlind_movesEveryAncestorByExactlyTheDifference', async ({ page, context, another }) => {
  const began = Date.now();
  const [corrected = '', beside = ''] = stations;
  const reached = async () => (await results(node.url, '0')).position.revision;
  const empty = await reached();
  // Counted from a person's form: 100, 50, 25; another machine's reading waits beside it.
  expect(await submitter.send(form(corrected, 1, 100, {}, CHOICES_CONTOH))).toBe('counted');
  expect(await submitter.send(form(beside, 1, 30, {}, CHOICES_CONTOH))).toBe('counted');
  expect(await submitter.send(unsound(corrected, 2, 160))).toBe('held');
  // Each was a batch of its own; the board shows them at its next tick.
  await expect.poll(reached).toBe(empty + 3);
  const before = await Promise.all(ANCESTORS.map((code) => results(node.url, code)));
  expect(before[0]?.totals.votes).toEqual({ '900001': 130, '900002': 100, '900003': 50 });
  // 93, 57, 25: by 7 less, by 7 more, the same; one invalid vote more.
  const typed: Typed = { votes: [93, 57, 25], invalid: 6 };
  const difference = { '900001': -7, '900002': 7, '900003': 0 };

  // Every ancestor's page and the station's own stand open; none is loaded anew below.
  const readers = await Promise.all(
    ANCESTORS.map(async (code) => {
      const reader = await context.newPage();
      await open(reader, `${node.url}/ppwp/${code}`);
      return reader;
    }),
  );
  const ofStation = await context.newPage();
  await ofStation.goto(`${node.url}/tps/${corrected}`);
  const vote = (choice: string) => ofStation.locator(`pantau-form td[data-field="votes.${choice}"]`).first();
  await expect(vote('900001')).toHaveText('100');

  await budi.enter(context);
  await page.goto(formAddress(corrected));
  await corrects(page, typed);
  await expect(said(page)).toHaveText(/Menunggu orang kedua/);
  // One person alone moves nothing.
  expect(await Promise.all(ANCESTORS.map((code) => results(node.url, code)))).toEqual(before);

  const desk = await another();
  await citra.enter(desk);
  const second = await desk.newPage();
  await second.goto(formAddress(corrected));
  await expect(screen(second)).toContainText('budi');
  // Blind: what the first person typed is nowhere, not in the page, not in what the page was sent.
  for (const text of [await readable(second), JSON.stringify((await citra.get(`/api/held/ppwp/${corrected}`))), JSON.stringify(await ani.trail(`ppwp/${corrected}`))]) {
    expect(text).toContain('budi');
    expect(withoutClocks(text)).not.toMatch(/\b(93|57)\b/);
  }
  await corrects(second, typed);
  await expect(said(second)).toHaveText(/Selesai/);

  const expected = before.map(({ totals, stations: of }) => ({
    votes: Object.fromEntries(Object.entries(difference).map(([id, by]) => [id, (totals.votes[id] ?? 0) + by])),
    counted: of.counted,
    held: of.held,
  }));
  for (const [at, reader] of readers.entries()) {
    await expect.poll(async () => shown(reader), SOON).toMatchObject(expected[at] ?? {});
  }
  await expect(vote('900001')).toHaveText('93', SOON);
  await expect(vote('900002')).toHaveText('57');

  const after = await Promise.all(ANCESTORS.map((code) => results(node.url, code)));
  for (const [at, body] of after.entries()) {
    const was = before[at];
    expect(body.totals.votes).toEqual(expected[at]?.votes);
    expect(body.totals.valid).toEqual(was?.totals.valid);
    expect(body.totals.invalid).toEqual({ value: (was?.totals.invalid?.value ?? 0) + 1, stations: was?.totals.invalid?.stations });
    expect(body.position.revision).toBe((was?.position.revision ?? 0) + 1);
  }
  // What is beside it did not move.
  expect((await stationOf(node.url, beside)).current?.votes).toEqual({ '900001': 30, '900002': 50, '900003': 25 });
  expect((await results(node.url, '02')).totals.votes).toEqual({ '900001': 0, '900002': 0, '900003': 0 });
  const [revision] = (await stationOf(node.url, corrected)).revisions;
  expect(revision).toMatchObject({ revision: 3, status: 'counted', method: 'double', reason: { kind: 'decision', by: ['budi', 'citra'] } });

  const lines = await ani.trail(`ppwp/${corrected}`);
  expect(told(lines, began)).toEqual(['budi decision-proposed', 'citra decision-settled', 'citra decision-answered']);
  expect(lines[1]?.details).toMatchObject({ kind: 'correct', by: ['budi', 'citra'], figures: { votes: { '900001': 93, '900002': 57, '900003': 25 } } });
  await second.goto(`${node.commandUrl}/trail`);
  for (const who of ['budi', 'citra']) {
    await expect(second.getByRole('row').filter({ hasText: `ppwp/${corrected}` }).filter({ hasText: who }).first()).toBeVisible();
  }
});

test('correction_secondPersonTypesOtherFigures_bothBeginAnewAndThePublicSeesNothing', async ({ page, context, another }) => {
  const began = Date.now();
  const station = stations[2] ?? '';
  expect(await submitter.send(unsound(station, 1, 80))).toBe('held');
  await expect.poll(async () => (await results(node.url, VILLAGE)).stations.held).toBe(1);
  const before = await results(node.url, VILLAGE);
  const reader = await context.newPage();
  await open(reader, `${node.url}/ppwp/${VILLAGE}`);
  const stood = await shown(reader);

  await budi.enter(context);
  await page.goto(formAddress(station));
  await corrects(page, { votes: [81, 50, 25], invalid: 5 });
  await expect(said(page)).toHaveText(/Menunggu orang kedua/);

  const desk = await another();
  await citra.enter(desk);
  const second = await desk.newPage();
  await second.goto(formAddress(station));
  await expect(screen(second)).toContainText('budi');
  await corrects(second, { votes: [82, 50, 25], invalid: 5 });
  await expect(said(second)).toHaveText(/Berbeda dari usulan rekan/);
  // No proposal is left, for either of them, and what was typed is gone from the screen.
  await expect(second.getByRole('button', { name: 'Perbaiki angka' })).toBeVisible();
  await expect(second.locator('pantau-correction')).toHaveCount(0);
  for (const seat of [budi, citra]) {
    expect(await seat.get(`/api/held/ppwp/${station}`)).toMatchObject({ proposal: null });
  }
  await page.reload();
  await expect(page.getByRole('button', { name: 'Tarik' })).toHaveCount(0);

  const lines = await ani.trail(`ppwp/${station}`);
  expect(told(lines, began)).toEqual(['budi decision-proposed', 'citra decision-differs']);
  const votes = (first: number) => ({ figures: { votes: { '900001': first } } });
  expect(lines[1]?.details).toMatchObject({ first: { by: 'budi', ...votes(81) }, second: { by: 'citra', ...votes(82) } });
  expect(await results(node.url, VILLAGE)).toEqual(before);
  expect(await shown(reader)).toEqual(stood);

  // Anew: the second is now the first, and the same figures settle it.
  await corrects(second, { votes: [81, 50, 25], invalid: 5 });
  await expect(said(second)).toHaveText(/Menunggu orang kedua/);
  await page.reload();
  await corrects(page, { votes: [81, 50, 25], invalid: 5 });
  await expect.poll(() => shown(reader), SOON).toMatchObject({ counted: stood.counted + 1, held: 0 });
  expect((await results(node.url, VILLAGE)).totals.votes['900001']).toBe((before.totals.votes['900001'] ?? 0) + 81);
});

test('proposalTakenBack_isGoneForAll_andAPhotoAskedForSendsTheFormToTheEnd', async ({ page, context }) => {
  const began = Date.now();
  const others = (await area(node.url, '0102011001')).children.map(({ code }) => code);
  const [first = '', second = '', third = ''] = others;
  for (const station of [first, second, third]) {
    expect(await submitter.send(unsound(station, 1, 60))).toBe('held');
    // The queue is by time: so that the three have an order of their own.
    await expect.poll(async () => (await held()).includes(station)).toBe(true);
  }
  expect(await held()).toEqual([first, second, third]);

  await budi.enter(context);
  await page.goto(formAddress(first));
  await page.getByRole('button', { name: 'Benarkan angka ini' }).click();
  await page.getByRole('button', { name: 'Kirim' }).click();
  await expect(said(page)).toHaveText(/Menunggu orang kedua/);
  await page.goto(formAddress(first));
  await page.getByRole('button', { name: 'Tarik usulan saya' }).click();
  await expect(page.getByRole('button', { name: 'Benarkan angka ini' })).toBeVisible();
  expect(await citra.get(`/api/held/ppwp/${first}`)).toMatchObject({ proposal: null });
  expect((await results(node.url, '0102011001')).stations).toMatchObject({ counted: 0, held: 3 });

  await page.getByRole('button', { name: 'Minta foto baru' }).click();
  await page.getByRole('textbox', { name: /Catatan/ }).fill('Foto halaman 2 kabur');
  await page.getByRole('button', { name: 'Kirim' }).click();
  await expect(said(page)).toHaveText(/foto baru dicatat/);
  // On to the next, and behind the others in the queue, in the screen as in the answers.
  await expect(page).toHaveURL(formAddress(second));
  expect(await held()).toEqual([second, third, first]);
  await page.goto(`${node.commandUrl}/held`);
  const links = page.locator('pantau-held-screen vaadin-grid').getByRole('link');
  await expect(links).toHaveCount(3);
  await expect
    .poll(async () => {
      const rows = await links.evaluateAll((all) => all.map((link) => ({ href: link.getAttribute('href') ?? '', top: link.getBoundingClientRect().top })));
      return rows.sort((a, b) => a.top - b.top).map(({ href }) => href.split('/').at(-1));
    })
    .toEqual([second, third, first]);
  expect(told(await ani.trail(`ppwp/${first}`), began)).toEqual(['budi decision-proposed', 'budi decision-taken-back', 'budi photo-asked']);
});

/** The queue's stations of the other village, oldest first. */
async function held(): Promise<readonly string[]> {
  const { rows } = await ani.get<{ readonly rows: readonly { readonly station: string }[] }>('/api/held?contest=ppwp&area=0102011001');
  return rows.map(({ station }) => station);
}

test('roleWithoutDecide_seesNoDecision_andTheServerRefusesIt', async ({ page, context }) => {
  const station = stations[3] ?? '';
  expect(await submitter.send(unsound(station, 1, 70))).toBe('held');
  await ani.enter(context);
  await page.goto(formAddress(station));
  await expect(screen(page)).toContainText('T01');
  await expect(screen(page)).toContainText('tidak memiliki peran');
  for (const name of [/Benarkan/, /Perbaiki/, /Minta foto/, /Tarik/, /^Kirim/]) {
    await expect(page.getByRole('button', { name })).toHaveCount(0);
  }
  // Nor by the keys.
  for (const key of ['c', 'e', 'f']) await page.keyboard.press(key);
  await expect(page.getByRole('textbox')).toHaveCount(0);
  const { status, body } = await ani.ask('POST', '/api/decisions', { contest: 'ppwp', station, revision: 1, kind: 'confirm' });
  expect([status, (body as { type: string }).type]).toEqual([403, 'urn:pantau:problem:role']);
  expect(await citra.get(`/api/held/ppwp/${station}`)).toMatchObject({ proposal: null });
});
