// Does the open data's exporter make the count slower? Interleaved pairs of a node that makes one snapshot after another
// and a node that makes none, each fed by `replay`; what is compared is the p99 of pantau_count_seconds.
// export-while-forms-come.md says how to run it.
import { spawn, spawnSync } from 'node:child_process';
import { mkdtempSync, openSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { parseArgs } from 'node:util';

const { values: asked } = parseArgs({
  options: {
    jar: { type: 'string', default: 'backend/target/pantau.jar' },
    forms: { type: 'string', default: 'config/elections/pemilu-2024/forms/ppwp.csv.gz' },
    pairs: { type: 'string', default: '9' },
    rate: { type: 'string', default: '2000' },
    'warmup-seconds': { type: 'string', default: '20' },
    'window-seconds': { type: 'string', default: '25' },
    'core-percent': { type: 'string' },
    port: { type: 'string', default: '9280' },
  },
});
const port = Number(asked.port);
const management = port + 2;
const windowSeconds = Number(asked['window-seconds']);

/** Two-sided 95 % of Student's t by degrees of freedom, 1 to 30; beyond that the normal's is near enough. */
const T95 = [
  12.706, 4.303, 3.182, 2.776, 2.571, 2.447, 2.365, 2.306, 2.262, 2.228, 2.201, 2.179, 2.16, 2.145, 2.131, 2.12, 2.11,
  2.101, 2.093, 2.086, 2.08, 2.074, 2.069, 2.064, 2.06, 2.056, 2.052, 2.048, 2.045, 2.042,
];

async function metrics() {
  const response = await fetch(`http://127.0.0.1:${management}/metrics`, { signal: AbortSignal.timeout(10_000) });
  const lines = (await response.text()).split('\n').filter((line) => line && !line.startsWith('#'));
  const sum = (name) =>
    lines
      .filter((line) => line.startsWith(`${name}{`) || line.startsWith(`${name} `))
      .reduce((all, line) => all + Number(line.slice(line.lastIndexOf(' '))), 0);
  const buckets = new Map();
  for (const line of lines) {
    const bucket = /^pantau_count_seconds_bucket\{.*le="([^"]+)".*\} (\S+)/.exec(line);
    if (bucket) {
      const le = bucket[1] === '+Inf' ? Infinity : Number(bucket[1]);
      buckets.set(le, (buckets.get(le) ?? 0) + Number(bucket[2]));
    }
  }
  return {
    buckets,
    forms: sum('pantau_intake_forms_total'),
    cpuSeconds: sum('process_cpu_time_ns_total') / 1e9,
    gcSeconds: sum('jvm_gc_pause_seconds_sum'),
    exportCpuSeconds: sum('pantau_opendata_cpu_seconds_total'),
    snapshots: sum('pantau_opendata_making_seconds_count'),
  };
}

/** A quantile of what was measured between two looks, in ms, even within a bucket. */
function quantile(before, after, share) {
  const counts = [...after.buckets].map(([le, n]) => [le, n - (before.buckets.get(le) ?? 0)]).sort((a, b) => a[0] - b[0]);
  const wanted = share * counts.at(-1)[1];
  let [low, below] = [0, 0];
  for (const [le, n] of counts) {
    if (n >= wanted) {
      return 1000 * (le === Infinity ? low : low + ((le - low) * (wanted - below)) / Math.max(1, n - below));
    }
    [low, below] = [le, n];
  }
  return NaN;
}

async function ready(node) {
  for (let tries = 0; tries < 240; tries++) {
    if (node.exitCode !== null) {
      throw new Error('the node has ended');
    }
    try {
      if ((await fetch(`http://127.0.0.1:${management}/readyz`)).ok) {
        return;
      }
    } catch {
      // It does not listen yet.
    }
    await sleep(500);
  }
  throw new Error('the node is not ready');
}

async function run(exporting) {
  const folder = mkdtempSync(join(tmpdir(), 'export-while-'));
  const data = join(folder, 'data');
  const keygen = spawnSync('java', ['-jar', asked.jar, 'keygen', 'submitter', '--areas', '0', '--data', data]);
  const key = keygen.stdout.toString().trim().split('\n').at(-1);
  const env = { ...process.env, PANTAU_OPENDATA_EVERYSECONDS: exporting ? '1' : '86400' };
  if (asked['core-percent']) {
    env.PANTAU_OPENDATA_COREPERCENTMAX = asked['core-percent'];
  }
  const ports = ['--port', port, '--command-port', port + 1, '--management-port', management].map(String);
  const log = openSync(join(folder, 'node.log'), 'w');
  const began = Date.now();
  const node = spawn('java', ['-jar', asked.jar, 'serve', '--data', data, ...ports], { env, stdio: ['ignore', log, log] });
  let replay;
  try {
    await ready(node);
    const readySeconds = (Date.now() - began) / 1000;
    const how = ['--url', `http://127.0.0.1:${port}`, '--rate', asked.rate, '--batch', '100', '--lanes', '8', '--key', key];
    replay = spawn('java', ['-jar', asked.jar, 'replay', ...how, asked.forms], { stdio: 'ignore' });
    await sleep(1000 * Number(asked['warmup-seconds']));
    const before = await metrics();
    await sleep(1000 * windowSeconds);
    const after = await metrics();
    return {
      exporting,
      readySeconds,
      formsASecond: (after.forms - before.forms) / windowSeconds,
      p50Millis: quantile(before, after, 0.5),
      p99Millis: quantile(before, after, 0.99),
      cpuSeconds: after.cpuSeconds - before.cpuSeconds,
      gcSeconds: after.gcSeconds - before.gcSeconds,
      exportCpuSeconds: after.exportCpuSeconds - before.exportCpuSeconds,
      snapshots: after.snapshots,
    };
  } finally {
    replay?.kill('SIGKILL');
    // In order, so that it takes its Redis along.
    node.kill('SIGTERM');
    await Promise.race([new Promise((gone) => node.once('exit', gone)), sleep(20_000)]);
    node.kill('SIGKILL');
    rmSync(folder, { recursive: true, force: true });
  }
}

const differences = [];
for (let pair = 0; pair < Number(asked.pairs); pair++) {
  const p99 = {};
  for (const exporting of pair % 2 === 0 ? [true, false] : [false, true]) {
    const measured = await run(exporting);
    console.log(JSON.stringify(measured));
    p99[exporting] = measured.p99Millis;
  }
  differences.push(p99.true - p99.false);
}
const n = differences.length;
const mean = differences.reduce((a, b) => a + b, 0) / n;
const deviation = Math.sqrt(differences.reduce((a, d) => a + (d - mean) ** 2, 0) / Math.max(1, n - 1));
const half = ((T95[n - 2] ?? 1.96) * deviation) / Math.sqrt(n);
const interval = n > 1 ? [mean - half, mean + half] : null;
// Not measurably higher: the interval of the differences does not lie above zero, and there are pairs enough to say so.
const verdict = n < 9 ? 'too few pairs' : interval[0] > 0 ? 'higher' : 'not measurably higher';
console.log(JSON.stringify({ pairs: n, p99MoreMillis: mean, interval95: interval, verdict }));
