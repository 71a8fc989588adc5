import { css, html, nothing } from 'lit';
import { customElement, property, state } from 'lit/decorators.js';
import { stationTextsOf } from '../model/texts/station.js';
import { PantauElement, shared } from './base.js';

/** A photo that can be enlarged: what it is called and where our own store has it. */
export interface Photo {
  readonly page: string;
  readonly address: string;
}

/** One photo over the whole window: fitted or at its own size, page by page, closed with Escape. */
@customElement('pantau-photo')
export class PantauPhoto extends PantauElement {
  static override styles = [
    shared,
    css`
      dialog {
        width: 100vw;
        height: 100dvh;
        max-width: none;
        max-height: none;
        margin: 0;
        padding: 0;
        border: 0;
        background: var(--paper);
        color: var(--ink);
      }
      dialog[open] {
        display: grid;
        grid-template-rows: auto minmax(0, 1fr);
      }
      .bar {
        display: flex;
        flex-wrap: wrap;
        gap: 0 1.25rem;
        align-items: center;
        padding: 0.25rem 1rem;
        border-bottom: 1px solid var(--line);
        font-size: var(--size-s);
      }
      .bar > * {
        min-height: 2.25rem;
        display: inline-flex;
        align-items: center;
      }
      .bar button[disabled] {
        color: var(--ink-2);
        text-decoration: none;
        cursor: default;
      }
      .close {
        margin-left: auto;
      }
      .view {
        overflow: auto;
      }
      .view:focus-visible {
        outline: 2px solid var(--focus);
        outline-offset: -2px;
      }
      img {
        display: block;
        width: 100%;
        height: 100%;
        object-fit: contain;
        cursor: zoom-in;
      }
      .actual img {
        width: auto;
        height: auto;
        max-width: none;
        cursor: zoom-out;
      }
    `,
  ];

  @property() station = '';
  @state() private photos: readonly Photo[] = [];
  @state() private at = 0;
  @state() private actual = false;

  /** Opens the photos at one of them. */
  show(photos: readonly Photo[], at: number) {
    this.photos = photos;
    this.at = at;
    this.actual = false;
    this.renderRoot.querySelector('dialog')?.showModal();
  }

  private step(by: number) {
    this.at = Math.min(this.photos.length - 1, Math.max(0, this.at + by));
  }

  private zoom() {
    this.actual = !this.actual;
  }

  override render() {
    const texts = stationTextsOf(this.language);
    const photo = this.photos[this.at];
    return html`<dialog aria-label=${photo ? texts.photoAlt(photo.page, this.station) : nothing}>
      <div class="bar">
        <span>${photo?.page}</span>
        ${this.photos.length > 1
          ? html`<button type="button" class="plain" ?disabled=${this.at === 0} @click=${() => { this.step(-1); }}>
                ${texts.previous}</button
              ><button
                type="button"
                class="plain"
                ?disabled=${this.at === this.photos.length - 1}
                @click=${() => { this.step(1); }}
              >
                ${texts.next}
              </button>`
          : nothing}
        <button type="button" class="plain" aria-pressed=${this.actual} @click=${() => { this.zoom(); }}>
          ${texts.actual}
        </button>
        <a href=${photo?.address ?? ''}>${texts.fullSize}</a>
        <button type="button" class="plain close" autofocus @click=${() => { this.renderRoot.querySelector('dialog')?.close(); }}>
          ${texts.close}
        </button>
      </div>
      <div class="view ${this.actual ? 'actual' : ''}" tabindex="0">
        ${photo
          ? html`<img src=${photo.address} alt=${texts.photoAlt(photo.page, this.station)} @click=${() => { this.zoom(); }} />`
          : nothing}
      </div>
    </dialog>`;
  }
}
