const CHOICES_2024 = ['100025', '100026', '100027'] as const;
/** The choices of the invented election `contoh`. */
export const CHOICES_CONTOH = ['900001', '900002', '900003'] as const;

/** A form that adds up, as a person would have typed it: `first` votes for the first choice, 50 and 25 for the others. */
export function form(
  station: string,
  revision: number,
  first: number,
  more: object,
  [one, two, three]: readonly [string, string, string] = CHOICES_2024,
) {
  const sum = first + 50 + 25;
  return {
    ...{ contest: 'ppwp', station, generation: 0, revision, method: 'double', recordedAt: '2024-02-14T18:00:00+07:00' },
    ...{ votes: { [one]: first, [two]: 50, [three]: 25 }, valid: sum, invalid: 5, total: sum + 5 },
    registered: { all: 250, male: 120, female: 130 },
    users: {
      ...{ dpt: { all: sum + 5, male: 80, female: sum - 75 }, dptb: { all: 0, male: 0, female: 0 } },
      ...{ dpk: { all: 0, male: 0, female: 0 }, all: { all: sum + 5, male: 80, female: sum - 75 } },
    },
    ...more,
  };
}

/** The reason of a form that corrects an earlier one. */
export function correction(note: string) {
  return { reason: { kind: 'transcription-correction', note, codes: [], by: [], cites: null } };
}
