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
        display: grid;
        grid-template-columns: repeat(5, minmax(0, 1fr));
        gap: 0 1.5rem;
        margin-top: 0.75rem;
        padding: 0.75rem 0 0.875rem;
        border-top: 1px solid var(--ink);
        border-bottom: 1px solid var(--line);
      }
      dl div {
        display: grid;
        grid-template-rows: auto 1fr auto;
      }
      dt {
        grid-row: 2;
        font-size: var(--size-s);
      }
      dd {
        grid-row: 1;
        font-size: var(--size-xl);
        line-height: 1.3;
      }
      .from {
        grid-row: 3;
        font-size: var(--size-s);
      }
      @media (max-width: 56rem) {
        dl {
          display: block;
          padding: 0;
          border-bottom: 0;
        }
        dl div {
          grid-template: 'name value' auto 'from value' auto / minmax(0, 1fr) auto;
          column-gap: 1rem;
          align-items: baseline;
          padding: 0.5rem 0;
          border-bottom: 1px solid var(--line);
        }
        dt {
          grid-area: name;
          font-size: inherit;
        }
        dd {
          grid-area: value;
          font-size: var(--size-l);
        }
        .from {
          grid-area: from;
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
