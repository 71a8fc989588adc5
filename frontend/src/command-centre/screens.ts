import { html } from 'lit';
import type { Language } from '../model/language.js';
import type { CommandParts } from './base.js';
import type { Screen } from './live/route.js';
import './pantau-form-screen.js';
import './pantau-held-screen.js';
import './pantau-path-screen.js';

/** The screen of an address; each draws itself from the parts. */
export function screenOfKind(screen: Screen, parts: CommandParts, language: Language) {
  switch (screen.kind) {
    case 'path':
      return html`<pantau-path-screen .language=${language} .parts=${parts}></pantau-path-screen>`;
    case 'held':
      return html`<pantau-held-screen .language=${language} .parts=${parts} .rule=${screen.rule} .area=${screen.area}></pantau-held-screen>`;
    case 'form':
      return html`<pantau-form-screen .language=${language} .parts=${parts} .contest=${screen.contest} .station=${screen.station}></pantau-form-screen>`;
    case 'country':
    case 'life':
    case 'acts':
    case 'submitters':
    case 'trail':
    case 'unknown':
      return undefined;
  }
}
