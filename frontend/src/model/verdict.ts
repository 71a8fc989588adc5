import type { Finding, Revision } from './wire-station.js';

/**
 * The two questions of a form, kept apart (domain rules T and A/W/X): is the transcription equal to
 * the paper, and does the paper add up?
 */
export interface Verdict {
  readonly transcription: 'proven' | 'doubted' | 'waiting' | 'one' | 'two';
  /** The rules that make the transcription doubtful. */
  readonly doubts: readonly Finding[];
  /** Before the transcription is certain nothing can be said (`open`), or only that something does not agree (`unsure`). */
  readonly paper: 'agrees' | 'flagged' | 'unsure' | 'open';
  /** The rules that the paper itself breaks. */
  readonly flags: readonly Finding[];
}

/** T00 … T07: the rules by which a machine's reading proves itself. */
const OF_TRANSCRIPTION = 'T';

/**
 * Answers both questions for a form with votes. A T rule that a machine's reading breaks casts doubt
 * on the reading; one that a form broke which a person agreed with is the paper's own.
 */
export function verdictOf(form: Revision): Verdict {
  const findings = form.findings ?? [];
  const person = form.method !== 'machine';
  const doubts = person ? [] : findings.filter(({ code }) => code.startsWith(OF_TRANSCRIPTION));
  const flags = findings.filter((finding) => !doubts.includes(finding));
  const transcription =
    form.method === 'double' ? 'two' : form.method === 'single' ? 'one' : doubts.length > 0 ? 'doubted' : standing(form);
  const certain = transcription !== 'doubted' && transcription !== 'waiting';
  const paper = certain ? (flags.length > 0 ? 'flagged' : 'agrees') : flags.length > 0 ? 'unsure' : 'open';
  return { transcription, doubts, paper, flags };
}

/** A machine's reading that breaks no rule: proven where it counts; held where a person's word stands against it. */
function standing(form: Revision): 'proven' | 'waiting' {
  return (form.was ?? form.status) === 'held' ? 'waiting' : 'proven';
}
