import { expect, test } from 'vitest';
import { preparedMaps } from '../../scripts/geography.mjs';
import { type Direction, neighbourOf } from './map-neighbour.js';
import { type Shape, shapesOf } from './map-shape.js';

const DIRECTIONS: readonly Direction[] = ['left', 'right', 'up', 'down'];
const all = preparedMaps();

function place(code: string, x: number, y: number): Shape {
  return { code, d: '', at: [x, y], radius: 1 };
}

test('neighbourOf_placesOnACross_findsEachInItsDirection', () => {
  const middle = place('m', 0, 0);
  const shapes = [middle, place('w', -9, 1), place('e', 9, -1), place('n', 1, -9), place('s', -1, 9)];
  expect(DIRECTIONS.map((direction) => neighbourOf(shapes, middle, direction)?.code)).toEqual(['w', 'e', 'n', 's']);
});

test('neighbourOf_aNearOneAsideAndAFarOneAhead_prefersAhead', () => {
  const middle = place('m', 0, 0);
  expect(neighbourOf([middle, place('aside', 3, 8), place('ahead', 20, 0)], middle, 'right')?.code).toBe('ahead');
});

test('neighbourOf_onlyOnesFarAside_stillFindsThem', () => {
  const middle = place('m', 0, 0);
  expect(neighbourOf([middle, place('aside', 1, 50)], middle, 'right')?.code).toBe('aside');
});

test('neighbourOf_atTheEdge_isNull', () => {
  const middle = place('m', 0, 0);
  expect(neighbourOf([middle, place('w', -5, 0)], middle, 'right')).toBeNull();
});

test('neighbourOf_theNation_walksAsTheMapLies', () => {
  const shapes = shapesOf(all.get('0') ?? { parts: [] });
  const walk = (from: string, direction: Direction) => {
    const start = shapes.find(({ code }) => code === from);
    return start && neighbourOf(shapes, start, direction)?.code;
  };
  expect(walk('31', 'left')).toBe('36');
  expect(walk('32', 'right')).toBe('33');
  expect(walk('33', 'down')).toBe('34');
  expect(walk('61', 'right')).toBe('62');
  expect(walk('11', 'left')).toBeUndefined();
});

test.each([...all].map(([area]) => area))('neighbourOf_map%s_leadsFromEveryPlaceToEveryOther', (area) => {
  const shapes = shapesOf(all.get(area) ?? { parts: [] });
  for (const start of shapes) {
    const reached = new Set([start]);
    for (const shape of reached) {
      for (const direction of DIRECTIONS) {
        const next = neighbourOf(shapes, shape, direction);
        if (next) reached.add(next);
      }
    }
    expect(reached.size, start.code).toBe(shapes.length);
  }
});
