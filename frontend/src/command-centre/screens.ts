import { html } from 'lit';
import type { Language } from '../model/language.js';
import type { CommandParts } from './base.js';
import type { Screen } from './live/route.js';
import './pantau-path-screen.js';

/** The screen of an address; each draws itself from the parts. */
export function screenOfKind(screen: Screen, parts: CommandParts, language: Language) {
  switch (screen.kind) {
    case 'path':
      return html`<pantau-path-screen .language=${language} .parts=${parts}></pantau-path-screen>`;
    case 'country':
    case 'held':
    case 'form':
    case 'life':
    case 'acts':
    case 'submitters':
    case 'trail':
    case 'unknown':
      return undefined;
  }
}
