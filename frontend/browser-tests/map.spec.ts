import type { Page } from '@playwright/test';
import { preparedMaps } from '../scripts/geography.mjs';
import { type Direction, neighbourOf } from '../src/model/map-neighbour.js';
import { type Shape, shapesOf } from '../src/model/map-shape.js';
import { numbersOf } from '../src/model/numbers.js';
import { shareOf } from '../src/model/shares.js';
import type { Row } from '../src/model/wire.js';
import { type OpenResults, results } from './api.js';
import { violations } from './axe.js';
import { expect, open, test } from './test.js';

const NUMBERS = numbersOf('id');
const KEYS: Record<Direction, string> = { left: 'ArrowLeft', right: 'ArrowRight', up: 'ArrowUp', down: 'ArrowDown' };
const ABC = ['100025', '100026', '100027'];

/** Opens a page and brings its map on the screen. */
async function openMap(page: Page, address: string): Promise<void> {
  await open(page, address);
  await page.locator('pantau-later.map').evaluate((map) => { map.scrollIntoView(); });
  await expect(page.locator('pantau-map-sheet a').first()).toBeAttached();
}

/** What the map shows, from one moment: its position, each place's ink and name, the figures under it. */
function drawn(page: Page) {
  return page.evaluate(() => {
    const area = document.querySelector('pantau-app')?.shadowRoot?.querySelector('pantau-area-page')?.shadowRoot;
    const map = area?.querySelector('pantau-later.map')?.shadowRoot?.querySelector('pantau-map')?.shadowRoot;
    const links = map?.querySelector('pantau-map-sheet')?.shadowRoot?.querySelectorAll<SVGAElement>('a') ?? [];
    const figures = map?.querySelector('pantau-map-figures')?.shadowRoot;
    const text = (cell: Element | null | undefined) => cell?.textContent.replaceAll(/\s+/g, ' ').trim() ?? '';
    return {
      position: area?.querySelector('.title')?.getAttribute('data-position') ?? '',
      inks: Object.fromEntries([...links].map((link) => [link.dataset.code ?? '', link.dataset.ink ?? ''])),
      names: Object.fromEntries([...links].map((link) => [link.dataset.code ?? '', link.getAttribute('aria-label') ?? ''])),
      figures: [...(figures?.querySelectorAll('dl div') ?? [])].map((row) => [...row.querySelectorAll('dd')].map(text)),
    };
  });
}

type Drawn = Awaited<ReturnType<typeof drawn>>;

/** Holds what is drawn against the body of the same position, until both have been seen once. */
async function atOnePosition(page: Page, url: string, area: string, check: (drawn: Drawn, body: OpenResults) => void): Promise<void> {
  const said = new Map<string, OpenResults>();
  await expect
    .poll(
      async () => {
        const body = await results(url, area);
        said.set(`${body.position.epoch}·${body.position.revision}`, body);
        const now = await drawn(page);
        const then = said.get(now.position);
        if (then) check(now, then);
        return then !== undefined;
      },
      { timeout: 60_000, intervals: [0] },
    )
    .toBe(true);
}

const votesOf = (row: Row) => ABC.map((id) => row.totals.votes[id] ?? 0);
const sumOf = (row: Row) => votesOf(row).reduce((sum, votes) => sum + votes, 0);

function leaderInk(row: Row): string {
  const votes = votesOf(row);
  const most = Math.max(...votes);
  if (most === 0) return 'none';
  return votes.filter((one) => one === most).length > 1 ? 'tie' : (ABC[votes.indexOf(most)] ?? '');
}

const classInk = (percent: number | null) => (percent === null ? 'none' : String(Math.min(4, Math.floor(percent / 20))));

function shareInk(row: Row, at: number): string {
  return classInk(shareOf(votesOf(row)[at] ?? 0, sumOf(row)));
}

function coverageInk({ stations }: Row): string {
  return stations.counted === 0 ? 'none' : classInk((stations.counted * 100) / stations.expected);
}

/** The arrow keys from one place to another, and where each leads. */
function way(area: string, from: string, to: string): readonly { key: string; code: string }[] {
  const shapes = shapesOf(preparedMaps().get(area) ?? { parts: [] });
  const start = shapes.find(({ code }) => code === from);
  const ways = new Map<Shape, readonly { key: string; code: string }[]>(start ? [[start, []]] : []);
  for (const [shape, before] of ways) {
    if (shape.code === to) return before;
    for (const direction of Object.keys(KEYS) as Direction[]) {
      const next = neighbourOf(shapes, shape, direction);
      if (next && !ways.has(next)) ways.set(next, [...before, { key: KEYS[direction], code: next.code }]);
    }
  }
  throw new Error(`no way from ${from} to ${to}`);
}

/** The code of the place on the map that has the focus; empty where something else has it. */
function focusedPlace(page: Page): Promise<string> {
  return page.evaluate(() => {
    let active = document.activeElement;
    while (active?.shadowRoot?.activeElement) active = active.shadowRoot.activeElement;
    return active instanceof SVGAElement ? (active.dataset.code ?? '') : '';
  });
}

/** Presses Tab until a place of the map has the focus. */
async function tabToMap(page: Page): Promise<string> {
  for (let presses = 0; presses < 60; presses++) {
    const at = await focusedPlace(page);
    if (at !== '') return at;
    await page.keyboard.press('Tab');
  }
  throw new Error('Tab never reached the map');
}

async function walk(page: Page, area: string, to: string): Promise<void> {
  for (const step of way(area, await tabToMap(page), to)) {
    await page.keyboard.press(step.key);
    expect(await focusedPlace(page)).toBe(step.code);
  }
}

test('map_byKeyboardAlone_leadsToAKabupaten', async ({ page, url }) => {
  await openMap(page, url);
  await walk(page, '0', '31');
  await expect(page.locator('pantau-map-figures h3')).toHaveText('DKI Jakarta');
  await page.keyboard.press('Enter');
  await expect(page).toHaveURL(`${url}/ppwp/31`);
  await expect(page.locator('h1')).toBeFocused();
  await expect(page.locator('pantau-map-sheet a[data-code="3171"]')).toBeAttached();
  await walk(page, '31', '3171');
  await page.keyboard.press('Enter');
  await expect(page).toHaveURL(`${url}/ppwp/3171`);
  await expect(page.locator('h1')).toHaveText('Kota Adm. Jakarta Pusat');
  await expect(page.locator('pantau-map')).toHaveCount(0);
});

test('map_inTheOrderOfTab_isOneStop', async ({ page, url }) => {
  await openMap(page, url);
  await tabToMap(page);
  await page.keyboard.press('End');
  expect(await focusedPlace(page)).toBe('96');
  await page.keyboard.press('Home');
  expect(await focusedPlace(page)).toBe('11');
  await page.keyboard.press('Tab');
  expect(await focusedPlace(page)).toBe('');
  await page.keyboard.press('Shift+Tab');
  expect(await focusedPlace(page)).toBe('11');
});

test('map_inEachReading_isPaintedAsTheApiSays', async ({ page, url }) => {
  test.slow();
  await openMap(page, url);
  const reading = (name: string) => page.locator(`pantau-map button[data-reading="${name}"]`);
  const painted = async (ink: (row: Row) => string) => {
    await atOnePosition(page, url, '0', ({ inks }, { children = [] }) => {
      expect(inks).toEqual(Object.fromEntries(children.filter(({ code }) => code !== '99').map((row) => [row.code, ink(row)])));
    });
  };
  await expect(reading('leader')).toHaveAttribute('aria-pressed', 'true');
  await painted(leaderInk);
  await reading('share').click();
  await expect(page.locator('pantau-map .legend')).toContainText('80–100');
  await painted((row) => shareInk(row, 0));
  await page.locator('pantau-map select').selectOption('100026');
  await painted((row) => shareInk(row, 1));
  await reading('coverage').click();
  await expect(reading('leader')).toHaveAttribute('aria-pressed', 'false');
  await painted(coverageInk);
});

test('map_ofAPlaceInFocus_givesItsNameAndFiguresAsTheApi', async ({ page, url }) => {
  await openMap(page, url);
  await walk(page, '0', '31');
  await atOnePosition(page, url, '0', ({ figures, names }, { children = [] }) => {
    const row = children.find(({ code }) => code === '31');
    if (!row) throw new Error('the API has no row 31');
    const { counted, expected } = row.stations;
    const share = (votes: number) => NUMBERS.percent(shareOf(votes, sumOf(row)) ?? 0).replaceAll(/\s+/g, ' ');
    const coverage = NUMBERS.percent(Math.floor((counted * 10_000) / expected) / 100).replaceAll(/\s+/g, ' ');
    expect(figures).toEqual([
      ...votesOf(row).map((votes) => [NUMBERS.integer(votes), share(votes)]),
      [`${NUMBERS.integer(counted)} / ${NUMBERS.integer(expected)}`, coverage],
    ]);
    const most = Math.max(...votesOf(row));
    const name = (names['31'] ?? '').replaceAll(/\s+/g, ' ');
    expect(name).toMatch(/^DKI Jakarta: (suara terbanyak sejauh ini [123] |sama banyak)/);
    expect(name).toContain(share(most));
    expect(name).toContain(`${NUMBERS.integer(counted)} dari ${NUMBERS.integer(expected)} TPS dihitung`);
  });
});

test('map_placesWithoutAShape_standBesideItAsLinks', async ({ page, url }) => {
  await openMap(page, url);
  await expect(page.locator('pantau-map-sheet a')).toHaveCount(38);
  const overseas = page.locator('pantau-map .marks a');
  await expect(overseas).toHaveCount(1);
  await expect(overseas).toHaveAttribute('href', '/ppwp/99');
  await openMap(page, `${url}/ppwp/31`);
  await expect(page.locator('pantau-map .marks')).toContainText('tidak memiliki bentuk');
  await page.locator('pantau-map .marks a').click();
  await expect(page).toHaveURL(`${url}/ppwp/3101`);
});

test('map_pressedWithAMouse_followsTheLinkWithoutLoadingThePage', async ({ page, url, context }) => {
  await openMap(page, url);
  await page.evaluate(() => { document.documentElement.dataset.same = 'yes'; });
  const kalimantan = page.locator('pantau-map-sheet a[data-code="62"] path');
  // The first press on a page that has just come was lost in one of some runs, why is not known; a reader presses again.
  await expect(async () => {
    const opened = context.waitForEvent('page', { timeout: 4000 });
    await kalimantan.click({ button: 'middle' });
    expect((await opened).url()).toBe(`${url}/ppwp/62`);
  }).toPass({ timeout: 30_000 });
  await expect(page).toHaveURL(`${url}/`);
  await kalimantan.click();
  await expect(page).toHaveURL(`${url}/ppwp/62`);
  await expect(page.locator('html')).toHaveAttribute('data-same', 'yes');
});

test('map_whileNumbersMove_neverTouchesAnOutline', async ({ page, url }) => {
  await openMap(page, url);
  await page.evaluate(() => {
    const area = document.querySelector('pantau-app')?.shadowRoot?.querySelector('pantau-area-page')?.shadowRoot;
    const map = area?.querySelector('pantau-later.map')?.shadowRoot?.querySelector('pantau-map')?.shadowRoot;
    const sheet = map?.querySelector('pantau-map-sheet')?.shadowRoot;
    const seen = { outlines: 0, names: 0 };
    Object.assign(window, { seen });
    new MutationObserver((changes) => {
      for (const { attributeName } of changes) {
        if (attributeName === 'aria-label') seen.names++;
        else if (attributeName === 'd' || attributeName === null) seen.outlines++;
      }
    }).observe(sheet ?? document, { subtree: true, childList: true, attributes: true });
  });
  const seen = () => page.evaluate(() => (window as unknown as { seen: { outlines: number; names: number } }).seen);
  await expect.poll(async () => (await seen()).names, { timeout: 30_000 }).toBeGreaterThan(5);
  expect((await seen()).outlines).toBe(0);
});

test('map_itsShapesDoNotCome_saysSoAndTriesAgain', async ({ page, url }) => {
  await page.route('**/assets/0-*.json', (route) => route.abort());
  await open(page, url);
  await page.locator('pantau-later.map').evaluate((map) => { map.scrollIntoView(); });
  await expect(page.locator('pantau-map')).toContainText('Peta tidak dapat dimuat.');
  await page.unroute('**/assets/0-*.json');
  await page.locator('pantau-map').getByRole('button', { name: 'Coba sekarang' }).click();
  await expect(page.locator('pantau-map-sheet a')).toHaveCount(38);
});

for (const colorScheme of ['light', 'dark'] as const) {
  test(`map_axe_${colorScheme}_findsNothing`, async ({ page, url }) => {
    await page.emulateMedia({ colorScheme });
    for (const address of ['/', '/ppwp/31']) {
      await openMap(page, url + address);
      for (const reading of ['leader', 'share', 'coverage']) {
        await page.locator(`pantau-map button[data-reading="${reading}"]`).click();
        await tabToMap(page);
        expect(await violations(page), `${address} ${reading}`).toEqual([]);
      }
    }
  });
}

test.describe('on a phone', () => {
  test.use({ viewport: { width: 360, height: 800 }, hasTouch: true });

  test('map_aFirstTap_showsAPlaceAndASecondOpensIt', async ({ page, url }) => {
    await openMap(page, url);
    const jakarta = page.locator('pantau-map-sheet a[data-code="31"]');
    await jakarta.scrollIntoViewIfNeeded();
    const box = await jakarta.boundingBox();
    if (!box) throw new Error('Jakarta is not drawn');
    expect(Math.min(box.width, box.height)).toBeLessThan(12);
    // Beside it, where Jawa Barat begins: no finger hits eight pixels.
    const [x, y] = [box.x + box.width / 2 + 8, box.y + box.height / 2 + 4];
    await page.touchscreen.tap(x, y);
    await expect(page.locator('pantau-map-figures h3')).toHaveText('DKI Jakarta');
    await expect(page).toHaveURL(`${url}/`);
    await page.touchscreen.tap(x, y);
    await expect(page).toHaveURL(`${url}/ppwp/31`);
  });

  test('map_theLinkBesideTheFigures_opensThePlace', async ({ page, url }) => {
    await openMap(page, url);
    await page.locator('pantau-map-sheet a[data-code="61"] path').tap();
    await expect(page.locator('pantau-map-figures h3')).toHaveText('Kalimantan Barat');
    await page.locator('pantau-map-figures').getByRole('link', { name: 'Buka Kalimantan Barat' }).tap();
    await expect(page).toHaveURL(`${url}/ppwp/61`);
  });

  test('map_doesNotWidenThePage', async ({ page, url }) => {
    for (const address of ['/', '/ppwp/31', '/ppwp/91', '/ppwp/21']) {
      await openMap(page, url + address);
      expect(await page.evaluate(() => document.documentElement.scrollWidth), address).toBe(360);
    }
  });
});
