import type { Language } from './language.js';
import { exactTime } from './moments.js';
import { readable } from './names.js';
import { numbersOf } from './numbers.js';
import type { Manner } from './route.js';
import { shareOf, sumOfVotes } from './shares.js';
import { textsOf } from './texts.js';
import { basisTexts } from './texts/basis.js';
import { momentTexts } from './texts/moment.js';
import type { Choice, Results } from './wire.js';

/** What a screen reader hears of a standing: of when it is, whether it is checked, coverage, every share. */
export function spokenStanding(
  results: Results,
  choices: readonly Choice[],
  manner: Manner,
  language: Language,
): readonly string[] {
  const [texts, numbers] = [textsOf(language), numbersOf(language)];
  const sum = sumOfVotes(results.totals.votes, choices);
  const shares = choices.map((choice) => {
    const share = shareOf(results.totals.votes[choice.id] ?? 0, sum);
    return `${choice.shortName} ${share === null ? '–' : numbers.percent(share)}`;
  });
  const { counted, expected } = results.stations;
  const coverage = texts.ofStations(numbers.integer(counted), numbers.integer(expected));
  const at = results.at ? momentTexts(language).standingAt(exactTime(results.at, language)) : '';
  const sent = manner.sent ? basisTexts(language).unchecked : '';
  return [at, sent, texts.spoken(readable(results.name), coverage, shares.join(', '))];
}
