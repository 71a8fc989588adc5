import { expect, test } from 'vitest';
import { meantBy, needsDot } from './map-finger.js';

test('meantBy_nothingInReach_isNull', () => {
  expect(meantBy([])).toBeNull();
});

test('meantBy_theSea_isTheNearest', () => {
  expect(
    meantBy([
      { code: 'far', distance: 14, radius: 2 },
      { code: 'near', distance: 8, radius: 30 },
    ]),
  ).toBe('near');
});

test('meantBy_aLargePlaceBesideATinyOne_isTheTinyOne', () => {
  const large = { code: '32', distance: 0, radius: 9 };
  expect(meantBy([large, { code: '31', distance: 8, radius: 1.5 }])).toBe('31');
  expect(meantBy([large, { code: '31', distance: 14, radius: 1.5 }])).toBe('32');
});

test('meantBy_aSmallPlaceUnderTheFinger_keepsIt', () => {
  expect(
    meantBy([
      { code: '36', distance: 0, radius: 4 },
      { code: '31', distance: 4, radius: 1.5 },
    ]),
  ).toBe('36');
});

test('needsDot_onAPhone_isJakartaAndNotWestJava', () => {
  const shape = (radius: number) => ({ code: '', d: '', at: [0, 0] as const, radius });
  expect(needsDot(shape(5), 3.5)).toBe(true);
  expect(needsDot(shape(33), 3.5)).toBe(false);
});
