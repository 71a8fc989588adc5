import { mkdirSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';
import process from 'node:process';
import { type Run, type Throttling, lighthouseRun } from './lighthouse-run.js';
import { described, load, machine } from './machine.js';
import { withNode } from './with-node.js';
import { options } from './options.js';
import { mainPages } from './pages.js';
import { median, table } from './table.js';

/** What the pages promise; a median on the wrong side is a failure. */
const BARS: readonly { readonly of: keyof Figures; readonly name: string; readonly good: (value: number) => boolean }[] = [
  { of: 'performance', name: '≥ 95', good: (value) => value >= 95 },
  { of: 'accessibility', name: '100', good: (value) => value === 100 },
  { of: 'practices', name: '100', good: (value) => value === 100 },
  { of: 'seo', name: '≥ 95', good: (value) => value >= 95 },
  { of: 'lcpMillis', name: '< 2500', good: (value) => value < 2500 },
  { of: 'cls', name: '< 0.02', good: (value) => value < 0.02 },
];

type Figures = Omit<Run, 'failed'>;
const COLUMNS: readonly { readonly of: keyof Figures; readonly head: string; readonly digits: number }[] = [
  { of: 'performance', head: 'performance', digits: 0 },
  { of: 'accessibility', head: 'accessibility', digits: 0 },
  { of: 'practices', head: 'best practices', digits: 0 },
  { of: 'seo', head: 'SEO', digits: 0 },
  { of: 'lcpMillis', head: 'LCP ms', digits: 0 },
  { of: 'cls', head: 'CLS', digits: 4 },
  { of: 'tbtMillis', head: 'TBT ms', digits: 0 },
  { of: 'bytes', head: 'bytes', digits: 0 },
  { of: 'scriptBytes', head: 'script', digits: 0 },
];

interface Measured {
  readonly name: string;
  readonly figures: Figures | null;
  readonly range: string;
  readonly failed: readonly string[];
  readonly missed: readonly string[];
}

function judged(name: string, runs: readonly Run[]): Measured {
  const figures = Object.fromEntries(COLUMNS.map(({ of }) => [of, median(runs.map((run) => run[of]))])) as unknown as Figures;
  const scores = runs.map((run) => run.performance);
  return {
    name,
    figures,
    range: `${Math.min(...scores)}…${Math.max(...scores)}`,
    failed: [...new Set(runs.flatMap((run) => run.failed))],
    missed: BARS.filter(({ of, good }) => !good(figures[of])).map(({ of, name: bar }) => `${of} ${figures[of]} (${bar})`),
  };
}

async function measured(url: string, name: string, path: string, runs: number, throttling: Throttling): Promise<Measured> {
  const { status } = await fetch(url + path);
  if (status !== 200) return { name, figures: null, range: '', failed: [], missed: [`${path} answers ${status}`] };
  const done: Run[] = [];
  while (done.length < runs) {
    done.push(await lighthouseRun(url + path, throttling));
    process.stderr.write(`${name} ${done.length}/${runs}: performance ${done.at(-1)?.performance ?? 0}, load ${load()}\n`);
  }
  return judged(name, done);
}

function report(pages: readonly Measured[], head: string): string {
  const rows = pages.map(({ name, figures, range }) => [
    name,
    ...COLUMNS.map(({ of, digits }) => (figures ? figures[of].toFixed(digits) : '–')),
    range,
  ]);
  const bars = ['bar', ...COLUMNS.map(({ of }) => BARS.find((bar) => bar.of === of)?.name ?? ''), ''];
  const notes = pages.flatMap(({ name, missed, failed }) => [
    ...missed.map((miss) => `- ${name} misses ${miss}`),
    ...(failed.length > 0 ? [`- ${name}, below full marks: ${failed.join('; ')}`] : []),
  ]);
  return [head, '', table(['page', ...COLUMNS.map((column) => column.head), 'spread'], [...rows, bars]), '', ...notes, ''].join('\n');
}

/** `--url` of a running node, else PANTAU_JAR's demo; `--pages home,lite`; answers 1 where a bar is missed. */
export async function main(args: readonly string[]): Promise<number> {
  const read = options(args, { url: '', runs: '5', throttling: 'simulate', pages: '', out: 'target/measure/lighthouse.md' });
  if (read.throttling !== 'simulate' && read.throttling !== 'devtools') throw new Error('--throttling is simulate or devtools');
  const throttling: Throttling = read.throttling;
  const on = await machine();
  return withNode(read.url, async (url) => {
    const wanted = read.pages === '' ? null : read.pages.split(',');
    const pages = (await mainPages(url)).filter(({ name }) => wanted?.includes(name) ?? true);
    const done: Measured[] = [];
    for (const { name, path } of pages) done.push(await measured(url, name, path, Number(read.runs), throttling));
    const head = `Lighthouse 12.8.2, mobile, throttling ${throttling}, median of ${read.runs}; ${described(on)}, after ${load()}.`;
    const text = report(done, head);
    mkdirSync(dirname(read.out), { recursive: true });
    writeFileSync(read.out, text);
    process.stdout.write(text);
    return done.some(({ missed }) => missed.length > 0) ? 1 : 0;
  });
}
