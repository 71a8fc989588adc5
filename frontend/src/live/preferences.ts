import { type Language, languageOf } from '../model/language.js';
import { STATION_LEVEL, levelOf } from '../model/places.js';
import { loadTexts } from '../model/texts.js';
import { Store } from './store.js';

export type Theme = 'system' | 'light' | 'dark';

/** The reader's own station, as its link says it: "TPS 12", "MENTENG". */
export interface MyStation {
  readonly code: string;
  readonly name: string;
  readonly village: string;
}

const LANGUAGE_KEY = 'pantau.language';
const THEME_KEY = 'pantau.theme';
const ANNOUNCE_KEY = 'pantau.announce';
const STATION_KEY = 'pantau.station';

/** Storage that may be switched off by the reader's browser: then a choice lasts for the visit. */
function read(key: string): string | null {
  try {
    return localStorage.getItem(key);
  } catch {
    return null;
  }
}

function write(key: string, value: string | null): void {
  try {
    if (value === null) localStorage.removeItem(key);
    else localStorage.setItem(key, value);
  } catch {
    // Nothing is lost but the memory of the choice.
  }
}

function themeOf(text: string | null): Theme {
  return text === 'light' || text === 'dark' ? text : 'system';
}

function stationOf(text: string | null): MyStation | null {
  try {
    const { code, name, village } = JSON.parse(text ?? '{}') as Partial<MyStation>;
    if (!code || levelOf(code) !== STATION_LEVEL) return null;
    return { code, name: name ?? code, village: village ?? '' };
  } catch {
    return null;
  }
}

/** What the reader chose, kept on this device only and never sent. */
export class Preferences {
  /** The language that is spoken now: a begun one takes over when its sentences have come. */
  readonly language = new Store<Language>('id');
  readonly theme = new Store<Theme>(themeOf(read(THEME_KEY)));
  /** Whether a screen reader is told of new numbers. */
  readonly announce = new Store<boolean>(read(ANNOUNCE_KEY) !== 'off');
  readonly station = new Store<MyStation | null>(stationOf(read(STATION_KEY)));
  private wanted: Language = languageOf(read(LANGUAGE_KEY));

  constructor() {
    void this.turn();
  }

  speak(language: Language): void {
    this.wanted = language;
    write(LANGUAGE_KEY, language);
    void this.turn();
  }

  wear(theme: Theme): void {
    this.theme.set(theme);
    write(THEME_KEY, theme);
  }

  tell(announce: boolean): void {
    this.announce.set(announce);
    write(ANNOUNCE_KEY, announce ? 'on' : 'off');
  }

  /** Remembers a station as the reader's own, or forgets it. */
  remember(station: MyStation | null): void {
    this.station.set(station);
    write(STATION_KEY, station && JSON.stringify(station));
  }

  private async turn(): Promise<void> {
    const { wanted } = this;
    if (wanted === 'id' || wanted === 'en') {
      this.language.set(wanted);
      return;
    }
    try {
      await loadTexts(wanted);
    } catch {
      // The sentences did not come: the language before goes on, and the choice is kept for the next visit.
      return;
    }
    if (this.wanted === wanted) this.language.set(wanted);
  }
}
