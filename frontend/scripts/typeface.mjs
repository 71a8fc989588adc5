// Writes the outlines of our typeface for the server, which draws the share card with them: a machine
// may have no fonts and no font library, and the card must have the same face as the pages.
//
// The file is one row of whole numbers, each as a zigzag varint (7 bits a byte, lowest first): the
// version 1, the number of faces; of each face its weight, units per em, ascender, descender, cap
// height, x-height; its glyphs, as a number and of each: what its code point adds to the one before
// (0 is the glyph for what is missing), advance, number of steps, and of each step its letter's place
// in "MLQCZ" and its points, as differences from the point before; its kerning, as a number of lefts
// and of each: code point, number of rights, and of each what its code point adds, and the value.
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import opentype from 'opentype.js';

const root = join(dirname(fileURLToPath(import.meta.url)), '..');
const VERSION = 1;
const WEIGHTS = [300, 400, 600];
const SUBSETS = ['latin', 'latin-ext'];
const STEPS = 'MLQCZ';

/** Combining marks: they are drawn only as part of a letter that has its own glyph. */
const isMark = (point) => point >= 0x300 && point < 0x370;

function subset(name, weight) {
  const file = `node_modules/@fontsource/hanken-grotesk/files/hanken-grotesk-${name}-${weight}-normal.woff`;
  const bytes = readFileSync(join(root, file));
  return opentype.parse(bytes.buffer.slice(bytes.byteOffset, bytes.byteOffset + bytes.length));
}

function characters(font) {
  const points = Object.keys(font.tables.cmap.glyphIndexMap).map(Number);
  return points.filter((point) => point >= 0x20 && !isMark(point)).sort((a, b) => a - b);
}

function outline(glyph) {
  const steps = [];
  let [x, y] = [0, 0];
  const to = (nextX, nextY) => {
    const [roundX, roundY] = [Math.round(nextX), Math.round(nextY)];
    steps.push(roundX - x, roundY - y);
    [x, y] = [roundX, roundY];
  };
  const { commands } = glyph.path;
  for (const step of commands) {
    steps.push(STEPS.indexOf(step.type));
    if ('x1' in step) to(step.x1, step.y1);
    if ('x2' in step) to(step.x2, step.y2);
    if ('x' in step) to(step.x, step.y);
  }
  return [commands.length, ...steps];
}

function kerning(font, points) {
  const glyphs = points.map((point) => font.charToGlyph(String.fromCodePoint(point)));
  const lefts = [];
  glyphs.forEach((left, i) => {
    const rights = [];
    let before = 0;
    glyphs.forEach((right, k) => {
      const value = font.getKerningValue(left, right);
      if (!value) return;
      rights.push(points[k] - before, value);
      before = points[k];
    });
    if (rights.length > 0) lefts.push([points[i], rights.length / 2, ...rights]);
  });
  return lefts;
}

function face(weight) {
  const fonts = SUBSETS.map((name) => subset(name, weight));
  const [first] = fonts;
  const { os2 } = first.tables;
  const measures = [first.unitsPerEm, first.ascender, first.descender, os2.sCapHeight, os2.sxHeight];
  const glyphs = new Map([[0, first.glyphs.get(0)]]);
  const lefts = [];
  for (const font of fonts) {
    const points = characters(font).filter((point) => !glyphs.has(point));
    for (const point of points) glyphs.set(point, font.charToGlyph(String.fromCodePoint(point)));
    lefts.push(...kerning(font, points));
  }
  const numbers = [weight, ...measures, glyphs.size];
  let before = 0;
  for (const [point, glyph] of [...glyphs].sort(([a], [b]) => a - b)) {
    numbers.push(point - before, Math.round(glyph.advanceWidth), ...outline(glyph));
    before = point;
  }
  return [...numbers, lefts.length, ...lefts.flat()];
}

function packed(numbers) {
  const bytes = [];
  for (const number of numbers) {
    let rest = number < 0 ? -2 * number - 1 : 2 * number;
    for (; rest > 0x7f; rest >>>= 7) bytes.push((rest & 0x7f) | 0x80);
    bytes.push(rest);
  }
  return Uint8Array.from(bytes);
}

const folder = join(root, 'target/typeface');
mkdirSync(folder, { recursive: true });
const bytes = packed([VERSION, WEIGHTS.length, ...WEIGHTS.flatMap(face)]);
writeFileSync(join(folder, 'hanken-grotesk.outlines'), bytes);
console.log(`typeface: outlines of ${WEIGHTS.length} weights, ${(bytes.length / 1000).toFixed(0)} kB`);
