// Forms as a submitter writes them (docs/wire-protocol.md §6), or as a node offers them again: one a line.
import { instant } from './rows.mjs';

const NUMBER_MAX = 9_999_999;

/**
 * Yields each line as `{station, rank, form, images, recordedAt}`; `form` is null where no node takes it:
 * no JSON, another contest, other choices, a number that is none, another generation, no reason.
 */
export function* rowsOfForms(text, { contest, choices, stations }) {
  for (const line of text.split('\n')) {
    if (line.trim() === '') continue;
    const json = parsed(line);
    const known = json?.contest === contest && (stations?.has(json.station) ?? true);
    const form = known && json.generation === 0 && json.revision >= 1 ? formOf(json, choices) : null;
    yield {
      station: json?.station,
      rank: json === null ? 0 : json.generation * 65536 + json.revision,
      form,
      images: (json?.images ?? []).map((image) => image.sha256).filter((hash) => hash),
      recordedAt: json?.recordedAt ? instant(json.recordedAt) : null,
    };
  }
}

function parsed(line) {
  try {
    return JSON.parse(line);
  } catch {
    return null;
  }
}

/** R08: only a first revision is new; a correction by the recapitulation cites it, a decision names itself. */
function saysWhy(revision, { kind, cites, codes, by }) {
  if (revision > 1 && kind === 'new') return false;
  if (kind === 'recapitulation-correction') return Boolean(cites?.trim());
  return kind !== 'decision' || (codes?.length > 0 && by?.length > 0);
}

function formOf(json, choices) {
  const reason = json.reason ?? { kind: 'new' };
  const who = { method: json.method, decision: reason.kind === 'decision', codes: reason.codes ?? [] };
  const withdrawn = json.votes === null || json.section === 'withdrawal';
  if (withdrawn !== (reason.kind === 'withdrawn') || !saysWhy(json.revision, reason)) return null;
  if (withdrawn) return { kind: 'withdrawn', ...who };
  if (json.votes === undefined) return { kind: 'stored', ...who };
  const votes = choices.map((id) => json.votes[id]);
  const figures = {
    valid: json.valid ?? null,
    invalid: json.invalid ?? null,
    total: json.total ?? null,
    users: json.users?.all?.all ?? null,
    received: json.ballots?.received ?? null,
  };
  const isNumber = (n) => Number.isInteger(n) && n >= 0 && n <= NUMBER_MAX;
  const sound =
    votes.every(isNumber) &&
    Object.keys(json.votes).length === choices.length &&
    Object.values(figures).every((n) => n === null || isNumber(n));
  return sound ? { kind: 'votes', ...who, votes, ...figures } : null;
}
