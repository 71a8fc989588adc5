import { LARGEST_VILLAGE } from '../measure/pages.js';
import { withMovingCount } from '../measure/soak-node.js';
import { soak } from '../measure/soak-run.js';
import { expect, test } from './test.js';

// Its own tracing would be measured too.
test.use({ trace: 'off' });

/**
 * The long soak (`npm run measure:soak`) made short: no figure here depends on how busy the
 * machine is: a task is judged by the time that it had the processor.
 */
const TASK_CPU_MILLIS_MAX = 50;
const ROUNDS = { count: 2, stretchSeconds: 4 };

test('home_andVillage_underFourUpdatesASecond_stayLightAndRight', async ({ browser }) => {
  test.setTimeout(240_000);
  const { pages } = await withMovingCount(120, (url, senders) => soak(browser, { url, village: LARGEST_VILLAGE }, senders, ROUNDS));
  for (const { name, updates, agreed, differences, tasks, samples } of pages) {
    expect(updates, `updates of ${name}`).toBeGreaterThan(ROUNDS.count * ROUNDS.stretchSeconds);
    expect(differences, `${name} beside the API`).toEqual([]);
    expect(agreed).toBe(ROUNDS.count);
    expect(tasks.filter(({ cpuMillis }) => cpuMillis > TASK_CPU_MILLIS_MAX), `tasks of ${name}`).toEqual([]);
    const nodes = samples.map((sample) => sample.nodes);
    expect((nodes.at(-1) ?? Infinity) - (nodes[1] ?? 0), `nodes of ${name}: ${nodes.join(', ')}`).toBeLessThan((nodes[1] ?? 0) / 20);
  }
});
