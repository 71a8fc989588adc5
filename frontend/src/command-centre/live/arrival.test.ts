import { expect, test } from 'vitest';
import { overlaid } from './arrival.js';
import { fieldOf, instantOf } from './jakarta.js';
import { screenOf } from './route.js';

const FIVE = 5 * 60_000;
const from = Date.parse('2029-02-14T06:00:00Z');
const today = [0, 0, 10, 30].map((forms, index) => ({ at: new Date(from + (index - 2) * FIVE).toISOString(), forms }));
const reference = [{ hours: 0, share: 0 }, { hours: 12, share: 0.24 }];

test('overlaid_theReferenceBegins_whereTodaysFirstFormCame', () => {
  const { seconds, today: now, reference: then } = overlaid({ today, reference }, 200);
  expect(seconds[1]).toBe(from / 1000);
  expect(now.slice(0, 4)).toEqual([0, 5, 20, null]);
  expect(then[0]).toBe(0);
  expect(then[1]).toBe(0);
  expect(then[13]).toBeCloseTo(2);
  expect(then.at(-1)).toBeCloseTo(24);
});

test('overlaid_noFormYet_isNothing', () => {
  expect(overlaid({ today: today.slice(0, 2), reference }, 200).seconds).toEqual([]);
  expect(overlaid({ today, reference: [] }, 200).reference.slice(1).every((share) => share === null)).toBe(true);
});

test('instantOf_aDateTimeField_isJakartasTime', () => {
  expect(instantOf('2026-11-30T18:00')).toBe('2026-11-30T18:00:00+07:00');
  expect(fieldOf(Date.parse('2026-11-30T11:00:00Z'))).toBe('2026-11-30T18:00');
  expect(['', '2026-11-30', '2026-13-30T18:00'].map(instantOf)).toEqual([null, null, null]);
});

test('screenOf_theFilterIsInTheAddress', () => {
  expect(screenOf('/held/bulk', '?contest=ppwp&rule=T01')).toEqual({ kind: 'bulk', filter: { contest: 'ppwp', rule: 'T01', area: '' } });
  expect(screenOf('/held/ppwp/1101012001001')).toEqual({ kind: 'form', contest: 'ppwp', station: '1101012001001' });
  expect(screenOf('/life', '?receipt=a/1-2')).toEqual({ kind: 'life', contest: '', station: '', receipt: 'a/1-2' });
});
