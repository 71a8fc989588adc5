import { readFileSync } from 'node:fs';
import { gunzipSync } from 'node:zlib';
import { expect, test } from 'vitest';
import { shapesOf, wholeOf } from '../src/model/map-shape.js';
import { preparedMaps } from './geography.mjs';

/** Places of the election that the sources have no shape for; geography/README.md names them. */
const SHAPELESS = ['1273', '1276', '1374', '1375', '3101', '3371', '3576'];

const all = preparedMaps();
const drawn = [...all].map(([area, map]) => ({ area, map, codes: shapesOf(map).map(({ code }) => code) }));

/** The election's own list of areas. */
const areas = gunzipSync(
  readFileSync(new URL('../../config/elections/pemilu-2024/areas.csv.gz', import.meta.url)),
)
  .toString('utf8')
  .split('\n')
  .map((line) => line.split(',')[0] ?? '');

test('maps_theNation_hasEveryProvinceOfTheElectionButOverseas', () => {
  const provinces = areas.filter((code) => /^\d\d$/.test(code)).sort();
  expect(provinces).toHaveLength(39);
  expect([...(drawn[0]?.codes ?? []), '99']).toEqual(provinces);
});

test('maps_ofTheProvinces_haveEveryKabupatenOrItIsKnownToBeShapeless', () => {
  const kabupaten = areas.filter((code) => /^\d{4}$/.test(code) && !code.startsWith('99')).sort();
  expect(kabupaten).toHaveLength(514);
  const shapes = drawn.slice(1).flatMap(({ codes }) => codes);
  expect([...shapes, ...SHAPELESS].sort()).toEqual(kabupaten);
});

test('maps_everyShape_isAPathWithAMiddleInsideItsMap', () => {
  for (const { area, map } of drawn) {
    const [left, top, width, height] = wholeOf(map);
    for (const { code, d, at, radius } of shapesOf(map)) {
      expect(d, code).toMatch(/^M-?\d+[ -]\d+l(?:-?\d+[ -]?)+z/);
      expect(d.match(/z/g)?.length, code).toBe(d.match(/m/gi)?.length);
      expect(radius, code).toBeGreaterThan(0);
      expect(at[0] >= left && at[0] <= left + width && at[1] >= top && at[1] <= top + height, `${area} ${code}`).toBe(true);
    }
  }
});

test('maps_theNation_fitsTheRoomThatThePagesKeep', () => {
  const nation = all.get('0') ?? { parts: [] };
  const [, , width, height] = wholeOf(nation);
  expect(height / width).toBeLessThanOrEqual(812 / 2200 + 0.001);
  // On a phone west and east stand one below the other, at the width of the wider.
  const widest = Math.max(...nation.parts.map(({ box }) => box[2]));
  expect(nation.parts.reduce((sum, { box }) => sum + box[3], 0) / widest).toBeLessThanOrEqual(1.3);
});

test('maps_neighbours_shareTheirBorder', () => {
  // The corners of two provinces that touch, in whole units: the same numbers, not nearly the same.
  const corners = (code: string) => {
    const shape = shapesOf(all.get('0') ?? { parts: [] }).find((one) => one.code === code);
    let [x, y] = [0, 0];
    return new Set(
      (shape?.d ?? '').split('z').flatMap((ring) => {
        const points: string[] = [];
        const numbers = (ring.match(/-?\d+/g) ?? []).map(Number);
        const start = { x: 0, y: 0 };
        for (let i = 0; i < numbers.length; i += 2) {
          x += numbers[i] ?? 0;
          y += numbers[i + 1] ?? 0;
          if (i === 0) Object.assign(start, { x, y });
          points.push(`${x} ${y}`);
        }
        [x, y] = [start.x, start.y];
        return points;
      }),
    );
  };
  for (const [one, other] of [['32', '33'], ['61', '62'], ['91', '95']] as const) {
    const shared = [...corners(one)].filter((corner) => corners(other).has(corner));
    expect(shared.length, `${one} and ${other}`).toBeGreaterThan(5);
  }
});
