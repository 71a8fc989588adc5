import { script } from './embedding.js';
import { CHOICES_CONTOH, form } from './forms.js';
import { Host } from './host.js';
import { ServingNode } from './node.js';
import { person } from './operators.js';
import { Seat } from './seat.js';
import { Submitter } from './submitter.js';
import { expect, test } from './test.js';

test('place_withheldAndOpenedAgain_theStatementStandsWhereTheFiguresWould', async ({ page }) => {
  test.setTimeout(240_000);
  const node = await ServingNode.serving('--election', 'contoh');
  const host = await Host.start();
  try {
    const head = await person('kepala', 'watch,supervise', node.data);
    await node.start();
    const submitter = await Submitter.of(node.url, node.data);
    expect(await submitter.send(form('0101011001001', 1, 100, {}, CHOICES_CONTOH))).toBe('counted');
    const widgets = ['card', 'table'].map((layout) => `<pantau-suara area="01" layout="${layout}"></pantau-suara>`).join('');
    await page.goto(host.page('/withheld', script(node.url) + widgets + '<pantau-suara area="0" layout="table"></pantau-suara>'));
    const card = page.locator('pantau-suara').first();
    await expect(card.locator('[data-choice="900001"] .votes')).toHaveText('100');
    await expect(page.locator('pantau-suara').last().locator('tr[data-code="01"]')).toContainText('%');

    const seat = await Seat.of(node.commandUrl, head);
    const reason = { id: 'Foto tertukar di satu kecamatan', en: 'Photos mixed up in a district' };
    const act = { kind: 'withhold', contest: null, place: '01', office: 'KPU Contoh', reason, until: new Date(Date.now() + 3_600_000).toISOString() };
    const { status, body } = await seat.ask('POST', '/api/acts', act);
    expect(status).toBe(201);
    for (const widget of await page.locator('pantau-suara').all().then((all) => all.slice(0, 2))) {
      await expect(widget.locator('.closed')).toContainText('Angka wilayah ini sedang tidak ditampilkan');
      await expect(widget.locator('.closed')).toContainText('Foto tertukar di satu kecamatan');
      await expect(widget.locator('.closed')).toContainText('KPU Contoh');
      // Not hidden: gone.
      await expect(widget.locator('.main > *')).toHaveCount(0);
      await expect(widget.locator('.coverage b')).toBeEmpty();
    }
    const row = page.locator('pantau-suara').last().locator('tr[data-code="01"]');
    await expect(row).toContainText('tidak ditampilkan');
    await expect(row.locator('td').first()).toHaveText('–');

    expect((await seat.ask('DELETE', `/api/acts/${(body as { id: string }).id}`)).status).toBe(204);
    await expect(card.locator('[data-choice="900001"] .votes')).toBeVisible();
    await expect(card.locator('.closed')).toBeHidden();
  } finally {
    await host.end();
    await node.end();
  }
});
