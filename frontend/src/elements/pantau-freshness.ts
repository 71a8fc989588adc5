import { css, html, nothing } from 'lit';
import { customElement, property } from 'lit/decorators.js';
import type { ServerClock } from '../live/server-clock.js';
import { ago, exactTime } from '../model/moments.js';
import { type Position, positionText } from '../model/position.js';
import { PantauElement, shared } from './base.js';

/** How old the numbers are, in words and exactly, by the clock of the server that counted them. */
@customElement('pantau-freshness')
export class PantauFreshness extends PantauElement {
  static override styles = [
    shared,
    css`
      :host {
        font-size: var(--size-s);
        line-height: 1.5;
      }
      p {
        display: flex;
        flex-wrap: wrap;
        gap: 0 0.75rem;
      }
      time {
        font-weight: 600;
      }
      .num {
        white-space: normal;
      }
      .position {
        display: inline-block;
        margin-right: 0.75rem;
      }
      .exact {
        display: flex;
        flex-wrap: wrap;
        gap: 0 0.75rem;
      }
      /* On a phone one line each, so that a longer word does not move the page. */
      @media (max-width: 40rem) {
        p {
          display: grid;
        }
      }
    `,
  ];

  @property({ attribute: false }) clock: ServerClock | null = null;
  /** False while nothing is known: then only the room is kept. */
  @property({ type: Boolean }) known = false;
  @property() asOf: string | null = null;
  @property({ attribute: false }) position: Position | null = null;
  /** True while the reader holds the numbers still: then the exact time alone, which does not move either. */
  @property({ type: Boolean }) still = false;
  private beat: ReturnType<typeof setInterval> | undefined;

  override connectedCallback() {
    super.connectedCallback();
    this.beat = setInterval(() => {
      if (!this.still) this.requestUpdate();
    }, 1000);
  }

  override disconnectedCallback() {
    super.disconnectedCallback();
    clearInterval(this.beat);
  }

  override render() {
    if (!this.known) return html`<p><span>&nbsp;</span><span>&nbsp;</span></p>`;
    if (!this.asOf) return html`<p class="quiet">${this.t.noneYet}</p>`;
    const age = (this.clock?.now() ?? Date.now()) - Date.parse(this.asOf);
    return html`<p>
      <span
        ><span class="quiet">${this.t.updated}</span>
        <time class="num" datetime=${this.asOf}
          >${this.still ? exactTime(this.asOf, this.language) : ago(age, this.language)}</time
        ></span
      >
      <span class="quiet num exact"
        >${this.still ? nothing : exactTime(this.asOf, this.language)}${this.position
          ? html`<span class="position" data-position=${positionText(this.position)}
              >${this.t.position} ${positionText(this.position)}</span
            >`
          : nothing}</span
      >
    </p>`;
  }
}
