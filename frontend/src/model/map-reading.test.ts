import { expect, test } from 'vitest';
import {
  type Lens,
  classOf,
  coverageIn,
  inkOf,
  shareIn,
  shareStep,
  standingOf,
  stepFor,
} from './map-reading.js';
import type { AnyRow, Choice } from './wire.js';

const CHOICES: readonly Choice[] = ['a', 'b', 'c'].map((id, i) => ({
  id,
  number: i + 1,
  name: id,
  shortName: id,
  color: '#808080',
}));
const [A, B] = CHOICES as [Choice, Choice, Choice];

function row(votes: Record<string, number>, counted = 1, expected = 4): AnyRow {
  return { code: '31', name: '31', totals: { votes }, stations: { counted, held: 0, expected } };
}
const lens = (more: Partial<Lens>): Lens => ({ reading: 'leader', choices: CHOICES, choice: A, step: 20, ...more });

test('standingOf_mostVotes_isTheLeaderWithItsShare', () => {
  expect(standingOf(row({ a: 20, b: 60, c: 20 }), CHOICES)).toEqual({ kind: 'leader', choice: B, share: 60 });
});

test('standingOf_equalVotesAhead_isATieOfThoseOnly', () => {
  expect(standingOf(row({ a: 40, b: 40, c: 20 }), CHOICES)).toEqual({ kind: 'tie', choices: [A, B], share: 40 });
});

test('standingOf_equalVotesBehind_isNoTie', () => {
  expect(standingOf(row({ a: 20, b: 60, c: 20 }), CHOICES).kind).toBe('leader');
});

test('standingOf_noVotes_isNone', () => {
  expect(standingOf(row({ a: 0, b: 0, c: 0 }), CHOICES)).toEqual({ kind: 'none' });
  expect(standingOf(row({}), CHOICES)).toEqual({ kind: 'none' });
});

test('standingOf_numbersAreWithheld_saysNothingElse', () => {
  expect(standingOf({ code: '31', name: '31' }, CHOICES)).toEqual({ kind: 'withheld' });
});

test('standingOf_votesForSomeoneOffTheBallot_doNotLead', () => {
  expect(standingOf(row({ a: 1, x: 9 }), CHOICES)).toMatchObject({ kind: 'leader', choice: A });
});

test.each([
  [0, 0],
  [19.99, 0],
  [20, 1],
  [99.99, 4],
  [100, 4],
])('classOf_%f_isClass%i', (value, at) => {
  expect(classOf(value, 20)).toBe(at);
});

test.each([
  [4.2, 1],
  [9, 2],
  [24, 5],
  [51, 20],
  [100, 20],
])('stepFor_%f_is%i', (highest, step) => {
  expect(stepFor(highest)).toBe(step);
});

test('shareStep_isOneForAllChoices', () => {
  expect(shareStep([row({ a: 1, b: 99 })], CHOICES)).toBe(20);
  expect(shareStep([], CHOICES)).toBe(1);
});

test('coverageIn_noneCounted_isNullAndNotAllIsNever100', () => {
  expect(coverageIn(row({}, 0, 4))).toBeNull();
  expect(coverageIn(row({ a: 1 }, 3, 4))).toBe(75);
  expect(coverageIn(row({ a: 1 }, 999_999, 1_000_000))).toBe(99.99);
});

test('shareIn_isOfAllChoices', () => {
  expect(shareIn(row({ a: 1, b: 3 }), A, CHOICES)).toBe(25);
  expect(shareIn(row({}), A, CHOICES)).toBeNull();
});

test('inkOf_eachReading_paintsWhatItSays', () => {
  const some = row({ a: 30, b: 70 }, 3, 4);
  expect(inkOf(some, lens({}))).toEqual({ kind: 'choice', id: 'b' });
  expect(inkOf(some, lens({ reading: 'share' }))).toEqual({ kind: 'class', at: 1 });
  expect(inkOf(some, lens({ reading: 'share', choice: B }))).toEqual({ kind: 'class', at: 3 });
  expect(inkOf(some, lens({ reading: 'coverage' }))).toEqual({ kind: 'class', at: 3 });
});

test('inkOf_withoutVotesOrNumbers_isASignInEachReading', () => {
  for (const reading of ['leader', 'share', 'coverage'] as const) {
    expect(inkOf(row({}, 0), lens({ reading })).kind).toBe('none');
    expect(inkOf({ code: '31', name: '31' }, lens({ reading })).kind).toBe('withheld');
  }
  expect(inkOf(row({ a: 5, b: 5 }), lens({})).kind).toBe('tie');
});
