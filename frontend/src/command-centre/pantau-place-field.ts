import { css, html, nothing } from 'lit';
import { customElement, property, state } from 'lit/decorators.js';
import { shared } from '../elements/base.js';
import type { ChosenEvent } from '../elements/pantau-search.js';
import '../elements/pantau-search-box.js';
import { Searching } from '../live/searching.js';
import { ServerClock } from '../live/server-clock.js';
import { CommandElement } from './base.js';
import { PLACES, placeName } from './live/places.js';

/** The places chosen are others now. */
export class PlacesEvent extends Event {
  constructor(readonly codes: readonly string[]) {
    super('places');
  }
}

/** Choosing an area or a station by name or code: one, or several. What is chosen stands above the field. */
@customElement('pantau-place-field')
export class PantauPlaceField extends CommandElement {
  static override styles = [
    shared,
    css`
      .label {
        margin-bottom: 0.125rem;
        font-size: var(--size-s);
        font-weight: 600;
      }
      pantau-search-box {
        display: block;
        height: 2.5rem;
        padding: 0 0.5rem;
        border: 1px solid var(--line-2);
        border-radius: 2px;
        background: var(--paper);
        /* The ring is around the whole field, not around the input in it. */
        --vaadin-focus-ring-width: 0px;
      }
      pantau-search-box:focus-within {
        border-color: var(--ink);
        outline: 2px solid var(--focus);
        outline-offset: 1px;
      }
      li {
        display: flex;
        gap: 0.25rem 1rem;
        justify-content: space-between;
        padding: 0.4375rem 0;
        border-bottom: 1px solid var(--line);
        font-size: var(--size-m);
      }
      li span span {
        color: var(--ink-2);
        font-size: var(--size-s);
      }
      li button {
        font-size: var(--size-s);
      }
    `,
  ];

  @property() label = '';
  @property({ type: Boolean }) several = false;
  @property({ attribute: false }) codes: readonly string[] = [];
  @state() private names: Readonly<Record<string, string>> = {};
  private readonly searching = new Searching(new ServerClock(), PLACES);

  override willUpdate() {
    for (const code of this.codes.filter((one) => !(one in this.names))) {
      this.names = { ...this.names, [code]: code };
      void this.parts.places.name(code).then((name) => (this.names = { ...this.names, [code]: name }));
    }
  }

  override focus() {
    this.renderRoot.querySelector<HTMLElement>('pantau-search-box, button')?.focus();
  }

  private set(codes: readonly string[]) {
    this.codes = codes;
    this.dispatchEvent(new PlacesEvent(codes));
    void this.updateComplete.then(() => { this.focus(); });
  }

  private chose({ hit }: ChosenEvent) {
    this.names = { ...this.names, [hit.code]: placeName(hit) };
    if (!this.codes.includes(hit.code)) this.set(this.several ? [...this.codes, hit.code] : [hit.code]);
  }

  override render() {
    const { places } = this.c;
    return html`<div role="group" aria-label=${this.label}>
      <p class="label" aria-hidden="true">${this.label}</p>
      <ul>
        ${this.codes.map((code) => {
          const name = this.names[code] ?? code;
          return html`<li>
            <span>${name} ${name === code ? nothing : html`<span class="num">${code}</span>`}</span>
            <button type="button" class="plain" aria-label=${places.remove(name)} @click=${() => { this.set(this.codes.filter((one) => one !== code)); }}>${places.clear}</button>
          </li>`;
        })}
      </ul>
      ${this.several || this.codes.length === 0
        ? html`<pantau-search-box
            .language=${this.language}
            .label=${this.label}
            .searching=${this.searching}
            @chosen=${(event: ChosenEvent) => { event.stopPropagation(); this.chose(event); }}
          ></pantau-search-box>`
        : nothing}
    </div>`;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'pantau-place-field': PantauPlaceField;
  }
}
