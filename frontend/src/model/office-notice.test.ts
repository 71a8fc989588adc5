import { expect, test } from 'vitest';
import { inForce } from './office-notice.js';
import { left } from './texts/office-notice.js';

const UNTIL = '2026-11-23T03:00:00Z';
const NOW = Date.parse(UNTIL);
const said = { id: 'a-1', office: 'KPU', reason: { id: 'a', en: 'b' }, since: '2026-11-22T03:00:00Z' };

test('inForce_untilItsEndAndNotAtIt', () => {
  expect(inForce([{ ...said, until: UNTIL }], NOW - 1)).toHaveLength(1);
  expect(inForce([{ ...said, until: UNTIL }], NOW)).toEqual([]);
});

test('inForce_withoutAnEndOrWithOneThatIsNoTime_staysOnThePage', () => {
  const open = [said, { ...said, until: null }, { ...said, until: 'soon' }];
  expect(inForce(open, NOW)).toEqual(open);
});

test('left_isRoundedUpAndSaidInTheLanguage', () => {
  expect(left(1, 'en')).toBe('1 minute left');
  expect(left(61 * 60_000, 'id')).toBe('2 jam lagi');
  expect(left(49 * 3_600_000, 'id')).toBe('3 hari lagi');
  expect(left(60_000, 'jv')).toBe('1 menit lagi');
});
