import { css, html } from 'lit';
import { customElement, property, state } from 'lit/decorators.js';
import type { Searching } from '../live/searching.js';
import type { Hit } from '../model/wire.js';
import { PantauElement, shared } from './base.js';

/** A place or station that the reader chose; the page that holds the address follows it. */
export class ChosenEvent extends Event {
  constructor(readonly hit: Hit) {
    super('chosen', { bubbles: true, composed: true });
  }
}

/**
 * The search field. Until it is wanted it is only a button that looks like one: the combo box behind
 * it weighs more than the rest of the page, and most readers never search.
 */
@customElement('pantau-search')
export class PantauSearch extends PantauElement {
  static override styles = [
    shared,
    css`
      button,
      pantau-search-box {
        display: block;
        width: 100%;
        height: 2.5rem;
      }
      button {
        padding: 0;
        border: 0;
        border-bottom: 1px solid var(--line-2);
        background: none;
        color: var(--ink-2);
        font: inherit;
        font-size: var(--size-m);
        text-align: left;
        cursor: text;
      }
      button:hover {
        border-color: var(--ink);
        color: var(--ink);
      }
    `,
  ];

  @property({ attribute: false }) searching: Searching | null = null;
  @state() private ready = false;
  private wanted: Promise<unknown> | null = null;

  private want() {
    this.wanted ??= import('./pantau-search-box.js');
    return this.wanted;
  }

  /** Opens the field and puts the caret into it; also the page's shortcut. */
  async open() {
    try {
      await this.want();
    } catch {
      // The piece did not come over the network: the button stays, and a press tries again.
      this.wanted = null;
      return;
    }
    this.ready = true;
    await this.updateComplete;
    this.renderRoot.querySelector('pantau-search-box')?.focus();
  }

  override render() {
    if (this.ready) {
      return html`<pantau-search-box .language=${this.language} .searching=${this.searching}></pantau-search-box>`;
    }
    const load = () => {
      this.want().catch(() => {
        this.wanted = null;
      });
    };
    return html`<button
      type="button"
      aria-keyshortcuts="/"
      @pointerenter=${load}
      @focus=${load}
      @click=${() => void this.open()}
    >
      ${this.t.search}
    </button>`;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'pantau-search': PantauSearch;
  }
}
