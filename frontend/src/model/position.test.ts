import { expect, test } from 'vitest';
import { comparePositions } from './position.js';

test('comparePositions_higherEpochLowerRevision_isNewer', () => {
  expect(comparePositions({ epoch: 2, revision: 1 }, { epoch: 1, revision: 900 })).toBeGreaterThan(0);
});

test('comparePositions_sameEpoch_revisionDecides', () => {
  expect(comparePositions({ epoch: 1, revision: 8 }, { epoch: 1, revision: 9 })).toBeLessThan(0);
  expect(comparePositions({ epoch: 1, revision: 9 }, { epoch: 1, revision: 9 })).toBe(0);
});
