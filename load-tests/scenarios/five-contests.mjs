// The whole election in one node: every station, one to five contests, through intake. A line of JSON a step.
// five-contests.md says how to run it and what must hold.
import { spawn, spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync, openSync, readFileSync, readdirSync, rmSync } from 'node:fs';
import { connect } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { parseArgs } from 'node:util';

const { values: asked } = parseArgs({
  options: {
    // Another jar that restarts and new nodes are made with in turn.
    before: { type: 'string' },
    jar: { type: 'string', default: 'backend/target/pantau.jar' },
    classes: { type: 'string', default: 'load-tests/target/classes' },
    java: { type: 'string', default: 'java' },
    // Given to the node's JVM, by blanks.
    flags: { type: 'string', default: '-Xmx1536m' },
    contests: { type: 'string', default: '5' },
    forms: { type: 'string' },
    // 8 a contest where it is not said: five times the papers are five times as many under way.
    connections: { type: 'string' },
    restarts: { type: 'string', default: '1' },
    steps: { type: 'string', default: 'flood,memory,restart,new-run,rebuild' },
    // A folder of an earlier run, kept with --keep: its Redis still runs.
    folder: { type: 'string' },
    keep: { type: 'boolean', default: false },
    port: { type: 'string', default: '9480' },
  },
});
const port = Number(asked.port);
const management = port + 2;
const url = `http://127.0.0.1:${port}`;
const folder = asked.folder ?? mkdtempSync(join(tmpdir(), 'five-contests-'));
const data = join(folder, 'data');
const election = join(folder, `election-${asked.contests}`);
const steps = asked.steps.split(',');
const classPath = `${asked.classes}:${asked.jar}`;

function say(step, figures) {
  console.log(JSON.stringify({ step, contests: Number(asked.contests), ...figures }));
}

/** Runs a tool to its end; its last line is JSON. */
function tool(args, env = {}) {
  const done = spawnSync('java', args, {
    env: { ...process.env, ...env },
    maxBuffer: 1 << 26,
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  const last = done.stdout.toString().trim().split('\n').at(-1);
  return { status: done.status, last: last.startsWith('{') ? JSON.parse(last) : last };
}

/** CPU of a process in seconds, and its resident memory now and at most, in bytes. */
function use(pid) {
  const stat = readFileSync(`/proc/${pid}/stat`, 'utf8');
  const fields = stat.slice(stat.lastIndexOf(')') + 2).split(' ');
  const status = readFileSync(`/proc/${pid}/status`, 'utf8');
  const kilobytes = (key) => 1024 * Number(new RegExp(`${key}:\\s+(\\d+)`).exec(status)[1]);
  return {
    cpuSeconds: (Number(fields[11]) + Number(fields[12])) / 100,
    residentBytes: kilobytes('VmRSS'),
    residentBytesMost: kilobytes('VmHWM'),
  };
}

function ownRedis() {
  const text = readFileSync(join(data, 'redis', 'own.properties'), 'utf8');
  return Object.fromEntries(text.trim().split('\n').map((line) => line.split('=')));
}

function redisUri() {
  const own = ownRedis();
  return `redis://:${own.password}@127.0.0.1:${own.port}`;
}

/** Asks Redis by hand, so that the script needs no client: the text of one answer. */
function redis(...command) {
  const own = ownRedis();
  return new Promise((resolve, reject) => {
    const socket = connect(Number(own.port), '127.0.0.1');
    let text = '';
    socket.on('error', reject);
    socket.on('data', (bytes) => {
      text += bytes;
      const body = text.slice(text.indexOf('\r\n') + 2);
      const head = /^\$(\d+)\r\n/.exec(body);
      if (body.endsWith('\r\n') && (head === null || body.length >= head[0].length + Number(head[1]) + 2)) {
        socket.destroy();
        resolve(body);
      }
    });
    socket.write(`AUTH ${own.password}\r\n${command.join(' ')}\r\n`);
  });
}

async function start({ own = data, more = [], jar = asked.jar } = {}) {
  const ports = ['--port', port, '--command-port', port + 1, '--management-port', management].map(String);
  const log = openSync(join(folder, 'node.log'), 'a');
  const flags = asked.flags.split(' ').filter((flag) => flag);
  const began = performance.now();
  const node = spawn(asked.java, [...flags, '-jar', jar, 'serve', '--election', election, '--data', own, ...ports, ...more], {
    stdio: ['ignore', log, log],
  });
  for (;;) {
    if (node.exitCode !== null) {
      throw new Error(`the node has ended, see ${folder}/node.log`);
    }
    try {
      if ((await fetch(`http://127.0.0.1:${management}/readyz`)).ok) {
        const used = use(node.pid);
        return { node, readySeconds: (performance.now() - began) / 1000, startCpuSeconds: used.cpuSeconds };
      }
    } catch {
      // It does not listen yet.
    }
    await sleep(20);
  }
}

/** As a crash: its Redis stays, and the next node takes it over. */
async function kill(node) {
  node.kill('SIGKILL');
  await new Promise((gone) => node.once('exit', gone));
}

/** Ends the node's own Redis in order; the next node starts it again, and it reads its file. */
async function stopRedis() {
  const pid = Number(ownRedis().pid);
  process.kill(pid, 'SIGTERM');
  while (existsSync(`/proc/${pid}`)) {
    await sleep(20);
  }
}

/** Seconds that Redis took at its last start to read its file, as it says itself. */
function loadingSeconds() {
  const text = readFileSync(join(data, 'redis', 'redis.log'), 'utf8');
  return Number([...text.matchAll(/DB loaded from [^\n]*: ([0-9.]+) seconds/g)].at(-1)?.[1] ?? Number.NaN);
}

function heapAfterCollection(pid) {
  const jcmd = asked.java.includes('/') ? asked.java.replace(/java$/, 'jcmd') : 'jcmd';
  spawnSync(jcmd, [String(pid), 'GC.run']);
  const info = spawnSync(jcmd, [String(pid), 'GC.heap_info']).stdout.toString();
  const kilobytes = /used (\d+)K/.exec(info);
  return kilobytes === null ? null : 1024 * Number(kilobytes[1]);
}

const answers = {};
async function published() {
  const ids = (await (await fetch(`${url}/api/v1/contests`)).json()).contests.map((contest) => contest.id);
  const totals = {};
  for (const id of ids) {
    const body = await (await fetch(`${url}/api/v1/results/${id}/0`)).json();
    totals[id] = { counted: body.stations.counted, held: body.stations.held, votes: body.totals.votes };
  }
  return totals;
}

async function memory(node, forms) {
  await sleep(2000);
  const info = await redis('INFO', 'memory');
  const field = (key) => Number(new RegExp(`${key}:(\\d+)`).exec(info)[1]);
  const journal = join(data, 'journal', readdirSync(join(data, 'journal'))[0]);
  const journalBytes = readdirSync(journal).reduce((all, file) => all + readFileSync(join(journal, file)).length, 0);
  const heapBytes = heapAfterCollection(node.pid);
  say('memory', {
    heapBytes,
    heapBytesPerForm: heapBytes / forms,
    ...use(node.pid),
    redisUsedBytes: field('used_memory'),
    redisUsedBytesPerForm: field('used_memory') / forms,
    redisResidentBytes: field('used_memory_rss'),
    journalBytes,
  });
}

let running;
try {
  if (!existsSync(join(election, 'election.yaml'))) {
    const made = tool(['-cp', classPath, 'id.pantau.load.FiveContests', '--contests', asked.contests, '--out', election]);
    say('election', made.last);
  }
  const key = tool(['-jar', asked.jar, 'keygen', 'submitter', '--areas', '0', '--data', data]).last;
  running = await start();
  say('start', { readySeconds: running.readySeconds, startCpuSeconds: running.startCpuSeconds });
  let forms = 822_607 * Number(asked.contests);
  if (steps.includes('flood')) {
    const args = ['-cp', classPath, 'id.pantau.load.IntakeFlood', '--url', url, '--election', election];
    args.push('--contests', 'all', '--source', 'full', '--connections', asked.connections ?? String(8 * Number(asked.contests)));
    args.push('--pid', String(running.node.pid), '--redis-pid', ownRedis().pid);
    if (asked.forms) {
      args.push('--forms', asked.forms);
    }
    const flooded = tool(args, { PANTAU_KEY: key });
    forms = flooded.last.forms ?? forms;
    say('flood', { ...flooded.last, exit: flooded.status });
  }
  answers.before = await published();
  if (steps.includes('memory')) {
    await memory(running.node, forms);
  }
  const jars = asked.before ? [asked.before, asked.jar] : [asked.jar];
  const again = async (step, jar, options) => {
    await kill(running.node);
    running = await start({ jar, ...options });
    const same = JSON.stringify(await published()) === JSON.stringify(answers.before);
    const which = asked.before ? { jar: jar === asked.jar ? 'now' : 'before' } : {};
    say(step, { ...which, readySeconds: running.readySeconds, startCpuSeconds: running.startCpuSeconds, same });
  };
  for (let n = 0; steps.includes('restart') && n < Number(asked.restarts); n++) {
    for (const jar of jars) await again('restart', jar, {});
  }
  for (let n = 0; steps.includes('new-run') && n < Number(asked.restarts); n++) {
    await kill(running.node);
    await stopRedis();
    running = await start();
    const same = JSON.stringify(await published()) === JSON.stringify(answers.before);
    const { readySeconds, startCpuSeconds } = running;
    say('new-run', { readySeconds, startCpuSeconds, redisLoadingSeconds: loadingSeconds(), same });
  }
  for (let n = 0; steps.includes('new-node') && n < Number(asked.restarts); n++) {
    for (const jar of jars) {
      const empty = mkdtempSync(join(folder, 'new-node-'));
      await again('new-node', jar, { own: empty, more: ['--redis', redisUri()] });
    }
  }
  if (steps.includes('restart') && steps.includes('memory')) {
    await memory(running.node, forms);
  }
  if (steps.includes('rebuild')) {
    await kill(running.node);
    const own = ownRedis();
    await redis('FLUSHALL', 'SYNC');
    const before = use(own.pid);
    const began = performance.now();
    const rebuilt = tool(['-jar', asked.jar, 'rebuild', '--redis', redisUri(), '--data', data, '--election', election]);
    say('rebuild', {
      seconds: (performance.now() - began) / 1000,
      redisCpuSeconds: use(own.pid).cpuSeconds - before.cpuSeconds,
      ...rebuilt.last,
      exit: rebuilt.status,
    });
    running = await start();
    const same = JSON.stringify(await published()) === JSON.stringify(answers.before);
    say('after-rebuild', { readySeconds: running.readySeconds, startCpuSeconds: running.startCpuSeconds, same });
  }
} finally {
  if (running && asked.keep) {
    await kill(running.node);
    console.error(`kept: ${folder}`);
  } else if (running) {
    running.node.kill('SIGTERM');
    await Promise.race([new Promise((gone) => running.node.once('exit', gone)), sleep(30_000)]);
    running.node.kill('SIGKILL');
    rmSync(folder, { recursive: true, force: true });
  }
}
