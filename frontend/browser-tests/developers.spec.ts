import { violations } from './axe.js';
import { Host } from './host.js';
import { expect, test } from './test.js';

/** The reference for developers, on the demo: what it says of itself is asked of it. */

test('everyButtonTry_isAnsweredByThisSite_andTheLinesOfTheWidgetShowIt', async ({ page, url }) => {
  await page.goto(`${url}/developers/`);
  const buttons = page.locator('button[data-try]');
  const all = await buttons.count();
  expect(all).toBeGreaterThan(14);
  for (const button of await buttons.all()) {
    const address = await button.getAttribute('data-try');
    await button.click();
    const box = button.locator('xpath=ancestor::div[@class="io"]');
    await expect(box.getByRole('status'), address ?? '').toHaveText(
      address?.endsWith('/77') ? 'Jawaban situs ini sekarang · 404' : 'Jawaban situs ini sekarang · 200',
    );
    await expect(box.locator('.live pre')).not.toBeEmpty();
  }
  const markup = await page.locator('pre.ask', { hasText: '<pantau-suara' }).innerText();
  const host = await Host.start();
  try {
    await page.goto(host.page('/developers', markup));
    await expect(page.locator('pantau-suara .share').first()).toContainText('%');
  } finally {
    await host.end();
  }
});

test('buttonTry_whereNothingAnswers_saysSo', async ({ page, url }) => {
  await page.goto(`${url}/developers/?lang=en`);
  await page.route('**/api/v1/elections', (route) => route.abort());
  const button = page.locator('button[data-try="/api/v1/elections"]');
  await button.click();
  await expect(button.locator('xpath=ancestor::div[@class="io"]').getByRole('status')).toHaveText('No answer. Check the network and try again.');
  await expect(button).toBeEnabled();
});

for (const colorScheme of ['light', 'dark'] as const) {
  test(`page_onAPhoneAndADesk_${colorScheme}_fitsAndAxeFindsNothing`, async ({ page, url }) => {
    await page.emulateMedia({ colorScheme });
    for (const width of [360, 1280]) {
      await page.setViewportSize({ width, height: 800 });
      for (const query of ['', '?lang=en']) {
        await page.goto(`${url}/developers/${query}`);
        expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(width);
        expect(await violations(page)).toEqual([]);
      }
    }
  });
}
