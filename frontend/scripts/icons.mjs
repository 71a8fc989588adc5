// Draws the icons of the installed page from the mark in public/favicon.svg: two circles about one
// middle, so their pixels are computed here and no drawing program is needed. Run it again after the
// mark has changed: node scripts/icons.mjs
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { crc32, deflateSync } from 'node:zlib';

const root = join(dirname(fileURLToPath(import.meta.url)), '../public');
const svg = readFileSync(join(root, 'favicon.svg'), 'utf8');
const number = (pattern) => Number(pattern.exec(svg)?.[1] ?? NaN);
const side = number(/viewBox="0 0 (\d+)/);
const [ring, dot] = [...svg.matchAll(/ r="([\d.]+)"/g)].map(([, r]) => Number(r) / side);
const stroke = number(/stroke-width: ([\d.]+)/) / side;
const INK = [0x14, 0x18, 0x1b];
const PAPER = [0xfb, 0xfb, 0xfa];
/** Steps a pixel's side is cut into: 64 shades of an edge. */
const FINE = 8;

/** How much of a pixel is ink, 0 to 1, of a mark drawn at a part of the icon's size. */
function inkAt(x, y, size, scale) {
  let hits = 0;
  for (let i = 0; i < FINE; i++) {
    for (let j = 0; j < FINE; j++) {
      const away = Math.hypot((x + (i + 0.5) / FINE) / size - 0.5, (y + (j + 0.5) / FINE) / size - 0.5) / scale;
      if (away <= dot || Math.abs(away - ring) <= stroke / 2) hits += 1;
    }
  }
  return hits / FINE ** 2;
}

function chunk(type, data) {
  const body = Buffer.concat([Buffer.from(type, 'latin1'), data]);
  const frame = Buffer.alloc(8);
  frame.writeUInt32BE(data.length, 0);
  frame.writeUInt32BE(crc32(body), 4);
  return Buffer.concat([frame.subarray(0, 4), body, frame.subarray(4)]);
}

/** An opaque icon; a maskable one keeps the mark inside the circle that every mask leaves. */
function png(size, scale) {
  const rows = Buffer.alloc(size * (1 + size * 3));
  for (let y = 0; y < size; y++) {
    for (let x = 0; x < size; x++) {
      const ink = inkAt(x, y, size, scale);
      const at = y * (1 + size * 3) + 1 + x * 3;
      for (let c = 0; c < 3; c++) rows[at + c] = Math.round(INK[c] * ink + PAPER[c] * (1 - ink));
    }
  }
  const head = Buffer.alloc(13);
  head.writeUInt32BE(size, 0);
  head.writeUInt32BE(size, 4);
  head.set([8, 2, 0, 0, 0], 8);
  return Buffer.concat([
    Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]),
    ...[chunk('IHDR', head), chunk('IDAT', deflateSync(rows, { level: 9 })), chunk('IEND', Buffer.alloc(0))],
  ]);
}

mkdirSync(join(root, 'icons'), { recursive: true });
for (const [name, size, scale] of [
  ['any-192', 192, 0.94],
  ['any-512', 512, 0.94],
  ['maskable-192', 192, 0.66],
  ['maskable-512', 512, 0.66],
  ['touch-180', 180, 0.74],
]) {
  writeFileSync(join(root, `icons/${name}.png`), png(size, scale));
}
