/** A form as a regional office would send it: three choices, sums that agree, the administrative section whole. */
export function form(station: string, revision: number, first: number, more: object = {}): Readonly<Record<string, unknown>> {
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
