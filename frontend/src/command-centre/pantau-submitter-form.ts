import '@vaadin/text-field';
import type { TextField } from '@vaadin/text-field';
import { html } from 'lit';
import { customElement, state } from 'lit/decorators.js';
import { shared } from '../elements/base.js';
import { CommandElement, screenStyles } from './base.js';
import { fieldStyles } from './field-styles.js';
import './pantau-place-field.js';
import type { PlacesEvent } from './pantau-place-field.js';

export const METHODS = ['machine', 'single', 'double'] as const;

export interface NewSubmitter {
  readonly label: string;
  readonly areas: readonly string[];
  readonly methods: readonly string[];
}

/** A whole new submitter, whose key is not yet made. */
export class SubmitterEvent extends Event {
  constructor(readonly submitter: NewSubmitter) {
    super('submitter');
  }
}

/** The form of a new submitter: who, from where, and how its forms are read. */
@customElement('pantau-submitter-form')
export class PantauSubmitterForm extends CommandElement {
  static override styles = [shared, screenStyles, fieldStyles];

  @state() private areas: readonly string[] = [];
  @state() private methods: ReadonlySet<string> = new Set(['machine']);
  @state() private said = '';

  clear() {
    this.areas = [];
    this.methods = new Set(['machine']);
    const field = this.renderRoot.querySelector<TextField>('[name=label]');
    if (field) field.value = '';
  }

  private toggle(method: string) {
    const methods = new Set(this.methods);
    if (!methods.delete(method)) methods.add(method);
    this.methods = methods;
  }

  /** The first field that is empty, and what it is called. */
  private lacking(label: string): readonly [string, string] | null {
    const { submitters } = this.c;
    if (label === '') return ['[name=label]', submitters.label];
    if (this.areas.length === 0) return ['pantau-place-field', submitters.areas];
    return this.methods.size === 0 ? ['[name=methods]', submitters.methods] : null;
  }

  private send(event: Event) {
    event.preventDefault();
    const label = this.renderRoot.querySelector<TextField>('[name=label]')?.value.trim() ?? '';
    const lacking = this.lacking(label);
    this.said = lacking ? this.c.submitters.missing(lacking[1]) : '';
    if (lacking) this.renderRoot.querySelector<HTMLElement>(lacking[0])?.focus();
    else this.dispatchEvent(new SubmitterEvent({ label, areas: this.areas, methods: METHODS.filter((method) => this.methods.has(method)) }));
  }

  override render() {
    const { submitters } = this.c;
    return html`<form novalidate @submit=${(event: Event) => { this.send(event); }}>
      <h2>${submitters.newOne}</h2>
      <vaadin-text-field name="label" label=${submitters.label} maxlength="80"></vaadin-text-field>
      <pantau-place-field
        several
        .language=${this.language}
        .parts=${this.parts}
        .label=${submitters.areas}
        .codes=${this.areas}
        @places=${(event: PlacesEvent) => (this.areas = event.codes)}
      ></pantau-place-field>
      <fieldset>
        <legend>${submitters.methods}</legend>
        ${METHODS.map(
          (method) => html`<label
            ><input type="checkbox" name="methods" value=${method} .checked=${this.methods.has(method)} @change=${() => { this.toggle(method); }} />
            ${submitters.methodNames[method]}</label
          >`,
        )}
      </fieldset>
      <p role="alert" class=${this.said ? 'wrong' : 'unseen'}>${this.said}</p>
      <button class="act first" type="submit">${submitters.make}</button>
    </form>`;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'pantau-submitter-form': PantauSubmitterForm;
  }
}
