// Reports what the first load of the home page weighs, and fails past the promise: 150 kB compressed
// in all (first numbers included), of which 90 kB script. Reads Vite's manifest: the entry with
// everything it imports, its styles and fonts; and the page's own plain scripts. What a real browser
// fetches is weighed by browser-tests/weight.spec.ts.
import { existsSync, readFileSync, statSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

const dist = join(dirname(fileURLToPath(import.meta.url)), '../dist');
const ALL_BYTES_MAX = 150_000;
const SCRIPT_BYTES_MAX = 90_000;
// The results of the nation with its 39 rows, elections and contests, compressed (6 kB), and the same
// state once more as the socket's first text, which is not (16 kB): measured on the full count, rounded up.
const FIRST_NUMBERS_BYTES = 24_000;
// What only comes when the reader asks for it, goes elsewhere or scrolls near it; that this is so is
// weighed by the browser test. Everything else that is imported dynamically counts as first load: a
// new part that is not named here is weighed rather than forgotten.
const ON_DEMAND = new Set([
  'src/dashboard/pantau-embed-page.ts',
  'src/dashboard/pantau-station-page.ts',
  'src/dashboard/pantau-wall-page.ts',
  'src/elements/pantau-corrections.ts',
  'src/elements/pantau-office-notice.ts',
  'src/elements/pantau-representation.ts',
  'src/elements/pantau-search-box.ts',
  'src/elements/pantau-share.ts',
  'src/elements/pantau-timeline.ts',
  'src/model/texts-jv.ts',
  'src/model/texts-su.ts',
]);
// The home page draws the nation's provinces; the outlines of one province come with its own page.
const PROVINCE_OUTLINES = /^target\/geography\/(?!0\.)/;

const manifest = JSON.parse(readFileSync(join(dist, '.vite/manifest.json'), 'utf8'));
const sources = new Map(Object.entries(manifest).map(([key, { file }]) => [file, key]));
const first = new Set(['index.html']);
const visit = (key) => {
  const chunk = manifest[key];
  first.add(chunk.file);
  for (const file of [...(chunk.css ?? []), ...(chunk.assets ?? [])]) {
    if (!PROVINCE_OUTLINES.test(sources.get(file) ?? '')) first.add(file);
  }
  const later = (chunk.dynamicImports ?? []).filter((key) => !ON_DEMAND.has(key));
  for (const next of [...(chunk.imports ?? []), ...later]) if (!first.has(manifest[next].file)) visit(next);
};
for (const key of ON_DEMAND) {
  if (!manifest[key]?.isDynamicEntry) {
    console.error(`size: ${key} is named as fetched on demand, but is no such part of the build`);
    process.exit(1);
  }
}
visit('index.html');
// What stands in the page as it is, outside the bundle: /early.js.
for (const [, file] of readFileSync(join(dist, 'index.html'), 'utf8').matchAll(/<script src="\/([^"]+)"/g)) first.add(file);

const wire = (file) => {
  const br = join(dist, `${file}.br`);
  return statSync(existsSync(br) ? br : join(dist, file)).size;
};
let script = 0;
let all = FIRST_NUMBERS_BYTES;
for (const file of first) {
  const bytes = wire(file);
  all += bytes;
  if (file.endsWith('.js')) script += bytes;
  console.log(`${String(bytes).padStart(8)}  ${file}`);
}
console.log(`${String(FIRST_NUMBERS_BYTES).padStart(8)}  first numbers (allowance)`);
console.log(`script ${(script / 1000).toFixed(1)} of ${SCRIPT_BYTES_MAX / 1000} kB, all ${(all / 1000).toFixed(1)} of ${ALL_BYTES_MAX / 1000} kB`);
for (const [key, chunk] of Object.entries(manifest)) {
  if (!first.has(chunk.file) && chunk.isDynamicEntry) {
    console.log(`${String(wire(chunk.file)).padStart(8)}  ${key} (on demand)`);
  }
}
// Widgets, whichever of the two codings a reader's browser takes: /embed.js has the card and the bars.
const WIDGET_BYTES_MAX = 12_000;
const widget = Math.max(...['gz', 'br'].map((coding) => statSync(join(dist, `embed.js.${coding}`)).size));
console.log(`embed.js ${(widget / 1000).toFixed(1)} of ${WIDGET_BYTES_MAX / 1000} kB`);
if (widget > WIDGET_BYTES_MAX) {
  console.error('size: the widget is heavier than promised');
  process.exit(1);
}
if (script > SCRIPT_BYTES_MAX || all > ALL_BYTES_MAX) {
  console.error('size: the first load is heavier than promised');
  process.exit(1);
}
