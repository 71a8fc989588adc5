import { expect, test } from 'vitest';
import { curvesOf, keyStep, lastBefore, nearest, sampled, spread } from './history.js';

const choice = (number: number) => ({ id: `c${number}`, number, name: '', shortName: '', color: '#000000' });
const point = (second: number, c1: number, c2: number) => ({
  at: new Date(second * 1000).toISOString(),
  votes: { c1, c2 },
  stations: { counted: 1, held: 0 },
});

test('lastBefore_amongInstants_isTheOneThatHeldThen', () => {
  const instants = [10, 20, 20, 30];
  expect([5, 10, 19, 20, 29, 30, 99].map((moment) => lastBefore(instants, moment))).toEqual([-1, 0, 0, 2, 2, 3, 3]);
  expect(lastBefore([], 5)).toBe(-1);
});

test('nearest_betweenTwo_isTheNearerOne', () => {
  const instants = [10, 20, 30];
  expect([0, 14, 15, 16, 25, 26, 99].map((moment) => nearest(instants, moment))).toEqual([0, 0, 0, 1, 1, 2, 2]);
  expect(nearest([], 5)).toBe(-1);
});

test('sampled_many_keepsFirstAndLastAndNoMoreThanAsked', () => {
  const many = Array.from({ length: 400 }, (_, i) => i);
  const few = sampled(many, 25);
  expect(few).toHaveLength(25);
  expect([few[0], few.at(-1)]).toEqual([0, 399]);
  expect(new Set(few).size).toBe(25);
  expect(sampled([1, 2], 25)).toEqual([1, 2]);
});

test('curvesOf_shares_areOfThatPointsOwnSum', () => {
  const curves = curvesOf([point(1, 0, 0), point(2, 30, 10)], [choice(1), choice(2)], 'shares');
  expect(curves).toEqual([
    [null, 75],
    [null, 25],
  ]);
  expect(curvesOf([point(2, 30, 10)], [choice(2), choice(1)], 'votes')).toEqual([[10], [30]]);
});

test('spread_crowdedLabels_keepTheirOrderAndTheirDistance', () => {
  expect(spread([50, 52, 10], 14, 200)).toEqual([50, 64, 10]);
  expect(spread([195, 198, 199], 14, 200)).toEqual([172, 186, 200]);
  expect(spread([100], 14, 200)).toEqual([100]);
  expect(spread([], 14, 200)).toEqual([]);
});

test('keyStep_ofASlider_movesByOneTenOrToTheEnds', () => {
  const from = (key: string) => keyStep(key, 20, 42);
  expect(['ArrowLeft', 'ArrowRight', 'PageDown', 'PageUp', 'Home', 'End'].map(from)).toEqual([19, 21, 10, 30, 0, 42]);
  expect([keyStep('ArrowRight', 42, 42), keyStep('PageDown', 3, 42), keyStep('ArrowRight', -1, 42)]).toEqual([42, 0, 0]);
  expect([from('Tab'), from('a'), from('constructor')]).toEqual([null, null, null]);
});
