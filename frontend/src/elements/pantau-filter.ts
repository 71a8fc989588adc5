import { css, html } from 'lit';
import { customElement, property } from 'lit/decorators.js';
import { ALL, type Filter, type RowState, STATES_OF_AREAS, STATES_OF_STATIONS } from '../model/filter.js';
import { featureTexts } from '../model/texts.js';
import { filterTexts } from '../model/texts/filter.js';
import { PantauElement, shared } from './base.js';

/** Says that the reader asks for other rows. */
export class FilterEvent extends Event {
  constructor(readonly filter: Filter) {
    super('filter');
  }
}

/** What narrows a long table: words of the name or code, and a state. Says how many rows are left. */
@customElement('pantau-filter')
export class PantauFilter extends PantauElement {
  static override styles = [
    shared,
    css`
      :host {
        display: flex;
        flex-wrap: wrap;
        gap: 0.25rem 1.5rem;
        align-items: baseline;
        margin-top: 0.5rem;
        font-size: var(--size-s);
      }
      label {
        display: flex;
        flex-wrap: wrap;
        max-width: 100%;
        gap: 0.5rem;
        align-items: baseline;
        color: var(--ink-2);
      }
      input,
      select {
        min-height: 2.25rem;
        padding: 0 0.25rem;
        border: 0;
        border-bottom: 1px solid var(--line-2);
        border-radius: 0;
        background: transparent;
        color: var(--ink);
        font: inherit;
      }
      input {
        width: min(17rem, 56vw);
      }
      select {
        max-width: 100%;
      }
      input::placeholder {
        color: var(--ink-2);
        opacity: 1;
      }
      select option {
        background: var(--paper);
      }
      :is(input, select):focus-visible {
        outline: 2px solid var(--focus);
        outline-offset: 2px;
      }
    `,
  ];

  @property({ attribute: false }) filter: Filter = ALL;
  @property({ type: Boolean }) stations = false;
  @property({ type: Number }) shown = 0;
  @property({ type: Number }) all = 0;

  private ask(filter: Filter) {
    this.dispatchEvent(new FilterEvent(filter));
  }

  override render() {
    const text = featureTexts(filterTexts, this.language);
    const words = this.stations ? text.stations : text.areas;
    const states = this.stations ? STATES_OF_STATIONS : STATES_OF_AREAS;
    const { filter } = this;
    return html`
      <input
        type="search"
        aria-label=${text.words}
        placeholder=${text.words}
        autocomplete="off"
        spellcheck="false"
        maxlength="60"
        .value=${filter.words}
        @input=${(event: Event) => { this.ask({ ...filter, words: (event.target as HTMLInputElement).value }); }}
      />
      <label
        >${text.state}
        <select
          @change=${(event: Event) => {
            this.ask({ ...filter, state: (event.target as HTMLSelectElement).value as RowState | 'any' });
          }}
        >
          <option value="any" ?selected=${filter.state === 'any'}>${text.any}</option>
          ${states.map((state) => html`<option value=${state} ?selected=${filter.state === state}>${words[state]}</option>`)}
        </select></label
      >
      <span class="quiet num" role="status">
        ${this.shown === this.all ? '' : text.shown(this.n.integer(this.shown), this.n.integer(this.all))}
      </span>
    `;
  }
}
