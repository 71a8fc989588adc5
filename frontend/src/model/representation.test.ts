import { expect, test } from 'vitest';
import { row } from '../live/bodies.test-data.js';
import { representationOf } from './representation.js';
import type { Row } from './wire.js';

const place = (code: string, counted: number, expected: number): Row => ({
  ...row(code, 0),
  stations: { counted, held: 0, expected },
});

test('representationOf_places_sumToZeroAndStandFurthestFirst', () => {
  const found = representationOf([place('11', 10, 100), place('12', 40, 100), place('13', 50, 300), place('14', 7, 31)]);
  const points = found?.places.map((each) => each.points) ?? [];
  expect(points.reduce((sum, value) => sum + value, 0)).toBeCloseTo(0, 10);
  const far = points.map(Math.abs);
  expect(far).toEqual([...far].sort((a, b) => b - a));
  expect(found?.places[0]?.code).toBe('12');
});

test('representationOf_aPlace_isItsPartOfTheCountedLessItsPartOfAll', () => {
  const found = representationOf([place('11', 30, 50), place('12', 10, 150)]);
  expect(found?.coverage).toBe(20);
  expect(found?.places).toEqual([
    { code: '11', name: 'PLACE 11', points: 50, coverage: 60 },
    { code: '12', name: 'PLACE 12', points: -50, coverage: (10 / 150) * 100 },
  ]);
});

test('representationOf_allCounted_isEven', () => {
  const found = representationOf([place('11', 50, 50), place('12', 150, 150)]);
  expect(found?.places.map((each) => each.points)).toEqual([0, 0]);
  expect(found?.places.map((each) => each.code)).toEqual(['11', '12']);
});

test('representationOf_nothingToCompare_isNothing', () => {
  expect(representationOf([])).toBeNull();
  expect(representationOf([place('11', 5, 10)])).toBeNull();
  expect(representationOf([place('11', 0, 10), place('12', 0, 10)])).toBeNull();
  expect(representationOf([place('11', 0, 0), place('12', 0, 0)])).toBeNull();
});

test('representationOf_placeWithoutStations_isLeftOut', () => {
  const found = representationOf([place('11', 1, 2), place('12', 1, 2), place('97', 0, 0)]);
  expect(found?.places.map((each) => each.code)).toEqual(['11', '12']);
});
