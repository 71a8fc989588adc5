import { type PropertyValues, css, html, nothing } from 'lit';
import { customElement, property, state } from 'lit/decorators.js';
import { PantauElement, shared } from './base.js';

/** How far below the screen a part begins to load, so that most readers never see it missing. */
const AHEAD = '600px 0px';

/**
 * A part of a page whose code comes when the reader gets near it: keeps its room, loads, shows its
 * content, and where the code does not come offers to try again.
 */
@customElement('pantau-later')
export class PantauLater extends PantauElement {
  static override styles = [
    shared,
    css`
      button {
        padding: 0.5rem 0;
        border: 0;
        background: none;
        color: inherit;
        font: inherit;
        text-decoration: underline;
        text-underline-offset: 0.22em;
        cursor: pointer;
      }
    `,
  ];

  /** Fetches the code: a dynamic import. */
  @property({ attribute: false }) code: () => Promise<unknown> = () => Promise.resolve();
  /** What is shown once the code is there; drawn anew whenever the page is. */
  @property({ attribute: false }) content: () => unknown = () => nothing;
  @state() private step: 'away' | 'loading' | 'there' | 'failed' = 'away';
  private eye: IntersectionObserver | null = null;

  override connectedCallback() {
    super.connectedCallback();
    if (this.step !== 'away') return;
    this.eye = new IntersectionObserver(
      (seen) => {
        if (seen.some((entry) => entry.isIntersecting)) void this.load();
      },
      { rootMargin: AHEAD },
    );
    this.eye.observe(this);
  }

  override disconnectedCallback() {
    super.disconnectedCallback();
    this.eye?.disconnect();
    this.eye = null;
  }

  protected override shouldUpdate(changed: PropertyValues<this>) {
    // The content is a new function at each drawing of the page: before it is there, nothing to draw.
    return this.step !== 'away' || !this.hasUpdated || changed.has('language');
  }

  private async load() {
    this.eye?.disconnect();
    if (this.step === 'there' || this.step === 'loading') return;
    this.step = 'loading';
    try {
      await this.code();
      this.step = 'there';
    } catch {
      this.step = 'failed';
    }
  }

  override render() {
    if (this.step === 'there') return this.content();
    if (this.step !== 'failed') return nothing;
    return html`<p role="status">
      ${this.t.errorTitle} <button type="button" @click=${() => void this.load()}>${this.t.retry}</button>
    </p>`;
  }
}
