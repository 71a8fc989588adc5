import { expect, test } from 'vitest';
import { progressOf, shareOf, sumOfVotes } from './shares.js';

test('shareOf_almostAll_neverReadsHundred', () => {
  expect(shareOf(999_999, 1_000_000)).toBe(99.99);
  expect(shareOf(1_000_000, 1_000_000)).toBe(100);
});

test('shareOf_almostNothing_neverReadsZero', () => {
  expect(shareOf(1, 10_000_000)).toBe(0.01);
  expect(shareOf(0, 10_000_000)).toBe(0);
});

test('shareOf_ofNothing_isNull', () => {
  expect(shareOf(0, 0)).toBeNull();
});

test('shareOf_roundsToTheNearestHundredth', () => {
  expect(shareOf(96_214_691, 164_227_475)).toBe(58.59);
});

test('progressOf_oneStationMissing_staysBelowHundred', () => {
  expect(progressOf({ counted: 823_235, held: 0, expected: 823_236 })).toBe(99.99);
});

test('progressOf_allCounted_isHundred', () => {
  expect(progressOf({ counted: 12, held: 0, expected: 12 })).toBe(100);
});

test('progressOf_roundsDown', () => {
  expect(progressOf({ counted: 2, held: 0, expected: 3 })).toBe(66.66);
});

test('progressOf_noneExpected_isNull', () => {
  expect(progressOf({ counted: 0, held: 0, expected: 0 })).toBeNull();
});

test('sumOfVotes_foreignChoice_isNotAdded', () => {
  const choices = [{ id: 'a', number: 1, name: 'A', shortName: 'A', color: '#000000' }];
  expect(sumOfVotes({ a: 3, b: 9 }, choices)).toBe(3);
});
