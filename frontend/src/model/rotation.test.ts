import { expect, test } from 'vitest';
import { pageOf, pagesOf, wrapped } from './rotation.js';

test('pageOf_aWholeRound_showsEveryRowOnceAndBeginsAgain', () => {
  const rows = Array.from({ length: 39 }, (_, at) => at);
  const pages = pagesOf(rows.length, 4);
  expect(pages).toBe(10);
  expect(Array.from({ length: pages }, (_, page) => pageOf(rows, page, 4)).flat()).toEqual(rows);
  expect(pageOf(rows, pages, 4)).toEqual(pageOf(rows, 0, 4));
});

test('pageOf_nothing_isOneEmptyPage', () => {
  expect(pagesOf(0, 4)).toBe(1);
  expect(pageOf([], 7, 4)).toEqual([]);
});

test('wrapped_backFromTheFirst_isTheLast', () => {
  expect(wrapped(-1, 10)).toBe(9);
  expect(wrapped(10, 10)).toBe(0);
});
