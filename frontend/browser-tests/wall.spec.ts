import { results } from './api.js';
import { expect, test } from './test.js';

const NOTICE = /Bukan hasil resmi/;

test('wall_fillsTheScreen_movesAndTurnsItsPages', async ({ page, url }) => {
  await page.setViewportSize({ width: 2560, height: 1440 });
  await page.goto(`${url}/?view=wall`);
  await expect(page.locator('h1')).toContainText('Indonesia');
  await expect(page.getByText(NOTICE)).toBeVisible();
  await expect(page.getByRole('searchbox')).toHaveCount(0);
  const votes = () =>
    page.locator('pantau-wall-page [data-choice] .votes').evaluateAll((cells) =>
      cells.map((cell) => Number(cell.textContent.replaceAll(/\D/g, ''))),
    );
  const first = await votes();
  expect(first).toHaveLength(3);
  await expect.poll(async () => (await votes()).some((value, at) => value > (first[at] ?? 0))).toBe(true);
  const names = page.locator('pantau-wall-place h2');
  await expect(names).toHaveText(['Aceh', 'Sumatera Utara', 'Sumatera Barat', 'Riau']);
  await page.keyboard.press('Space');
  await expect(page.getByText('Dijeda.')).toBeVisible();
  await page.keyboard.press('ArrowRight');
  await expect(names.first()).toHaveText('Jambi');
  await page.keyboard.press('ArrowLeft');
  await page.keyboard.press('ArrowLeft');
  const last = (await results(url, '0')).children?.length ?? 0;
  await expect(names).toHaveCount(last % 4 === 0 ? 4 : last % 4);
});

for (const [width, height] of [[1920, 1080], [2560, 1440], [1080, 1920], [360, 800]] as const) {
  test(`wall_at${width}x${height}_nothingIsCutOff`, async ({ page, url }) => {
    await page.setViewportSize({ width, height });
    await page.goto(`${url}/?view=wall`);
    await expect(page.locator('pantau-wall-page [data-choice]')).toHaveCount(3);
    const cut = await page.locator('pantau-wall-page').evaluate((wall) => {
      const parts = [...(wall.shadowRoot?.querySelectorAll<HTMLElement>('.head, .standing, .standing li, .coverage, .places, .foot') ?? [])];
      return parts
        .filter((part) => {
          const { left, right, top, bottom } = part.getBoundingClientRect();
          return left < 0 || top < 0 || right > innerWidth + 1 || bottom > innerHeight + 1 || part.scrollWidth > part.clientWidth + 1;
        })
        .map((part) => part.className || part.tagName);
    });
    expect(cut).toEqual([]);
  });
}
