import { css, html, svg } from 'lit';
import { customElement, property } from 'lit/decorators.js';
import { visibleOn } from '../model/color.js';
import { progressOf, shareOf, sumOfVotes } from '../model/shares.js';
import { timelineTexts } from '../model/texts/timeline.js';
import type { Choice } from '../model/wire.js';
import type { HistoryPoint } from '../model/wire-time.js';
import { PantauElement, shared } from './base.js';
import { dashOf } from './dashes.js';
import { PAPERS } from '../model/papers.js';

/** The exact numbers of one point of the count over time, each choice with the line it has in the chart. */
@customElement('pantau-readout')
export class PantauReadout extends PantauElement {
  static override styles = [
    shared,
    css`
      :host {
        font-size: var(--size-s);
      }
      dl {
        display: grid;
        grid-template-columns: repeat(auto-fill, minmax(11.5rem, 1fr));
        gap: 0.5rem 2rem;
      }
      div {
        display: grid;
        grid-template: 'name name' auto 'votes share' auto / minmax(5.5rem, auto) minmax(0, 1fr);
        gap: 0 0.75rem;
        align-items: baseline;
      }
      dt {
        grid-area: name;
        overflow: hidden;
        text-overflow: ellipsis;
        white-space: nowrap;
      }
      dd {
        font-size: var(--size-l);
        line-height: 1.35;
      }
      .share {
        font-weight: 600;
      }
      svg {
        width: 1.5rem;
        height: 0.5rem;
        margin-right: 0.5rem;
      }
      @media (max-width: 40rem) {
        dl {
          grid-template-columns: minmax(0, 1fr);
          gap: 0.125rem;
        }
        div {
          grid-template: 'name votes share' auto / minmax(0, 1fr) auto 4rem;
        }
        dd {
          font-size: var(--size-m);
          text-align: right;
        }
      }
    `,
  ];

  @property({ attribute: false }) choices: readonly Choice[] = [];
  /** Null before the first form. */
  @property({ attribute: false }) point: HistoryPoint | null = null;
  @property({ type: Number }) expected = 0;

  private one(choice: Choice, sum: number) {
    const votes = this.point?.votes[choice.id] ?? 0;
    const share = shareOf(votes, sum);
    const line = svg`<line x1="0" y1="4" x2="24" y2="4" stroke-width="2.5" stroke=${visibleOn(choice.color, PAPERS, 3)} stroke-dasharray=${dashOf(choice).join(' ')} />`;
    return html`<div data-readout=${choice.id}>
      <dt><svg viewBox="0 0 24 8" aria-hidden="true">${line}</svg>${choice.number} ${choice.shortName}</dt>
      <dd class="votes num">${this.n.integer(votes)}</dd>
      <dd class="share num">${share === null ? '–' : this.n.percent(share)}</dd>
    </div>`;
  }

  override render() {
    const t = timelineTexts(this.language);
    const sum = sumOfVotes(this.point?.votes ?? {}, this.choices);
    const { counted, held } = this.point?.stations ?? { counted: 0, held: 0 };
    const progress = progressOf({ counted, held, expected: this.expected });
    return html`<dl>
      ${this.choices.map((choice) => this.one(choice, sum))}
      <div data-readout="stations">
        <dt>${t.stations} ${t.counted}<span class="quiet">, ${t.held} ${this.n.integer(held)}</span></dt>
        <dd class="votes num">${this.n.integer(counted)}</dd>
        <dd class="share num">${progress === null ? '–' : this.n.percent(progress)}</dd>
      </div>
    </dl>`;
  }
}
