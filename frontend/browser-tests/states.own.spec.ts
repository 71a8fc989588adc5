import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import process from 'node:process';
import type { Locator, Page } from '@playwright/test';
import { area, asShown, results } from './api.js';
import { CHOICES_CONTOH, correction, form } from './forms.js';
import { Line } from './line.js';
import { ServingNode } from './node.js';
import { Submitter } from './submitter.js';
import { expect, open, shown, test } from './test.js';

/** One small node for all of these, which counts nothing but what they send; in order, from its first form on. */
test.describe.configure({ mode: 'serial' });

const folder = mkdtempSync(join(tmpdir(), 'pantau-states-'));
const config = join(folder, 'quick.yaml');
// A real setting: what a page is told every 15 s is waited for eight times less long.
writeFileSync(config, 'live:\n  heartbeatSeconds: 2\n');

const VILLAGE = '0101011001';
let node: ServingNode;
let submitter: Submitter;

test.beforeAll(async () => {
  test.setTimeout(180_000);
  node = await ServingNode.serving('--election', 'contoh', '--config', config);
  await node.start();
  submitter = await Submitter.of(node.url, node.data);
});

test.afterAll(async () => {
  await node.end();
  rmSync(folder, { recursive: true, force: true });
});

const send = (station: string, revision: number, first: number, more: object = {}) =>
  submitter.send(form(station, revision, first, more, CHOICES_CONTOH));

const linkOf = (page: Page): Locator => page.locator('pantau-link [data-state]');

/** Every word that the page has said of its connection since now, in order. */
async function saidFromNow(page: Page): Promise<() => Promise<readonly string[]>> {
  await page.locator('pantau-link').evaluate((link) => {
    const said: string[] = [];
    const note = () => {
      const state = link.shadowRoot?.querySelector('[data-state]')?.getAttribute('data-state') ?? '';
      if (said.at(-1) !== state) said.push(state);
    };
    note();
    new MutationObserver(note).observe(link.shadowRoot ?? link, { attributes: true, childList: true, subtree: true });
    (window as unknown as { said: string[] }).said = said;
  });
  return () => page.evaluate(() => (window as unknown as { said: string[] }).said);
}

/** All stations of the invented election, by its own tree. */
async function stations(code = '0'): Promise<readonly string[]> {
  const { children } = await area(node.url, code);
  const below = await Promise.all(children.map(async (child) => (child.code.length === 13 ? [child.code] : stations(child.code))));
  return below.flat();
}

test('nation_beforeTheFirstForm_waitsAndThenShowsItWithoutAReload', async ({ page }) => {
  await open(page, node.url);
  await expect(page.locator('pantau-state').getByText('begitu TPS pertama dihitung')).toBeVisible();
  await expect(page.locator('[data-choice="900001"] .share')).toHaveText('–');
  await expect(page.locator('[data-figure="expected"]')).toHaveAttribute('data-value', '40');
  expect(await send(`${VILLAGE}001`, 1, 100)).toBe('counted');
  await expect(page.locator('[data-choice="900001"] .votes')).toHaveText('100 suara');
  await expect(page.locator('pantau-state').getByText('begitu TPS pertama dihitung')).toHaveCount(0);
  expect(await shown(page)).toEqual(asShown(await results(node.url, '0')));
});

test('station_openWhileItsFormArrivesAndIsHeldAndAgreedWith_followsEachStep', async ({ page }) => {
  const station = `${VILLAGE}002`;
  await page.goto(`${node.url}/tps/${station}`);
  const status = page.locator('.status');
  await expect(status).toHaveAttribute('data-status', 'waiting');
  const misread = { method: 'machine', valid: 300, total: 305 };
  expect(await send(station, 1, 100, misread)).toBe('held');
  await expect(status).toHaveAttribute('data-status', 'held', { timeout: 40_000 });
  await expect(page.locator('pantau-form [data-finding="T01"]')).toBeVisible();
  expect(await send(station, 2, 100, correction('dibaca ulang oleh petugas'))).toBe('counted');
  await expect(status).toHaveAttribute('data-status', 'counted', { timeout: 40_000 });
  await expect(page.locator('pantau-form [data-finding="T01"]')).toHaveCount(0);
});

test('count_completeButForOne_isNotAHundredPercentAndCompleteIs', async ({ page }) => {
  const all = await stations();
  expect(all).toHaveLength(40);
  const last = all.at(-1) ?? '';
  const missing = all.filter((station) => station !== last && !station.startsWith(VILLAGE + '00'));
  for (const station of [...missing, ...['003', '004', '005', '006'].map((number) => VILLAGE + number)]) {
    expect(await send(station, 1, 60)).toBe('counted');
  }
  await open(page, node.url);
  const percent = page.locator('pantau-coverage .percent');
  await expect(page.locator('[data-figure="counted"]')).toHaveAttribute('data-value', '39');
  await expect(percent).toContainText('97,5');
  expect((await results(node.url, '0')).status).toBe('counting');

  expect(await send(last, 1, 60)).toBe('counted');
  await expect(page.locator('[data-figure="counted"]')).toHaveAttribute('data-value', '40');
  await expect(percent).toContainText('Semua TPS sudah dihitung');
  expect((await results(node.url, '0')).status).toBe('finished');

  // A withdrawal takes the word back.
  const gone = { votes: null, reason: { kind: 'withdrawn', note: 'foto tertukar', codes: [], by: [], cites: null } };
  const withdrawal = { contest: 'ppwp', station: last, generation: 0, revision: 2, method: 'double', ...gone };
  expect(await submitter.send(withdrawal)).toBe('stored');
  await expect(page.locator('[data-figure="counted"]')).toHaveAttribute('data-value', '39');
  await expect(percent).toContainText('97,5');
  await expect(page.locator('pantau-standing .note')).toContainText('Jumlah turun');
});

test('redis_standsStill_pageSaysDelayedWithTheAgeOfItsNumbersAndRecovers', async ({ page }) => {
  await open(page, node.url);
  await expect(linkOf(page)).toHaveAttribute('data-state', 'live');
  const kept = await shown(page);
  const { pid } = node.redis();
  process.kill(pid, 'SIGSTOP');
  try {
    await expect(linkOf(page)).toHaveAttribute('data-state', 'delayed', { timeout: 40_000 });
    await expect(linkOf(page)).toContainText('tidak menerima kabar dari penghitungan');
    await expect(linkOf(page)).toContainText('angka diketahui');
    expect(await shown(page)).toEqual(kept);
  } finally {
    process.kill(pid, 'SIGCONT');
  }
  await expect(linkOf(page)).toHaveAttribute('data-state', 'live', { timeout: 60_000 });
  // What the node took while it could not say so arrives too: it is known from the position.
  expect(await send(`${VILLAGE}003`, 2, 61, correction('salah ketik'))).toBe('counted');
  await expect.poll(async () => (await shown(page)).votes['900001']).toBe((kept.votes['900001'] ?? 0) + 1);
});

test('line_breaksForAMoment_isNotShown', async ({ page }) => {
  const line = await Line.to(Number(new URL(node.url).port));
  try {
    await open(page, `http://127.0.0.1:${line.port}`);
    await expect(linkOf(page)).toHaveAttribute('data-state', 'live');
    const said = await saidFromNow(page);
    const back = page.waitForEvent('websocket');
    line.drop();
    const socket = await back;
    await socket.waitForEvent('framereceived');
    expect(await send(`${VILLAGE}004`, 2, 70, correction('salah ketik'))).toBe('counted');
    await expect.poll(() => shown(page)).toEqual(asShown(await results(node.url, '0')));
    expect(await said()).toEqual(['live']);
  } finally {
    await line.end();
  }
});

test('line_cut_pageKeepsItsNumbersSaysHowOldTheyAreAndComesBack', async ({ page }) => {
  test.setTimeout(180_000);
  const line = await Line.to(Number(new URL(node.url).port));
  try {
    await open(page, `http://127.0.0.1:${line.port}`);
    await expect(linkOf(page)).toHaveAttribute('data-state', 'live');
    const said = await saidFromNow(page);
    const kept = await shown(page);
    line.become('cut');
    await expect(linkOf(page)).toHaveAttribute('data-state', 'offline', { timeout: 60_000 });
    await expect(linkOf(page)).toContainText(/angka diketahui \d+ detik lalu/);
    expect(await send(`${VILLAGE}005`, 2, 71, correction('salah ketik'))).toBe('counted');
    expect(await shown(page)).toEqual(kept);
    line.become('open');
    await expect(linkOf(page)).toHaveAttribute('data-state', 'live', { timeout: 90_000 });
    await expect.poll(() => shown(page)).toEqual(asShown(await results(node.url, '0')));
    // Whether numbers were fetched before the socket was back is a matter of chance: delayed, for a moment, or not.
    expect((await said()).filter((word) => word !== 'delayed')).toEqual(['live', 'reconnecting', 'offline', 'live']);
  } finally {
    await line.end();
  }
});

test('device_withoutANetwork_saysSoAtOnceAndIsBackAtOnce', async ({ page, context }) => {
  await open(page, node.url);
  await expect(linkOf(page)).toHaveAttribute('data-state', 'live');
  const kept = await shown(page);
  await context.setOffline(true);
  await expect(linkOf(page)).toHaveAttribute('data-state', 'offline');
  await expect(linkOf(page)).toContainText('angka diketahui');
  expect(await shown(page)).toEqual(kept);
  await context.setOffline(false);
  await expect(linkOf(page)).toHaveAttribute('data-state', 'live', { timeout: 40_000 });
});

test('board_stillLoading_isSaidWithTheReasonAndNumbersComeWithoutAReload', async ({ page }) => {
  test.setTimeout(180_000);
  const { port, password } = node.redis();
  const line = await Line.to(port, 'silent');
  const uri = `redis://:${password}@127.0.0.1:${line.port}`;
  const second = await ServingNode.serving('--election', 'contoh', '--config', config, '--roles', 'board,live,api', '--redis', uri);
  try {
    await second.start(false);
    await page.goto(second.url);
    await expect(page.locator('pantau-problem:not([unknown])')).toContainText('the board is still loading');
    line.become('open');
    await expect(page.locator('pantau-problem')).toHaveCount(0, { timeout: 60_000 });
    await expect.poll(() => shown(page)).toEqual(asShown(await results(node.url, '0')));
  } finally {
    await second.end();
    await line.end();
  }
});
