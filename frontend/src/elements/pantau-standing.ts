import { css, html, nothing } from 'lit';
import { customElement, property } from 'lit/decorators.js';
import { repeat } from 'lit/directives/repeat.js';
import { styleMap } from 'lit/directives/style-map.js';
import type { Change } from '../model/change.js';
import { pairOf, readable } from '../model/names.js';
import { shareOf, sumOfVotes } from '../model/shares.js';
import type { Choice, Votes } from '../model/wire.js';
import { PantauElement, shared } from './base.js';
import { fillOf } from './fill.js';

/** The choices in ballot order, each with votes, share and a bar of the same weight as the others. */
@customElement('pantau-standing')
export class PantauStanding extends PantauElement {
  static override styles = [
    shared,
    css`
      ol {
        margin-top: 0.75rem;
        border-top: 1px solid var(--ink);
      }
      li {
        display: grid;
        /* Room for the largest number from the start: 96.214.691. */
        grid-template-columns: 2.25rem minmax(0, 1fr) minmax(9.75rem, auto) 5.25em;
        grid-template-areas:
          'ballot name votes share'
          'ballot full change share'
          'bar bar bar bar';
        column-gap: 0.75rem;
        align-items: baseline;
        padding: 0.875rem 0 1rem;
        border-bottom: 1px solid var(--line);
      }
      .ballot {
        grid-area: ballot;
        font-size: var(--size-num);
        font-weight: 300;
        line-height: 1.1;
      }
      .name {
        grid-area: name;
        font-size: var(--size-xl);
        font-weight: 600;
        letter-spacing: -0.008em;
        line-height: 1.2;
      }
      .full {
        grid-area: full;
        font-size: var(--size-s);
        line-height: 1.35;
      }
      .person {
        display: inline-block;
      }
      .votes,
      .share {
        text-align: right;
        line-height: 1.1;
      }
      .votes {
        grid-area: votes;
        font-size: var(--size-num);
        font-weight: 400;
      }
      .share {
        grid-area: share;
        font-size: var(--size-num);
        font-weight: 600;
        white-space: nowrap;
      }
      .unit {
        font-size: var(--size-s);
        font-weight: 400;
      }
      .change {
        grid-area: change;
        min-height: 1.35em;
        font-size: var(--size-s);
        line-height: 1.35;
        text-align: right;
      }
      .bar {
        grid-area: bar;
        position: relative;
        height: 0.625rem;
        margin-top: 0.75rem;
        background: linear-gradient(var(--line), var(--line)) 0 100% / 100% 1px no-repeat;
      }
      .bar i {
        position: absolute;
        inset: 0 auto 0 0;
        transition: width 240ms ease-out;
      }
      .bar b {
        position: absolute;
        inset: auto auto 0 var(--at);
        width: 1px;
        height: 0.25rem;
        background: var(--line-2);
      }
      .note {
        margin-top: 0.75rem;
      }
      @media (max-width: 40rem) {
        li {
          grid-template-columns: 1.5rem minmax(0, 1fr) minmax(6.25rem, auto);
          grid-template-areas:
            'ballot name share'
            'full full votes'
            'full full change'
            'bar bar bar';
          column-gap: 0.5rem;
        }
        .ballot,
        .share {
          font-size: 1.5rem;
        }
        .votes {
          font-size: var(--size-l);
          line-height: 1.45;
        }
        .full {
          grid-row: 2 / 4;
          align-self: start;
          padding-top: 0.2rem;
        }
      }
      /* Asked of the element and in units of its text: also a wide screen is narrow to large text. */
      :host {
        container-type: inline-size;
      }
      @container (max-width: 15rem) {
        li {
          grid-template-columns: 1.5rem minmax(0, 1fr);
          grid-template-areas:
            'ballot name'
            'full full'
            'share share'
            'votes votes'
            'change change'
            'bar bar';
          column-gap: 0.5rem;
        }
        .name {
          overflow-wrap: anywhere;
        }
        .full {
          grid-row: auto;
        }
      }
      @media (prefers-reduced-motion: reduce) {
        .bar i {
          transition: none;
        }
      }
      @media print {
        .bar i {
          print-color-adjust: exact;
        }
        li {
          break-inside: avoid;
        }
      }
      @media (forced-colors: active) {
        .bar i {
          background: CanvasText !important;
        }
      }
    `,
  ];

  @property({ attribute: false }) choices: readonly Choice[] = [];
  /** Null while nothing is known: then nothing is claimed, not even a zero. */
  @property({ attribute: false }) votes: Votes | null = null;
  @property({ attribute: false }) change: Change | null = null;

  private one(choice: Choice, sum: number) {
    const votes = this.votes?.[choice.id] ?? 0;
    const share = shareOf(votes, sum);
    const moved = this.change?.votes[choice.id] ?? 0;
    return html`<li data-choice=${choice.id}>
      <span class="ballot num">${choice.number}</span>
      <span class="name">${readable(choice.shortName)}</span>
      <span class="full quiet">${this.full(choice)}</span>
      ${this.votes === null
        ? html`<span class="votes num">&nbsp;</span><span class="share num">&nbsp;</span>`
        : html`<span class="votes num" data-votes=${votes}
              >${this.n.integer(votes)}<span class="unseen"> ${this.t.votes}</span></span
            ><span class="share num"
              >${share === null ? '–' : html`${this.n.share(share)}<span class="unit"> %</span>`}</span
            >`}
      <span class="change num quiet">${moved === 0 ? '\u00a0' : this.moved(moved)}</span>
      <span class="bar" aria-hidden="true">
        ${[25, 50, 75, 100].map((at) => html`<b style="--at: calc(${at}% - ${at === 100 ? 1 : 0}px)"></b>`)}
        <i style=${styleMap({ width: `${share ?? 0}%`, background: fillOf(choice) })}></i>
      </span>
    </li>`;
  }

  /** The full name; of a pair the second person begins the next line where both do not fit. */
  private full(choice: Choice) {
    const [first, ...others] = pairOf(choice.name);
    return html`<span class="person">${first}</span>${others.map(
        (other) => html` <span class="person">– ${other}</span>`,
      )}`;
  }

  private moved(votes: number) {
    const signed = this.n.signed(votes);
    return votes < 0 ? html`${signed} ${this.t.corrected}` : signed;
  }

  override render() {
    const sum = sumOfVotes(this.votes ?? {}, this.choices);
    return html`
      <h2>${this.t.standing}</h2>
      <ol>
        ${repeat(
          this.choices,
          (choice) => choice.id,
          (choice) => this.one(choice, sum),
        )}
      </ol>
      <p class="note">
        ${this.t.standingNote} ${this.t.changeNote}
        ${this.change?.fell ? html`<strong>${this.t.correctedMore}</strong>` : nothing}
      </p>
    `;
  }
}
