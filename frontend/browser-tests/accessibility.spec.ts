import type { BrowserContext, Locator, Page } from '@playwright/test';
import { violations } from './axe.js';
import { wayDown } from './api.js';
import { expect, follow, open, test } from './test.js';

const PHONE = { width: 360, height: 800 } as const;
const DESK = { width: 1440, height: 900 } as const;

/** Every language with every size, every language with every theme and every size with every theme, in half of all. */
const LOOKS = [
  { language: 'id', looks: [{ size: PHONE, colorScheme: 'light' }, { size: DESK, colorScheme: 'dark' }] },
  { language: 'en', looks: [{ size: PHONE, colorScheme: 'dark' }, { size: DESK, colorScheme: 'light' }] },
] as const;

/** One kind of page: how a reader comes to it, and what is in view once they are there. */
interface Kind {
  readonly name: string;
  readonly come: (page: Page, url: string, context: BrowserContext) => Promise<void>;
  readonly there: (page: Page) => Locator;
}

const title = (page: Page) => page.locator('h1');

/** Goes to the end of a page and back, as far as it grows on the way: parts that come when they are near are there then. */
async function seeAll(page: Page): Promise<void> {
  const end = () => page.evaluate(() => { scrollTo(0, document.documentElement.scrollHeight); return document.documentElement.scrollHeight; });
  for (let before = 0, now = await end(); now !== before; before = now, now = await end()) {
    await page.waitForLoadState('networkidle');
  }
  await page.evaluate(() => { scrollTo(0, 0); });
}

/** A page that its address alone opens. */
function at(name: string, path: string, there = title): Kind {
  return {
    name,
    come: async (page, url) => {
      await page.goto(url + path);
      await expect(there(page)).toBeVisible();
      await seeAll(page);
    },
    there,
  };
}

/** A station's page by what has become of its form. */
function station(status: 'counted' | 'held' | 'waiting', wanted: Parameters<typeof wayDown>[1]): Kind {
  return {
    name: `station_${status}`,
    come: async (page, url) => {
      await page.goto(`${url}/tps/${(await wayDown(url, wanted)).at(-1) ?? ''}`);
    },
    there: (page) => page.locator(`.status[data-status="${status}"]`),
  };
}

/** Every kind of page there is: a new one is a line here. */
const KINDS: readonly Kind[] = [
  at('home', '/', (page) => page.locator('pantau-map')),
  at('wall', '/?view=wall', (page) => page.locator('pantau-wall-page')),
  at('province', '/ppwp/31'),
  at('province_asSent', '/ppwp/31?show=sent'),
  at('province_earlier', `/ppwp/31?at=${new Date(Date.now() - 1000).toISOString()}`),
  at('kabupaten', '/ppwp/3173'),
  at('kecamatan', '/ppwp/317301'),
  at('village', '/ppwp/3171061001'),
  station('counted', ({ stations }) => stations.counted > 0),
  station('held', ({ stations }) => stations.held > 0),
  station('waiting', ({ stations }) => stations.counted + stations.held === 0),
  {
    name: 'search_open',
    come: async (page, url) => {
      await open(page, url);
      await page.keyboard.press('/');
      await expect(page.locator('pantau-search').getByRole('combobox')).toBeFocused();
      await page.keyboard.type('Menteng');
    },
    there: (page) => page.locator('pantau-search').getByRole('option').first(),
  },
  {
    name: 'unknown_place',
    come: (page, url) => follow(page, url, '/ppwp/77'),
    there: (page) => page.locator('pantau-problem[unknown]'),
  },
  {
    // The page of stations is fetched when it is needed: without a network it cannot be.
    name: 'problem',
    come: async (page, url, context) => {
      await open(page, url);
      await context.setOffline(true);
      await follow(page, url, '/tps/1101012001001', false);
    },
    there: (page) => page.locator('pantau-problem:not([unknown])'),
  },
];

test('axe_aButtonWithoutAName_isFoundBehindTheShadowRoots', async ({ page, url }) => {
  await open(page, url);
  expect(await violations(page)).toEqual([]);
  await page.locator('pantau-standing').evaluate((element) => element.shadowRoot?.append(document.createElement('button')));
  expect((await violations(page)).join()).toContain('button-name');
});

for (const kind of KINDS) {
  test(`axe_${kind.name}_findsNothingInAnyLanguageThemeOrSize`, async ({ page, context, url }) => {
    test.slow();
    await page.emulateMedia({ reducedMotion: 'reduce' });
    for (const { language, looks } of LOOKS) {
      await context.addInitScript((spoken) => { localStorage.setItem('pantau.language', spoken); }, language);
      await kind.come(page, url, context);
      await expect(page.locator('html')).toHaveAttribute('lang', language);
      for (const { size, colorScheme } of looks) {
        await page.setViewportSize(size);
        await page.emulateMedia({ colorScheme, reducedMotion: 'reduce' });
        await expect(kind.there(page)).toBeVisible();
        expect(await violations(page), `${language}, ${size.width} wide, ${colorScheme}`).toEqual([]);
      }
      await context.setOffline(false);
    }
  });
}
