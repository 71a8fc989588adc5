// Prepares the maps: reads the boundaries of geography/, projects, simplifies and rounds them, and
// writes one small JSON a map under target/geography: 0.json the provinces, 31.json the kabupaten of
// province 31. At build time, so that a reader's phone gets paths and computes none.
import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { feature } from 'topojson-client';
import { topology } from 'topojson-server';
import { presimplify, simplify } from 'topojson-simplify';
import { bounds, ringArea, seat } from './outlines.mjs';

const root = join(dirname(fileURLToPath(import.meta.url)), '..');
const PROVINCES = join(root, 'geography/provinces-38.topo.json');
const KABUPATEN = join(root, 'geography/kabupaten.geojson');
const OUT = join(root, 'target/geography');

/** The source numbers Papua's provinces of 2022 in its own way; the election numbers them so. */
const CODE_OF_SOURCE = { '91-A': '91', '92-A': '92', '91-C': '93', '91-D': '94', '91-B': '95', '92-B': '96' };

/** Provinces east of 118.7° E: on a phone they are a row of their own, so that no province is cut. */
const EAST = /^(?:53|7|8|9)/;

/** Units across a map; one unit is less than a pixel on a large screen. */
const NATION_UNITS = 2200;
const PROVINCE_UNITS = 1000;
/** The corners that go, by the area of their triangle; and the islets, by their own. In square units. */
const CORNER_UNITS = 1.5;
const ISLET_UNITS = 5;

/** Mercator, which at 11° from the equator stretches by 2 %: [east, south] in degrees. */
function project([longitude, latitude]) {
  const y = Math.log(Math.tan(Math.PI / 4 + (latitude * Math.PI) / 360)) * (180 / Math.PI);
  return [longitude, -y];
}

const polygonsOf = ({ type, coordinates }) => (type === 'Polygon' ? [coordinates] : coordinates);

/** Degrees to units, from the top left corner of everything given. */
function scaled(features, units) {
  const flat = features.map(({ code, polygons }) => ({ code, polygons: polygons.map((rings) => rings.map((ring) => ring.map(project))) }));
  const [x0, y0, x1, y1] = bounds(flat.flatMap(({ polygons }) => polygons.flat(2)));
  const scale = units / Math.max(x1 - x0, y1 - y0);
  const place = ([x, y]) => [(x - x0) * scale, (y - y0) * scale];
  return flat.map(({ code, polygons }) => ({ code, polygons: polygons.map((rings) => rings.map((ring) => ring.map(place))) }));
}

/** Simplified on the topology, so that neighbours keep one border between them. */
function simplified(features) {
  const objects = Object.fromEntries(
    features.map(({ code, polygons }) => [`_${code}`, { type: 'MultiPolygon', coordinates: polygons }]),
  );
  const whole = presimplify(topology(objects));
  const coarse = simplify(whole, CORNER_UNITS);
  return features.map(({ code }) => ({
    code,
    polygons: polygonsOf(feature(coarse, coarse.objects[`_${code}`]).geometry),
    before: polygonsOf(feature(whole, whole.objects[`_${code}`]).geometry),
  }));
}

/** Whole units, no point twice in a row, the closing point left out. */
function rounded(ring) {
  const points = ring.map(([x, y]) => [Math.round(x), Math.round(y)]);
  return points.filter(([x, y], i) => {
    const [nextX, nextY] = points[(i + 1) % points.length];
    return x !== nextX || y !== nextY;
  });
}

/** The rings that are still something; of a place that would vanish, its largest island in full. */
function kept({ code, polygons, before }) {
  const sized = (all, min) =>
    all
      .map((rings) => rings.map(rounded).filter((ring) => ring.length > 2 && ringArea(ring) >= min))
      .filter((rings) => rings.length > 0)
      .sort((a, b) => ringArea(b[0]) - ringArea(a[0]));
  for (const found of [sized(polygons, ISLET_UNITS), sized(polygons, 1), sized(before, 1)]) {
    if (found.length > 0) return { code, polygons: found };
  }
  throw new Error(`geography: nothing is left of ${code}`);
}

/** An SVG path in relative steps: `m3 4l5-1 2 2z`. */
function path(polygons) {
  let text = '';
  let [penX, penY] = [0, 0];
  const step = (x, y) => {
    const [dx, dy] = [x - penX, y - penY];
    [penX, penY] = [x, y];
    return `${dx}${dy < 0 ? '' : ' '}${dy}`;
  };
  for (const ring of polygons.flat()) {
    const [[x, y], ...others] = ring;
    text += `m${step(x, y)}l`;
    text += others.map(([toX, toY]) => step(toX, toY)).reduce((all, next) => all + (all === '' || next.startsWith('-') ? '' : ' ') + next, '');
    text += 'z';
    [penX, penY] = [x, y];
  }
  return text.replace(/^m/, 'M');
}

function shape({ code, polygons }) {
  const { at, radius } = seat(polygons[0]);
  return { code, d: path(polygons), at, radius };
}

/** A map: its rows, each with the box that its shapes fill. */
function map(features, units, rowOf) {
  const whole = simplified(scaled(features, units)).map(kept);
  const rows = [...new Set(whole.map(({ code }) => rowOf(code)))].sort();
  return {
    parts: rows.map((row) => {
      const inside = whole.filter(({ code }) => rowOf(code) === row).sort((a, b) => (a.code < b.code ? -1 : 1));
      const [x0, y0, x1, y1] = bounds(inside.flatMap(({ polygons }) => polygons.flat(2)));
      return { box: [x0, y0, x1 - x0, y1 - y0], shapes: inside.map(shape) };
    }),
  };
}

function provinces() {
  const source = JSON.parse(readFileSync(PROVINCES, 'utf8'));
  const [name] = Object.keys(source.objects);
  return feature(source, source.objects[name]).features.map(({ id, geometry }) => ({
    code: CODE_OF_SOURCE[id] ?? id,
    polygons: polygonsOf(geometry),
  }));
}

function kabupaten() {
  const source = JSON.parse(readFileSync(KABUPATEN, 'utf8'));
  return source.features.map(({ properties, geometry }) => ({ code: properties.code, polygons: polygonsOf(geometry) }));
}

/** Every map by the code of its area. */
function maps() {
  const all = new Map([['0', map(provinces(), NATION_UNITS, (code) => (EAST.test(code) ? 1 : 0))]]);
  const below = kabupaten();
  for (const province of [...new Set(below.map(({ code }) => code.slice(0, 2)))].sort()) {
    all.set(province, map(below.filter(({ code }) => code.startsWith(province)), PROVINCE_UNITS, () => 0));
  }
  return all;
}

/** Writes the maps unless what they are made of is what it was. */
export function prepareGeography() {
  const hash = createHash('sha256');
  const here = dirname(fileURLToPath(import.meta.url));
  for (const file of [PROVINCES, KABUPATEN, join(here, 'geography.mjs'), join(here, 'outlines.mjs')]) hash.update(readFileSync(file));
  const stamp = join(OUT, 'stamp');
  const digest = hash.digest('hex');
  if (existsSync(stamp) && readFileSync(stamp, 'utf8') === digest) return;
  rmSync(OUT, { recursive: true, force: true });
  mkdirSync(OUT, { recursive: true });
  for (const [code, content] of maps()) writeFileSync(join(OUT, `${code}.json`), JSON.stringify(content));
  // Last: a crash before it makes the next build write them again.
  writeFileSync(stamp, digest);
}

/** The maps as they were written, by the code of their area, the nation first. */
export function preparedMaps() {
  const files = readdirSync(OUT).filter((file) => file.endsWith('.json')).sort();
  return new Map(files.map((file) => [file.replace('.json', ''), JSON.parse(readFileSync(join(OUT, file), 'utf8'))]));
}
