import { css, html, nothing } from 'lit';
import { customElement, property } from 'lit/decorators.js';
import type { Link } from '../live/liveness.js';
import { ago, exactTime } from '../model/moments.js';
import { PantauElement, shared } from './base.js';

/** The state of the connection, by shape and word, never by colour; the age of the numbers where it matters. */
@customElement('pantau-link')
export class PantauLink extends PantauElement {
  static override styles = [
    shared,
    css`
      :host {
        font-size: var(--size-s);
        line-height: 1.5;
      }
      i {
        display: inline-block;
        width: 0.5625rem;
        height: 0.5625rem;
        margin-right: 0.5rem;
        border: 1.5px solid currentColor;
        border-radius: 50%;
      }
      .live i {
        background: currentColor;
      }
      .delayed i {
        background: linear-gradient(90deg, currentColor 50%, transparent 50%);
      }
      .offline i,
      .stopped i {
        background: linear-gradient(-45deg, transparent 41%, currentColor 41% 59%, transparent 59%);
      }
      .num {
        white-space: normal;
      }
      strong {
        font-weight: 600;
      }
      button {
        min-height: 1.5rem;
        padding: 0;
        border: 0;
        background: none;
        color: inherit;
        font: inherit;
        font-weight: 600;
        text-decoration: underline;
        text-underline-offset: 0.22em;
        cursor: pointer;
      }
    `,
  ];

  @property({ attribute: false }) link: Link = { state: 'connecting', reason: null, knownAt: null };
  private beat: ReturnType<typeof setInterval> | undefined;

  override connectedCallback() {
    super.connectedCallback();
    this.beat = setInterval(() => {
      if (this.link.state !== 'live') this.requestUpdate();
    }, 1000);
  }

  override disconnectedCallback() {
    super.disconnectedCallback();
    clearInterval(this.beat);
  }

  private why() {
    const { state, reason, knownAt } = this.link;
    if (state === 'live' || state === 'connecting') return nothing;
    const age =
      knownAt === null
        ? nothing
        : html`<span class="num">
            ${this.t.knownUntil(ago(Date.now() - knownAt, this.language), exactTime(new Date(knownAt).toISOString(), this.language))}.
          </span>`;
    if (state === 'stopped') {
      return html`<span class="quiet">${this.t.connectionWhy.stopped} ${age}</span>
        <button type="button" @click=${() => { location.reload(); }}>${this.t.reload}</button>`;
    }
    return html`<span class="quiet">${reason ? this.t.connectionWhy[reason] : nothing} ${age}</span>`;
  }

  override render() {
    const { state } = this.link;
    return html`<p class=${state} data-state=${state}>
      <i aria-hidden="true"></i><strong>${this.t.connection[state]}</strong> ${this.why()}
    </p>`;
  }
}
