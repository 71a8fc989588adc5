import { expect, test } from 'vitest';
import { rolling } from './roll.js';

const said = (before: string, now: string) => rolling(before, now).map((place) => `${place.now}${place.before ?? '='}`);

test('rolling_onlyTheDigitsThatChanged_roll', () => {
  expect(said('1.234', '1.244')).toEqual(['1=', '.=', '2=', '43', '4=']);
});

test('rolling_longerNumber_comparesUnitsWithUnits', () => {
  expect(said('999', '1.002')).toEqual(['1', '.', '09', '09', '29']);
});

test('rolling_shorterNumber_hasOnlyItsOwnPlaces', () => {
  expect(said('1.002', '999')).toEqual(['90', '90', '92']);
});

test('rolling_sameNumber_standsStill', () => {
  expect(rolling('58,58', '58,58').every((place) => place.before === null)).toBe(true);
});
