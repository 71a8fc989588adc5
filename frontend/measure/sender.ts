import { type ChildProcess, spawn } from 'node:child_process';
import { existsSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { results } from '../browser-tests/api.js';
import { correction, form } from '../browser-tests/forms.js';
import { java, program } from '../browser-tests/node.js';

/** The bundled real forms, in the order in which they arrived. */
export function realForms(): string {
  const path = join(dirname(fileURLToPath(import.meta.url)), '../../config/elections/pemilu-2024/forms/ppwp.csv.gz');
  if (!existsSync(path)) throw new Error(`the bundled forms are missing: ${path}`);
  return path;
}

/**
 * Corrections of one village, station after station, round after round: no real village ever moved
 * four times a second, so that the page of one can only be tried with forms of our own.
 */
export async function villageForms(url: string, village: string, count: number, path: string): Promise<string> {
  const stations = (await results(url, village)).children ?? [];
  const lines = Array.from({ length: count }, (_, at) => {
    const round = Math.floor(at / stations.length);
    const station = stations[at % stations.length]?.code ?? '';
    // The machine-read forms of the real file are revision 1: ours are always newer.
    return JSON.stringify(form(station, round + 2, 80 + ((at * 37 + round) % 60), correction('latihan')));
  });
  writeFileSync(path, lines.join('\n') + '\n');
  return path;
}

/** The jar's own `replay` at a steady rate, which can be held still and let go on. */
export class Sender {
  private constructor(private readonly child: ChildProcess) {}

  static begin(url: string, key: string, file: string, formsPerSecond: number): Sender {
    const child = spawn(
      java(),
      [...program('-Xmx200m'), 'replay', file, '--url', url, '--rate', String(formsPerSecond), '--batch', '50', '--lanes', '1'],
      { env: { ...process.env, PANTAU_KEY: key }, stdio: ['ignore', 'ignore', 'ignore'] },
    );
    return new Sender(child);
  }

  /** Stops between two instructions; a form under way is answered and waits in the socket. */
  hold(): void {
    this.running().kill('SIGSTOP');
  }

  goOn(): void {
    this.running().kill('SIGCONT');
  }

  async end(): Promise<void> {
    if (this.child.exitCode !== null) return;
    const gone = new Promise((resolve) => this.child.once('exit', resolve));
    this.child.kill('SIGKILL');
    await gone;
  }

  /** A sender that ended early would let the pages rest, and every bar would be met. */
  private running(): ChildProcess {
    if (this.child.exitCode !== null) throw new Error(`a sender ended with ${this.child.exitCode} while it was needed`);
    return this.child;
  }
}
