// Runs an npm step unless nothing it reads has changed since it last passed, so that a repeated
// Maven build of the backend pays milliseconds for the frontend. `ci` is npm ci; the rest are
// scripts of package.json. The stamp is written after the step: a crash in between runs it again.
// Several steps run side by side, each in a process of its own, and say what they have to say in turn.
import { execFile, spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, readdirSync, statSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

const root = join(dirname(fileURLToPath(import.meta.url)), '..');
const [step, ...others] = process.argv.slice(2);
const READS = {
  ci: ['package.json', 'package-lock.json', '.npmrc'],
  build: ['package.json', 'package-lock.json', 'index.html', 'public', 'src', 'scripts', 'geography', 'vite.config.ts'],
  types: ['package.json', 'package-lock.json', 'src', 'browser-tests', 'measure', 'scripts', '.'],
  lint: ['package.json', 'package-lock.json', 'src', 'browser-tests', 'measure', 'scripts', '.'],
  test: ['package.json', 'package-lock.json', 'src', 'scripts', 'geography', '.', '../backend/src/main/java/id/pantau/model/Code.java'],
};
const LEAVES = { ci: 'node_modules/.package-lock.json', build: 'dist/index.html' };

if (![step, ...others].every((name) => name in READS)) {
  console.error(`usage: node scripts/once.mjs STEP…, each of ${Object.keys(READS).join('|')}`);
  process.exit(2);
}
if (others.length > 0) {
  const ended = await Promise.all(
    [step, ...others].map(
      (name) =>
        new Promise((done) => {
          execFile(process.execPath, [fileURLToPath(import.meta.url), name], { maxBuffer: 1 << 26 }, (failure, out, err) => {
            process.stdout.write(out);
            process.stderr.write(err);
            done(failure === null);
          });
        }),
    ),
  );
  process.exit(ended.every(Boolean) ? 0 : 1);
}

/** The files below a path; of the root itself only its own files. */
function files(path) {
  const full = join(root, path);
  if (!existsSync(full)) return [];
  if (statSync(full).isFile()) return [path];
  return readdirSync(full, { withFileTypes: true })
    .sort((a, b) => (a.name < b.name ? -1 : 1))
    .flatMap((entry) => {
      const below = join(path, entry.name);
      if (entry.isDirectory()) return path === '.' || entry.name === 'node_modules' ? [] : files(below);
      return entry.isFile() ? [below] : [];
    });
}

const hash = createHash('sha256').update(process.version);
for (const file of READS[step].flatMap(files)) {
  hash.update(file).update('\0').update(readFileSync(join(root, file)));
}
const digest = hash.digest('hex');

// The installed modules' stamp lives with them, the others where `mvn clean` takes them away.
const stamp = step === 'ci' ? join(root, 'node_modules/.installed') : join(root, `target/stamps/${step}`);
const left = LEAVES[step];
if (existsSync(stamp) && readFileSync(stamp, 'utf8') === digest && (!left || existsSync(join(root, left)))) {
  console.log(`npm ${step}: nothing changed`);
  process.exit(0);
}

const npm = process.platform === 'win32' ? 'npm.cmd' : 'npm';
const ran = spawnSync(npm, step === 'ci' ? ['ci', '--no-audit', '--no-fund'] : ['run', step], {
  cwd: root,
  stdio: 'inherit',
  shell: process.platform === 'win32',
});
if (ran.status !== 0) {
  console.error(`npm ${step} failed`);
  process.exit(ran.status ?? 1);
}
mkdirSync(dirname(stamp), { recursive: true });
writeFileSync(stamp, digest);
