import { css, html, nothing } from 'lit';
import { customElement, property } from 'lit/decorators.js';
import { wireLanguage } from '../model/language.js';
import type { Texts } from '../model/wire.js';
import { PantauElement, shared } from './base.js';

/** Room for an outline between what has the focus and the notice. */
const FOCUS_ROOM = 8;

/** The sentence that the law asks for, at the foot of the window on every page, whatever is scrolled. */
@customElement('pantau-notice')
export class PantauNotice extends PantauElement {
  static override styles = [
    shared,
    css`
      :host {
        padding: 0.5rem var(--gutter) calc(0.5rem + env(safe-area-inset-bottom));
        background: var(--paper);
        color: var(--ink);
        border-top: 1px solid var(--ink);
        font-size: var(--size-xs);
        line-height: 1.35;
      }
      p {
        max-width: 75rem;
        margin: 0 auto;
        text-wrap: pretty;
      }
      b {
        margin-right: 0.375rem;
        font-weight: 700;
      }
    `,
  ];

  /** The election's own sentence; until it is there, the same from the catalogue. */
  @property({ attribute: false }) notice: Texts | null = null;
  @property({ type: Boolean }) test = false;

  /** What it covers at the foot of the window, so that nothing with the focus is scrolled under it (WCAG 2.4.11). */
  private readonly size = new ResizeObserver(() => {
    document.documentElement.style.scrollPaddingBottom = `${this.offsetHeight + FOCUS_ROOM}px`;
  });

  override connectedCallback() {
    super.connectedCallback();
    this.size.observe(this);
  }

  override disconnectedCallback() {
    super.disconnectedCallback();
    this.size.disconnect();
  }

  override render() {
    return html`<p lang=${wireLanguage(this.language)}>
      ${this.test ? html`<b>${this.t.testMark}.</b>` : nothing}${this.notice ? this.worded(this.notice) : this.t.notice}
    </p>`;
  }
}
