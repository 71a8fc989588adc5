// Three nodes on a Redis Cluster of three: a flood through each, then viewers on each. A line of JSON a step.
// three-nodes.md says how to run it and what must hold.
import { spawn, spawnSync } from 'node:child_process';
import { chmodSync, existsSync, mkdirSync, mkdtempSync, openSync, readFileSync, rmSync } from 'node:fs';
import { connect } from 'node:net';
import { tmpdir } from 'node:os';
import { delimiter, join, resolve } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { parseArgs } from 'node:util';

const { values: asked } = parseArgs({
  options: {
    jar: { type: 'string', default: 'backend/target/pantau.jar' },
    classes: { type: 'string', default: 'load-tests/target/classes' },
    nodes: { type: 'string', default: '3' },
    // 0: one Redis that is no Cluster, for all nodes.
    primaries: { type: 'string', default: '3' },
    // Given to each node's JVM, by blanks.
    flags: { type: 'string', default: '-Xmx768m' },
    // Of each node; each sends a contest of its own.
    forms: { type: 'string', default: '200000' },
    connections: { type: 'string', default: '8' },
    viewers: { type: 'string', default: '300' },
    seconds: { type: 'string', default: '20' },
    // Forms a second and node while viewers watch.
    rate: { type: 'string', default: '200' },
    steps: { type: 'string', default: 'flood,viewers,recount' },
    port: { type: 'string', default: '9580' },
  },
});
const nodeCount = Number(asked.nodes);
const primaryCount = Number(asked.primaries);
const steps = asked.steps.split(',');
const folder = mkdtempSync(join(tmpdir(), 'three-nodes-'));
const election = join(folder, 'election');
const classPath = [asked.classes, asked.jar].join(delimiter);
const contests = Array.from({ length: nodeCount }, (_, i) => (i === 0 ? 'ppwp' : `rekaan-${i + 1}`));
const SLOTS = 16_384;

function say(step, figures) {
  console.log(JSON.stringify({ step, nodes: nodeCount, primaries: primaryCount, ...figures }));
}

/** Runs a tool to its end; its last line is JSON or a word. */
function tool(args, env = {}) {
  const child = spawn('java', args, { env: { ...process.env, ...env }, stdio: ['ignore', 'pipe', 'inherit'] });
  let text = '';
  child.stdout.on('data', (bytes) => (text += bytes));
  return new Promise((done) => {
    child.once('close', (status) => {
      const last = text.trim().split('\n').at(-1);
      done({ status, last: last.startsWith('{') ? JSON.parse(last) : last });
    });
  });
}

/** CPU of a process so far, in seconds. */
function cpu(pid) {
  const stat = readFileSync(`/proc/${pid}/stat`, 'utf8');
  const fields = stat.slice(stat.lastIndexOf(')') + 2).split(' ');
  return (Number(fields[11]) + Number(fields[12])) / 100;
}

/** The system's redis-server, else the one that the jar brings along. */
function redisServer() {
  const found = (process.env.PATH ?? '')
    .split(delimiter)
    .map((path) => join(path, 'redis-server'))
    .find((file) => existsSync(file));
  if (found) {
    return found;
  }
  const name = `redis-server-7.0.15-linux-${process.arch === 'arm64' ? 'arm64' : 'amd64'}`;
  const unpacked = spawnSync('jar', ['xf', resolve(asked.jar), name], { cwd: folder });
  if (unpacked.status !== 0) {
    throw new Error(`no redis-server: ${unpacked.stderr}`);
  }
  chmodSync(join(folder, name), 0o755);
  return join(folder, name);
}

/** Asks a Redis by hand, so that the script needs no client: the text of one answer. */
function ask(redis, command) {
  return new Promise((done, failed) => {
    const socket = connect(redis.port, '127.0.0.1');
    let text = '';
    socket.on('error', failed);
    socket.on('data', (bytes) => {
      text += bytes;
      const bulk = /^\$(\d+)\r\n/.exec(text);
      if (text.endsWith('\r\n') && (bulk === null || text.length >= bulk[0].length + Number(bulk[1]) + 2)) {
        socket.destroy();
        done((bulk === null ? text.slice(1) : text.slice(bulk[0].length)).trim());
      }
    });
    socket.write(`${command}\r\n`);
  });
}

async function until(what, holds) {
  for (let n = 0; n < 1200; n++) {
    try {
      if (await holds()) {
        return;
      }
    } catch {
      // It does not listen yet.
    }
    await sleep(50);
  }
  throw new Error(`never: ${what}, see ${folder}`);
}

const started = [];
function launch(command, args, log) {
  const child = spawn(command, args, { stdio: ['ignore', openSync(log, 'a'), openSync(log, 'a')] });
  started.push(child);
  return child;
}

async function startRedis(binary, index) {
  const port = Number(asked.port) + 100 + index;
  const data = join(folder, `redis-${index}`);
  mkdirSync(data);
  const args = ['--port', port, '--bind', '127.0.0.1', '--dir', data, '--save', '', '--appendonly', 'yes'];
  if (primaryCount > 0) {
    args.push('--cluster-enabled', 'yes', '--cluster-port', port + 100);
  }
  const redis = { port, bus: port + 100, pid: launch(binary, args.map(String), join(data, 'redis.log')).pid };
  await until(`redis ${index} answers`, async () => (await ask(redis, 'PING')) === 'PONG');
  return redis;
}

/** What `redis-cli --cluster create` does. */
async function makeCluster(servers) {
  for (const [i, redis] of servers.entries()) {
    const from = Math.floor((SLOTS * i) / servers.length);
    const to = Math.floor((SLOTS * (i + 1)) / servers.length) - 1;
    await ask(redis, `CLUSTER ADDSLOTSRANGE ${from} ${to}`);
    await ask(redis, `CLUSTER SET-CONFIG-EPOCH ${i + 1}`);
    if (i > 0) {
      await ask(servers[0], `CLUSTER MEET 127.0.0.1 ${redis.port} ${redis.bus}`);
    }
  }
  for (const redis of servers) {
    await until('the Cluster is whole', async () => {
      const info = await ask(redis, 'CLUSTER INFO');
      return info.includes('cluster_state:ok') && info.includes(`cluster_known_nodes:${servers.length}`);
    });
  }
}

async function startNode(index, uri) {
  const port = Number(asked.port) + 3 * index;
  const data = join(folder, `node-${index}`);
  const key = (await tool(['-jar', asked.jar, 'keygen', 'submitter', '--areas', '0', '--data', data])).last;
  const ports = ['--port', port, '--command-port', port + 1, '--management-port', port + 2].map(String);
  const args = ['-jar', asked.jar, 'serve', '--election', election, '--data', data, '--redis', uri, ...ports];
  const flags = asked.flags.split(' ').filter((flag) => flag);
  const child = launch('java', [...flags, ...args], join(folder, `node-${index}.log`));
  await until(`node ${index} is ready`, async () => {
    if (child.exitCode !== null) {
      throw new Error(`node ${index} has ended`);
    }
    return (await fetch(`http://127.0.0.1:${port + 2}/readyz`)).ok;
  });
  return { url: `http://127.0.0.1:${port}`, host: `127.0.0.1:${port}`, pid: child.pid, key };
}

/** What each server of a kind has used since. */
function since(before, processes) {
  return processes.map(({ pid }, i) => Number((cpu(pid) - before[i]).toFixed(2)));
}

async function network(servers) {
  const sums = [];
  for (const redis of servers) {
    const info = await ask(redis, 'INFO');
    const field = (key) => Number(new RegExp(`${key}:(\\d+)`).exec(info)[1]);
    sums.push({
      in: field('total_net_input_bytes'),
      out: field('total_net_output_bytes'),
      memory: field('used_memory'),
    });
  }
  return sums;
}

const flood = (node, i, more) =>
  tool(
    ['-cp', classPath, 'id.pantau.load.IntakeFlood', '--url', node.url, '--election', election]
      .concat(['--contests', contests[i], '--warmup-forms', '0', '--pid', String(node.pid)], more),
    { PANTAU_KEY: node.key },
  );

/** Runs something on all nodes at once and says what they and their Redis used for it. */
async function measured(step, nodes, servers, work) {
  const before = { nodes: nodes.map(({ pid }) => cpu(pid)), redis: servers.map(({ pid }) => cpu(pid)) };
  const bytes = await network(servers);
  const began = performance.now();
  const figures = await work();
  const nodeCpuSeconds = since(before.nodes, nodes);
  const redisCpuSeconds = since(before.redis, servers);
  const after = await network(servers);
  const sum = (list) => list.reduce((all, each) => all + each, 0);
  const forms = figures.forms;
  say(step, {
    seconds: (performance.now() - began) / 1000,
    nodeCpuSeconds,
    redisCpuSeconds,
    nodeCpuMicrosPerForm: (1e6 * sum(nodeCpuSeconds)) / forms,
    redisCpuMicrosPerForm: (1e6 * sum(redisCpuSeconds)) / forms,
    redisBytesInPerForm: sum(after.map((each, i) => each.in - bytes[i].in)) / forms,
    redisBytesOutPerForm: sum(after.map((each, i) => each.out - bytes[i].out)) / forms,
    redisUsedMemory: after.map((each) => each.memory),
    ...figures,
  });
}

/** Every contest's nation, as a node shows it: the digest is over all of its body. */
async function shown(node) {
  const digests = [];
  for (const contest of contests) {
    digests.push((await (await fetch(`${node.url}/api/v1/results/${contest}/0`)).json()).digest);
  }
  return digests.join(' ');
}

async function sameEverywhere(nodes) {
  await until('all nodes show the same', async () => {
    const all = await Promise.all(nodes.map(shown));
    return all.every((each) => each === all[0]);
  });
}

const sumOf = (answers, key) => answers.reduce((all, { last }) => all + (last[key] ?? 0), 0);

try {
  const made = await tool(
    ['-cp', classPath, 'id.pantau.load.FiveContests', '--contests', String(nodeCount), '--out', election],
  );
  say('election', made.last);
  const binary = redisServer();
  const servers = [];
  for (let i = 0; i < Math.max(1, primaryCount); i++) {
    servers.push(await startRedis(binary, i));
  }
  if (primaryCount > 0) {
    await makeCluster(servers);
  }
  const addresses = servers.map(({ port }) => `127.0.0.1:${port}`).join(',');
  const uri = `${primaryCount > 0 ? 'redis-cluster' : 'redis'}://${addresses}`;
  const nodes = [];
  for (let i = 0; i < nodeCount; i++) {
    nodes.push(await startNode(i, uri));
  }
  if (steps.includes('flood')) {
    await measured('flood', nodes, servers, async () => {
      // All made up, so that the viewers' step can send the second revision of the same.
      const more = ['--source', 'made-up', '--forms', asked.forms, '--connections', asked.connections];
      const floods = await Promise.all(nodes.map((node, i) => flood(node, i, more)));
      await sameEverywhere(nodes);
      return { forms: sumOf(floods, 'forms'), good: floods.every(({ status }) => status === 0), floods };
    });
  }
  if (steps.includes('idle')) {
    await measured('idle', nodes, servers, async () => {
      await sleep(1000 * Number(asked.seconds));
      return { forms: 1 };
    });
  }
  if (steps.includes('viewers')) {
    await measured('viewers', nodes, servers, async () => {
      const forms = String(Number(asked.rate) * (Number(asked.seconds) + 8));
      const more = ['--source', 'made-up', '--revision', '2', '--forms', forms, '--rate', asked.rate, '--batch', '50'];
      const floods = nodes.map((node, i) => flood(node, i, more));
      const swarms = nodes.map((node, i) =>
        tool(
          ['-cp', classPath, 'id.pantau.load.ViewerSwarm', '--url', `ws://${node.host}/live`]
            .concat(['--viewers', asked.viewers, '--seconds', asked.seconds, '--warmup', '5'])
            .concat(['--topics', `${contests[i]}/0`, '--pid', String(node.pid)]),
        ),
      );
      const sent = await Promise.all(floods);
      const watched = await Promise.all(swarms);
      await sameEverywhere(nodes);
      return {
        forms: sumOf(sent, 'forms'),
        good: [...sent, ...watched].every(({ status }) => status === 0),
        floods: sent,
        swarms: watched,
      };
    });
  }
  if (steps.includes('recount')) {
    // All show the same by now: one is enough.
    const recount = await tool(['-jar', asked.jar, 'recount', '-', '--url', nodes[0].url, '--election', election]);
    say('recount', { good: recount.status === 0, ...recount });
  }
} finally {
  // Nodes first: they say farewell to a Redis that is still there.
  for (const child of started.reverse()) {
    child.kill('SIGTERM');
    await Promise.race([new Promise((gone) => (child.exitCode === null ? child.once('exit', gone) : gone())), sleep(30_000)]);
    child.kill('SIGKILL');
  }
  rmSync(folder, { recursive: true, force: true });
}
