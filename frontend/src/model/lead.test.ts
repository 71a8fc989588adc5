import { expect, test } from 'vitest';
import { leadOf } from './lead.js';

const choice = (number: number) => ({ id: `c${number}`, number, name: '', shortName: '', color: '#000000' });
const THREE = [choice(1), choice(2), choice(3)];

test('leadOf_twoWithMost_isTheirDistanceInBallotOrder', () => {
  const lead = leadOf({ c1: 100, c2: 250, c3: 50 }, THREE);
  expect(lead).toMatchObject({ votes: 150, points: 37.5 });
  expect(lead?.between?.map((each) => each.number)).toEqual([1, 2]);
});

test('leadOf_tie_isZero', () => {
  expect(leadOf({ c1: 7, c2: 3, c3: 7 }, THREE)).toMatchObject({ votes: 0, points: 0 });
  expect(leadOf({ c1: 7, c2: 3, c3: 7 }, THREE)?.between?.map((each) => each.number)).toEqual([1, 3]);
});

test('leadOf_secondPlaceShared_picksNobodyOut', () => {
  expect(leadOf({ c1: 9, c2: 4, c3: 4 }, THREE)).toEqual({ votes: 5, points: 29.41, between: null });
});

test('leadOf_noVotesOrOneChoice_isNothing', () => {
  expect(leadOf({}, THREE)).toBeNull();
  expect(leadOf({ c1: 5 }, [choice(1)])).toBeNull();
  expect(leadOf({ c1: 0, c2: 0, c3: 0 }, THREE)).toBeNull();
});

test('leadOf_onlyOneHasVotes_isAllOfThem', () => {
  expect(leadOf({ c2: 12 }, [choice(1), choice(2)])).toMatchObject({ votes: 12, points: 100 });
});
