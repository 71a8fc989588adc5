import { violations } from './axe.js';
import { script } from './embedding.js';
import { Host } from './host.js';
import { expect, test } from './test.js';

/** The framed page, on pages of others: its height, its sandbox, oEmbed, broadcast. */

let host: Host;
test.beforeAll(async () => {
  host = await Host.start();
});
test.afterAll(async () => {
  await host.end();
});

/** The frame as the builder and oEmbed write it. */
function frame(url: string, query = '', sandbox = 'allow-scripts'): string {
  return `<iframe src="${url}/embed/ppwp/31${query}" sandbox="${sandbox}" width="320" height="90" frameborder="0" title="Suara"></iframe>`;
}

test('frame_inASandboxWithoutAnOrigin_showsTheNumbersAndBecomesAsHighAsTheyAre', async ({ page, url }) => {
  await page.goto(host.page('/frame', script(url) + frame(url, '?layout=bars')));
  const inside = page.frameLocator('iframe');
  await expect(inside.locator('pantau-suara .link[data-state="live"]')).toBeVisible();
  const high = await inside.locator('article').evaluate((article) => Math.ceil(article.getBoundingClientRect().height));
  expect(high).toBeGreaterThan(250);
  await expect.poll(() => page.locator('iframe').evaluate((element: HTMLIFrameElement) => element.clientHeight)).toBe(high);
});

test('frame_ofWordPress_saysItsHeightInWordPresssWords', async ({ page, url }) => {
  const listen = 'window.said=[];addEventListener("message",(event)=>window.said.push(event.data))';
  await page.goto(host.page('/wordpress', `<script>${listen}</script>` + frame(url, '#?secret=aBc123')));
  const heights = () => page.evaluate(() => (window as unknown as { said: { message: string; value: number; secret: string }[] }).said);
  await expect.poll(async () => (await heights()).at(-1)?.value ?? 0).toBeGreaterThan(250);
  expect((await heights()).at(-1)).toMatchObject({ message: 'height', secret: 'aBc123' });
});

test('message_forged_isIgnoredByThePageAndByTheFrame', async ({ page, url }) => {
  const liar = `<iframe title="lain" sandbox="allow-scripts" srcdoc="<script>setInterval(() => parent.postMessage({ pantau: 1, message: 'height', value: 4321 }, '*'), 50)</script>"></iframe>`;
  await page.goto(host.page('/forged', script(url) + frame(url) + liar));
  const inside = page.frameLocator('iframe[title="Suara"]');
  await expect(inside.locator('pantau-suara .link[data-state="live"]')).toBeVisible();
  const before = await inside.locator('article').innerText();
  await page.evaluate(() => {
    for (const message of ['height', 'link', 'ready']) {
      const forged = { pantau: 1, message, value: 4321, topic: 'ppwp/31', totals: { votes: {} } };
      window.postMessage(forged, '*');
      document.querySelector('iframe')?.contentWindow?.postMessage(forged, '*');
    }
  });
  const heights = () => page.locator('iframe').evaluateAll((all) => all.map((each) => each.style.height));
  await expect.poll(async () => (await heights())[0]).toMatch(/^\d{3}px$/);
  expect((await heights()).filter((height) => height === '4321px')).toEqual([]);
  expect((await inside.locator('article').innerText()).split('\n')[0]).toBe(before.split('\n')[0]);
});

test('frame_withScriptsOff_isThePicture', async ({ browser, url }) => {
  const context = await browser.newContext({ javaScriptEnabled: false });
  try {
    const page = await context.newPage();
    await page.goto(`${url}/embed/ppwp/31`);
    const picture = page.getByRole('img');
    await expect.poll(() => picture.evaluate((image: HTMLImageElement) => image.naturalWidth)).toBe(400);
  } finally {
    await context.close();
  }
});

test('site_framed_isRefused', async ({ browser, url }) => {
  // Not watched: the browser's own complaint is what is wanted.
  const context = await browser.newContext();
  try {
    const page = await context.newPage();
    const said: string[] = [];
    page.on('console', (message) => said.push(message.text()));
    await page.goto(host.page('/framed', `<iframe title="situs" src="${url}/ppwp/31"></iframe>`));
    await expect.poll(() => said.join()).toContain('frame-ancestors');
    await expect(page.frameLocator('iframe').locator('pantau-app')).toHaveCount(0);
  } finally {
    await context.close();
  }
});

test('oembed_isFoundFromAPageAndItsFrameWorks', async ({ page, url }) => {
  const html = await (await page.request.get(`${url}/ppwp/31`)).text();
  const href = /type="application\/json\+oembed"[^>]* href="([^"]+)"/.exec(html)?.[1]?.replaceAll('&amp;', '&') ?? '';
  const answer = (await (await page.request.get(`${href}&maxwidth=320`)).json()) as { html: string; width: number };
  expect(answer.width).toBe(320);
  await page.goto(host.page('/oembed', script(url) + answer.html));
  await expect(page.frameLocator('iframe').locator('.place')).toHaveText('DKI Jakarta');
});

test('broadcast_fillsAScreenAndNothingOfItIsCut', async ({ page, url }) => {
  for (const [layout, width, height] of [['broadcast-16x9', 1920, 1080], ['broadcast-9x16', 1080, 1920]] as const) {
    await page.setViewportSize({ width, height });
    await page.goto(`${url}/embed/ppwp/0?layout=${layout}&theme=dark`);
    const share = page.locator('pantau-suara .share').last();
    await expect(share).toContainText('%');
    await expect(page.locator('pantau-suara article')).toHaveCSS('display', 'grid');
    // In our own letters, whatever the machine of the mixer has.
    await expect.poll(() => page.evaluate(() => [...document.fonts].map(({ family, status }) => `${family} ${status}`))).toEqual([expect.stringMatching(/^"?Pantau Suara"? loaded$/)]);
    const box = await page.locator('pantau-suara article').evaluate((article) => {
      const parts = [...article.querySelectorAll('.share, .name, .notice, .place, .coverage b')].map((part) => part.getBoundingClientRect());
      const { width, height } = article.getBoundingClientRect();
      const overhang = [...article.querySelectorAll('li')].map((row) => (row.querySelector('.share')?.getBoundingClientRect().right ?? 0) - (row.querySelector('.bar')?.getBoundingClientRect().right ?? 0));
      return { overhang: Math.max(...overhang), width, height, right: Math.max(...parts.map(({ right }) => right)), bottom: Math.max(...parts.map(({ bottom }) => bottom)) };
    });
    expect([Math.round(box.width), Math.round(box.height)]).toEqual([width, height]);
    expect(box.right).toBeLessThan(width * 0.96);
    expect(box.bottom).toBeLessThan(height * 0.98);
    // A share ends where its bar does, whatever typeface there is.
    expect(box.overhang).toBeLessThanOrEqual(1);
  }
});

for (const [name, size] of [['phone', { width: 360, height: 800 }], ['desktop', { width: 1440, height: 900 }]] as const) {
  test(`builder_onA_${name}_showsTheWidgetAndTheCodeThatMakesIt`, async ({ page, url }) => {
    await page.setViewportSize(size);
    await page.goto(`${url}/embed?contest=ppwp&area=31`);
    const builder = page.locator('pantau-embed-page');
    await expect(builder.locator('.stage .place').first()).toHaveText('DKI Jakarta');
    await builder.getByRole('button', { name: 'Batang' }).click();
    await builder.getByRole('button', { name: 'Gelap' }).click();
    await expect(builder.locator('.stage .bars [data-choice="100025"] .share')).toContainText('%');
    const code = (await builder.locator('pre').first().textContent()) ?? '';
    expect(code).toContain('layout="bars" language="id" theme="dark"');
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(size.width);
    expect(await violations(page)).toEqual([]);
    // What is copied is what is shown: the code alone, in another's page.
    await page.goto(host.page(`/built-${name}`, code));
    await expect(page.locator('pantau-suara .place')).toHaveText('DKI Jakarta');
    await expect(page.locator('pantau-suara .bars')).toBeVisible();
  });
}

test('builder_inEnglish_choosesAPlaceBySearch', async ({ page, url }) => {
  await page.goto(`${url}/embed?lang=en`);
  const builder = page.locator('pantau-embed-page');
  await expect(builder.locator('h1')).toHaveText('Embed in your site');
  await builder.locator('pantau-search button').click();
  await expect(builder.locator('pantau-search').getByRole('combobox')).toBeFocused();
  await page.keyboard.type('Jawa Barat');
  await page.getByRole('option', { name: /Jawa Barat/ }).first().click();
  await expect(builder.locator('.stage pantau-suara .place')).toHaveText('Jawa Barat');
  await expect(builder.locator('pre').first()).toContainText('area="32"');
});
