import { type ChildProcess, spawn } from 'node:child_process';
import { cpSync, existsSync, mkdtempSync, readFileSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import process from 'node:process';
import { fileURLToPath } from 'node:url';
import { results } from './api.js';

const START_MILLIS = 120_000;
const OUTPUT_LINES = 60;

/** The jar under test; a missing one is a failure in one sentence, never a skip. */
export function jar(): string {
  const path = process.env.PANTAU_JAR;
  if (!path) throw new Error('PANTAU_JAR must name the built pantau.jar.');
  if (!existsSync(path)) throw new Error(`PANTAU_JAR names ${path}, which does not exist: build the backend first.`);
  return path;
}

/** JAVA_HOME's Java, else the one on the PATH. */
export function java(): string {
  return process.env.JAVA_HOME ? join(process.env.JAVA_HOME, 'bin/java') : 'java';
}

function freePorts(count: number): Promise<number[]> {
  const servers = Array.from({ length: count }, () => createServer());
  const listening = servers.map(
    (server) =>
      new Promise<number>((resolve, reject) => {
        server.once('error', reject);
        server.listen(0, '127.0.0.1', () => {
          const address = server.address();
          resolve(typeof address === 'object' && address ? address.port : 0);
        });
      }),
  );
  return Promise.all(listening).finally(() => {
    for (const server of servers) server.close();
  });
}

/** The small invented election: 40 stations, two contests. */
const SMALL_ELECTION = fileURLToPath(new URL('../../config/elections/contoh', import.meta.url));

/** The children of a process, by what Linux says of each process. */
function childrenOf(parent: number): number[] {
  return readdirSync('/proc')
    .filter((name) => /^\d+$/.test(name))
    .filter((name) => {
      try {
        // Everything before the last bracket is the name, which may hold anything.
        const [, ppid] = readFileSync(`/proc/${name}/stat`, 'utf8').split(') ').at(-1)?.split(' ') ?? [];
        return Number(ppid) === parent;
      } catch {
        return false;
      }
    })
    .map(Number);
}

/**
 * The jar on free ports: its demo, or a node that counts only what a test sends. Ports and data
 * directory stay the same over a kill and a new start.
 */
export class Demo {
  private child: ChildProcess | null = null;
  private readonly lines: string[] = [];

  private constructor(
    readonly url: string,
    private readonly ports: readonly number[],
    readonly data: string,
    private readonly verb: readonly string[],
  ) {}

  static async prepare(speed: number): Promise<Demo> {
    const ports = await freePorts(3);
    const data = mkdtempSync(join(tmpdir(), 'pantau-browser-'));
    return new Demo(`http://127.0.0.1:${ports[0] ?? 0}`, ports, data, ['demo', '--speed', String(speed)]);
  }

  /** A node with the small election and no forms, which promises new numbers every so many seconds. */
  static async small(cadenceSeconds: number): Promise<Demo> {
    const ports = await freePorts(3);
    const data = mkdtempSync(join(tmpdir(), 'pantau-browser-'));
    const election = join(data, 'election');
    cpSync(SMALL_ELECTION, election, { recursive: true });
    const file = join(election, 'election.yaml');
    const text = readFileSync(file, 'utf8').replace(/^cadenceSeconds: \d+$/m, `cadenceSeconds: ${cadenceSeconds}`);
    writeFileSync(file, text);
    return new Demo(`http://127.0.0.1:${ports[0] ?? 0}`, ports, data, ['serve', '--election', election]);
  }

  /** Starts the jar and waits until its first page and its first numbers are there. */
  async start(): Promise<void> {
    const [port, command, management] = this.ports.map(String) as [string, string, string];
    const child = spawn(
      java(),
      [
        ...['-jar', jar(), ...this.verb, '--port', port, '--command-port', command, '--management-port', management],
        ...['--data', this.data],
      ],
      // A group of its own, so that a kill takes its Redis along, as a lost machine would.
      { detached: true, stdio: ['ignore', 'pipe', 'pipe'] },
    );
    this.child = child;
    const keep = (chunk: Buffer) => {
      this.lines.push(...chunk.toString().split('\n'));
      this.lines.splice(0, this.lines.length - OUTPUT_LINES);
    };
    child.stdout.on('data', keep);
    child.stderr.on('data', keep);
    await this.answers(child);
  }

  /** Waits for the first counted and the first held form: what tests look for is there from then on. */
  async counts(): Promise<void> {
    const until = Date.now() + START_MILLIS;
    while (Date.now() < until) {
      const { counted, held } = (await results(this.url, '0')).stations;
      if (counted > 0 && held > 0) return;
      await new Promise((later) => setTimeout(later, 200));
    }
    throw new Error(`The demo counted nothing:\n${this.lines.join('\n')}`);
  }

  /** Stops the node's Redis where it stands, or lets it go on: the count is silent, the node answers. */
  silence(on: boolean): void {
    for (const child of childrenOf(this.child?.pid ?? -1)) process.kill(child, on ? 'SIGSTOP' : 'SIGCONT');
  }

  /** kill -9 of the node and all it started. */
  async kill(): Promise<void> {
    const { child } = this;
    this.child = null;
    if (!child?.pid || child.exitCode !== null) return;
    const gone = new Promise((resolve) => child.once('exit', resolve));
    process.kill(-child.pid, 'SIGKILL');
    await gone;
  }

  async end(): Promise<void> {
    await this.kill();
    rmSync(this.data, { recursive: true, force: true, maxRetries: 5 });
  }

  private async answers(child: ChildProcess): Promise<void> {
    const until = Date.now() + START_MILLIS;
    while (Date.now() < until) {
      if (child.exitCode !== null) throw new Error(`The demo ended with ${child.exitCode}:\n${this.lines.join('\n')}`);
      const ready = await Promise.all(
        ['/', '/api/v1/results/ppwp/0'].map((path) =>
          fetch(this.url + path).then(
            (response) => response.ok,
            () => false,
          ),
        ),
      );
      if (ready.every(Boolean)) return;
      await new Promise((later) => setTimeout(later, 200));
    }
    throw new Error(`The demo did not answer at ${this.url}:\n${this.lines.join('\n')}`);
  }
}
