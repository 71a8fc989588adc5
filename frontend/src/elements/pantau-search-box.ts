import '@vaadin/combo-box';
import type { ComboBox, ComboBoxDataProvider } from '@vaadin/combo-box';
import { type ComboBoxLitRenderer, comboBoxRenderer } from '@vaadin/combo-box/lit.js';
import { css, html, nothing } from 'lit';
import { customElement, property, query, state } from 'lit/decorators.js';
import type { Searching } from '../live/searching.js';
import { readable } from '../model/names.js';
import { levelName } from '../model/texts.js';
import type { Hit } from '../model/wire.js';
import { PantauElement, shared } from './base.js';
import { ChosenEvent } from './pantau-search.js';

/** A combo box over the API's search: areas and stations by name, code, or "TPS 12 Menteng". */
@customElement('pantau-search-box')
export class PantauSearchBox extends PantauElement {
  static override styles = [
    shared,
    css`
      vaadin-combo-box {
        width: 100%;
        --vaadin-combo-box-overlay-width: min(32rem, calc(100vw - 2rem));
        --vaadin-input-field-border-width: 0 0 1px;
        --vaadin-input-field-border-radius: 0;
        --vaadin-input-field-background: transparent;
        --vaadin-input-field-padding: 0;
        --vaadin-field-baseline-input-height: calc(1lh + 1px);
        /* Nothing stays chosen here, so neither a tick nor room for one. */
        --vaadin-icon-size: 0px;
        --vaadin-item-gap: 0;
        font-size: var(--size-m);
      }
      vaadin-combo-box::part(input-field) {
        height: 2.5rem;
        border-bottom-color: var(--ink);
        outline-offset: 2px;
      }
      vaadin-combo-box::part(toggle-button) {
        display: none;
      }
      vaadin-combo-box input {
        outline: none;
      }
      .failed {
        font-size: var(--size-s);
      }
    `,
  ];

  /** What the field is called where it is not the page's own search. */
  @property() label = '';
  @property({ attribute: false }) searching: Searching | null = null;
  @state() private failed = false;
  @query('vaadin-combo-box') private readonly box!: ComboBox<Hit>;
  private hits: readonly Hit[] = [];

  override focus() {
    this.box.focus();
  }

  private readonly provide: ComboBoxDataProvider<Hit> = async ({ filter }, answer) => {
    try {
      const hits = await this.searching?.find(filter);
      if (!hits) return;
      this.failed = false;
      this.hits = hits;
      answer([...hits], hits.length);
    } catch {
      this.failed = true;
      this.hits = [];
      answer([], 0);
    }
  };

  private choose(hit: Hit | null | undefined) {
    if (!hit) return;
    this.box.selectedItem = null;
    this.box.value = '';
    this.dispatchEvent(new ChosenEvent(hit));
  }

  private readonly item: ComboBoxLitRenderer<Hit> = (hit) => html`
    <div style="line-height: 1.35; padding: 0.125rem 0.25rem">
      <span style="font-weight: 550">${readable(hit.name)}</span>
      <span style="color: var(--ink-2); font-size: var(--size-s)">
        ${levelName(this.t, hit.code, hit.level)} ${hit.code}<br />${readable(hit.path)}
      </span>
    </div>
  `;

  override render() {
    return html`
      <vaadin-combo-box
        .accessibleName=${this.label || this.t.search}
        .placeholder=${this.t.searchHint}
        .dataProvider=${this.provide}
        item-label-path="name"
        item-value-path="code"
        item-id-path="code"
        allow-custom-value
        ${comboBoxRenderer(this.item, [this.language])}
        @selected-item-changed=${(event: CustomEvent<{ value: Hit | null | undefined }>) => {
          this.choose(event.detail.value);
        }}
        @custom-value-set=${(event: Event) => {
          event.preventDefault();
          this.choose(this.hits[0]);
        }}
      ></vaadin-combo-box>
      ${this.failed ? html`<span class="failed quiet">${this.t.searchFailed}</span>` : nothing}
    `;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'pantau-search-box': PantauSearchBox;
  }
}
