import { css, html } from 'lit';
import { customElement, property } from 'lit/decorators.js';
import { styleMap } from 'lit/directives/style-map.js';
import { readable } from '../model/names.js';
import { progressOf, shareOf, sumOfVotes } from '../model/shares.js';
import { type AnyRow, type Choice, isOpen } from '../model/wire.js';
import { PantauElement, shared } from './base.js';
import { fillOf } from '../model/fill.js';

/** One place on a wall: its name, a bar and a share per choice, how far its count is. Sizes are em of the wall. */
@customElement('pantau-wall-place')
export class PantauWallPlace extends PantauElement {
  static override styles = [
    shared,
    css`
      h2 {
        overflow: hidden;
        font-size: 1.5em;
        font-weight: 600;
        letter-spacing: -0.015em;
        line-height: 1.15;
        text-overflow: ellipsis;
        white-space: nowrap;
      }
      .coverage {
        margin-top: 0.15em;
        color: var(--ink-2);
        font-size: 0.95em;
      }
      ol {
        display: grid;
        gap: 0.45em;
        margin-top: 0.7em;
      }
      li {
        display: grid;
        grid-template-columns: 0.9em minmax(0, 1fr) 4em;
        gap: 0.5em;
        align-items: center;
        font-size: 1.15em;
        line-height: 1.1;
      }
      .number {
        font-weight: 300;
      }
      .bar {
        height: 0.55em;
        background: linear-gradient(var(--line), var(--line)) 0 100% / 100% 1px no-repeat;
      }
      .bar i {
        display: block;
        height: 100%;
      }
      .share {
        font-weight: 600;
        text-align: right;
      }
      small {
        font-size: 0.65em;
        font-weight: 400;
      }
      .many {
        grid-template-columns: repeat(3, minmax(0, 1fr));
        gap: 0.35em 1em;
      }
      .many li {
        grid-template-columns: 1.3em minmax(0, 1fr);
        font-size: 0.95em;
      }
      .many .bar {
        display: none;
      }
    `,
  ];

  @property({ attribute: false }) row: AnyRow | null = null;
  @property({ attribute: false }) choices: readonly Choice[] = [];
  /** From here on choices are listed as numbers alone: a wall has no room for so many bars. */
  private readonly barsMax = 6;

  override render() {
    const { row, choices } = this;
    if (!row) return html`<h2>&nbsp;</h2>`;
    if (!isOpen(row)) {
      return html`<h2>${readable(row.name)}</h2>
        <p class="coverage" data-withheld>${this.t.states.withheld}</p>`;
    }
    const sum = sumOfVotes(row.totals.votes, choices);
    const progress = progressOf(row.stations);
    return html`
      <h2>${readable(row.name)}</h2>
      <p class="coverage num">${progress === null ? this.t.noStations : this.t.progress(this.n.percent(progress))}</p>
      <ol class=${choices.length > this.barsMax ? 'many' : ''}>
        ${choices.map((choice) => {
          const share = shareOf(row.totals.votes[choice.id] ?? 0, sum);
          return html`<li>
            <span class="number num" aria-label=${choice.shortName}>${choice.number}</span>
            <span class="bar" aria-hidden="true"
              ><i style=${styleMap({ width: `${share ?? 0}%`, background: fillOf(choice) })}></i
            ></span>
            <span class="share num">${share === null ? '–' : html`${this.n.share(share)}<small> %</small>`}</span>
          </li>`;
        })}
      </ol>
    `;
  }
}
