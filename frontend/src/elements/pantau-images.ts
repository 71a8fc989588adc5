import { css, html, nothing } from 'lit';
import { customElement, property, state } from 'lit/decorators.js';
import { stationTextsOf } from '../model/texts/station.js';
import type { Image } from '../model/wire-station.js';
import { PantauElement, shared } from './base.js';
import type { PantauPhoto } from './pantau-photo.js';
import './pantau-photo.js';

/** Where our own store serves a photo. */
function addressOf(image: Image): string | null {
  return image.stored && image.sha256 ? `/photos/${image.sha256}` : null;
}

/**
 * The photos a form names. A page never loads a picture from elsewhere: the reader's address would
 * go to a stranger, and the picture could change. So those of our own store are shown, and each other
 * one is a placeholder with its address and hash.
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
      li.shown {
        grid-template-columns: minmax(0, 1fr);
        gap: 0.375rem;
      }
      .place {
        grid-row: 1 / 4;
        width: 3.5rem;
        aspect-ratio: 1 / 1.414;
        border: 1px dashed var(--line-2);
        background: linear-gradient(to top right, transparent 49.4%, var(--line) 49.4% 50.6%, transparent 50.6%);
      }
      .open {
        display: block;
        width: 100%;
        padding: 0;
        border: 1px solid var(--line);
        background: var(--wash);
        cursor: zoom-in;
      }
      .open:focus-visible {
        outline: 2px solid var(--focus);
        outline-offset: 2px;
      }
      img {
        display: block;
        width: 100%;
        aspect-ratio: 1 / 1.414;
        object-fit: contain;
      }
      code {
        font: inherit;
        overflow-wrap: anywhere;
      }
      .note {
        margin-top: 0.75rem;
      }
      @media print {
        li.shown {
          break-inside: avoid;
        }
      }
    `,
  ];

  @property({ attribute: false }) images: readonly Image[] = [];
  /** The station's name and village, for the pictures' words. */
  @property() station = '';
  /** Photos that our store should have had, and the server did not give. */
  @state() private broken: ReadonlySet<string> = new Set();

  private get shown(): readonly Image[] {
    return this.images.filter((image) => addressOf(image) && !this.broken.has(image.sha256 ?? ''));
  }

  private enlarge(image: Image) {
    const photos = this.shown.map((each) => ({ page: this.t.page(each.page), address: addressOf(each) ?? '' }));
    this.renderRoot.querySelector<PantauPhoto>('pantau-photo')?.show(photos, this.shown.indexOf(image));
  }

  private photo(image: Image, address: string) {
    const texts = stationTextsOf(this.language);
    const page = this.t.page(image.page);
    return html`<li class="shown">
      <button type="button" class="open" aria-label=${texts.enlarge(page)} @click=${() => { this.enlarge(image); }}>
        <img
          src=${address}
          alt=${texts.photoAlt(page, this.station)}
          loading="lazy"
          decoding="async"
          @error=${() => { this.broken = new Set([...this.broken, image.sha256 ?? '']); }}
        />
      </button>
      <span>${page} <code class="quiet">· sha256 ${image.sha256}</code></span>
    </li>`;
  }

  private placeholder(image: Image) {
    const { t } = this;
    const why = this.broken.has(image.sha256 ?? '') ? stationTextsOf(this.language).photoBroken : t.photoAbsent;
    return html`<li>
      <span class="place" role="img" aria-label=${`${t.page(image.page)}: ${why}`}></span>
      <span>${t.page(image.page)} <span class="quiet">· ${why}</span></span>
      ${image.url ? html`<code class="quiet">${image.url}</code>` : nothing}
      <code class="quiet">${image.sha256 ? `sha256 ${image.sha256}` : t.noHash}</code>
    </li>`;
  }

  private note(): string {
    const texts = stationTextsOf(this.language);
    const stored = this.images.filter((image) => addressOf(image)).length;
    if (stored === 0) return this.t.imagesNote;
    return stored === this.images.length ? texts.photosStored : `${texts.photosStored} ${texts.photosMixed}`;
  }

  override render() {
    const { t } = this;
    return html`
      <h2>${t.images}</h2>
      ${this.images.length === 0
        ? html`<p class="note">${t.noImages}</p>`
        : html`<ol>
              ${this.images.map((image) => {
                const address = addressOf(image);
                return address && !this.broken.has(image.sha256 ?? '') ? this.photo(image, address) : this.placeholder(image);
              })}
            </ol>
            <p class="note">${this.note()}</p>
            ${this.shown.length > 0 ? html`<pantau-photo .language=${this.language} .station=${this.station}></pantau-photo>` : nothing}`}
    `;
  }
}
