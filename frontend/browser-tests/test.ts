import process from 'node:process';
import { type BrowserContext, type Page, expect, test as base } from '@playwright/test';

export { expect };

/** What stands on an area's page, read in one go: its position and the votes shown. */
export interface Shown {
  readonly position: string;
  readonly votes: Readonly<Record<string, number>>;
  readonly counted: number;
  readonly held: number;
}

/** Watches the network of a browser; the answer says what it saw: all of it must be nothing. */
export function watching(context: BrowserContext): () => void {
  const foreign: string[] = [];
  const errors: string[] = [];
  context.on('request', (request) => {
    const { protocol, hostname } = new URL(request.url());
    if (protocol !== 'data:' && protocol !== 'blob:' && hostname !== '127.0.0.1') foreign.push(request.url());
  });
  context.on('weberror', (error) => errors.push(String(error.error())));
  context.on('console', (message) => {
    if (/Content.Security.Policy/i.test(message.text())) errors.push(message.text());
  });
  return () => {
    expect(foreign, 'requests that left this machine').toEqual([]);
    expect(errors, 'errors of the pages').toEqual([]);
  };
}

/**
 * Every test watches its own network: nothing may leave 127.0.0.1, and no page may throw. Vaadin's
 * usage statistics, a font from elsewhere or a foreign picture would fail here. `another` is the
 * browser of another person, watched alike.
 */
export const test = base.extend<{ url: string; watched: undefined; another: () => Promise<BrowserContext> }>({
  url: async ({}, use) => {
    const url = process.env.BROWSER_TEST_URL;
    if (!url) throw new Error('the demo is not running');
    await use(url);
  },
  watched: [
    async ({ context }, use) => {
      const seen = watching(context);
      await use(undefined);
      seen();
    },
    { auto: true },
  ],
  another: async ({ browser }, use) => {
    const opened: (readonly [BrowserContext, () => void])[] = [];
    await use(async () => {
      const context = await browser.newContext();
      opened.push([context, watching(context)]);
      return context;
    });
    for (const [context] of opened) await context.close();
    for (const [, seen] of opened) seen();
  },
});

/** Opens an address and waits for its title and first numbers. */
export async function open(page: Page, address: string): Promise<void> {
  await page.goto(address);
  await expect(page.locator('h1')).not.toHaveText(/^\s*(Memuat angka|Loading numbers)?\s*$/);
  await expect(page.locator('[data-position]').first()).toBeVisible();
}

/** Goes to an address as a link of the home page would: the server knows no page for unknown places. */
export async function follow(page: Page, url: string, address: string, fromHome = true): Promise<void> {
  if (fromHome) await open(page, url);
  await page.evaluate((href) => {
    const link = document.createElement('a');
    link.href = href;
    document.body.append(link);
    link.click();
    link.remove();
  }, address);
  await expect(page).toHaveURL(url + address);
}

/** Position and numbers of an area's page, from one moment. */
export function shown(page: Page): Promise<Shown> {
  return page.evaluate(() => {
    const all = (root: ParentNode): Element[] =>
      [...root.querySelectorAll('*')].flatMap((element) => [
        element,
        ...(element.shadowRoot ? all(element.shadowRoot) : []),
      ]);
    const elements = all(document);
    const figure = (name: string) =>
      Number(elements.find((element) => element.getAttribute('data-figure') === name)?.getAttribute('data-value'));
    // What a reader sees: the words for screen readers are left out.
    const votes = (element: Element) => {
      const cell = element.querySelector('.votes')?.cloneNode(true) as Element | undefined;
      cell?.querySelector('.unseen')?.remove();
      return Number((cell?.textContent ?? '').replace(/\D/g, ''));
    };
    return {
      position: elements.find((element) => element.matches('.title'))?.getAttribute('data-position') ?? '',
      votes: Object.fromEntries(
        elements
          .filter((element) => element.hasAttribute('data-choice'))
          .map((element) => [element.getAttribute('data-choice') ?? '', votes(element)]),
      ),
      counted: figure('counted'),
      held: figure('held'),
    };
  });
}
