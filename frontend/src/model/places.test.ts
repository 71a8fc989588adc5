import { expect, test } from 'vitest';
import { hasMap, levelOf, parentOf } from './places.js';
import { childrenTopic, placeOfTopic } from './topics.js';

test.each([
  ['0', 0, null],
  ['31', 1, '0'],
  ['3173', 2, '31'],
  ['317301', 3, '3173'],
  ['3173011005', 4, '317301'],
  ['3173011005116', 5, '3173011005'],
  ['99AA010001', 4, '99AA01'],
])('levelOf_%s_is%d', (code, level, parent) => {
  expect(levelOf(code)).toBe(level);
  expect(parentOf(code)).toBe(parent);
});

test.each(['', '1', '310', 'xx', '../0', '31730110051161'])('levelOf_%s_isNoCode', (code) => {
  expect(levelOf(code)).toBe(-1);
});

test('placeOfTopic_ofAChildrenTopic_isItsPlace', () => {
  expect(placeOfTopic(childrenTopic('ppwp', '31'))).toEqual({ contest: 'ppwp', area: '31' });
});

test.each([
  ['0', true],
  ['31', true],
  ['99', false],
  ['3173', false],
  ['3173011005116', false],
])('hasMap_%s_is%s', (code, has) => {
  expect(hasMap(code)).toBe(has);
});
