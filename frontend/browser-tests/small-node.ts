import { cpSync, mkdtempSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import process from 'node:process';
import { fileURLToPath } from 'node:url';
import { ServingNode } from './node.js';

/** The small invented election: 40 stations, two contests. */
const SMALL_ELECTION = fileURLToPath(new URL('../../config/elections/contoh', import.meta.url));

/** A node with the small election and no forms, which promises new numbers every so many seconds; begun with further arguments. */
export async function smallNode(cadenceSeconds: number, ...args: readonly string[]): Promise<ServingNode> {
  const election = join(mkdtempSync(join(tmpdir(), 'pantau-election-')), 'contoh');
  cpSync(SMALL_ELECTION, election, { recursive: true });
  const file = join(election, 'election.yaml');
  const text = readFileSync(file, 'utf8').replace(/^cadenceSeconds: \d+$/m, `cadenceSeconds: ${cadenceSeconds}`);
  writeFileSync(file, text);
  return ServingNode.serving('--election', election, ...args);
}

/** Stops the node's Redis where it stands, or lets it go on: the count is silent, the node answers. */
export function silence(node: ServingNode, on: boolean): void {
  process.kill(node.redis().pid, on ? 'SIGSTOP' : 'SIGCONT');
}
