import { type Language, languageOf } from '../model/language.js';
import { Store } from './store.js';

export type Theme = 'system' | 'light' | 'dark';

const LANGUAGE_KEY = 'pantau.language';
const THEME_KEY = 'pantau.theme';

/** Storage that may be switched off by the reader's browser: then a choice lasts for the visit. */
function read(key: string): string | null {
  try {
    return localStorage.getItem(key);
  } catch {
    return null;
  }
}

function write(key: string, value: string): void {
  try {
    localStorage.setItem(key, value);
  } catch {
    // Nothing is lost but the memory of the choice.
  }
}

function themeOf(text: string | null): Theme {
  return text === 'light' || text === 'dark' ? text : 'system';
}

/** What the reader chose, kept on this device only. */
export class Preferences {
  readonly language = new Store<Language>(languageOf(read(LANGUAGE_KEY)));
  readonly theme = new Store<Theme>(themeOf(read(THEME_KEY)));

  speak(language: Language): void {
    this.language.set(language);
    write(LANGUAGE_KEY, language);
  }

  wear(theme: Theme): void {
    this.theme.set(theme);
    write(THEME_KEY, theme);
  }
}
