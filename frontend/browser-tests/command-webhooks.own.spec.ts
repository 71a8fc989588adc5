import { results } from './api.js';
import { violations } from './axe.js';
import type { ServingNode } from './node.js';
import { choosePlace, person } from './operators.js';
import { Receiver } from './receiver.js';
import { Seat, told } from './seat.js';
import { smallNode } from './small-node.js';
import { expect, test } from './test.js';

/** A webhook from the screen that registers it to the screen that removes it, with a receiver on this machine. */

let node: ServingNode;
let receiver: Receiver;
let ani: Seat, dewi: Seat;

test.beforeAll(async () => {
  test.setTimeout(120_000);
  node = await smallNode(60);
  node.settings.PANTAU_WEBHOOKS_ALLOWLOOPBACK = 'true';
  node.settings.PANTAU_WEBHOOKS_RETRYMILLISMIN = '1000';
  const [one, two] = await Promise.all([person('ani', 'watch', node.data), person('dewi', 'watch,supervise', node.data)]);
  receiver = await Receiver.open();
  await node.start();
  [ani, dewi] = await Promise.all([Seat.of(node.commandUrl, one), Seat.of(node.commandUrl, two)]);
});

test.afterAll(async () => {
  receiver.close();
  await node.end();
});

test('webhook_registeredTriedFailingRotatedRemoved_inTheScreen', async ({ page, context }) => {
  const began = Date.now();
  const screen = page.locator('pantau-webhooks-screen');
  const found: string[] = [];
  const look = async (name: string) => {
    for (const colorScheme of ['light', 'dark'] as const) {
      await page.emulateMedia({ colorScheme, reducedMotion: 'reduce' });
      found.push(...(await violations(page)).map((line) => `${name} ${colorScheme}: ${line}`));
    }
  };
  await dewi.enter(context);
  await page.goto(`${node.commandUrl}/webhooks`);
  await expect(screen.getByText('Belum ada webhook.')).toBeVisible();

  // What cannot be is refused in words, and nothing that was typed is lost.
  await page.getByRole('button', { name: 'Daftarkan' }).click();
  await expect(screen.getByRole('alert').getByText('Isi dahulu: Nama.')).toBeVisible();
  await page.getByRole('textbox', { name: 'Nama' }).fill('Kantor Berita Danau');
  await page.getByRole('textbox', { name: 'Alamat (https)' }).fill('https://10.0.0.1/hook');
  await choosePlace(page, '0102');
  await page.getByRole('button', { name: 'Daftarkan' }).click();
  await expect(screen.getByRole('status').getByText('Alamat itu tidak boleh dihubungi')).toBeVisible();

  // A receiver that is not well yet: the ping waits, and says so.
  receiver.status = 500;
  await page.getByRole('textbox', { name: 'Alamat (https)' }).fill(receiver.url);
  await page.getByRole('button', { name: 'Daftarkan' }).click();
  const code = screen.locator('code');
  await expect(code).toHaveText(/^whsec_\S{44}$/);
  const secret = (await code.innerText()).trim();
  const hook = page.locator('pantau-webhook');
  await expect(hook).toContainText('menunggu jawaban ping pertama');
  await expect(hook).toContainText('500, tidak diterima');
  await look('registered');

  receiver.status = 204;
  await hook.getByRole('button', { name: 'Uji sekarang' }).click();
  await expect(hook.locator('.state strong').first()).toHaveText('bekerja');
  await expect(hook).toContainText('Danau Rekaan');
  await expect.poll(() => receiver.types().filter((type) => type === 'id.pantau.result.changed').length).toBe(2);
  expect(receiver.signedBy(secret)).toBe(true);
  const nation = receiver.got.map(({ body }) => JSON.parse(body) as { subject: string; data: object }).find(({ subject }) => subject === 'ppwp/0');
  expect(nation?.data).toEqual(await results(node.url, '0'));
  await expect(hook).toContainText('204, diterima');

  // Shown once.
  await page.reload();
  await expect(hook).toBeVisible();
  await expect(screen).not.toContainText(secret);

  receiver.status = 503;
  await hook.getByRole('button', { name: 'Uji sekarang' }).click();
  await expect(hook).toContainText('gagal');
  await expect(hook).toContainText('503, tidak diterima');
  await look('failing');

  receiver.status = 200;
  await hook.getByRole('button', { name: 'Ganti rahasia' }).click();
  await page.getByRole('alertdialog').getByRole('button', { name: 'Ganti rahasia' }).click();
  await expect(code).toHaveText(/^whsec_/);
  const newer = (await code.innerText()).trim();
  expect(newer).not.toBe(secret);
  const before = receiver.got.length;
  await hook.getByRole('button', { name: 'Uji sekarang' }).click();
  await expect.poll(() => receiver.got.length).toBeGreaterThan(before);
  expect([receiver.signedBy(secret), receiver.signedBy(newer)]).toEqual([true, true]);
  await expect(hook).toContainText('Rahasia lama juga menandatangani sampai');

  receiver.status = 410;
  await hook.getByRole('button', { name: 'Uji sekarang' }).click();
  await expect(hook).toContainText('dimatikan');
  await expect(hook).toContainText('penerima menjawab 410');
  await look('disabled');
  await hook.getByRole('button', { name: 'Hapus' }).click();
  await page.getByRole('alertdialog').getByRole('button', { name: 'Hapus' }).click();
  await expect(hook).toHaveCount(0);
  await expect(screen.getByText('Belum ada webhook.')).toBeVisible();
  expect(found).toEqual([]);

  const added = await ani.trail('Kantor Berita Danau');
  expect(told(added, began)).toEqual(['dewi webhook-added']);
  expect(added[0]?.details).toEqual({ host: new URL(receiver.url).host, topics: ['ppwp/0', 'ppwp/0102'], acts: true });
  for (const path of ['/api/webhooks', '/api/trail?limit=500']) {
    for (const word of [secret, newer]) expect(JSON.stringify(await dewi.get(path))).not.toContain(word);
  }
});

test('roleWithoutSupervise_seesWebhooks_butNoButtonActs', async ({ page, context }) => {
  await ani.enter(context);
  await page.goto(`${node.commandUrl}/webhooks`);
  await expect(page.getByText(/tidak memiliki peran/)).toBeVisible();
  await expect(page.locator('pantau-webhooks-screen').getByRole('button')).toHaveCount(0);
  const wish = { label: 'x', url: receiver.url, topics: ['ppwp/0'], acts: false };
  expect((await ani.ask('POST', '/api/webhooks', wish)).status).toBe(403);
  expect(await dewi.get('/api/webhooks')).toMatchObject({ webhooks: [] });
});
