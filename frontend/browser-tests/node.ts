import { type ChildProcess, spawn } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import process from 'node:process';

const START_MILLIS = 120_000;
const OUTPUT_LINES = 60;

/** The jar under test; a missing one is a failure in one sentence, never a skip. */
export function jar(): string {
  const path = process.env.PANTAU_JAR;
  if (!path) throw new Error('PANTAU_JAR must name the built pantau.jar.');
  if (!existsSync(path)) throw new Error(`PANTAU_JAR names ${path}, which does not exist: build the backend first.`);
  return path;
}

/**
 * What comes before a verb: options of the JVM, and the jar. A test's processes are there for
 * seconds: compiling their code well would cost more of the machine than all they do, and what Java
 * made of the classes when the build rehearsed lies beside the jar. What measures (`measure/`) has
 * the JVM that users have.
 */
export function program(...options: readonly string[]): readonly string[] {
  const file = jar();
  const brief = [
    ...['-XX:TieredStopAtLevel=1', '-XX:+UseSerialGC', `-XX:SharedArchiveFile=${join(dirname(file), 'pantau.jsa')}`],
    // What it says of class data that it cannot use is no output of the verb.
    ...['-Xlog:disable', '-Xlog:all=warning:stderr'],
  ];
  return [...(process.env.BROWSER_TEST_BRIEF ? brief : []), ...options, '-jar', file];
}

/** JAVA_HOME's Java, else the one on the PATH. */
export function java(): string {
  return process.env.JAVA_HOME ? join(process.env.JAVA_HOME, 'bin/java') : 'java';
}

/** Asks until the answer is yes; null where that took too long. */
export async function until<T>(ask: () => T | null | Promise<T | null>, millis = START_MILLIS): Promise<T | null> {
  const end = Date.now() + millis;
  while (Date.now() < end) {
    const answer = await ask();
    if (answer !== null) return answer;
    await new Promise((later) => setTimeout(later, 200));
  }
  return null;
}

/** From 32768 on the kernel gives ports to connections that go out: one that is free now may be gone before the node has it. */
const PORTS_FROM = 16_384;
const PORTS_TO = 32_768;
/** Each worker takes from a part of its own, and what is none from the last. */
const PARTS = 8;

function isFree(port: number): Promise<boolean> {
  const server = createServer();
  return new Promise((resolve) => {
    server.once('error', () => { resolve(false); });
    server.listen(port, '127.0.0.1', () => { server.close(() => { resolve(true); }); });
  });
}

export async function freePorts(count: number): Promise<number[]> {
  const part = Number(process.env.TEST_PARALLEL_INDEX ?? PARTS - 1) % PARTS;
  const size = (PORTS_TO - PORTS_FROM) / PARTS;
  const begin = Math.floor(Math.random() * size);
  const free: number[] = [];
  for (let looked = 0; looked < size && free.length < count; looked++) {
    const port = PORTS_FROM + part * size + ((begin + looked) % size);
    if (await isFree(port)) free.push(port);
  }
  if (free.length < count) throw new Error(`Of ${size} ports not ${count} are free.`);
  return free;
}

/** The jar, serving on free ports. Ports and data directory stay the same over a kill and a new start. */
export class ServingNode {
  protected readonly lines: string[] = [];
  private child: ChildProcess | null = null;
  readonly url: string;
  /** The command centre's own port. */
  readonly commandUrl: string;

  protected constructor(
    private readonly ports: readonly number[],
    readonly data: string,
    private readonly verb: readonly string[],
    /** Settings on top, by the names of their environment variables. */
    readonly settings: Record<string, string> = {},
  ) {
    this.url = `http://127.0.0.1:${ports[0] ?? 0}`;
    this.commandUrl = `http://127.0.0.1:${ports[1] ?? 0}`;
  }

  /** A node with a Redis of its own, as `serve` with these further arguments begins one; nothing runs yet. */
  static async serving(...args: readonly string[]): Promise<ServingNode> {
    return new ServingNode(await freePorts(3), ServingNode.folder(), ['serve', ...args]);
  }

  protected static folder(): string {
    return mkdtempSync(join(tmpdir(), 'pantau-browser-'));
  }

  /** Starts the jar and waits until its first page and, unless said otherwise, its first numbers are there. */
  async start(numbers = true): Promise<void> {
    const [port, command, management] = this.ports.map(String) as [string, string, string];
    const child = spawn(
      java(),
      [
        ...[...program(), ...this.verb, '--port', port, '--command-port', command, '--management-port', management],
        ...['--data', this.data],
      ],
      // A group of its own, so that a kill takes its Redis along, as a lost machine would.
      // No copies of the open data: the first would take as long as all else of a start.
      { detached: true, stdio: ['ignore', 'pipe', 'pipe'], env: { ...process.env, PANTAU_OPENDATA_EVERYSECONDS: '0', ...this.settings } },
    );
    this.child = child;
    const keep = (chunk: Buffer) => {
      this.lines.push(...chunk.toString().split('\n'));
      this.lines.splice(0, this.lines.length - OUTPUT_LINES);
    };
    child.stdout.on('data', keep);
    child.stderr.on('data', keep);
    await this.answers(child, numbers);
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

  /** The node's own Redis, by the file in which the node remembers it. */
  redis(): { readonly pid: number; readonly port: number; readonly password: string } {
    const text = readFileSync(join(this.data, 'redis/own.properties'), 'utf8');
    const of = (key: string) => new RegExp(`^${key}=(.*)$`, 'm').exec(text)?.[1] ?? '';
    return { pid: Number(of('pid')), port: Number(of('port')), password: of('password') };
  }

  async end(): Promise<void> {
    await this.kill();
    rmSync(this.data, { recursive: true, force: true, maxRetries: 5 });
  }

  said(): string {
    return this.lines.join('\n');
  }

  private async answers(child: ChildProcess, numbers: boolean): Promise<void> {
    const answered = async (path: string) => (await fetch(this.url + path).catch(() => null))?.ok ?? false;
    const ready = await until(async () => {
      if (child.exitCode !== null) throw new Error(`The node ended with ${child.exitCode}:\n${this.said()}`);
      if (!numbers) return (await answered('/')) ? true : null;
      // The first contest of whatever election it is: its numbers come last.
      const contests = await fetch(`${this.url}/api/v1/contests`).catch(() => null);
      if (!contests?.ok) return null;
      const [first] = ((await contests.json()) as { contests: { id: string }[] }).contests;
      const pages = await Promise.all(['/', `/api/v1/results/${first?.id ?? ''}/0`].map(answered));
      return pages.every(Boolean) ? true : null;
    });
    if (!ready) throw new Error(`The node did not answer at ${this.url}:\n${this.said()}`);
  }
}
