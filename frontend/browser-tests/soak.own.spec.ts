import { LARGEST_VILLAGE } from '../measure/pages.js';
import { withMovingCount } from '../measure/soak-node.js';
import { soak } from '../measure/soak-run.js';
import { expect, test } from './test.js';

// Its own tracing would be measured too.
test.use({ trace: 'off' });

/**
 * The long soak (`npm run measure:soak`, which judges the time as well) made short. No figure here
 * depends on the machine: a task is judged by how much of the page it has to lay out anew. Usual are
 * up to 360 boxes at home, of 1,600, and 570 in the village, of 8,700. A column that changes its width
 * lays out all of its rows without being counted there, so the village's may not; home has few rows.
 */
const TASK_BOXES_MAX = 1_000;
const ROUNDS = { count: 2, stretchSeconds: 4 };

test('home_andVillage_underFourUpdatesASecond_stayLightAndRight', async ({ browser }) => {
  test.setTimeout(240_000);
  const { pages } = await withMovingCount(120, (url, senders) => soak(browser, { url, village: LARGEST_VILLAGE }, senders, ROUNDS));
  for (const { name, updates, agreed, differences, tasks, movedColumns, samples } of pages) {
    expect(updates, `updates of ${name}`).toBeGreaterThan(ROUNDS.count * ROUNDS.stretchSeconds);
    expect(differences, `${name} beside the API`).toEqual([]);
    expect(agreed).toBe(ROUNDS.count);
    expect(tasks.map(({ boxes }) => boxes > 0), `layouts of ${name}`).toContain(true);
    expect(tasks.filter(({ boxes }) => boxes > TASK_BOXES_MAX), `tasks of ${name}`).toEqual([]);
    if (name === 'village') expect(movedColumns, `columns of ${name}`).toEqual([]);
    const nodes = samples.map((sample) => sample.nodes);
    expect((nodes.at(-1) ?? Infinity) - (nodes[1] ?? 0), `nodes of ${name}: ${nodes.join(', ')}`).toBeLessThan((nodes[1] ?? 0) / 20);
  }
});
