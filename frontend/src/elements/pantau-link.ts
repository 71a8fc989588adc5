import { css, html, nothing } from 'lit';
import { customElement, property } from 'lit/decorators.js';
import type { Link } from '../live/liveness.js';
import { ago, clockTime, exactTime } from '../model/moments.js';
import { PantauElement, shared } from './base.js';

const NONE: Link = { state: 'connecting', reason: null, knownAt: null };

/**
 * The state of the connection, by shape and word, never by colour; the age of the numbers where it
 * matters; and the reader's own hold on moving numbers (WCAG 2.2.2).
 */
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
      .paused i {
        width: 0.5rem;
        border-width: 0 2.5px;
        border-radius: 0;
      }
      .num {
        white-space: normal;
      }
      strong {
        font-weight: 600;
      }
      /* The line is as high without its button as with it: the page below does not move when that comes. */
      p {
        line-height: 1.5rem;
      }
      button.plain {
        height: 1.5rem;
        margin-left: 0.5rem;
        vertical-align: top;
      }
      button.pause {
        color: var(--ink-2);
        font-weight: 400;
      }
      @media (forced-colors: active) {
        i {
          forced-color-adjust: none;
          color: CanvasText;
        }
      }
      @media print {
        button {
          display: none;
        }
      }
    `,
  ];

  @property({ attribute: false }) link: Link | null = null;
  /** Since when the reader holds the numbers still; null while they move. */
  @property({ attribute: false }) pausedAt: number | null = null;
  /** True where there are numbers that move. */
  @property({ type: Boolean }) pausable = false;
  /** True where the reason of a delay stands beside this already. */
  @property({ type: Boolean }) explained = false;
  private beat: ReturnType<typeof setInterval> | undefined;

  override connectedCallback() {
    super.connectedCallback();
    this.beat = setInterval(() => {
      // Only an age moves by itself, and none is shown while live or held still.
      if (this.link?.knownAt && this.pausedAt === null) this.requestUpdate();
    }, 1000);
  }

  override disconnectedCallback() {
    super.disconnectedCallback();
    clearInterval(this.beat);
  }

  private why({ state, reason, knownAt }: Link) {
    if (state === 'live' || state === 'connecting') return nothing;
    const age =
      knownAt === null
        ? nothing
        : html`<span class="num">
            ${this.t.knownUntil(ago(Date.now() - knownAt, this.language), exactTime(new Date(knownAt).toISOString(), this.language))}.
          </span>`;
    if (state === 'stopped') {
      return html`<span class="quiet">${this.t.connectionWhy.stopped} ${age}</span>
        <button type="button" class="plain" @click=${() => { location.reload(); }}>${this.t.reload}</button>`;
    }
    return html`<span class="quiet">${reason && !this.explained ? this.t.connectionWhy[reason] : nothing} ${age}</span>`;
  }

  private press(type: 'pause' | 'resume') {
    this.dispatchEvent(new Event(type));
  }

  private held(pausedAt: number) {
    const time = clockTime(new Date(pausedAt).toISOString(), this.language);
    return html`<p class="paused" data-state="paused">
      <i aria-hidden="true"></i><strong>${this.t.paused}.</strong> <span class="quiet num">${this.t.pausedAt(time)}</span>
      <button type="button" class="plain" data-hold @click=${() => { this.press('resume'); }}>${this.t.resume}</button>
    </p>`;
  }

  /** The button stays under the finger, and the focus on it, whichever of the two it is. */
  protected override updated(changed: Map<string, unknown>) {
    if (!changed.has('pausedAt') || changed.get('pausedAt') === undefined || !this.hadFocus) return;
    this.renderRoot.querySelector<HTMLElement>('[data-hold]')?.focus();
  }

  private hadFocus = false;

  protected override willUpdate(changed: Map<string, unknown>) {
    if (changed.has('pausedAt')) this.hadFocus = this.shadowRoot?.activeElement?.hasAttribute('data-hold') ?? false;
  }

  override render() {
    if (this.pausedAt !== null) return this.held(this.pausedAt);
    const link = this.link ?? NONE;
    const moves = this.pausable && (link.state === 'live' || link.state === 'delayed');
    return html`<p class=${link.state} data-state=${link.state}>
      <i aria-hidden="true"></i><strong>${this.t.connection[link.state]}</strong> ${this.why(link)}
      ${moves
        ? html`<button type="button" class="plain pause" data-hold @click=${() => { this.press('pause'); }}>${this.t.pause}</button>`
        : nothing}
    </p>`;
  }
}
