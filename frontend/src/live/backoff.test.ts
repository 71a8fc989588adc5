import { expect, test } from 'vitest';
import { backoffMillis, goodbyeMillis } from './backoff.js';

test('backoffMillis_growsAndIsCapped', () => {
  const longest = [0, 1, 2, 3, 5, 6, 7, 40].map((attempt) => backoffMillis(attempt, () => 1));
  expect(longest).toEqual([500, 1000, 2000, 4000, 16_000, 30_000, 30_000, 30_000]);
});

test('backoffMillis_isSpreadOverTheUpperHalf', () => {
  expect(backoffMillis(3, () => 0)).toBe(2000);
  expect(backoffMillis(3, () => 0.5)).toBe(3000);
});

test('goodbyeMillis_isWithinASecond', () => {
  expect(goodbyeMillis(() => 0)).toBe(0);
  expect(goodbyeMillis(() => 1)).toBe(1000);
});
