import { css, html, nothing } from 'lit';
import { customElement, property, state } from 'lit/decorators.js';
import { cardPath, fixedPath } from '../model/card.js';
import { exactTime } from '../model/moments.js';
import { featureTexts } from '../model/texts.js';
import { embedTexts } from '../model/texts/embed.js';
import { shareTexts } from '../model/texts/share.js';
import { PantauElement, shared } from './base.js';

/** The picture follows the count at this pace: one drawing on the server serves everyone who looks. */
const PICTURE_MILLIS = 30_000;

/** What passes the numbers on: a picture of this moment, a link that keeps it, a link that moves. */
@customElement('pantau-share')
export class PantauShare extends PantauElement {
  static override styles = [
    shared,
    css`
      .parts {
        display: grid;
        grid-template-columns: minmax(0, 7fr) minmax(0, 5fr);
        gap: 1.25rem clamp(2rem, 5vw, 4.5rem);
        margin-top: 0.75rem;
        padding-top: 1rem;
        border-top: 1px solid var(--ink);
      }
      .picture {
        aspect-ratio: 1200 / 630;
        margin: 0;
        border: 1px solid var(--line);
      }
      img {
        display: block;
        width: 100%;
        height: 100%;
      }
      .failed {
        display: grid;
        place-items: center;
        color: var(--ink-2);
        font-size: var(--size-s);
      }
      dl {
        display: grid;
        gap: 1rem;
        margin-top: 1rem;
      }
      dt {
        font-size: var(--size-s);
        font-weight: 600;
      }
      dd {
        display: grid;
        grid-template-columns: minmax(0, 1fr) auto;
        gap: 0.5rem;
        align-items: center;
        border-bottom: 1px solid var(--line-2);
      }
      output {
        overflow: hidden;
        padding: 0.375rem 0;
        color: var(--ink-2);
        font-size: var(--size-s);
        text-overflow: ellipsis;
        white-space: nowrap;
        user-select: all;
      }
      .acts {
        display: flex;
        flex-wrap: wrap;
        gap: 0.25rem 1.5rem;
        margin-top: 1rem;
      }
      button,
      .acts a {
        display: inline-flex;
        align-items: center;
        min-height: 2.25rem;
        padding: 0;
        border: 0;
        background: none;
        color: inherit;
        font: inherit;
        font-size: var(--size-s);
        font-weight: 600;
        text-decoration: underline;
        text-decoration-color: var(--line-2);
        text-underline-offset: 0.22em;
        cursor: pointer;
      }
      @media (max-width: 56rem) {
        .parts {
          grid-template-columns: minmax(0, 1fr);
        }
      }
    `,
  ];

  @property() contest = '';
  @property() area = '';
  /** The place's name as it is read. */
  @property() name = '';
  /** The instant of the numbers on screen; null before the first. */
  @property() asOf: string | null = null;
  /** The instant in the picture, which may be a little behind. */
  @state() private at: string | null = null;
  @state() private failed = false;
  @state() private said: { readonly path: string; readonly copied: boolean } | null = null;
  private drawnAt = -Infinity;
  private place = '';
  private timer: ReturnType<typeof setTimeout> | undefined;

  override disconnectedCallback() {
    super.disconnectedCallback();
    clearTimeout(this.timer);
  }

  override willUpdate() {
    const place = `${this.contest}/${this.area}`;
    if (place !== this.place) {
      this.place = place;
      this.drawnAt = -Infinity;
      this.said = null;
    }
    if (this.asOf === this.at && this.drawnAt > 0) return;
    clearTimeout(this.timer);
    const wait = this.drawnAt + PICTURE_MILLIS - Date.now();
    if (wait > 0) {
      this.timer = setTimeout(() => {
        this.requestUpdate();
      }, wait);
      return;
    }
    this.at = this.asOf;
    this.drawnAt = Date.now();
    this.failed = false;
  }

  private async copy(path: string) {
    try {
      await navigator.clipboard.writeText(location.origin + path);
      this.said = { path, copied: true };
    } catch {
      this.said = { path, copied: false };
    }
  }

  private async send(path: string) {
    try {
      await navigator.share({ title: document.title, url: location.origin + path });
    } catch {
      // The reader closed the sheet: nothing was asked of us.
    }
  }

  private link(words: string, path: string) {
    const text = featureTexts(shareTexts, this.language);
    const said = this.said?.path === path ? this.said : null;
    return html`<div>
      <dt>${words}</dt>
      <dd>
        <output>${location.origin + path}</output>
        <button type="button" aria-label="${text.copy}: ${words}" @click=${() => void this.copy(path)}>
          ${said?.copied ? text.copied : text.copy}
        </button>
      </dd>
      ${said && !said.copied ? html`<p class="note">${text.failed}</p>` : nothing}
    </div>`;
  }

  override render() {
    const text = featureTexts(shareTexts, this.language);
    const picture = cardPath(this.contest, this.area, this.at, this.language);
    const fixed = fixedPath(this.contest, this.area, this.at);
    const time = this.at ? exactTime(this.at, this.language) : '';
    return html`
      <h2>${text.title}</h2>
      <div class="parts">
        ${this.failed
          ? html`<p class="picture failed">${text.noPicture}</p>`
          : html`<p class="picture">
              <img
                src=${picture}
                width="1200"
                height="630"
                loading="lazy"
                decoding="async"
                alt=${text.picture(this.name, time)}
                @error=${() => { this.failed = true; }}
              />
            </p>`}
        <div>
          <p class="note">${text.note}</p>
          <dl>
            ${this.at ? this.link(text.fixed, fixed) : nothing}
            ${this.link(text.live, fixedPath(this.contest, this.area, null))}
          </dl>
          <p class="acts">
            <a href=${`/embed?contest=${this.contest}&area=${this.area}`}>${featureTexts(embedTexts, this.language).link}</a>
            <a href=${picture} download="pantau-suara-${this.contest}-${this.area}.png">${text.save}</a>
            ${'share' in navigator
              ? html`<button type="button" @click=${() => void this.send(fixed)}>${text.send}</button>`
              : nothing}
          </p>
        </div>
      </div>
      <p class="unseen" role="status">${this.said ? (this.said.copied ? text.copied : text.failed) : ''}</p>
    `;
  }
}
