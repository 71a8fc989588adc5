import { html } from 'lit';
import type { Language } from '../model/language.js';
import type { CommandParts } from './base.js';
import type { Screen } from './live/route.js';
import './pantau-acts-screen.js';
import './pantau-bulk-screen.js';
import './pantau-country-screen.js';
import './pantau-form-screen.js';
import './pantau-held-screen.js';
import './pantau-life-screen.js';
import './pantau-path-screen.js';
import './pantau-submitters-screen.js';
import './pantau-trail-screen.js';
import './pantau-webhooks-screen.js';

/** The screen of an address; each draws itself from the parts. */
export function screenOfKind(screen: Screen, parts: CommandParts, language: Language) {
  switch (screen.kind) {
    case 'path':
      return html`<pantau-path-screen .language=${language} .parts=${parts}></pantau-path-screen>`;
    case 'held':
      return html`<pantau-held-screen .language=${language} .parts=${parts} .filter=${screen.filter}></pantau-held-screen>`;
    case 'bulk':
      return html`<pantau-bulk-screen .language=${language} .parts=${parts} .filter=${screen.filter}></pantau-bulk-screen>`;
    case 'form':
      return html`<pantau-form-screen .language=${language} .parts=${parts} .contest=${screen.contest} .station=${screen.station}></pantau-form-screen>`;
    case 'country':
      return html`<pantau-country-screen .language=${language} .parts=${parts} ?silent=${screen.silent} .contest=${screen.contest}></pantau-country-screen>`;
    case 'life':
      return html`<pantau-life-screen .language=${language} .parts=${parts} .contest=${screen.contest} .station=${screen.station} .receipt=${screen.receipt}></pantau-life-screen>`;
    case 'trail':
      return html`<pantau-trail-screen .language=${language} .parts=${parts}></pantau-trail-screen>`;
    case 'acts':
      return html`<pantau-acts-screen .language=${language} .parts=${parts}></pantau-acts-screen>`;
    case 'submitters':
      return html`<pantau-submitters-screen .language=${language} .parts=${parts}></pantau-submitters-screen>`;
    case 'webhooks':
      return html`<pantau-webhooks-screen .language=${language} .parts=${parts}></pantau-webhooks-screen>`;
    case 'unknown':
      return undefined;
  }
}
