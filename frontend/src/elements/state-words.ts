import type { Language } from '../model/language.js';
import { clockTime } from '../model/moments.js';
import type { CountState } from '../model/states.js';
import type { Catalogue } from '../model/texts-id.js';

/** A state of the count in a word and a sentence. */
export interface StateWords {
  readonly word: string;
  readonly more: string;
}

/** How a state is said, on screen and by a screen reader; null where nothing needs saying. */
export function stateWords(state: CountState, t: Catalogue, language: Language): StateWords | null {
  const { states } = t;
  switch (state.kind) {
    case 'waiting':
      return { word: states.waiting, more: states.waitingMore };
    case 'finished':
      return { word: states.finished, more: states.finishedMore };
    case 'stale': {
      const time = clockTime(state.since, language);
      return { word: states.stale, more: state.reason === 'unheard' ? states.staleUnheard(time) : states.staleQuiet(time) };
    }
    case 'withheld':
      return { word: states.withheld, more: '' };
    case 'unknown':
    case 'counting':
      return null;
  }
}
