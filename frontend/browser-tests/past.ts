import type { OpenResults } from './api.js';
import type { CorrectionsBody, HistoryBody } from '../src/model/wire-time.js';
import type { Shown } from './test.js';

/** The API's own words on what was: to hold the pages against. */

async function get<T>(url: string): Promise<T> {
  const response = await fetch(url);
  if (!response.ok) throw new Error(`${url}: ${response.status}`);
  return (await response.json()) as T;
}

export function earlier(base: string, area: string, at: string): Promise<OpenResults> {
  return get<OpenResults>(`${base}/api/v1/results/ppwp/${area}?at=${encodeURIComponent(at)}`);
}

export function history(base: string, area: string): Promise<HistoryBody> {
  return get<HistoryBody>(`${base}/api/v1/history/ppwp/${area}`);
}

export function corrections(base: string, area: string): Promise<CorrectionsBody> {
  return get<CorrectionsBody>(`${base}/api/v1/corrections/ppwp/${area}`);
}

/** What a page must show of a body, with the votes as they were sent. */
export function sentAsShown(body: OpenResults): Shown {
  return {
    position: `${body.position.epoch}·${body.position.revision}`,
    votes: body.totals.asSent ?? {},
    counted: body.stations.counted,
    held: body.stations.held,
  };
}

/** A form of a station as two people agree on it: 50 and 25 votes for the second and third choice. */
export function doubleForm(station: string, revision: number, first: number, more: object = {}) {
  const sum = first + 50 + 25;
  return {
    ...{ contest: 'ppwp', station, generation: 0, revision, method: 'double', recordedAt: '2024-02-14T18:00:00+07:00' },
    ...{ votes: { '100025': first, '100026': 50, '100027': 25 }, valid: sum, invalid: 5, total: sum + 5 },
    registered: { all: 250, male: 120, female: 130 },
    users: {
      ...{ dpt: { all: sum + 5, male: 80, female: sum - 75 }, dptb: { all: 0, male: 0, female: 0 } },
      ...{ dpk: { all: 0, male: 0, female: 0 }, all: { all: sum + 5, male: 80, female: sum - 75 } },
    },
    ...more,
  };
}
