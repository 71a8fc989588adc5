import { expect, test } from 'vitest';
import { areaPath, routeOf, startOf, stationPath } from './route.js';

test('routeOf_root_isHome', () => {
  expect(routeOf('/')).toEqual({ kind: 'home' });
});

test('routeOf_area_roundTrips', () => {
  expect(routeOf(areaPath('ppwp', '3171'))).toEqual({ kind: 'area', contest: 'ppwp', area: '3171' });
  expect(routeOf(areaPath('pkwkk-0102', '0102'))).toEqual({ kind: 'area', contest: 'pkwkk-0102', area: '0102' });
});

test('routeOf_station_roundTrips', () => {
  expect(routeOf('/tps/1101012001001')).toEqual({ kind: 'station', station: '1101012001001', contest: null });
  const [path = '', query = ''] = stationPath('1101012001001', 'pkwkp').split('?');
  expect(routeOf(path, `?${query}`)).toEqual({ kind: 'station', station: '1101012001001', contest: 'pkwkp' });
});

test.each(['/ppwp', '/ppwp/31/x', '/ppwp/310', '/tps/31', '/PPWP/31', '/ppwp/1101012001001', '/<script>/0'])(
  'routeOf_%s_isUnknown',
  (path) => {
    expect(routeOf(path)).toEqual({ kind: 'unknown' });
  },
);

test('startOf_contestOfOneKabupaten_isThere', () => {
  expect(startOf(['0102'])).toBe('0102');
  expect(startOf(['0'])).toBe('0');
  expect(startOf(['3101', '3102'])).toBe('0');
});
