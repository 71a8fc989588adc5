import { expect, test } from 'vitest';
import { BY_CODE, ordered, pressed } from './order.js';
import type { Choice, Row } from './wire.js';

const CHOICES: readonly Choice[] = [
  { id: 'a', number: 1, name: 'A', shortName: 'A', color: '#111111' },
  { id: 'b', number: 2, name: 'B', shortName: 'B', color: '#222222' },
];

function row(code: string, name: string, a: number, b: number, counted: number): Row {
  const figure = { value: 0, stations: 0 };
  return {
    code,
    name,
    totals: {
      votes: { a, b },
      valid: figure,
      invalid: figure,
      registered: figure,
      users: figure,
      turnout: { users: 0, registered: 0, stations: 0 },
    },
    stations: { counted, held: 0, expected: 10 },
  };
}

const ROWS = [row('11', 'ACEH', 10, 90, 5), row('12', 'SUMUT', 30, 30, 9), row('13', 'BALI', 0, 0, 0)];
const codes = (rows: readonly Row[]) => rows.map((each) => each.code);

test('ordered_byCode_isAsSent', () => {
  expect(ordered(ROWS, BY_CODE, CHOICES)).toBe(ROWS);
});

test('ordered_byShare_placesWithoutVotesAreLast', () => {
  expect(codes(ordered(ROWS, { key: 'share:a', descending: true }, CHOICES))).toEqual(['12', '11', '13']);
});

test('ordered_byVotes_isByTheChoiceAsked', () => {
  expect(codes(ordered(ROWS, { key: 'votes:b', descending: true }, CHOICES))).toEqual(['11', '12', '13']);
});

test('ordered_byName_isAlphabetical', () => {
  expect(codes(ordered(ROWS, { key: 'name', descending: false }, CHOICES))).toEqual(['11', '13', '12']);
});

test('ordered_equalValues_stayInTheOrderOfCodes', () => {
  expect(codes(ordered(ROWS, { key: 'held', descending: true }, CHOICES))).toEqual(['11', '12', '13']);
});

test('pressed_thrice_isBackToCodes', () => {
  const once = pressed(BY_CODE, 'progress');
  expect(once).toEqual({ key: 'progress', descending: true });
  const twice = pressed(once, 'progress');
  expect(twice).toEqual({ key: 'progress', descending: false });
  expect(pressed(twice, 'progress')).toEqual(BY_CODE);
});

test('ordered_withheldRows_standAtTheLowEndAndAreNeverLost', () => {
  const closed = { code: '10', name: 'CLOSED' };
  const rows = ordered([closed, ...ROWS], { key: 'votes:a', descending: true }, CHOICES);
  expect(rows.map((each) => each.code)).toEqual(['12', '11', '13', '10']);
});
