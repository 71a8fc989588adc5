import { css, html, nothing } from 'lit';
import { customElement, property } from 'lit/decorators.js';
import { exactTime } from '../model/moments.js';
import { positionText } from '../model/position.js';
import { momentTexts } from '../model/texts/moment.js';
import type { Results } from '../model/wire.js';
import { PantauElement, shared } from './base.js';

/** Says that the page shows an earlier standing, and which; never of one that is not on the screen yet. */
@customElement('pantau-moment')
export class PantauMoment extends PantauElement {
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
        gap: 0 1rem;
        align-items: baseline;
      }
      i {
        display: inline-block;
        width: 0.5625rem;
        height: 0.5625rem;
        margin-right: 0.5rem;
        border: 1.5px solid currentColor;
        border-right-width: 0;
        transform: rotate(45deg);
        border-top-width: 0;
      }
      strong {
        font-weight: 650;
      }
      a {
        font-weight: 600;
        text-decoration-color: currentColor;
      }
      .num {
        white-space: normal;
      }
      .position {
        white-space: nowrap;
      }
    `,
  ];

  /** The instant that is asked for. */
  @property() at = '';
  /** The body on the screen: of that instant, or still of another. */
  @property({ attribute: false }) shown: Results | null = null;
  @property({ type: Boolean }) failed = false;
  /** The address of the same page now. */
  @property() now = '';

  override render() {
    const t = momentTexts(this.language);
    const time = exactTime(this.at, this.language);
    const there = this.shown?.at !== undefined && Date.parse(this.shown.at) === Date.parse(this.at);
    const words = this.failed ? t.failed(time) : there ? t.standingAt(time) : t.fetching(time);
    return html`<p data-at=${there ? this.at : nothing}>
      <strong class="num"
        ><i aria-hidden="true"></i>${words}${there && this.shown
          ? html`, <span class="position">${t.position(positionText(this.shown.position))}</span>`
          : nothing}</strong
      >
      <span>${there ? t.notNow : nothing} <a href=${this.now}>${t.toNow}</a></span>
    </p>`;
  }
}
