// Starts of a node with and without Java's class data, in pairs. A line of JSON a start, then the ratios.
// class-data.md says how to run it.
import { spawn, spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { parseArgs } from 'node:util';

const { values: asked } = parseArgs({
  options: {
    jar: { type: 'string', default: 'backend/target/pantau.jar' },
    java: { type: 'string', default: 'java' },
    pairs: { type: 'string', default: '9' },
    port: { type: 'string', default: '9580' },
  },
});
const jar = resolve(asked.jar);
const folder = mkdtempSync(join(tmpdir(), 'class-data-'));
const archive = join(folder, 'pantau.jsa');
// Beside a node's first start its first snapshot of the open data is the most that there is to do.
const env = { ...process.env, PANTAU_OPENDATA_EVERYSECONDS: '0' };

/** CPU of a process in seconds, and its resident memory in bytes. */
function use(pid) {
  const stat = readFileSync(`/proc/${pid}/stat`, 'utf8');
  const fields = stat.slice(stat.lastIndexOf(')') + 2).split(' ');
  const status = readFileSync(`/proc/${pid}/status`, 'utf8');
  return {
    cpuSeconds: (Number(fields[11]) + Number(fields[12])) / 100,
    residentBytes: 1024 * Number(/VmRSS:\s+(\d+)/.exec(status)[1]),
  };
}

/** One start on an empty folder with a Redis of its own, until it is ready; then it is ended in order. */
async function start(flags) {
  const data = mkdtempSync(join(folder, 'data-'));
  const port = Number(asked.port);
  const ports = ['--port', port, '--command-port', port + 1, '--management-port', port + 2].map(String);
  const began = performance.now();
  const node = spawn(asked.java, [...flags, '-jar', jar, 'serve', '--data', data, ...ports], { env, stdio: 'ignore' });
  for (;;) {
    if (node.exitCode !== null) {
      throw new Error(`a node has ended with ${node.exitCode} before it was ready`);
    }
    try {
      if ((await fetch(`http://127.0.0.1:${port + 2}/readyz`)).ok) {
        break;
      }
    } catch {
      // It does not listen yet.
    }
    await sleep(10);
  }
  const figures = { readySeconds: (performance.now() - began) / 1000, ...use(node.pid) };
  const gone = new Promise((done) => node.once('exit', done));
  node.kill('SIGTERM');
  await gone;
  rmSync(data, { recursive: true, force: true });
  return figures;
}

/** The geometric mean of ratios, and Student's interval of 95 % around it. */
function interval(ratios) {
  const T = [12.71, 4.3, 3.18, 2.78, 2.57, 2.45, 2.36, 2.31, 2.26, 2.23, 2.2, 2.18, 2.16, 2.14, 2.13, 2.12, 2.11, 2.1, 2.09];
  const logs = ratios.map(Math.log);
  const mean = logs.reduce((all, one) => all + one, 0) / logs.length;
  const variance = logs.reduce((all, one) => all + (one - mean) ** 2, 0) / (logs.length - 1);
  const half = (T[logs.length - 2] ?? 2) * Math.sqrt(variance / logs.length);
  return [mean, mean - half, mean + half].map((log) => Number(Math.exp(log).toFixed(3)));
}

const ways = { without: [], with: [`-XX:SharedArchiveFile=${archive}`] };
const runs = { without: [], with: [] };
try {
  const made = spawnSync(asked.java, [`-XX:ArchiveClassesAtExit=${archive}`, '-Xlog:disable', '-jar', jar, 'rehearse'], { env });
  if (made.status !== 0) {
    throw new Error(`rehearse ended with ${made.status}: ${made.stderr}`);
  }
  console.log(JSON.stringify({ archiveBytes: statSync(archive).size }));
  for (let pair = 0; pair < Number(asked.pairs); pair++) {
    for (const way of pair % 2 ? ['with', 'without'] : ['without', 'with']) {
      const figures = await start(ways[way]);
      runs[way].push(figures);
      console.log(JSON.stringify({ pair, classData: way === 'with', ...figures }));
    }
  }
  const ratios = Object.keys(runs.with[0]).map((figure) => [
    figure,
    interval(runs.with.map((run, i) => run[figure] / runs.without[i][figure])),
  ]);
  console.log(JSON.stringify({ withDividedByWithout: Object.fromEntries(ratios) }));
} finally {
  rmSync(folder, { recursive: true, force: true });
}
