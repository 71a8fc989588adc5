import { expect, test } from 'vitest';
import { PLAIN, areaPath, routeOf, startOf, stationPath } from './route.js';

test('routeOf_root_isHome', () => {
  expect(routeOf('/')).toEqual({ kind: 'home', manner: PLAIN });
});

test('routeOf_area_roundTrips', () => {
  expect(routeOf(areaPath('ppwp', '3171'))).toEqual({ kind: 'area', contest: 'ppwp', area: '3171', manner: PLAIN });
  expect(routeOf(areaPath('pkwkk-0102', '0102'))).toEqual({ kind: 'area', contest: 'pkwkk-0102', area: '0102', manner: PLAIN });
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

test('routeOf_areaInAManner_roundTrips', () => {
  const manner = { at: '2024-02-15T19:30:00.5+07:00', sent: true, wall: true };
  const [path = '', query = ''] = areaPath('ppwp', '31', manner).split('?');
  expect(routeOf(path, `?${query}`)).toEqual({ kind: 'area', contest: 'ppwp', area: '31', manner });
});

test.each(['yesterday', '2024-02-31', '2024-13-01T00:00:00Z', '1', ''])('routeOf_atThatIsNoInstant_%s_isNow', (at) => {
  expect(routeOf('/ppwp/31', `?at=${at}`)).toEqual({ kind: 'area', contest: 'ppwp', area: '31', manner: PLAIN });
});
