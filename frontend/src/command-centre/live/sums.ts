import type { TypedFigures } from './wire.js';

/** Figures as a person types them: null where nothing is typed yet. */
export interface Typing {
  readonly votes: Readonly<Record<string, number | null>>;
  readonly valid: number | null;
  readonly invalid: number | null;
  readonly total: number | null;
}

export type RuleState = 'holds' | 'fails' | 'open';
export type SumRule = 'T01' | 'T02' | 'T04' | 'T06';

/** The sum of what is typed for the choices; null while one is missing. */
export function sigma(typing: Typing): number | null {
  const votes = Object.values(typing.votes);
  return votes.length === 0 || votes.includes(null) ? null : votes.reduce<number>((sum, vote) => sum + (vote ?? 0), 0);
}

const state = (holds: boolean | null): RuleState => (holds === null ? 'open' : holds ? 'holds' : 'fails');

/**
 * What the arithmetic says of what is typed so far, as backend/…/rules says it: a rule without one of
 * its operands is open.
 *
 * @param users how many voted, as the form says; null where it does not
 * @param ballots ballot papers at the most; null where there is no limit
 */
export function rulesOf(typing: Typing, users: number | null, ballots: number | null): Readonly<Record<SumRule, RuleState>> {
  const sum = sigma(typing);
  const { valid, invalid, total } = typing;
  return {
    T01: state(sum === null || valid === null ? null : sum === valid),
    T02: state(valid === null || invalid === null || total === null ? null : total === valid + invalid),
    T04: state(sum === null || users === null ? null : sum <= users),
    T06: state(sum === null || total === null || ballots === null ? null : sum <= ballots && total <= ballots),
  };
}

/** The figures when all of them are there and whole. */
export function whole(typing: Typing): TypedFigures | null {
  const { valid, invalid, total } = typing;
  if (sigma(typing) === null || valid === null || invalid === null || total === null) return null;
  const all = [...Object.values(typing.votes), valid, invalid, total];
  if (all.some((value) => value === null || !Number.isInteger(value) || value < 0 || value > 9_999_999)) return null;
  return { votes: typing.votes as Readonly<Record<string, number>>, valid, invalid, total };
}

/** What stands in a field: a whole number, or nothing. */
export function typed(text: string): number | null {
  return /^\d{1,7}$/.test(text.trim()) ? Number(text.trim()) : null;
}
