import { expect, test } from 'vitest';
import { row } from '../live/bodies.test-data.js';
import { ALL, matching, stateOf } from './filter.js';
import type { Row } from './wire.js';

function named(code: string, name: string, counted = 1, held = 0, expected = 1): Row {
  return { ...row(code, counted), name, stations: { counted, held, expected } };
}

const AREAS = [
  named('3171', 'KOTA ADM. JAKARTA PUSAT', 2, 0, 9),
  named('3174', 'KOTA ADM. JAKARTA SELATAN', 9, 0, 9),
  named('9401', 'NABIRE', 0, 0, 9),
];
const STATIONS = [
  named('3171011001012', 'TPS 12'),
  named('3171011001112', 'TPS 112', 0, 1),
  named('3171011001120', 'TPS 120', 0, 0),
];
const codes = (rows: readonly Row[]) => rows.map(({ code }) => code);

test('matching_nothingAsked_isTheVerySameArray', () => {
  expect(matching(AREAS, ALL, false)).toBe(AREAS);
});

test.each([
  ['jakarta', ['3171', '3174']],
  ['Sel JAK', ['3174']],
  ['nábire', ['9401']],
  ['karta', []],
  ['3171', ['3171']],
  ['.*', ['3171', '3174', '9401']],
])('matching_areas_%s', (words, expected) => {
  expect(codes(matching(AREAS, { words, state: 'any' }, false))).toEqual(expected);
});

test.each([
  ['12', ['3171011001012', '3171011001120']],
  ['tps 112', ['3171011001112']],
  ['3171011001120', ['3171011001120']],
])('matching_stations_%s', (words, expected) => {
  expect(codes(matching(STATIONS, { words, state: 'any' }, true))).toEqual(expected);
});

test('matching_state_ofStationsAndOfAreas', () => {
  expect(codes(matching(STATIONS, { words: '', state: 'held' }, true))).toEqual(['3171011001112']);
  expect(codes(matching(AREAS, { words: '', state: 'waiting' }, false))).toEqual(['9401']);
  expect(codes(matching(AREAS, { words: 'kota', state: 'counted' }, false))).toEqual(['3174']);
});

test('stateOf_areaWithHeldFormsOnly_hasBegun', () => {
  expect(stateOf(named('11', 'ACEH', 0, 3, 9), false)).toBe('partial');
});
