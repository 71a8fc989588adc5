import { execFile } from 'node:child_process';
import { cpus, loadavg } from 'node:os';
import process from 'node:process';
import { promisify } from 'node:util';
import { browserPath } from '../browser-tests/browser.js';

/** What a figure was measured on: without it a figure says nothing. */
export interface Machine {
  readonly date: string;
  readonly cores: number;
  readonly processor: string;
  readonly chromium: string;
  readonly node: string;
  /** The load of the last minute, before; a shared machine measures its neighbours too. */
  readonly load: number;
}

export async function machine(): Promise<Machine> {
  const { stdout } = await promisify(execFile)(await browserPath(), ['--version']);
  return {
    date: new Date().toISOString().slice(0, 16) + 'Z',
    cores: cpus().length,
    processor: cpus()[0]?.model.trim() ?? '',
    chromium: /[\d.]{5,}/.exec(stdout)?.[0] ?? stdout.trim(),
    node: process.version,
    load: load(),
  };
}

/** The load of the last minute, two decimals. */
export function load(): number {
  return Math.round((loadavg()[0] ?? 0) * 100) / 100;
}

export function described({ date, cores, processor, chromium, node, load: before }: Machine): string {
  return `${date}, ${cores} × ${processor || 'unnamed processor'}, Chromium ${chromium}, Node ${node}, load before ${before}`;
}
