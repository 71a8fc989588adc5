// The rules that can hold a form, from domain.md §3. A rule is skipped when an operand is absent.

/** Ballot papers of a station in 2024: 300 voters + 2 %. */
export const BALLOTS_MAX = 306;

/** Overseas has no capacity. */
const overseas = (station) => station.startsWith('99');

/** The T rules that a form fails, in the order of the law. */
export function failures(station, form) {
  const { votes, valid, invalid, total, users, received } = form;
  const sum = votes.reduce((a, b) => a + b, 0);
  const capacity = Math.min(BALLOTS_MAX, received ?? BALLOTS_MAX);
  const failed = [];
  if (valid === null || total === null) failed.push('T00');
  if (valid !== null && valid !== sum) failed.push('T01');
  if (total !== null && valid !== null && invalid !== null && total !== valid + invalid) {
    failed.push('T02');
  }
  if (users !== null && sum > users) failed.push('T04');
  if (!overseas(station) && (sum > capacity || (total ?? 0) > capacity)) failed.push('T06');
  return failed;
}

/** True where a person has agreed with the transcription, or decided. */
export const isByPerson = (form) => form.method !== 'machine' || form.decision === true;

/**
 * True where the form waits for a person: a machine's with any failure, anyone's above twice the maximum
 * unless a decision overrides T06.
 */
export function isHeld(station, form, failed) {
  if (failed.length > 0 && !isByPerson(form)) return true;
  const overridden = form.decision === true && form.codes.includes('T06');
  const sum = form.votes.reduce((a, b) => a + b, 0);
  return !overridden && !overseas(station) && Math.max(sum, form.total ?? 0) > 2 * BALLOTS_MAX;
}
