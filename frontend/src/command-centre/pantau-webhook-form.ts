import '@vaadin/text-field';
import type { TextField } from '@vaadin/text-field';
import { css, html } from 'lit';
import { customElement, property, state } from 'lit/decorators.js';
import { shared } from '../elements/base.js';
import { CommandElement, screenStyles } from './base.js';
import { fieldStyles } from './field-styles.js';
import { plain } from './live/figures.js';
import type { ContestBody } from './live/wire.js';
import './pantau-place-field.js';
import type { PlacesEvent } from './pantau-place-field.js';

export interface NewWebhook {
  readonly label: string;
  readonly url: string;
  readonly topics: readonly string[];
  readonly acts: boolean;
}

/** A whole new webhook, not yet registered. */
export class WebhookEvent extends Event {
  constructor(readonly webhook: NewWebhook) {
    super('webhook');
  }
}

const NATION = '0';

/** The form of a new webhook: who, where, and what it is told: each contest chosen in each area chosen. */
@customElement('pantau-webhook-form')
export class PantauWebhookForm extends CommandElement {
  static override styles = [
    shared,
    screenStyles,
    fieldStyles,
    css`
      .count {
        color: var(--ink-2);
        font-size: var(--size-s);
        font-variant-numeric: tabular-nums;
      }
    `,
  ];

  @property({ type: Number }) most = 0;
  @state() private contests: readonly ContestBody[] = [];
  @state() private chosen: ReadonlySet<string> = new Set();
  @state() private nation = true;
  @state() private areas: readonly string[] = [];
  @state() private acts = true;
  @state() private said = '';

  override connectedCallback() {
    super.connectedCallback();
    void this.parts.contests.all().then(
      (all) => {
        this.contests = all;
        this.begin();
      },
      () => undefined,
    );
  }

  /** What is chosen before anybody chooses: the first contest in the whole country. */
  private begin() {
    this.chosen = new Set(this.contests.slice(0, 1).map(({ id }) => id));
    this.nation = true;
    this.areas = [];
    this.acts = true;
  }

  clear() {
    this.begin();
    for (const field of this.renderRoot.querySelectorAll<TextField>('vaadin-text-field')) field.value = '';
  }

  private get topics(): readonly string[] {
    const areas = [...(this.nation ? [NATION] : []), ...this.areas.filter((area) => area !== NATION)];
    return this.contests.filter(({ id }) => this.chosen.has(id)).flatMap(({ id }) => areas.map((area) => `${id}/${area}`));
  }

  private toggle(contest: string) {
    const chosen = new Set(this.chosen);
    if (!chosen.delete(contest)) chosen.add(contest);
    this.chosen = chosen;
  }

  private value(name: string): string {
    return this.renderRoot.querySelector<TextField>(`[name=${name}]`)?.value.trim() ?? '';
  }

  private send(event: Event) {
    event.preventDefault();
    const { webhooks } = this.c;
    const [label, url, topics] = [this.value('label'), this.value('url'), this.topics];
    const lacking = label === '' ? ['[name=label]', webhooks.label] : url === '' ? ['[name=url]', webhooks.url] : topics.length === 0 && !this.acts ? ['fieldset input', webhooks.told] : null;
    this.said = lacking ? webhooks.missing(lacking[1] ?? '') : '';
    if (lacking) this.renderRoot.querySelector<HTMLElement>(lacking[0] ?? '')?.focus();
    else this.dispatchEvent(new WebhookEvent({ label, url, topics, acts: this.acts }));
  }

  private check(name: string, text: string, on: boolean, change: () => void) {
    return html`<label><input type="checkbox" name=${name} .checked=${on} @change=${change} /> ${text}</label>`;
  }

  override render() {
    const { webhooks } = this.c;
    return html`<form novalidate @submit=${(event: Event) => { this.send(event); }}>
      <h2>${webhooks.newOne}</h2>
      <vaadin-text-field name="label" label=${webhooks.label} maxlength="80" autocomplete="off"></vaadin-text-field>
      <vaadin-text-field name="url" label=${webhooks.url} maxlength="500" placeholder="https://" autocomplete="off"></vaadin-text-field>
      <fieldset>
        <legend>${webhooks.contests}</legend>
        ${this.contests.map((contest) => this.check('contests', this.worded(contest.names), this.chosen.has(contest.id), () => { this.toggle(contest.id); }))}
      </fieldset>
      <fieldset>
        <legend>${webhooks.told}</legend>
        ${this.check('nation', webhooks.nation, this.nation, () => (this.nation = !this.nation))}
        ${this.check('acts', webhooks.actsToo, this.acts, () => (this.acts = !this.acts))}
      </fieldset>
      <pantau-place-field
        several
        .language=${this.language}
        .parts=${this.parts}
        .label=${webhooks.places}
        .codes=${this.areas}
        @places=${(event: PlacesEvent) => (this.areas = event.codes)}
      ></pantau-place-field>
      <p class="count">${webhooks.count(plain(this.topics.length, this.language), plain(this.most, this.language))}</p>
      <p role="alert" class=${this.said ? 'wrong' : 'unseen'}>${this.said}</p>
      <button class="act first" type="submit">${webhooks.make}</button>
    </form>`;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'pantau-webhook-form': PantauWebhookForm;
  }
}
