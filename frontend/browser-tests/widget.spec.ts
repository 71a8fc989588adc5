import type { Page } from '@playwright/test';
import { results, told } from './api.js';
import { violations } from './axe.js';
import { type Seen, line, script, seen } from './embedding.js';
import { Host } from './host.js';
import { expect, test } from './test.js';

/** Widgets on pages of a newsroom: another origin, its own policy, its own ideas of a page. */

const LAYOUTS = ['card', 'bars', 'table', 'map', 'ticker'];

let host: Host;
test.beforeAll(async () => {
  host = await Host.start();
});
test.afterAll(async () => {
  await host.end();
});

/** Some forty places: the nation's provinces, and so one topic each. */
async function provinces(url: string): Promise<readonly string[]> {
  const { children = [] } = await results(url, '0');
  return children.map(({ code }) => code);
}

function countSockets(page: Page): () => number {
  let sockets = 0;
  page.on('websocket', () => {
    sockets += 1;
  });
  return () => sockets;
}

test('widget_onAForeignPage_showsTheNumbersTheTimeTheCoverageAndTheNoticeAndMoves', async ({ page, url }) => {
  await page.goto(host.page('/one', script(url) + line(url, '0', 'layout="bars"')));
  const widget = page.locator('pantau-suara');
  await expect(widget.locator('[data-choice="100025"] .share')).toContainText('%');
  await expect(widget.locator('.place')).toHaveText('Indonesia');
  await expect(widget.locator('.test')).toContainText('Data uji');
  await expect(widget.locator('.coverage')).toContainText('TPS');
  await expect(widget.locator('.link')).toContainText(/Langsung · Hitungan terakhir .*\d{2}\.\d{2}\.\d{2}/);
  await expect(widget.locator('.notice')).toContainText('Bukan hasil resmi');
  await expect(widget.locator('img')).toBeHidden();
  const first = (await seen(page))[0]?.position;
  await expect.poll(async () => (await seen(page))[0]?.position).not.toBe(first);
});

test('widget_numbers_areThoseOfOneBodyOfTheApi', async ({ page, url }) => {
  const node = await told(url, '31');
  try {
    await page.goto(host.page('/same', script(url) + line(url, '31')));
    // Whatever the widget shows is a state that the node told of, whole.
    const shown: Seen[] = [];
    await expect
      .poll(async () => {
        const [now] = await seen(page);
        if (now && now.position !== shown.at(-1)?.position) shown.push(now);
        return shown.filter(({ position }) => node.states.has(position)).length;
      }, { timeout: 30_000 })
      .toBeGreaterThan(2);
    for (const { position, votes } of shown) {
      const state = node.states.get(position);
      if (state) expect(votes, position).toEqual(state.votes);
    }
  } finally {
    node.end();
  }
});

test('page_ofAHundredWidgets_opensOneSocketAndAllShowNumbers', async ({ page, url }) => {
  const codes = await provinces(url);
  const all = Array.from({ length: 100 }, (_, i) => line(url, codes[i % codes.length] ?? '0', i % 2 ? 'layout="bars"' : ''));
  await page.setViewportSize({ width: 1600, height: 1000 });
  const sockets = countSockets(page);
  const grid = `<style>main{display:grid;grid-template-columns:repeat(5,1fr)}h1{grid-column:1/-1}</style>`;
  await page.goto(host.page('/hundred', script(url) + grid + all.join('')));
  await expect.poll(async () => (await seen(page)).filter((each) => each !== null).length).toBeGreaterThan(10);
  // Fast, down and up: as many widgets come and go as a server would not be told of one by one.
  for (const step of [800, -800]) {
    for (let turns = 0; turns < 25; turns++) {
      await page.mouse.wheel(0, step);
      await page.waitForFunction(() => new Promise(requestAnimationFrame));
    }
  }
  // Slowly: what is passed before it has come is not fetched for nobody.
  for (const widget of await page.locator('pantau-suara').all()) {
    await widget.scrollIntoViewIfNeeded();
    await expect(widget.locator('[data-choice] .votes').first()).not.toBeEmpty();
  }
  await expect.poll(async () => (await seen(page)).filter((each) => each !== null).length).toBe(100);
  expect(sockets()).toBe(1);
});

test('page_ofMoreTopicsThanASocketTakes_keepsTheSocketAndFetchesTheRest', async ({ page, url }) => {
  const below = await Promise.all((await provinces(url)).slice(0, 8).map(async (code) => (await results(url, code)).children ?? []));
  const codes = below.flat().map(({ code }) => code).slice(0, 70);
  expect(codes).toHaveLength(70);
  const sockets = countSockets(page);
  let closed = false;
  page.on('websocket', (socket) => socket.on('close', () => { closed = true; }));
  // All near the screen at once.
  await page.setViewportSize({ width: 2800, height: 4000 });
  const grid = `<style>main{display:grid;grid-template-columns:repeat(14,1fr)}h1{grid-column:1/-1}</style>`;
  await page.goto(host.page('/seventy', script(url) + grid + codes.map((code) => line(url, code)).join('')));
  await expect.poll(async () => (await seen(page)).filter((each) => each !== null).length).toBe(70);
  await expect(page.locator('pantau-suara .link[data-state="live"]')).toHaveCount(64);
  await expect(page.locator('pantau-suara .link[data-state="delayed"]').first()).toContainText('diambil secara berkala');
  expect(sockets()).toBe(1);
  expect(closed).toBe(false);
});

test('host_whosePolicyAllowsUsAndNoInlineStyle_isRespected', async ({ page, url }) => {
  const policy = `default-src 'none'; script-src ${url}; connect-src ${url} ${url.replace('http', 'ws')}; img-src ${url}; style-src 'none'`;
  const address = host.page('/strict', script(url) + line(url, '0', 'layout="bars" accent="#b00020" height="400"'), {
    'Content-Security-Policy': policy,
  });
  await page.goto(address);
  const widget = page.locator('pantau-suara');
  await expect(widget.locator('.link[data-state="live"]')).toBeVisible();
  // The style came through: the bar has its colour and its length. The fixture fails on any complaint of the policy.
  const bar = widget.locator('.bar i').first();
  expect(await bar.evaluate((fill) => getComputedStyle(fill).backgroundColor)).not.toBe('rgba(0, 0, 0, 0)');
  expect(await bar.evaluate((fill) => fill.getBoundingClientRect().width)).toBeGreaterThan(20);
  expect(await widget.locator('article').evaluate((article) => getComputedStyle(article).borderTopColor)).toBe('rgb(176, 0, 32)');
});

test('scripts_off_leaveThePictureAndTheLink', async ({ browser, url }) => {
  const context = await browser.newContext({ javaScriptEnabled: false });
  try {
    const page = await context.newPage();
    await page.goto(host.page('/off', script(url) + line(url, '31')));
    const picture = page.getByRole('img', { name: 'Perolehan suara' });
    await expect(picture).toBeVisible();
    await expect(page.getByRole('link', { name: 'Perolehan suara' })).toHaveAttribute('href', `${url}/ppwp/31`);
    await expect.poll(() => picture.evaluate((image: HTMLImageElement) => image.naturalWidth)).toBeGreaterThan(0);
  } finally {
    await context.close();
  }
});

test('widget_keepsNothingAndSendsNoCookies', async ({ page, context, url }) => {
  await page.goto(host.page('/nothing', script(url) + line(url, '0')));
  await expect(page.locator('pantau-suara .link[data-state="live"]')).toBeVisible();
  expect(await context.cookies()).toEqual([]);
  const kept = await page.evaluate(async () => [localStorage.length, sessionStorage.length, (await caches.keys()).length]);
  expect(kept).toEqual([0, 0, 0]);
});

test('attributes_changed_showAnotherPlaceInAnotherLanguage', async ({ page, url }) => {
  await page.goto(host.page('/change', script(url) + line(url, '31')));
  const widget = page.locator('pantau-suara');
  await expect(widget.locator('.place')).toHaveText('DKI Jakarta');
  await widget.evaluate((element) => {
    element.setAttribute('area', '32');
    element.setAttribute('language', 'en');
  });
  await expect(widget.locator('.place')).toHaveText('Jawa Barat');
  await expect(widget.locator('.notice')).toContainText('not the official result');
  await expect(widget.locator('.link')).toContainText('Live');
});

test('place_unknown_isSaidBesideThePicture', async ({ page, url }) => {
  await page.goto(host.page('/unknown', script(url) + line(url, '77')));
  await expect(page.locator('pantau-suara').getByText('tidak dikenal')).toBeVisible();
});

test('table_hasARowAPlaceWithTheNumbersOfTheApi', async ({ page, url }) => {
  await page.goto(host.page('/table', script(url) + line(url, '31', 'layout="table"')));
  const rows = page.locator('pantau-suara tbody tr');
  const { children = [] } = await results(url, '31');
  await expect(rows).toHaveCount(1 + children.length);
  await expect(rows.nth(1).locator('th a')).toHaveAttribute('href', `${url}/ppwp/${children[0]?.code ?? ''}`);
  await expect(rows.first().locator('td').first()).toHaveText(/^\d{1,2},\d{2}$/);
});

test('map_saysInWordsWhatItsColoursSay', async ({ page, url }) => {
  await page.goto(host.page('/map', script(url) + line(url, '0', 'layout="map"')));
  const places = page.locator('pantau-suara .map svg a');
  await expect(places).toHaveCount(38);
  // The missions abroad have no shape, and are there all the same.
  await expect(page.locator('pantau-suara .others')).toContainText('Luar Negeri: ');
  await expect.poll(async () => (await places.evaluateAll((all) => all.map((each) => each.getAttribute('aria-label')))).every((label) => label?.includes(': '))).toBe(true);
  await places.first().focus();
  await expect(page.locator('pantau-suara .read')).toContainText('Aceh');
});

test('ticker_stepsThroughThePlacesAndCanBeHeld', async ({ page, url }) => {
  await page.goto(host.page('/ticker', script(url) + line(url, '31', 'layout="ticker"')));
  const where = page.locator('pantau-suara .where span');
  await expect(where).toHaveText('DKI Jakarta');
  await expect(where).not.toHaveText('DKI Jakarta', { timeout: 15_000 });
  const button = page.locator('pantau-suara').getByRole('button');
  await button.click();
  await expect(button).toHaveText('Lanjutkan');
});

test('layout_thatCannotBeFetched_isTheBars', async ({ page, url }) => {
  await page.route(/\/assets\/embed\/map/, (route) => route.abort());
  await page.goto(host.page('/lost', script(url) + line(url, '31', 'layout="map"')));
  await expect(page.locator('pantau-suara .bars [data-choice="100025"] .share')).toContainText('%');
});

for (const theme of ['light', 'dark', 'auto', 'transparent']) {
  test(`axe_theme_${theme}_findsNothing`, async ({ page, url }) => {
    test.slow();
    await page.setViewportSize({ width: 900, height: 4000 });
    const widgets = LAYOUTS.map((layout) => line(url, '31', `layout="${layout}" theme="${theme}"`)).join('');
    for (const colorScheme of ['light', 'dark'] as const) {
      await page.emulateMedia({ colorScheme });
      await page.goto(host.page(`/axe-${theme}`, script(url) + widgets));
      await expect(page.locator('pantau-suara .link[data-state="live"]')).toHaveCount(5);
      await expect(page.locator('pantau-suara .map a')).toHaveCount(6);
      await expect(page.locator('pantau-suara tbody tr')).toHaveCount(7);
      expect(await violations(page), colorScheme).toEqual([]);
    }
  });
}

test('widget_320Wide_neverScrollsSideways', async ({ page, url }) => {
  await page.setViewportSize({ width: 320, height: 700 });
  await page.goto(host.page('/narrow', script(url) + LAYOUTS.map((layout) => line(url, '0', `layout="${layout}"`)).join('')));
  // Each grows as it comes, and so moves those below it.
  for (const widget of await page.locator('pantau-suara').all()) {
    await widget.scrollIntoViewIfNeeded();
    await expect(widget.locator('article')).toBeVisible();
  }
  await expect(page.locator('pantau-suara table')).toBeVisible();
  expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(320);
});
