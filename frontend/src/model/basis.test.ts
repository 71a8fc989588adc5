import { expect, test } from 'vitest';
import { body, row } from '../live/bodies.test-data.js';
import { asSent } from './basis.js';

test('asSent_bodyAndRows_showWhatWasSentInThePlaceOfWhatIsCounted', () => {
  const one = row('11', 3);
  const counted = body(1, 3, [{ ...one, totals: { ...one.totals, asSent: { a: 5 } } }]);
  const sent = asSent({ ...counted, totals: { ...counted.totals, asSent: { a: 7 } } });
  expect(sent.totals.votes).toEqual({ a: 7 });
  expect(sent.children?.[0]?.totals?.votes).toEqual({ a: 5 });
  expect(sent.stations).toBe(counted.stations);
});

test('asSent_rowThatDidNotChange_staysTheSameObject', () => {
  const counted = body(1, 3, [row('11', 3)]);
  expect(asSent(counted).children?.[0]).toBe(asSent(counted).children?.[0]);
});
