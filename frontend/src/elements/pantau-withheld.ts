import { css, html, nothing } from 'lit';
import { customElement, property } from 'lit/decorators.js';
import { wireLanguage } from '../model/language.js';
import { exactTime } from '../model/moments.js';
import type { Withheld } from '../model/wire.js';
import { PantauElement, shared } from './base.js';

/**
 * What stands where a place's numbers would while an office withholds them: who, why, since when,
 * until when. No number is ever taken away in silence.
 */
@customElement('pantau-withheld')
export class PantauWithheld extends PantauElement {
  static override styles = [
    shared,
    css`
      :host {
        max-width: 46rem;
        border-top: 1px solid var(--ink);
        padding-top: 1rem;
      }
      h2 {
        font-size: var(--size-xl);
        font-weight: 600;
        letter-spacing: -0.008em;
        text-wrap: balance;
      }
      .reason {
        max-width: 46ch;
        margin: 0.5rem 0 1.25rem;
        font-size: var(--size-l);
        text-wrap: pretty;
      }
      dl {
        border-bottom: 1px solid var(--line);
      }
      dl div {
        display: grid;
        grid-template-columns: var(--term, 9rem) minmax(0, 1fr);
        gap: 0 1rem;
        padding: 0.5rem 0;
        border-top: 1px solid var(--line);
        font-size: var(--size-m);
      }
      .note {
        margin: 0.75rem 0;
      }
      @media (max-width: 40rem) {
        dl div {
          grid-template-columns: minmax(0, 1fr);
        }
      }
    `,
  ];

  @property({ attribute: false }) withheld: Withheld | null = null;
  /** True on a station's page. */
  @property({ type: Boolean }) station = false;

  override render() {
    const { withheld, t } = this;
    if (!withheld) return nothing;
    const { states } = t;
    const until = withheld.until ? exactTime(withheld.until, this.language) : states.withheldOpen;
    const row = (name: string, value: string, key: string) =>
      html`<div><dt class="quiet">${name}</dt><dd class="num" data-withheld=${key}>${value}</dd></div>`;
    return html`
      <h2>${this.station ? states.withheldStationTitle : states.withheldTitle}</h2>
      <p class="reason" data-withheld="reason" lang=${wireLanguage(this.language)}>${this.worded(withheld.reason)}</p>
      <dl>
        ${row(states.withheldBy, withheld.office, 'office')}
        ${row(states.withheldSince, exactTime(withheld.since, this.language), 'since')}
        ${row(states.withheldUntil, until, 'until')}
      </dl>
      <p class="note">${states.withheldNote}</p>
    `;
  }
}
