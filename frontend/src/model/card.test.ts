import { expect, test } from 'vitest';
import { cardPath, fixedPath } from './card.js';
import { routeOf } from './route.js';

const AT = '2026-11-22T00:10:02.123Z';

test('cardPath_namesInstantAndLanguage', () => {
  expect(cardPath('ppwp', '31', AT, 'en')).toBe('/card/ppwp/31.png?lang=en&at=2026-11-22T00:10:02.123Z');
  expect(cardPath('ppwp', '0', null, 'id')).toBe('/card/ppwp/0.png?lang=id');
});

test('fixedPath_isThePageOfThatInstant', () => {
  const [path = '', query = ''] = fixedPath('ppwp', '31', AT).split('?');
  expect(routeOf(path, `?${query}`)).toMatchObject({ area: '31', manner: { at: AT, sent: false, wall: false } });
  expect(fixedPath('ppwp', '31', null)).toBe('/ppwp/31');
});
