import { expect, test } from 'vitest';
import { ticksOf, zoneName } from './ticks.js';

const EVENING = Date.parse('2024-02-14T22:00:00+07:00');
const HOUR = 3_600_000;

test('ticksOf_hours_nameTheDayWhereItBegins', () => {
  const ticks = ticksOf([EVENING, EVENING + HOUR, EVENING + 2 * HOUR, EVENING + 3 * HOUR], HOUR, 'id', 'Asia/Jakarta');
  expect(ticks.map((tick) => tick.time)).toEqual(['22.00', '23.00', '00.00', '01.00']);
  expect(ticks.map((tick) => tick.day)).toEqual(['14 Feb', '', '15 Feb', '']);
});

test('ticksOf_secondsApart_sayTheSeconds', () => {
  const [tick] = ticksOf([EVENING + 5000], 5000, 'en', 'Asia/Jakarta');
  expect(tick?.time).toBe('22:00:05');
});

test('ticksOf_daysApart_areDays', () => {
  expect(ticksOf([EVENING, EVENING + 48 * HOUR], 48 * HOUR, 'en', 'Asia/Jakarta').map((tick) => tick.time)).toEqual([
    '14 Feb',
    '16 Feb',
  ]);
});

test.each([
  ['Asia/Jakarta', 'WIB'],
  ['Asia/Makassar', 'WITA'],
  ['Asia/Jayapura', 'WIT'],
])('zoneName_%s_is_%s', (zone, name) => {
  expect(zoneName(EVENING, 'id', zone)).toBe(name);
});
