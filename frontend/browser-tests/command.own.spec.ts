import type { BrowserContext, Page } from '@playwright/test';
import { area, results } from './api.js';
import { violations } from './axe.js';
import type { ServingNode } from './node.js';
import { type Person, code, knock, person, saidCode, signIn } from './operators.js';
import { smallNode } from './small-node.js';
import { Submitter } from './submitter.js';
import { expect, open, test } from './test.js';

/** The command centre in a browser: its door, and a held form that two people decide on. */

const VILLAGE = '0102011002';
const VOTES = 41;

let node: ServingNode;
let ani: Person, budi: Person, citra: Person, dewi: Person;
/** The two stations with held forms: one for the decision, one that stays. */
let decided = '';
let staying = '';

/** A form read by a machine whose valid votes are not the sum of the choices'. */
function unsound(station: string): Readonly<Record<string, unknown>> {
  const sum = VOTES + 3;
  return {
    ...{ contest: 'ppwp', station, generation: 0, revision: 1, method: 'machine', recordedAt: '2024-02-14T18:00:00+07:00' },
    ...{ votes: { '900001': VOTES, '900002': 2, '900003': 1 }, valid: sum + 1, invalid: 0, total: sum + 1 },
    users: { dpt: { all: sum + 1 }, dptb: { all: 0 }, dpk: { all: 0 }, all: { all: sum + 1 } },
  };
}

test.beforeAll(async () => {
  test.setTimeout(120_000);
  node = await smallNode(60);
  const { data } = node;
  [ani, budi, citra, dewi] = await Promise.all([
    person('ani', 'watch', data),
    person('budi', 'watch,decide', data),
    person('citra', 'watch,decide', data),
    person('dewi', 'watch,decide,supervise', data),
  ]);
  await node.start();
  [decided = '', staying = ''] = (await area(node.url, VILLAGE)).children.map((row) => row.code);
  const submitter = await Submitter.of(node.url, node.data);
  expect(await submitter.send(unsound(decided))).toBe('held');
  expect(await submitter.send(unsound(staying))).toBe('held');
});

test.afterAll(() => node.end());

const alert = (page: Page) => page.locator('pantau-sign-in [role="alert"]');
const figure = (page: Page, name: string) => page.locator(`[data-figure="${name}"]`).first();
const said = (page: Page) => page.locator('pantau-form-screen p[role="status"]');

test('keygenCode_saysWhatAnAuthenticatorShows', async () => {
  // Between the two a step of 30 s may begin.
  await expect.poll(async () => (await saidCode(ani)) === code(ani)).toBe(true);
});

test('signIn_wrongCodeSaysSo_theRightOneOpensWhereThePersonWanted', async ({ page }) => {
  await page.goto(`${node.commandUrl}/held`);
  await expect(page).toHaveTitle(/^Masuk · /);
  const right = code(ani);
  await knock(page, ani, String((Number(right) + 1) % 1_000_000).padStart(6, '0'));
  await expect(alert(page)).toHaveText(/Nama, kata sandi, atau kode salah/);
  await expect(page.locator('vaadin-text-field[name="code"] input')).toBeFocused();

  await knock(page, ani, right);
  await expect(page.locator('pantau-held-screen h1')).toHaveText('Tertahan');
  await expect(page).toHaveURL(`${node.commandUrl}/held`);
  await expect(page.locator('pantau-held-screen')).toContainText('tidak memiliki peran');

  // The session is the browser's: another page of it needs no sign-in, and after the sign-out each does.
  await page.reload();
  await expect(page.locator('pantau-held-screen h1')).toBeVisible();
  await page.getByRole('button', { name: 'Keluar' }).click();
  await expect(page.locator('pantau-sign-in')).toBeVisible();
  await page.reload();
  await expect(page.locator('pantau-sign-in')).toBeVisible();
});

/** Confirms the form on the screen, by keyboard alone. */
async function confirms(page: Page): Promise<void> {
  await expect(page.locator('pantau-form-screen .rules')).toContainText('T01');
  await page.keyboard.press('c');
  await expect(page.locator('pantau-form-screen textarea')).toBeVisible();
  await page.keyboard.press('Enter');
}

test('heldForm_oneAloneCannot_twoConfirm_itCountsAndThePublicPageMoves', async ({ page, context, browser }) => {
  const reader = await context.newPage();
  await open(reader, `${node.url}/ppwp/${VILLAGE}`);
  await expect(figure(reader, 'counted')).toHaveAttribute('data-value', '0');
  await expect(figure(reader, 'held')).toHaveAttribute('data-value', '2');

  const form = `${node.commandUrl}/held/ppwp/${decided}`;
  await signIn(page, form, budi);
  await confirms(page);
  await expect(said(page)).toHaveText(/menunggu orang kedua/i);

  // The same person again: the screen offers only to take it back, and the API says why.
  await page.goto(form);
  await expect(page.getByRole('button', { name: 'Tarik' })).toBeVisible();
  await page.keyboard.press('c');
  await expect(page.locator('pantau-form-screen textarea')).toHaveCount(0);
  const again = await page.evaluate(async (station) => {
    const body = JSON.stringify({ contest: 'ppwp', station, revision: 1, kind: 'confirm' });
    const response = await fetch('/api/decisions', { method: 'POST', headers: { 'Content-Type': 'application/json' }, body });
    return `${response.status} ${((await response.json()) as { type: string }).type}`;
  }, decided);
  expect(again).toBe('409 urn:pantau:problem:other-person');
  expect((await results(node.url, VILLAGE)).stations).toMatchObject({ counted: 0, held: 2 });

  const other: BrowserContext = await browser.newContext();
  try {
    const second = await other.newPage();
    await signIn(second, `${node.commandUrl}/held`, citra);
    await expect(second.locator('vaadin-grid')).toContainText('budi');
    await second.locator(`pantau-held-screen a[href="/held/ppwp/${decided}"]`).click();
    await expect(second.locator('pantau-form-screen .decide')).toContainText('budi');
    await confirms(second);
    await expect(said(second)).toHaveText(/masuk/i);
    // Nothing was loaded anew: the number moves on the page that was open.
    await expect(figure(reader, 'counted')).toHaveAttribute('data-value', '1');
    await expect(figure(reader, 'held')).toHaveAttribute('data-value', '1');
    await expect(reader.locator('[data-choice="900001"] .votes')).toContainText(String(VOTES));
    await second.goto(form);
    await expect(second.locator('pantau-form-screen .decide [role="status"]')).toHaveText('Formulir ini tidak lagi tertahan.');
    await expect(second.getByRole('button', { name: 'Benarkan' })).toHaveCount(0);
  } finally {
    await other.close();
  }
});

test('everyScreen_inBothSchemes_axeFindsNothing', async ({ page }) => {
  const found: string[] = [];
  const look = async (name: string) => {
    for (const colorScheme of ['light', 'dark'] as const) {
      await page.emulateMedia({ colorScheme, reducedMotion: 'reduce' });
      found.push(...(await violations(page)).map((line) => `${name} ${colorScheme}: ${line}`));
    }
  };
  await page.goto(`${node.commandUrl}/`);
  await expect(page.locator('pantau-sign-in')).toBeVisible();
  await look('sign-in');
  await knock(page, dewi, code(dewi));
  const screens = [
    ['/', 'pantau-path-screen [data-live="live"], pantau-path-screen h1'],
    ['/country', 'pantau-country-screen tbody tr'],
    ['/held', 'pantau-held-screen vaadin-grid a'],
    [`/held/ppwp/${staying}`, 'pantau-form-screen pantau-form'],
    ['/acts', 'pantau-acts-screen form'],
    ['/submitters', 'pantau-submitters-screen tbody tr'],
    ['/webhooks', 'pantau-webhooks-screen form'],
    ['/trail', 'pantau-trail-screen tbody tr'],
    [`/life/ppwp/${decided}`, 'pantau-life-screen tbody tr'],
  ] as const;
  await expect(page.locator('pantau-path-screen h1')).toBeVisible();
  for (const [address, there] of screens) {
    await page.goto(node.commandUrl + address);
    await expect(page.locator(there).first()).toBeVisible();
    await look(address);
    if (!address.startsWith('/held/')) continue;
    await page.keyboard.press('e');
    await expect(page.locator('pantau-correction input').first()).toBeFocused();
    await look('correction');
  }
  expect(found).toEqual([]);
});

test('door_afterFiveWrongAttempts_isLockedForTheRightPersonToo', async ({ page }) => {
  const own = await smallNode(60);
  try {
    const eka = await person('eka', 'watch', own.data);
    await own.start();
    await page.goto(own.commandUrl);
    await expect(page.locator('pantau-sign-in')).toBeVisible();
    const attempt = (password: string, digits: string) =>
      page.evaluate(
        async ([name, secret, six]) => {
          const body = JSON.stringify({ name, password: secret, code: six });
          return (await fetch('/api/session', { method: 'POST', headers: { 'Content-Type': 'application/json' }, body })).status;
        },
        [eka.id, password, digits] as const,
      );
    for (let wrong = 0; wrong < 4; wrong++) expect(await attempt('wrong', '000000')).toBe(401);
    await knock(page, { ...eka, password: 'wrong' }, '000000');
    await expect(page.locator('pantau-sign-in .wrong')).toBeVisible();
    await knock(page, eka, code(eka));
    await expect(page.locator('pantau-sign-in .wrong')).toHaveText(/Terlalu banyak percobaan\. Coba lagi dalam \d/);
    await expect(page.getByRole('button', { name: 'Masuk' })).toBeDisabled();
  } finally {
    await own.end();
  }
});
