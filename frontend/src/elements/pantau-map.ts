import { type PropertyValues, html, nothing } from 'lit';
import { customElement, property, state } from 'lit/decorators.js';
import { styleMap } from 'lit/directives/style-map.js';
import { Geography } from '../live/geography.js';
import { type Lens, READINGS, type Reading, inkOf, shareStep } from '../model/map-reading.js';
import { type AreaMap, type Shape, shapesOf } from '../model/map-shape.js';
import { readable } from '../model/names.js';
import { type Manner, PLAIN, areaPath } from '../model/route.js';
import { featureTexts } from '../model/texts.js';
import { MAP_TEXTS } from '../model/texts/map.js';
import type { AnyRow, Choice } from '../model/wire.js';
import { PantauElement, shared } from './base.js';
import { colorOf } from '../model/fill.js';
import { legend, swatch } from './map-legend.js';
import { patterns } from './map-patterns.js';
import { mapStyles } from './map-styles.js';
import { briefWords, nameOf, rowWords } from './map-words.js';
import './pantau-map-figures.js';
import './pantau-map-sheet.js';
import type { PointedEvent } from './pantau-map-sheet.js';
import { uncheckedMark, uncheckedStyles } from './unchecked.js';

/** The places below a place as a map, with what it shows, its legend, and the places without a shape. */
@customElement('pantau-map')
export class PantauMap extends PantauElement {
  static override styles = [shared, mapStyles, uncheckedStyles];
  private static readonly geography = new Geography();

  @property() contest = '';
  @property() area = '';
  /** Kept in the addresses below, as in the table. */
  /** True where the votes are as sent, held forms included. */
  @property({ type: Boolean, reflect: true }) sent = false;
  @property({ attribute: false }) manner: Manner = PLAIN;
  @property({ attribute: false }) choices: readonly Choice[] = [];
  /** Null while nothing is known. */
  @property({ attribute: false }) rows: readonly AnyRow[] | null = null;
  @state() private map: AreaMap | null = null;
  @state() private failed = false;
  @state() private reading: Reading = 'leader';
  @state() private choiceId = '';
  /** The place that is pointed at. */
  @state() private active: string | null = null;
  private shapes: readonly Shape[] = [];
  private rowOf = new Map<string, AnyRow>();
  override willUpdate(changed: PropertyValues<this>) {
    if (changed.has('area')) {
      this.active = null;
      void this.fetchMap();
    }
    if (changed.has('rows')) this.rowOf = new Map((this.rows ?? []).map((row) => [row.code, row]));
  }

  private async fetchMap() {
    const { area } = this;
    this.map = null;
    this.failed = false;
    try {
      const map = await PantauMap.geography.map(area);
      if (area !== this.area) return;
      this.shapes = shapesOf(map);
      this.map = map;
    } catch {
      if (area === this.area) this.failed = true;
    }
  }

  private get words() {
    return featureTexts(MAP_TEXTS, this.language);
  }

  private get titleWords(): string {
    const { titles } = this.words;
    return this.area === '0' ? titles.nation : titles.province;
  }

  private get lens(): Lens {
    const { reading, choices } = this;
    const choice = choices.find(({ id }) => id === this.choiceId) ?? choices[0] ?? null;
    return { reading, choices, choice, step: reading === 'share' ? shareStep(this.rows ?? [], choices) : 20 };
  }

  private hrefOf(code: string): string {
    return areaPath(this.contest, code, this.manner);
  }

  private sheet(lens: Lens) {
    if (this.failed) {
      return html`<p class="note" role="status">
        ${this.words.failed} <button type="button" class="again" @click=${() => void this.fetchMap()}>${this.t.retry}</button>
      </p>`;
    }
    if (!this.map) return nothing;
    return html`<pantau-map-sheet
      .language=${this.language}
      .contest=${this.contest}
      .manner=${this.manner}
      .map=${this.map}
      .rows=${this.rows ?? []}
      .lens=${lens}
      .name=${`${this.titleWords}. ${this.words.keys} ${this.words.same}`}
      @pointed=${(event: PointedEvent) => { this.active = event.detail; }}
    ></pantau-map-sheet>`;
  }

  private readings() {
    return html`<div class="segments" role="group" aria-label=${this.words.shows}>
      ${READINGS.map(
        (reading) => html`<button
          type="button"
          data-reading=${reading}
          aria-pressed=${reading === this.reading}
          @click=${() => { this.reading = reading; }}
        >${this.words.readings[reading]}</button>`,
      )}
    </div>`;
  }

  private choosing(lens: Lens) {
    return html`<label>
      <span class="unseen">${this.words.choice}</span>
      <select @change=${(event: Event) => { this.choiceId = (event.target as HTMLSelectElement).value; }}>
        ${this.choices.map(
          (choice) => html`<option value=${choice.id} ?selected=${choice === lens.choice}>${nameOf(choice)}</option>`,
        )}
      </select>
    </label>`;
  }

  private key(lens: Lens) {
    const { words, rows, reading } = this;
    return html`<div class="key">
      ${uncheckedMark(this.sent, this.language)}
      ${reading === 'share' ? this.choosing(lens) : nothing}
      ${rows && this.map ? legend(rows, lens, words, this.n) : nothing}
      <p class="note">${reading === 'leader' && this.manner.sent ? words.leaderSent : words.legends[reading]}</p>
    </div>`;
  }

  /** The places without a shape: never left out in silence. */
  private marks(lens: Lens) {
    if (!this.map) return nothing;
    const drawn = new Set(this.shapes.map(({ code }) => code));
    const rows = (this.rows ?? []).filter(({ code }) => !drawn.has(code));
    if (rows.length === 0) return nothing;
    return html`<div class="marks">
      <p class="note">${this.area === '0' ? this.words.outside : this.words.shapeless}</p>
      <ul>
        ${rows.map(
          (row) => html`<li>
            <a href=${this.hrefOf(row.code)} data-code=${row.code}
              >${swatch(inkOf(row, lens))}<span class="place">${readable(row.name)}</span>
              <span class="unseen">${rowWords(row, this.choices, this.words, this.n)}</span>
              <span class="quiet num" aria-hidden="true">${briefWords(row, lens, this.words, this.n)}</span></a
            >
          </li>`,
        )}
      </ul>
    </div>`;
  }

  override render() {
    const { words, lens } = this;
    const { active } = this;
    const nation = this.area === '0';
    const color = lens.reading === 'share' && lens.choice ? colorOf(lens.choice) : 'var(--ink)';
    return html`<section class="${nation ? 'nation' : 'province'} ${this.reading}" style=${styleMap({ '--choices': this.choices.length, '--mark': color })}>
      <svg class="unseen" aria-hidden="true">${patterns(this.choices, 1)}</svg>
      <header>
        <h2>${this.titleWords}</h2>
        ${this.readings()}
      </header>
      ${this.key(lens)}
      <div class="frame">${this.sheet(lens)}</div>
      <pantau-map-figures
        .language=${this.language}
        .row=${this.rowOf.get(active ?? '') ?? null}
        .choices=${this.choices}
        .href=${active ? this.hrefOf(active) : ''}
      ></pantau-map-figures>
      ${this.marks(lens)}
      <div class="notes">
        <p class="note"><span class="keys">${words.keys}</span> ${words.same}</p>
        <p class="note source">${this.source(nation)}</p>
      </div>
    </section>`;
  }

  private source(nation: boolean) {
    const { words } = this;
    return nation
      ? html`${words.sourceNation}: denyherianto,
          <a href="https://creativecommons.org/licenses/by/4.0/" rel="noreferrer license">CC BY 4.0</a>, ${words.simplified}.`
      : html`${words.sourceProvince}: mashadinoor, MIT, ${words.simplified}.`;
  }
}
