import { html, nothing } from 'lit';
import { customElement, property } from 'lit/decorators.js';
import { repeat } from 'lit/directives/repeat.js';
import { styleMap } from 'lit/directives/style-map.js';
import type { Change } from '../model/change.js';
import { leadOf } from '../model/lead.js';
import { pairOf } from '../model/names.js';
import { shareOf, sumOfVotes } from '../model/shares.js';
import { basisTexts } from '../model/texts/basis.js';
import type { Choice, Votes } from '../model/wire.js';
import { PantauElement, shared } from './base.js';
import { fillOf } from '../model/fill.js';
import './pantau-number.js';
import { standingStyles } from './standing-styles.js';
import { uncheckedMark, uncheckedStyles } from './unchecked.js';

/** The choices in ballot order, each with votes, share and a bar of the same weight as the others. */
@customElement('pantau-standing')
export class PantauStanding extends PantauElement {
  static override styles = [shared, standingStyles, uncheckedStyles];

  @property({ attribute: false }) choices: readonly Choice[] = [];
  /** Null while nothing is known: then nothing is claimed, not even a zero. */
  @property({ attribute: false }) votes: Votes | null = null;
  @property({ attribute: false }) change: Change | null = null;
  /** True where the votes are as sent, held forms included. */
  @property({ type: Boolean, reflect: true }) sent = false;
  /** What is counted of them, where the votes are as sent. */
  @property({ attribute: false }) counted: Votes | null = null;

  private one(choice: Choice, sum: number) {
    const votes = this.votes?.[choice.id] ?? 0;
    const share = shareOf(votes, sum);
    return html`<li data-choice=${choice.id}>
      <span class="ballot num">${choice.number}</span>
      <span class="name">${choice.shortName}</span>
      <span class="full quiet">${this.full(choice)}</span>
      ${this.votes === null
        ? html`<span class="votes num">&nbsp;</span><span class="share num">&nbsp;</span>`
        : html`<span class="votes num" data-votes=${votes}
              ><pantau-number .value=${votes}>${this.n.integer(votes)}</pantau-number
              ><span class="unseen"> ${this.t.votes}</span></span
            ><span class="share num">${this.share(share)}</span>`}
      <span class="change num quiet">${this.beside(choice.id, votes)}</span>
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

  private share(share: number | null) {
    if (share === null) return '–';
    return html`<pantau-number .value=${share}>${this.n.share(share)}</pantau-number><span class="unit"> %</span>`;
  }

  /** What stands under the votes: the last change, or of numbers as sent what held forms bring. */
  private beside(choice: string, votes: number) {
    if (this.sent) {
      if (this.counted === null || this.votes === null) return '\u00a0';
      return basisTexts(this.language).fromHeld(this.n.signed(votes - (this.counted[choice] ?? 0)));
    }
    const moved = this.change?.votes[choice] ?? 0;
    if (moved === 0) return '\u00a0';
    return moved < 0 ? html`${this.n.signed(moved)} ${this.t.corrected}` : this.n.signed(moved);
  }

  private lead() {
    const t = basisTexts(this.language);
    const lead = leadOf(this.votes ?? {}, this.choices);
    if (!lead) return html`<dl class="lead"></dl>`;
    const [one, other] = lead.between ?? [];
    const between =
      one && other
        ? html`<dd class="between quiet">${t.leadBetween(one.shortName, other.shortName)}</dd>`
        : nothing;
    const numbers = html`<b>${this.n.integer(lead.votes)}</b> ${this.t.votes}, ${t.leadPoints(this.n.share(lead.points))}`;
    return html`<dl class="lead" data-lead=${lead.votes}>
      <dt>${lead.votes === 0 ? t.leadTie : t.lead}</dt>
      <dd class="num">${lead.votes === 0 ? nothing : numbers}</dd>
      ${between}
    </dl>`;
  }

  private note() {
    if (this.sent) return basisTexts(this.language).sentNote;
    return html`${this.t.standingNote} ${this.t.changeNote}
      ${this.change?.fell ? html`<strong>${this.t.correctedMore}</strong>` : nothing}`;
  }

  override render() {
    const sum = sumOfVotes(this.votes ?? {}, this.choices);
    return html`
      <h2>${this.t.standing}</h2>
      ${uncheckedMark(this.sent, this.language)}
      <ol>
        ${repeat(
          this.choices,
          (choice) => choice.id,
          (choice) => this.one(choice, sum),
        )}
      </ol>
      ${this.lead()}
      <p class="note">${this.note()}</p>
    `;
  }
}
