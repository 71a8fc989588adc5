import { mkdirSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';
import process from 'node:process';
import { chromium } from '@playwright/test';
import { browserArguments, browserPath } from '../browser-tests/browser.js';
import { described, load, machine } from './machine.js';
import { options } from './options.js';
import { LARGEST_VILLAGE } from './pages.js';
import { withMovingCount } from './soak-node.js';
import { type Soaked, soak } from './soak-run.js';
import { slopePerMinute } from './slope.js';
import { table } from './table.js';
import type { WatchedPage } from './watched-page.js';

const TASK_MILLIS_MAX = 50;
const UPDATES_PER_SECOND_MIN = 3.5;
const STRETCH_SECONDS = 25;
/** Steady: over the whole run the heap grows by less than this share of itself. */
const GROWTH_MAX = 0.05;
/** The first minutes are warming up; fewer looks after them than this say nothing of a slope. */
const WARM_SAMPLES = 4;
const STEADY_SAMPLES_MIN = 6;

interface Verdict {
  readonly row: readonly (string | number)[];
  readonly notes: readonly string[];
  readonly missed: readonly string[];
}

function verdict(page: WatchedPage, perSecond: number, minutes: number): Verdict {
  const { samples, tasks } = page;
  const steady = samples.length >= WARM_SAMPLES + STEADY_SAMPLES_MIN;
  const warm = steady ? samples.slice(WARM_SAMPLES) : samples;
  const [first, last] = [warm[0], warm.at(-1)];
  if (!first || !last) throw new Error('nothing was weighed');
  const heap = slopePerMinute(warm.map(({ atSeconds, heapBytes }) => [atSeconds, heapBytes]));
  const growth = (heap * minutes) / first.heapBytes;
  const wall = tasks.filter(({ wallMillis }) => wallMillis > TASK_MILLIS_MAX);
  const own = wall.filter(({ cpuMillis }) => cpuMillis > TASK_MILLIS_MAX);
  const longest = (of: 'wallMillis' | 'cpuMillis') => Math.max(0, ...tasks.map((task) => task[of])).toFixed(0);
  const pauses = page.agreed + page.differences.length;
  const missed = [
    ...(perSecond < UPDATES_PER_SECOND_MIN ? [`only ${perSecond.toFixed(1)} updates a second reached ${page.name}`] : []),
    ...(own.length > 0 ? [`${page.name} had ${own.length} tasks over ${TASK_MILLIS_MAX} ms of processor time`] : []),
    ...(steady && growth > GROWTH_MAX ? [`${page.name}'s heap grows by ${(growth * 100).toFixed(1)} % in the run`] : []),
    ...(last.nodes > first.nodes * (1 + GROWTH_MAX) ? [`${page.name}'s nodes grow from ${first.nodes} to ${last.nodes}`] : []),
    ...(page.name === 'village' ? page.movedColumns.map((column) => `a column of ${page.name} changed its width: ${column}`) : []),
    ...page.differences.map((difference) => `${page.name} at a pause: ${difference}`),
  ];
  const mib = (bytes: number) => (bytes / 1_048_576).toFixed(2);
  return {
    row: [
      ...[page.name, perSecond.toFixed(2), wall.length, own.length, longest('wallMillis'), longest('cpuMillis')],
      ...[mib(first.heapBytes), mib(last.heapBytes), steady ? (heap / 1024).toFixed(1) : 'too short', first.nodes, last.nodes, last.listeners - first.listeners],
      `${page.agreed} of ${pauses}`,
    ],
    notes: tasks
      .slice()
      .sort((a, b) => b.cpuMillis - a.cpuMillis)
      .slice(0, 5)
      .map(({ wallMillis, cpuMillis, did }) => `- ${page.name}: ${wallMillis.toFixed(0)} ms, of which processor ${cpuMillis.toFixed(0)}: ${did}`),
    missed,
  };
}

function report(soaked: Soaked, minutes: number, head: string): { text: string; good: boolean } {
  const verdicts = soaked.pages.map((page) => verdict(page, soaked.perSecond.get(page.name) ?? 0, minutes));
  const columns = [
    ...['page', 'updates/s', '> 50 ms', 'of those > 50 ms CPU', 'longest ms', 'longest CPU ms'],
    ...['heap MiB', 'at the end', 'KiB/min', 'nodes', 'at the end', 'listeners +', 'equal at pauses'],
  ];
  const missed = verdicts.flatMap((each) => each.missed);
  const text = [
    head,
    '',
    table(columns, verdicts.map(({ row }) => row)),
    '',
    ...missed.map((miss) => `- misses: ${miss}`),
    'The heaviest tasks:',
    ...verdicts.flatMap(({ notes }) => notes),
    '',
  ].join('\n');
  return { text, good: missed.length === 0 };
}

/** `--minutes 10`; answers 1 where a bar is missed. */
export async function main(args: readonly string[]): Promise<number> {
  const read = options(args, { minutes: '10', out: 'target/measure/soak.md' });
  const minutes = Number(read.minutes);
  const rounds = { count: Math.max(1, Math.round(minutes)), stretchSeconds: STRETCH_SECONDS };
  const on = await machine();
  const browser = await chromium.launch({ executablePath: await browserPath(), args: browserArguments() });
  try {
    const soaked = await withMovingCount((rounds.count + 1) * 60, (url, senders) =>
      soak(browser, { url, village: LARGEST_VILLAGE }, senders, rounds),
    );
    const { text, good } = report(soaked, minutes, `Soak of ${minutes} minutes; ${described(on)}, after ${load()}.`);
    mkdirSync(dirname(read.out), { recursive: true });
    writeFileSync(read.out, text);
    process.stdout.write(text);
    return good ? 0 : 1;
  } finally {
    await browser.close();
  }
}
