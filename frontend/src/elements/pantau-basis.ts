import { css, html, nothing } from 'lit';
import { customElement, property } from 'lit/decorators.js';
import { type Manner, PLAIN, areaPath } from '../model/route.js';
import { basisTexts } from '../model/texts/basis.js';
import type { Coverage } from '../model/wire.js';
import { PantauElement, shared } from './base.js';
import { MannerEvent } from './manner-event.js';

/** The switch between what is counted and everything as sent, and one sentence on what is shown. */
@customElement('pantau-basis')
export class PantauBasis extends PantauElement {
  static override styles = [
    shared,
    css`
      :host {
        display: grid;
        grid-template-columns: auto minmax(0, 1fr);
        gap: 0.25rem 1.5rem;
        align-items: center;
        min-height: 2.75rem;
        margin-bottom: 1.5rem;
        font-size: var(--size-s);
      }
      nav {
        display: flex;
        flex-wrap: wrap;
        max-width: 100%;
        border: 1px solid var(--line-2);
        border-radius: 2px;
      }
      a {
        display: inline-flex;
        align-items: center;
        min-height: 2.25rem;
        padding: 0 0.875rem;
        color: var(--ink-2);
        font-weight: 500;
        text-decoration: none;
        white-space: nowrap;
      }
      a + a {
        border-left: 1px solid var(--line-2);
      }
      a:hover {
        color: var(--ink);
      }
      a[aria-current] {
        background: var(--ink);
        color: var(--paper);
        font-weight: 600;
      }
      p {
        max-width: 62ch;
        line-height: 1.4;
        text-wrap: pretty;
      }
      @media (max-width: 56rem) {
        :host {
          grid-template-columns: minmax(0, 1fr);
          gap: 0.5rem;
        }
        nav {
          justify-self: start;
        }
        p {
          min-height: 2.8em;
        }
      }
    `,
  ];

  @property() contest = '';
  @property() area = '';
  @property({ attribute: false }) manner: Manner = PLAIN;
  /** Null while nothing is known. */
  @property({ attribute: false }) stations: Coverage | null = null;

  private way(sent: boolean, words: string) {
    const current = this.manner.sent === sent;
    return html`<a
      href=${areaPath(this.contest, this.area, { ...this.manner, sent })}
      aria-current=${current ? 'true' : nothing}
      @click=${(event: MouseEvent) => {
        if (event.button !== 0 || event.metaKey || event.ctrlKey || event.shiftKey || event.altKey) return;
        event.preventDefault();
        if (!current) this.dispatchEvent(new MannerEvent({ sent }, true));
      }}
      >${words}</a
    >`;
  }

  private meaning(): string {
    const t = basisTexts(this.language);
    if (!this.manner.sent) return t.countedMeans;
    const { counted, held } = this.stations ?? { counted: 0, held: 0 };
    return counted + held === 0 ? t.sentNone : t.sentMeans(this.n.integer(held), this.n.integer(counted + held));
  }

  override render() {
    const t = basisTexts(this.language);
    return html`<nav aria-label=${t.name}>${this.way(false, t.counted)}${this.way(true, t.sent)}</nav>
      <p class="quiet">${this.meaning()}</p>`;
  }
}
