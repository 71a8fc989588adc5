// Writes into dist/sw.js what it keeps for the first screen and a station's page, from Vite's
// manifest, and a version that changes with any of it. With PANTAU_WORKER=off the built worker is the
// one that takes itself off every device.
import { createHash } from 'node:crypto';
import { copyFileSync, existsSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import process from 'node:process';
import { fileURLToPath } from 'node:url';

const dist = join(dirname(fileURLToPath(import.meta.url)), '../dist');
const PAGES = ['index.html', 'src/dashboard/pantau-station-page.ts'];
const OWN = ['early.js', 'favicon.svg', 'manifest.webmanifest'];

if (process.env.PANTAU_WORKER === 'off') {
  copyFileSync(join(dist, 'sw-off.js'), join(dist, 'sw.js'));
  process.exit(0);
}

const manifest = JSON.parse(readFileSync(join(dist, '.vite/manifest.json'), 'utf8'));
const files = new Set(OWN);
const seen = new Set();
const visit = (key) => {
  if (seen.has(key)) return;
  seen.add(key);
  const chunk = manifest[key];
  if (!chunk) throw new Error(`worker: ${key} is not in the manifest`);
  for (const file of [chunk.file, ...(chunk.css ?? []), ...(chunk.assets ?? [])]) files.add(file);
  for (const next of chunk.imports ?? []) visit(next);
};
for (const page of PAGES) visit(page);

const hash = createHash('sha256').update(readFileSync(join(dist, 'index.html')));
for (const file of files) {
  if (!existsSync(join(dist, file))) throw new Error(`worker: ${file} is not in dist`);
  hash.update(file).update(readFileSync(join(dist, file)));
}
const version = hash.digest('hex').slice(0, 12);
const shell = ['/', ...[...files].sort().map((file) => `/${file}`)];

const path = join(dist, 'sw.js');
const template = readFileSync(path, 'utf8');
const built = template
  .replace("const VERSION = 'unbuilt';", `const VERSION = '${version}';`)
  .replace("const SHELL = ['/'];", `const SHELL = ${JSON.stringify(shell)};`);
if (built.includes("'unbuilt'") || !built.includes(shell.at(-1))) throw new Error('worker: sw.js has no lines to fill');
writeFileSync(path, built);
console.log(`worker: version ${version}, ${shell.length} files kept`);
