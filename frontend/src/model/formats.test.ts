import { expect, test } from 'vitest';
import { ago, exactTime } from './moments.js';
import { numbersOf } from './numbers.js';

test('integer_id_groupsWithDots', () => {
  expect(numbersOf('id').integer(1_234_567)).toBe('1.234.567');
});

test('integer_en_groupsWithCommas', () => {
  expect(numbersOf('en').integer(1_234_567)).toBe('1,234,567');
});

test('percent_id_hasCommaAndASpaceThatDoesNotBreak', () => {
  expect(numbersOf('id').percent(58.58)).toBe('58,58\u00a0%');
});

test('percent_en_hasPointAndNoSpace', () => {
  expect(numbersOf('en').percent(58.5)).toBe('58.50%');
});

test('signed_negative_hasARealMinus', () => {
  expect(numbersOf('id').signed(-1204)).toBe('\u22121.204');
  expect(numbersOf('en').signed(1204)).toBe('+1,204');
});

test.each([
  [400, 'baru saja', 'just now'],
  [-5000, 'baru saja', 'just now'],
  [1000, '1 detik lalu', '1 second ago'],
  [3900, '3 detik lalu', '3 seconds ago'],
  [61_000, '1 menit lalu', '1 minute ago'],
  [7_300_000, '2 jam lalu', '2 hours ago'],
  [3 * 86_400_000, '3 hari lalu', '3 days ago'],
])('ago_%dMillis_isInWords', (millis, id, en) => {
  expect(ago(millis, 'id')).toBe(id);
  expect(ago(millis, 'en')).toBe(en);
});

test('exactTime_jakarta_namesTheZone', () => {
  expect(exactTime('2026-11-21T07:00:05.123Z', 'id', 'Asia/Jakarta')).toBe('21 Nov 2026, 14.00.05 WIB');
  expect(exactTime('2026-11-21T07:00:05.123Z', 'en', 'Asia/Jakarta')).toBe('21 Nov 2026, 14:00:05 GMT+7');
});

test('exactTime_noTime_comesBackAsItIs', () => {
  expect(exactTime('kemarin', 'id')).toBe('kemarin');
});
