// Writes dist/licences.txt: the licence text of every package whose code or typeface is in the
// pages, and whose boundaries, as those licences ask. What is in the pages is what the lock file does not mark as dev.
import { existsSync, readFileSync, readdirSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

const root = join(dirname(fileURLToPath(import.meta.url)), '..');
const { packages } = JSON.parse(readFileSync(join(root, 'package-lock.json'), 'utf8'));
const shipped = Object.entries(packages).filter(([path, { dev }]) => path !== '' && !dev);

const byText = new Map();
for (const [path, { version, license }] of shipped) {
  const folder = join(root, path);
  if (!existsSync(folder)) continue;
  const file = readdirSync(folder).find((name) => /^licen[cs]e/i.test(name));
  const text = file ? readFileSync(join(folder, file), 'utf8').trim() : `Licence: ${license}`;
  const name = `${path.replace(/^.*node_modules\//, '')} ${version}`;
  byText.set(text, [...(byText.get(text) ?? []), name]);
}
const parts = [...byText].map(([text, names]) => `${names.join('\n')}\n\n${text}\n`);
// The boundaries are data, not a package: their sources and licences stand with them.
parts.push(readFileSync(join(root, 'geography/README.md'), 'utf8'));
writeFileSync(join(root, 'dist/licences.txt'), parts.join(`\n${'-'.repeat(80)}\n\n`));
