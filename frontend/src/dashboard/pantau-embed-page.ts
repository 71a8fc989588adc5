import '@vaadin/button';
import '@vaadin/text-field';
import { html, nothing } from 'lit';
import { customElement, property, state } from 'lit/decorators.js';
import { PantauElement, shared } from '../elements/base.js';
import '../elements/pantau-search.js';
import type { ChosenEvent } from '../elements/pantau-search.js';
import { Searching } from '../live/searching.js';
import { type Embedding, attributesOf, elementCode, frameCode, pictureAddress } from '../model/embed-code.js';
import { LANGUAGE_NAMES, wireLanguage } from '../model/language.js';
import { readable } from '../model/names.js';
import { featureTexts } from '../model/texts.js';
import { embedTexts } from '../model/texts/embed.js';
import type { Contest } from '../model/wire.js';
import { embedStyles } from './embed-styles.js';
import type { Parts } from './pantau-app.js';

const LAYOUTS = ['card', 'bars', 'table', 'map', 'ticker'] as const;
const THEMES = ['auto', 'light', 'dark', 'transparent'] as const;
const LANGUAGES = ['id', 'en'] as const;
const WIDTHS = [320, 480, 0] as const;
const ACCENT = /^(?:#[0-9a-fA-F]{6})?$/;
const HEIGHT = /^(?:[1-9]\d{1,3})?$/;

/** Where a newsroom puts a widget together: choices, the widget itself, and the code to copy. */
@customElement('pantau-embed-page')
export class PantauEmbedPage extends PantauElement {
  static override styles = [shared, embedStyles];

  @property({ attribute: false }) parts!: Parts;
  @property({ attribute: false }) contests: readonly Contest[] = [];
  @property() contest = '';
  @property() area = '0';
  @state() private place = '';
  @state() private layout: (typeof LAYOUTS)[number] = 'card';
  @state() private theme: (typeof THEMES)[number] = 'auto';
  @state() private spoken: 'id' | 'en' | null = null;
  @state() private accent = '';
  @state() private height = '';
  @state() private width: (typeof WIDTHS)[number] = 480;
  @state() private failed = false;
  @state() private said: { readonly code: string; readonly copied: boolean } | null = null;
  private searching: Searching | null = null;

  override connectedCallback() {
    super.connectedCallback();
    this.searching = new Searching(this.parts.live.clock);
    void this.name();
    // The very file that others load, so that the preview is the thing.
    import(/* @vite-ignore */ new URL('/embed.js', location.href).href).catch(() => { this.failed = true; });
  }

  protected override updated() {
    document.title = `${this.words.title} · ${this.t.site}`;
  }

  greet() {
    this.renderRoot.querySelector<HTMLElement>('h1')?.focus({ preventScroll: true });
  }

  private async name() {
    const { area } = this;
    try {
      const info = await this.parts.reference.area(area);
      if (area === this.area) this.place = readable(info.name);
    } catch {
      this.place = area;
    }
  }

  private get words() {
    return featureTexts(embedTexts, this.language);
  }

  private get embedding(): Embedding {
    const { contest, area, layout, theme, accent, height } = this;
    const language = this.spoken ?? wireLanguage(this.language);
    const name = this.contests.find(({ id }) => id === contest)?.names[language] ?? contest;
    return { contest, area, layout, language, theme, accent, height, title: `${name}, ${this.place}` };
  }

  private chosen(event: ChosenEvent) {
    event.stopPropagation();
    const { hit } = event;
    // A widget shows places; of a station, its village.
    this.area = hit.kind === 'station' ? hit.code.slice(0, 10) : hit.code;
    this.place = this.area;
    void this.name();
  }

  private async copy(code: string) {
    try {
      await navigator.clipboard.writeText(code);
      this.said = { code, copied: true };
    } catch {
      this.said = { code, copied: false };
    }
  }

  private segments<T extends string | number>(legend: string, all: readonly T[], now: T, nameOf: (each: T) => string, take: (each: T) => void) {
    return html`<fieldset>
      <legend>${legend}</legend>
      <div class="segments">
        ${all.map((each) => html`<button type="button" aria-pressed=${each === now} @click=${() => { take(each); }}>${nameOf(each)}</button>`)}
      </div>
    </fieldset>`;
  }

  private choices() {
    const { words } = this;
    const { language } = this.embedding;
    const text = (take: (value: string) => void, allowed: RegExp) => (event: Event) => {
      const { value } = event.target as HTMLInputElement;
      if (allowed.test(value)) take(value);
    };
    return html`<div class="choices">
      ${this.contests.length > 1
        ? this.segments(words.contest, this.contests.map(({ id }) => id), this.contest, (id) => this.worded(this.contests.find((each) => each.id === id)?.names ?? { id, en: id }), (id) => { this.contest = id; })
        : nothing}
      <div>
        <h2>${words.place}</h2>
        <p class="place">${this.place}</p>
        <pantau-search .language=${this.language} .searching=${this.searching} @chosen=${(event: ChosenEvent) => { this.chosen(event); }}></pantau-search>
      </div>
      ${this.segments(words.layout, LAYOUTS, this.layout, (each) => words.layouts[each], (each) => { this.layout = each; })}
      ${this.segments(words.theme, THEMES, this.theme, (each) => words.themes[each], (each) => { this.theme = each; })}
      ${this.segments<'id' | 'en'>(words.language, LANGUAGES, language === 'en' ? 'en' : 'id', (each) => LANGUAGE_NAMES[each], (each) => { this.spoken = each; })}
      <div class="two">
        <vaadin-text-field label=${words.accent} helper-text=${words.accentHint} maxlength="7" pattern="#[0-9a-fA-F]{6}" @change=${text((value) => { this.accent = value; }, ACCENT)}></vaadin-text-field>
        <vaadin-text-field label=${words.height} helper-text=${words.heightHint} maxlength="4" pattern="[1-9][0-9]{1,3}" @change=${text((value) => { this.height = value; }, HEIGHT)}></vaadin-text-field>
      </div>
    </div>`;
  }

  private code(title: string, code: string, note: string) {
    const { words } = this;
    const said = this.said?.code === code ? this.said : null;
    return html`<section class="code">
      <header>
        <h2>${title}</h2>
        <vaadin-button aria-label="${words.copy}: ${title}" @click=${() => void this.copy(code)}>${said?.copied ? words.copied : words.copy}</vaadin-button>
      </header>
      <pre>${code}</pre>
      <p class="note">${said && !said.copied ? words.failed : note}</p>
    </section>`;
  }

  /** A new one for each choice, as attributes that are no longer there must go. */
  private preview() {
    const widget = document.createElement('pantau-suara');
    for (const [name, value] of attributesOf(this.embedding)) widget.setAttribute(name, value);
    return widget;
  }

  /** The widget in the preview, and what it was made for. */
  private shown: { readonly key: string; readonly widget: HTMLElement } | null = null;

  override render() {
    const { words, embedding, width } = this;
    const key = JSON.stringify(attributesOf(embedding));
    if (this.shown?.key !== key) this.shown = { key, widget: this.preview() };
    const stage = this.shown.widget;
    stage.style.width = width === 0 ? '' : `${width}px`;
    const { origin } = location;
    return html`
      <h1 tabindex="-1">${words.title}</h1>
      <p class="note">${words.lead}</p>
      <div class="parts">
        ${this.choices()}
        <div>
          ${this.segments(words.width, WIDTHS, width, (each) => (each === 0 ? words.full : `${each} px`), (each) => { this.width = each; })}
          <div class="stage" role="group" aria-label=${words.preview}>${this.failed ? html`<p role="status">${words.noPreview}</p>` : stage}</div>
          ${this.code(words.script, elementCode(origin, embedding), words.scriptNote)}
          ${this.code(words.frame, frameCode(origin, embedding), words.frameNote)}
          ${this.code(words.picture, pictureAddress(origin, embedding), '')}
        </div>
      </div>
      <p class="unseen" role="status">${this.said ? (this.said.copied ? words.copied : words.failed) : ''}</p>
    `;
  }
}
