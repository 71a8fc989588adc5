import { expect, test } from 'vitest';
import { actOf } from './keys.js';
import { age, countdown, percent } from './figures.js';
import { rulesOf, sigma, typed, whole } from './sums.js';

const typing = { votes: { a: 71, b: 118, c: 42 }, valid: 231, invalid: 4, total: 235 };

test('sigma_oneVoteMissing_isOpen', () => {
  expect(sigma(typing)).toBe(231);
  expect(sigma({ ...typing, votes: { a: 71, b: null } })).toBeNull();
});

test('rulesOf_validIsNotTheSum_failsT01Only', () => {
  expect(rulesOf({ ...typing, valid: 230, total: 234 }, 235, 294)).toEqual({ T01: 'fails', T02: 'holds', T04: 'holds', T06: 'holds' });
});

test('rulesOf_absentOperand_isOpen', () => {
  expect(rulesOf({ ...typing, total: null }, null, 306)).toEqual({ T01: 'holds', T02: 'open', T04: 'open', T06: 'open' });
});

test('whole_incomplete_isNothing', () => {
  expect(whole({ ...typing, invalid: null })).toBeNull();
  expect(whole(typing)).toEqual(typing);
});

test('typed_notAWholeNumber_isNothing', () => {
  expect(['12', ' 7 ', '', '-1', '1.5', '12345678'].map(typed)).toEqual([12, 7, null, null, null, null]);
});

test('actOf_typingOrSwitchedOff_onlyEscapeActs', () => {
  const key = (name: string) => ({ key: name, ctrlKey: false, metaKey: false, altKey: false });
  expect(actOf(key('c'), false, false, true)).toBe('confirm');
  expect(actOf(key('c'), true, false, true)).toBeNull();
  expect(actOf(key('c'), false, false, false)).toBeNull();
  expect(actOf(key('Escape'), true, false, false)).toBe('leave');
  expect(actOf(key('Enter'), false, true, true)).toBeNull();
});

test('age_hoursAndMinutes_areShort', () => {
  expect(age(12_000, 'en')).toBe('12 s');
  expect(age(3 * 3600_000 + 20 * 60_000, 'en')).toBe('3 h 20 min');
  expect(countdown(65)).toBe('1:05');
  expect(percent(0.9999, 'en')).toBe('99%');
});
