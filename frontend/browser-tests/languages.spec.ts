import { expect, open, test } from './test.js';

/** Four languages in one small menu; the begun ones come when they are chosen and lean on Indonesian. */

const SAID = [
  ['id', 'Perolehan suara', 'Cakupan'],
  ['en', 'Votes', 'Coverage'],
  ['jv', 'Pikolehe swara', 'Cakupan'],
  ['su', 'Kéngingna sora', 'Cakupan'],
] as const;

for (const [language, standing, coverage] of SAID) {
  test(`language_${language}_chosen_isSpokenMarkedAndKept`, async ({ page, url }) => {
    await open(page, url);
    const menu = page.getByRole('combobox', { name: 'ID, Bahasa' });
    await expect(menu.getByRole('option')).toHaveText(['Bahasa Indonesia', 'English', 'Basa Jawa', 'Basa Sunda']);
    if (language !== 'id') await menu.selectOption(language);
    for (const again of [false, true]) {
      if (again) await page.reload();
      await expect(page.locator('html')).toHaveAttribute('lang', language);
      await expect(page.locator('pantau-standing h2')).toHaveText(standing);
      await expect(page.locator('pantau-coverage h2')).toHaveText(coverage);
      const notice = page.locator('pantau-notice p');
      await expect(notice).toHaveAttribute('lang', language === 'en' ? 'en' : 'id');
      await expect(notice).toContainText(language === 'en' ? 'not the official result' : 'Bukan hasil resmi');
      await expect(page.locator('[data-choice="100025"] .share')).toHaveText(language === 'en' ? /\d\.\d\d/ : /\d,\d\d/);
    }
  });
}

test('language_begun_isFetchedOnlyWhenChosen', async ({ page, url }) => {
  const fetched: string[] = [];
  page.on('request', (request) => fetched.push(new URL(request.url()).pathname));
  await open(page, url);
  await page.getByRole('combobox', { name: 'ID, Bahasa' }).selectOption('en');
  await expect(page.locator('pantau-standing h2')).toHaveText('Votes');
  expect(fetched.filter((path) => path.includes('texts-'))).toEqual([]);
  await page.getByRole('combobox', { name: 'EN, Language' }).selectOption('su');
  await expect(page.locator('pantau-standing h2')).toHaveText('Kéngingna sora');
  expect(fetched.filter((path) => path.includes('texts-'))).toHaveLength(1);
  // A sentence that is not begun in Sundanese is there in Indonesian.
  await expect(page.locator('pantau-figures .note')).toContainText('Tiap angka hanya menjumlahkan');
});

test('language_menu_worksByKeyboardAndShowsItsFocus', async ({ page, url }) => {
  await open(page, url);
  const menu = page.getByRole('combobox', { name: 'ID, Bahasa' });
  await menu.focus();
  await page.keyboard.press('ArrowDown');
  await expect(page.locator('html')).toHaveAttribute('lang', 'en');
  await page.keyboard.press('Shift+Tab');
  await page.keyboard.press('Tab');
  const outline = await page.locator('pantau-header .language').evaluate((label) => getComputedStyle(label).outlineStyle);
  expect(outline).toBe('solid');
});

test('language_namedInTheAddress_isForThisVisitOnly', async ({ page, url }) => {
  await open(page, `${url}/ppwp/31?lang=en`);
  await expect(page.locator('html')).toHaveAttribute('lang', 'en');
  await expect(page.getByRole('heading', { name: 'Coverage' })).toBeVisible();
  await open(page, `${url}/ppwp/31`);
  await expect(page.locator('html')).toHaveAttribute('lang', 'id');
});
