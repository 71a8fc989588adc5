import '@vaadin/text-field';
import type { TextField } from '@vaadin/text-field';
import { html } from 'lit';
import { customElement, property, state } from 'lit/decorators.js';
import { shared } from '../elements/base.js';
import { exactTime } from '../model/moments.js';
import type { Texts } from '../model/wire.js';
import { CommandElement, screenStyles } from './base.js';
import { fieldStyles } from './field-styles.js';
import { JAKARTA, fieldOf, instantOf } from './live/jakarta.js';
import type { Act, ContestBody } from './live/wire.js';
import './pantau-place-field.js';
import type { PlacesEvent } from './pantau-place-field.js';

export interface NewAct {
  readonly kind: Act['kind'];
  readonly contest: string | null;
  readonly place: string;
  readonly office: string;
  readonly reason: Texts;
  readonly until: string;
}

/** A whole new act, not yet published. */
export class ActEvent extends Event {
  constructor(readonly act: NewAct) {
    super('act');
  }
}

const DAY_MILLIS = 24 * 3600_000;
const LONGEST_MILLIS = 30 * DAY_MILLIS;
const TEXTS = ['office', 'reasonId', 'reasonEn'] as const;
const MOST = { office: 120, reasonId: 600, reasonEn: 600 } as const;

/** The form of a new act; what is missing is named, and takes the focus. */
@customElement('pantau-act-form')
export class PantauActForm extends CommandElement {
  static override styles = [shared, screenStyles, fieldStyles];

  @property({ attribute: false }) contests: readonly ContestBody[] = [];
  @state() private kind: Act['kind'] = 'notice';
  @state() private place: readonly string[] = [];
  @state() private until = fieldOf(Date.now() + DAY_MILLIS);
  @state() private said = '';

  /** Empties the form after its act was published. */
  clear() {
    this.place = [];
    this.said = '';
    for (const field of this.renderRoot.querySelectorAll<TextField>('vaadin-text-field')) field.value = '';
  }

  private value(name: string): string {
    return this.renderRoot.querySelector<TextField | HTMLInputElement | HTMLSelectElement>(`[name=${name}]`)?.value.trim() ?? '';
  }

  /** The first field that is not right, and what is wrong with it. */
  private lacking(until: string | null): readonly [string, string] | null {
    const { acts, problems } = this.c;
    if (this.place.length === 0) return ['pantau-place-field', acts.missing(acts.place)];
    const empty = TEXTS.find((name) => this.value(name) === '');
    if (empty) return [`[name=${empty}]`, acts.missing(acts[empty])];
    if (!until) return ['[name=until]', acts.missing(acts.until)];
    const ahead = Date.parse(until) - Date.now();
    if (ahead <= 0) return ['[name=until]', problems.past ?? ''];
    return ahead > LONGEST_MILLIS ? ['[name=until]', problems['too-far'] ?? ''] : null;
  }

  private send(event: Event) {
    event.preventDefault();
    const until = instantOf(this.until);
    const lacking = this.lacking(until);
    this.said = lacking?.[1] ?? '';
    if (lacking) this.renderRoot.querySelector<HTMLElement>(lacking[0])?.focus();
    const [place] = this.place;
    if (lacking || !place || !until) return;
    const reason = { id: this.value('reasonId'), en: this.value('reasonEn') };
    const contest = this.value('contest');
    this.dispatchEvent(new ActEvent({ kind: this.kind, contest: contest === '' ? null : contest, place, office: this.value('office'), reason, until }));
  }

  override render() {
    const { acts } = this.c;
    const now = Date.now();
    const until = instantOf(this.until);
    return html`<form novalidate @submit=${(event: Event) => { this.send(event); }}>
      <h2>${acts.newOne}</h2>
      <label class="choice"
        >${acts.kind}
        <select name="kind" @change=${(event: Event) => (this.kind = (event.target as HTMLSelectElement).value as Act['kind'])}>
          <option value="notice">${acts.notice}</option>
          <option value="withhold">${acts.withhold}</option>
        </select></label
      >
      <p class="note">${acts.kinds[this.kind]}</p>
      <label class="choice"
        >${this.c.contest}
        <select name="contest">
          <option value="">${this.c.allContests}</option>
          ${this.contests.map(({ id, names }) => html`<option value=${id}>${this.worded(names)}</option>`)}
        </select></label
      >
      <pantau-place-field
        .language=${this.language}
        .parts=${this.parts}
        .label=${acts.place}
        .codes=${this.place}
        @places=${(event: PlacesEvent) => (this.place = event.codes)}
      ></pantau-place-field>
      ${TEXTS.map((name) => html`<vaadin-text-field name=${name} label=${acts[name]} maxlength=${MOST[name]}></vaadin-text-field>`)}
      <label class="choice"
        >${acts.until}
        <input name="until" type="datetime-local" min=${fieldOf(now)} max=${fieldOf(now + LONGEST_MILLIS)} .value=${this.until} aria-describedby="until-help"
          @input=${(event: Event) => (this.until = (event.target as HTMLInputElement).value)}
      /></label>
      <p class="note" id="until-help">${until ? html`<strong class="num">${exactTime(until, this.language, JAKARTA)}</strong> ` : ''}${acts.untilHelp}</p>
      <p role="alert" class=${this.said ? 'wrong' : 'unseen'}>${this.said}</p>
      <button class="act first" type="submit">${acts.make}</button>
    </form>`;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'pantau-act-form': PantauActForm;
  }
}
