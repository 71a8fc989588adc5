import type { Choice } from './wire.js';
import type { Revision } from './wire-station.js';

/**
 * The figures of a form by the names they have on the wire (`users.dpt.all`, `votes.100025`), in the
 * order of the paper: C.HASIL-PPWP, PKPU 25/2023, Lampiran XVI.
 */

/** The rows of sections I.A, I.B, II and V, as the catalogue labels them. */
export const PAPER = {
  registered: ['registered'],
  users: ['users.dpt', 'users.dptb', 'users.dpk', 'users.all'],
  ballots: ['ballots.received', 'ballots.used', 'ballots.returned', 'ballots.unused'],
  validity: ['valid', 'invalid', 'total'],
} as const;

export type PaperRow = (typeof PAPER)[keyof typeof PAPER][number];
export const SEXES = ['male', 'female', 'all'] as const;

/** One figure of the form, null where the paper did not say. */
export function figureAt(form: Revision, field: string): number | null {
  let at: unknown = form;
  for (const key of field.split('.')) {
    if (typeof at !== 'object' || at === null) return null;
    at = (at as Readonly<Record<string, unknown>>)[key];
  }
  return typeof at === 'number' ? at : null;
}

/** Every figure a form can carry, in the order of the paper. */
export function fieldsOf(choices: readonly Choice[]): readonly string[] {
  return [
    ...[...PAPER.registered, ...PAPER.users].flatMap((row) => SEXES.map((sex) => `${row}.${sex}`)),
    ...PAPER.ballots,
    ...choices.map((choice) => `votes.${choice.id}`),
    ...PAPER.validity,
  ];
}

export interface FigureChange {
  readonly field: string;
  readonly before: number | null;
  readonly after: number | null;
}

/** What a revision wrote otherwise than the one before it, in the order of the paper. */
export function changedFigures(
  before: Revision,
  after: Revision,
  choices: readonly Choice[],
): readonly FigureChange[] {
  return fieldsOf(choices)
    .map((field) => ({ field, before: figureAt(before, field), after: figureAt(after, field) }))
    .filter((change) => change.before !== change.after);
}

/**
 * The row of the paper beside which a finding stands: that of its first field that is on the paper.
 * `users.all.all` stands in `users.all`, `votes.100025` in itself, `votes` in `votes`.
 */
export function rowOfFinding(fields: readonly string[], choices: readonly Choice[]): string | null {
  const rows: readonly string[] = Object.values(PAPER).flat();
  for (const field of fields) {
    if (field === 'votes' || choices.some((choice) => field === `votes.${choice.id}`)) return field;
    const row = rows.find((name) => field === name || field.startsWith(`${name}.`));
    if (row) return row;
    const section = rows.find((name) => name.startsWith(`${field}.`));
    if (section) return section;
  }
  return null;
}
