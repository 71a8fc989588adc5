import { css, html, nothing } from 'lit';
import { customElement, property } from 'lit/decorators.js';
import type { Image } from '../model/wire-station.js';
import { PantauElement, shared } from './base.js';

/**
 * The photos a form names. A page never loads a picture from elsewhere: the reader's address would
 * go to a stranger, and the picture could change. So each is a placeholder with its address and hash.
 */
@customElement('pantau-images')
export class PantauImages extends PantauElement {
  static override styles = [
    shared,
    css`
      ol {
        margin-top: 0.75rem;
        border-top: 1px solid var(--ink);
      }
      li {
        display: grid;
        grid-template-columns: 3.5rem minmax(0, 1fr);
        gap: 0 0.875rem;
        padding: 0.75rem 0;
        border-bottom: 1px solid var(--line);
        font-size: var(--size-s);
      }
      .place {
        grid-row: 1 / 4;
        width: 3.5rem;
        aspect-ratio: 1 / 1.414;
        border: 1px dashed var(--line-2);
        background: linear-gradient(to top right, transparent 49.4%, var(--line) 49.4% 50.6%, transparent 50.6%);
      }
      code {
        font: inherit;
        overflow-wrap: anywhere;
      }
      .note {
        margin-top: 0.75rem;
      }
    `,
  ];

  @property({ attribute: false }) images: readonly Image[] = [];

  override render() {
    const { t } = this;
    return html`
      <h2>${t.images}</h2>
      ${this.images.length === 0
        ? html`<p class="note">${t.noImages}</p>`
        : html`<ol>
              ${this.images.map(
                (image) =>
                  html`<li>
                    <span class="place" role="img" aria-label=${`${t.page(image.page)}: ${t.photoAbsent}`}></span>
                    <span>${t.page(image.page)} <span class="quiet">· ${t.photoAbsent}</span></span>
                    ${image.url ? html`<code class="quiet">${image.url}</code>` : nothing}
                    <code class="quiet">${image.sha256 ? `sha256 ${image.sha256}` : t.noHash}</code>
                  </li>`,
              )}
            </ol>
            <p class="note">${t.imagesNote}</p>`}
    `;
  }
}
