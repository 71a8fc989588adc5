import type { Page } from '@playwright/test';
import { area, results } from './api.js';
import { CHOICES_CONTOH, form } from './forms.js';
import type { ServingNode } from './node.js';
import { choosePlace, person } from './operators.js';
import { Seat, told } from './seat.js';
import { smallNode } from './small-node.js';
import { expect, test } from './test.js';

/** A submitter's key from the screen that makes it to the screen that revokes it, with forms over real HTTP in between. */

let node: ServingNode;
let ani: Seat, dewi: Seat;

test.beforeAll(async () => {
  test.setTimeout(120_000);
  node = await smallNode(60);
  const [one, two] = await Promise.all([person('ani', 'watch', node.data), person('dewi', 'watch,supervise', node.data)]);
  await node.start();
  [ani, dewi] = await Promise.all([Seat.of(node.commandUrl, one), Seat.of(node.commandUrl, two)]);
});

test.afterAll(() => node.end());

/** Sends a form with a key once; a key is honoured or dead at once, so nothing is tried again. */
async function send(key: string, station: string): Promise<string> {
  const response = await fetch(`${node.url}/api/v1/forms`, {
    method: 'POST',
    headers: { 'Content-Type': 'application/json', Authorization: `Bearer ${key}` },
    body: JSON.stringify(form(station, 1, 40, { method: 'machine' }, CHOICES_CONTOH)),
  });
  const { title, status } = (await response.json()) as { readonly title?: string; readonly status: unknown };
  return `${response.status} ${title ?? String(status)}`;
}

interface Row {
  readonly id: string;
  readonly label: string;
  readonly revoked: string | null;
  readonly forms: object;
}

async function submitter(label: string): Promise<Row> {
  const { submitters } = await dewi.get<{ readonly submitters: readonly Row[] }>('/api/submitters');
  const row = submitters.find((each) => each.label === label);
  if (!row) throw new Error(`there is no ${label}`);
  return row;
}

/** The key on the screen: shown once, and only there. */
async function shownKey(page: Page, not = ''): Promise<string> {
  const code = page.locator('pantau-submitters-screen code').first();
  await expect(code).not.toHaveText(not);
  await expect(code).toHaveText(/\S{20,}/);
  return (await code.innerText()).trim();
}

test('submitter_madeRotatedRevokedInTheScreen_itsFormsCountUntilThen', async ({ page, context }) => {
  const began = Date.now();
  const [first = '', second = '', third = ''] = (await area(node.url, '0102011002')).children.map(({ code }) => code);
  const elsewhere = (await area(node.url, '0201012001')).children[0]?.code ?? '';
  await dewi.enter(context);
  await page.goto(`${node.commandUrl}/submitters`);
  await page.getByRole('textbox', { name: 'Nama' }).fill('Aplikasi saksi Danau');
  await choosePlace(page, '0102');
  await page.getByRole('button', { name: 'Buat kunci' }).click();
  const key = await shownKey(page);

  expect(await send(key, first)).toBe('201 counted');
  expect(await send(key, elsewhere)).toBe('403 forbidden');
  await expect.poll(async () => (await results(node.url, '0')).stations.counted).toBe(1);
  await page.reload();
  const row = page.getByRole('row').filter({ hasText: 'Aplikasi saksi Danau' });
  await expect(row).toBeVisible();
  expect((await submitter('Aplikasi saksi Danau')).forms).toEqual({ counted: 1, held: 0, refused: 1 });
  // Shown once: the screen that was loaded anew has no key, nor has any answer.
  await expect(page.locator('pantau-submitters-screen')).not.toContainText(key);

  await row.getByRole('button', { name: 'Ganti kunci' }).click();
  await page.getByRole('alertdialog').getByRole('button', { name: 'Ganti kunci' }).click();
  const newer = await shownKey(page);
  expect(newer).not.toBe(key);
  expect(await send(key, second)).toBe('401 unauthorized');
  expect(await send(newer, second)).toBe('201 counted');

  await page.reload();
  await row.getByRole('button', { name: 'Cabut' }).click();
  await page.getByRole('alertdialog').getByRole('button', { name: 'Cabut' }).click();
  await expect(row).toContainText('dicabut');
  for (const dead of [key, newer]) expect(await send(dead, third)).toBe('401 unauthorized');
  await expect(row.getByRole('button')).toHaveCount(0);
  // What it sent before stays counted; what it sent after is nowhere.
  expect((await results(node.url, '0')).stations.counted).toBe(2);

  const { id } = await submitter('Aplikasi saksi Danau');
  const lines = await ani.trail(id);
  expect(told(lines, began)).toEqual(['dewi submitter-added', 'dewi submitter-rotated', 'dewi submitter-revoked']);
  expect(lines[0]?.details).toMatchObject({ label: 'Aplikasi saksi Danau', areas: ['0102'] });
  for (const answer of [await dewi.get('/api/submitters'), await dewi.get('/api/trail?limit=500'), await dewi.get('/api/acts')]) {
    for (const secret of [key, newer]) expect(JSON.stringify(answer)).not.toContain(secret);
  }
  // A second click on what is gone is answered, not obeyed.
  expect((await dewi.ask('POST', `/api/submitters/${id}/rotate`)).status).toBe(409);
});

test('roleWithoutSupervise_seesSubmittersAndActs_butNoButtonActs', async ({ page, context }) => {
  await ani.enter(context);
  for (const [path, buttons] of [['/submitters', /Buat kunci|Ganti kunci|Cabut/], ['/acts', /Umumkan|Akhiri/]] as const) {
    await page.goto(node.commandUrl + path);
    await expect(page.getByText(/tidak memiliki peran/)).toBeVisible();
    await expect(page.getByRole('button', { name: buttons })).toHaveCount(0);
  }
  const until = new Date(Date.now() + 60_000).toISOString();
  const act = { kind: 'notice', contest: null, place: '0', office: 'x', reason: { id: 'x', en: 'x' }, until };
  expect((await ani.ask('POST', '/api/acts', act)).status).toBe(403);
  expect((await ani.ask('POST', '/api/submitters', { label: 'x', areas: ['0'], methods: ['machine'] })).status).toBe(403);
  expect(await dewi.get('/api/acts')).toEqual({ acts: [] });
});
