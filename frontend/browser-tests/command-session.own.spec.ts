import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Browser, Page } from '@playwright/test';
import { english } from '../src/command-centre/texts-en.js';
import { indonesian } from '../src/command-centre/texts-id.js';
import { area } from './api.js';
import { CHOICES_CONTOH, form } from './forms.js';
import type { ServingNode } from './node.js';
import { person, signIn } from './operators.js';
import { Seat } from './seat.js';
import { smallNode } from './small-node.js';
import { Submitter } from './submitter.js';
import { expect, test, watching } from './test.js';

/** Sessions that end, as the person at the screen sees it; and the screens on a phone and in English. */

/** Minutes, as a node is told: idle it ends after one, whatever happens after two. */
const LIMITS = 'command:\n  idleMinutes: 1\n  sessionMinutes: 2\n';
/** A node looks at its sessions every five seconds; the rest is room for a slow machine. */
const SWEPT_MILLIS = 20_000;

let node: ServingNode;
let budi: Awaited<ReturnType<typeof person>>;
let citra: Awaited<ReturnType<typeof person>>;
let held = '';
let waiting: Waiting;

test.beforeAll(async ({ browser }) => {
  test.setTimeout(120_000);
  const config = join(mkdtempSync(join(tmpdir(), 'pantau-config-')), 'application.yaml');
  writeFileSync(config, LIMITS);
  node = await smallNode(60, '--config', config);
  [budi, citra] = await Promise.all([person('budi', 'watch,decide', node.data), person('citra', 'watch,decide,supervise', node.data)]);
  await node.start();
  held = (await area(node.url, '0102011002')).children[0]?.code ?? '';
  const misread = form(held, 1, 60, { method: 'machine', valid: 999, total: 1004 }, CHOICES_CONTOH);
  expect(await (await Submitter.of(node.url, node.data)).send(misread)).toBe('held');
  waiting = await sitDown(browser);
});

test.afterAll(async () => {
  await waiting.leave();
  await node.end();
});

const signInAgain = (page: Page) => page.locator('pantau-sign-in').getByText(/Sesi Anda berakhir/);

/** Which code is shown now, counted since 1970: another every 30 s. */
const codeStep = () => Math.floor(Date.now() / 30_000);

/** A socket of the page's own session; the answer waits for its close and gives the code. */
async function socket(page: Page): Promise<() => Promise<number>> {
  await page.evaluate(async () => {
    const opened = new WebSocket(`${location.origin.replace('http', 'ws')}/api/live`);
    const closed = new Promise<number>((resolve) => { opened.onclose = ({ code }) => { resolve(code); }; });
    Object.assign(globalThis, { socketClosed: closed });
    await new Promise((resolve) => { opened.onopen = resolve; });
  });
  return () => page.evaluate(() => (globalThis as unknown as { socketClosed: Promise<number> }).socketClosed);
}

/** An open page whose session will end: when it was signed in, and when and how its socket was closed. */
interface Sitting {
  readonly page: Page;
  readonly since: number;
  readonly end: Promise<{ readonly code: number; readonly at: number }>;
}

async function sitting(page: Page): Promise<Sitting> {
  const closed = await socket(page);
  const end = closed().then((code) => ({ code, at: Date.now() }));
  // Where only another test of the file was asked for, it goes with the page, and nobody waits for it.
  end.catch(() => undefined);
  return { page, since: Date.now(), end };
}

/** Two people at their screens while the other tests run: one does nothing, the other something all the while. */
interface Waiting {
  readonly idle: Sitting;
  readonly busy: Sitting;
  readonly seat: Seat;
  /** Both go; nothing may have left this machine. */
  readonly leave: () => Promise<void>;
}

async function sitDown(browser: Browser): Promise<Waiting> {
  const contexts = [await browser.newContext(), await browser.newContext()] as const;
  const seen = contexts.map((context) => watching(context));
  const [idlePage, busyPage] = [await contexts[0].newPage(), await contexts[1].newPage()];
  // The screen of the country asks anew by itself every 30 s.
  await signIn(idlePage, `${node.commandUrl}/country`, citra);
  const idle = await sitting(idlePage);
  const seat = await Seat.of(node.commandUrl, await person('dewi', 'watch', node.data));
  await seat.enter(contexts[1]);
  await busyPage.goto(`${node.commandUrl}/trail`);
  const busy = await sitting(busyPage);
  const doing = setInterval(() => void seat.ask('GET', '/api/session'), 10_000);
  const leave = async () => {
    clearInterval(doing);
    await Promise.all(contexts.map((context) => context.close()));
    for (const nothing of seen) nothing();
  };
  return { idle, busy, seat, leave };
}

test('session_endedWhileAPersonTypes_screenGoesToTheSignIn_andNothingTypedIsSentOrShown', async ({ page }) => {
  test.setTimeout(120_000);
  const address = `${node.commandUrl}/held/ppwp/${held}`;
  await signIn(page, address, budi);
  const step = codeStep();
  const closed = await socket(page);
  await page.getByRole('button', { name: 'Perbaiki angka' }).click();
  await page.locator('pantau-correction').getByRole('textbox', { name: /Melati/ }).fill('4711');

  // Another password and another secret: the session of the old ones ends.
  const renewed = await person('budi', 'watch,decide', node.data);
  await expect(signInAgain(page)).toBeVisible({ timeout: SWEPT_MILLIS });
  expect(await closed()).toBe(4401);
  await expect(page.getByText('4711')).toHaveCount(0);
  expect(await page.evaluate(() => document.body.innerHTML + JSON.stringify([Object.entries(localStorage), Object.entries(sessionStorage)]))).not.toContain('4711');
  await expect(page.locator('pantau-form-screen, vaadin-side-nav')).toHaveCount(0);

  // Signed in again it is the same place; what was typed there is neither sent nor waiting to be.
  await expect(page).toHaveURL(address);
  // A name opens once in a code's time, whatever the secret.
  await expect.poll(codeStep, { timeout: 35_000 }).toBeGreaterThan(step);
  await signIn(page, page.url(), renewed);
  await expect(page.locator('pantau-form-screen')).toContainText('T01');
  await expect(page.locator('pantau-correction')).toHaveCount(0);
  const body = await page.evaluate(async (path) => (await fetch(path)).json() as Promise<unknown>, `/api/held/ppwp/${held}`);
  expect(body).toMatchObject({ proposal: null });
});

/** All sentences of a catalogue that take nothing in. */
function sentences(catalogue: object): readonly string[] {
  return Object.values(catalogue).flatMap((value: unknown) =>
    typeof value === 'string' ? [value] : typeof value === 'object' && value !== null ? sentences(value) : [],
  );
}

test('everyScreen_onAPhoneInEnglish_fitsAndIsEnglish', async ({ page }) => {
  test.setTimeout(180_000);
  await page.setViewportSize({ width: 360, height: 800 });
  await page.addInitScript(() => { localStorage.setItem('pantau.language', 'en'); });
  const eka = await Seat.of(node.commandUrl, await person('eka', 'watch,decide,supervise', node.data));
  const until = new Date(Date.now() + 60_000).toISOString();
  const reason = { id: 'Formulir dicocokkan ulang.', en: 'The forms are being compared again.' };
  await eka.ask('POST', '/api/acts', { kind: 'notice', contest: null, place: '0102', office: 'KPU Danau Rekaan', reason, until });
  const problems: string[] = [];
  // The words that are another's: names of the invented election stay as they are.
  const same = new Set(sentences(english));
  const foreign = new Set(sentences(indonesian).filter((sentence) => sentence.length > 5 && !same.has(sentence)));
  const look = async (name: string) => {
    const { wide, texts } = await page.evaluate(() => {
      const all = (root: ParentNode): readonly Element[] =>
        [...root.querySelectorAll('*')].flatMap((element) => [element, ...(element.shadowRoot ? all(element.shadowRoot) : [])]);
      const nodes = all(document).flatMap((element) => [...element.childNodes].filter(({ nodeType }) => nodeType === 3));
      const { scrollWidth, clientWidth } = document.documentElement;
      return { wide: scrollWidth - clientWidth, texts: nodes.map(({ textContent }) => (textContent ?? '').replaceAll(/\s+/g, ' ').trim()) };
    });
    if (wide > 0) problems.push(`${name} is ${wide} px too wide`);
    problems.push(...texts.filter((text) => foreign.has(text)).map((text) => `${name} says “${text}”`));
  };
  await page.goto(node.commandUrl);
  await expect(page.locator('pantau-sign-in h1')).toHaveText(english.title);
  await look('sign-in');
  await eka.enter(page.context());
  const screens = [
    ['/', 'pantau-path-screen h1'],
    ['/country', 'pantau-country-screen tbody tr'],
    ['/held', 'pantau-held-screen vaadin-grid a'],
    [`/held/ppwp/${held}`, 'pantau-form-screen pantau-form'],
    ['/acts', 'pantau-acts-screen form'],
    ['/submitters', 'pantau-submitters-screen tbody tr'],
    ['/webhooks', 'pantau-webhooks-screen form'],
    ['/trail', 'pantau-trail-screen tbody tr'],
    [`/life/ppwp/${held}`, 'pantau-life-screen tbody tr'],
  ] as const;
  for (const [address, there] of screens) {
    await page.goto(node.commandUrl + address);
    await expect(page.locator(there).first()).toBeVisible();
    await expect(page.locator('html')).toHaveAttribute('lang', 'en');
    await look(address);
    if (!address.startsWith('/held/')) continue;
    await page.getByRole('button', { name: english.held.correct }).click();
    await expect(page.locator('pantau-correction input').first()).toBeVisible();
    await look('correction');
  }
  expect(problems).toEqual([]);
});

// The last of this file: its two minutes have passed while the others ran, but for the rest of them.
test('session_idleOrOld_ends_whateverTheScreenAsksByItself', async () => {
  test.setTimeout(240_000);
  const { idle, busy, seat } = waiting;
  const left = await idle.end;
  expect(left.code).toBe(4401);
  expect(left.at - idle.since).toBeGreaterThan(58_000);
  expect(left.at - idle.since).toBeLessThan(60_000 + SWEPT_MILLIS);
  await expect(signInAgain(idle.page)).toBeVisible();

  // Who did something stayed signed in a minute longer.
  const old = await busy.end;
  expect(old.code).toBe(4401);
  expect(old.at - busy.since).toBeGreaterThan(110_000);
  await expect(signInAgain(busy.page)).toBeVisible();
  expect((await seat.ask('GET', '/api/path')).status).toBe(401);
  expect(await idle.page.evaluate(async () => (await fetch('/api/trail')).status)).toBe(401);
});
