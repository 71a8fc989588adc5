import { css, html, nothing } from 'lit';
import { customElement, property, state } from 'lit/decorators.js';
import { sampled } from '../model/history.js';
import { exactTime } from '../model/moments.js';
import { shareOf, sumOfVotes } from '../model/shares.js';
import { timelineTexts } from '../model/texts/timeline.js';
import type { Choice } from '../model/wire.js';
import type { HistoryPoint } from '../model/wire-time.js';
import { PantauElement, shared } from './base.js';

/** More rows than this nobody reads or listens to. */
const ROWS_MAX = 25;

/** The count over time as a table, for who reads numbers rather than curves; drawn only where it is asked for. */
@customElement('pantau-timeline-table')
export class PantauTimelineTable extends PantauElement {
  static override styles = [
    shared,
    css`
      :host {
        font-size: var(--size-s);
      }
      summary {
        display: inline-flex;
        gap: 0.5rem;
        align-items: center;
        min-height: 2rem;
        cursor: pointer;
      }
      summary::before {
        content: '';
        width: 0.4rem;
        height: 0.4rem;
        border: solid currentColor;
        border-width: 0 1.5px 1.5px 0;
        rotate: -45deg;
      }
      details[open] summary::before {
        rotate: 45deg;
      }
      summary:focus-visible,
      .scroll:focus-visible {
        outline: 2px solid var(--focus);
        outline-offset: 2px;
      }
      .scroll {
        position: relative;
        overflow-x: auto;
        border-top: 1px solid var(--ink);
      }
      table {
        width: 100%;
        border-collapse: collapse;
        font-variant-numeric: tabular-nums lining-nums;
      }
      th,
      td {
        padding: 0.3125rem 0 0.3125rem 1rem;
        border-bottom: 1px solid var(--line);
        font-weight: 400;
        text-align: right;
        white-space: nowrap;
      }
      th:first-child {
        padding-left: 0;
        text-align: left;
      }
      thead th {
        color: var(--ink-2);
        border-bottom-color: var(--line-2);
      }
    `,
  ];

  @property({ attribute: false }) choices: readonly Choice[] = [];
  @property({ attribute: false }) points: readonly HistoryPoint[] = [];
  @state() private open = false;

  private row(point: HistoryPoint) {
    const sum = sumOfVotes(point.votes, this.choices);
    return html`<tr>
      <th scope="row">${exactTime(point.at, this.language)}</th>
      ${this.choices.map((choice) => {
        const votes = point.votes[choice.id] ?? 0;
        const share = shareOf(votes, sum);
        return html`<td>${this.n.integer(votes)}</td>
          <td>${share === null ? '–' : this.n.percent(share)}</td>`;
      })}
      <td>${this.n.integer(point.stations.counted)}</td>
      <td>${this.n.integer(point.stations.held)}</td>
    </tr>`;
  }

  private table() {
    const t = timelineTexts(this.language);
    const rows = sampled(this.points, ROWS_MAX);
    return html`<p class="note">${t.tableNote(this.n.integer(rows.length), this.n.integer(this.points.length))}</p>
      <div class="scroll" role="region" aria-label=${t.table} tabindex="0">
        <table>
          <caption class="unseen">${t.table}</caption>
          <thead>
            <tr>
              <th scope="col">${t.time}</th>
              ${this.choices.map(
                (choice) =>
                  html`<th scope="col">${choice.number} ${choice.shortName}</th>
                    <th scope="col"><span class="unseen">${choice.number} ${choice.shortName}, </span>%</th>`,
              )}
              <th scope="col">${t.stations} ${t.counted}</th>
              <th scope="col">${t.stations} ${t.held}</th>
            </tr>
          </thead>
          <tbody>
            ${rows.map((point) => this.row(point))}
          </tbody>
        </table>
      </div>`;
  }

  override render() {
    return html`<details
      @toggle=${(event: ToggleEvent) => {
        this.open = event.newState === 'open';
      }}
    >
      <summary>${timelineTexts(this.language).table}</summary>
      ${this.open ? this.table() : nothing}
    </details>`;
  }
}
