import { css, html } from 'lit';
import { customElement, property } from 'lit/decorators.js';
import { shareOf } from '../model/shares.js';
import type { Totals } from '../model/wire.js';
import { PantauElement, shared } from './base.js';

/** The administrative figures, each with the stations it is the sum of, and the turnout. */
@customElement('pantau-figures')
export class PantauFigures extends PantauElement {
  static override styles = [
    shared,
    css`
      dl {
        margin-top: 0.75rem;
        border-top: 1px solid var(--ink);
      }
      dl div {
        display: grid;
        grid-template: 'name value' auto 'from value' auto / minmax(0, 1fr) auto;
        column-gap: 1rem;
        align-items: baseline;
        padding: 0.4375rem 0;
        border-bottom: 1px solid var(--line);
      }
      dt {
        grid-area: name;
        font-size: var(--size-m);
        line-height: 1.35;
      }
      dd {
        grid-area: value;
        font-size: var(--size-l);
      }
      .from {
        grid-area: from;
        font-size: var(--size-s);
        line-height: 1.35;
      }
      @media (min-width: 72rem) {
        dl div {
          grid-template: 'name from value' auto / auto auto minmax(0, 1fr);
        }
        dd {
          text-align: right;
        }
      }
      /* Asked of the element and in units of its text: also a wide screen is narrow to large text. */
      :host {
        container-type: inline-size;
      }
      @container (max-width: 15rem) {
        dl div {
          grid-template: 'name' auto 'value' auto 'from' auto / minmax(0, 1fr);
        }
        dd.from {
          white-space: normal;
        }
      }
      .note {
        margin-top: 0.75rem;
      }
    `,
  ];

  /** Null while nothing is known. */
  @property({ attribute: false }) totals: Totals | null = null;

  private row(name: string, value: string, stations: number | null) {
    return html`<div>
      <dt>${name}</dt>
      <dd class="num">${value}</dd>
      <dd class="from quiet num">
        ${stations === null ? '\u00a0' : this.t.fromStations(this.n.integer(stations))}
      </dd>
    </div>`;
  }

  override render() {
    const { totals } = this;
    const turnout = totals?.turnout;
    const part = turnout ? shareOf(turnout.users, turnout.registered) : null;
    const figure = (name: string, key: 'valid' | 'invalid' | 'registered' | 'users') => {
      const known = totals?.[key];
      return this.row(name, known ? this.n.integer(known.value) : '\u00a0', known ? known.stations : null);
    };
    return html`
      <h2>${this.t.figures}</h2>
      <dl>
        ${figure(this.t.valid, 'valid')} ${figure(this.t.invalid, 'invalid')}
        ${figure(this.t.registered, 'registered')} ${figure(this.t.users, 'users')}
        ${this.row(
          this.t.turnout,
          part === null ? (turnout ? '–' : '\u00a0') : this.n.percent(part),
          turnout ? turnout.stations : null,
        )}
      </dl>
      <p class="note">${this.t.figuresNote}</p>
    `;
  }
}
