import type { Finding, Revision } from '../../model/wire-station.js';

/** One figure of a comparison: which row of the paper, or the sum of the choices. */
export interface Operand {
  readonly row: 'sum' | 'valid' | 'invalid' | 'total' | 'users' | 'ballots';
  readonly value: number | null;
}

/** Sum of the choices' votes; null where there are none. */
function sumOf({ votes }: Revision): number | null {
  const all = Object.values(votes ?? {});
  return all.length === 0 ? null : all.reduce((sum, vote) => sum + vote, 0);
}

/**
 * The figures that a rule of the result compares, in its own order, so that why a form is held can
 * be read beside the words; nothing for a rule that compares none.
 */
export function comparedBy({ code }: Finding, form: Revision): readonly Operand[] {
  const of = {
    sum: sumOf(form),
    valid: form.valid ?? null,
    invalid: form.invalid ?? null,
    total: form.total ?? null,
    users: form.users?.all?.all ?? null,
    ballots: form.ballots?.received ?? null,
  };
  const rows: Readonly<Record<string, readonly Operand['row'][]>> = {
    T00: ['valid', 'total'],
    T01: ['valid', 'sum'],
    T02: ['total', 'valid', 'invalid'],
    T04: ['sum', 'users'],
    T06: ['sum', 'total', 'ballots'],
  };
  return (rows[code] ?? []).map((row) => ({ row, value: of[row] }));
}

/** The rules that hold a form before those that only say something of it. */
export function holdingFirst(findings: readonly Finding[]): readonly Finding[] {
  const holds = ({ code }: Finding) => code.startsWith('T');
  return [...findings.filter(holds), ...findings.filter((one) => !holds(one))];
}
