import { css, html, nothing } from 'lit';
import { customElement, property, state } from 'lit/decorators.js';
import { shared } from '../elements/base.js';
import { Look } from '../elements/look.js';
import { clockTime } from '../model/moments.js';
import { readable } from '../model/names.js';
import { CommandElement, screenStyles } from './base.js';
import type { Line } from './curve-draw.js';
import { overlaid } from './live/arrival.js';
import { CountryWatch } from './live/country-watch.js';
import type { Refused } from './live/desk.js';
import { age, percent, plain } from './live/figures.js';
import { countryAddress, heldAddress } from './live/route.js';
import { type Order, coverage, oldestOf, ordered, silentOf } from './live/rows.js';
import type { AreaRow, ContestBody, CountryBody } from './live/wire.js';
import './pantau-curve.js';

const ORDERS: readonly Order[] = ['place', 'coverage', 'held', 'age'];

/** Provinces and their kabupaten by what has come in; the number stands in each cell, the ink only says it again. */
@customElement('pantau-country-screen')
export class PantauCountryScreen extends CommandElement {
  static override styles = [
    shared,
    screenStyles,
    css`
      .filters {
        display: flex;
        flex-wrap: wrap;
        align-items: end;
        gap: 0.5rem 2rem;
        margin-bottom: 0.5rem;
      }
      .oldest {
        margin: -0.25rem 0 1rem;
        padding: 0.5rem 0;
        border-top: 1px solid var(--ink);
        border-bottom: 1px solid var(--line);
      }
      .order {
        display: flex;
        gap: 0.75rem;
        align-items: baseline;
        font-size: var(--size-s);
      }
      .two {
        display: grid;
        grid-template-columns: minmax(0, 1.9fr) minmax(0, 1fr);
        gap: 1.5rem 2.5rem;
        align-items: start;
      }
      pantau-curve {
        --curve-height: 14rem;
        position: sticky;
        top: 1rem;
      }
      .below th {
        padding-left: 1.25rem;
      }
      .heat {
        padding-right: 0.5rem;
        background: color-mix(in srgb, var(--ink) calc(var(--share) * 18%), transparent);
      }
      .silent {
        font-weight: 600;
      }
      th .quiet {
        font-weight: 400;
      }
      tbody th button {
        font-weight: 400 !important;
      }
      td:last-child {
        padding-left: 1.25rem;
      }
      @media (max-width: 68rem) {
        .two {
          grid-template-columns: minmax(0, 1fr);
        }
      }
    `,
  ];

  @property({ type: Boolean }) silent = false;
  @property() contest = '';
  @state() private contests: readonly ContestBody[] = [];
  /** Null until one is chosen: by code, the silent ones the oldest first. */
  @state() private chosen: Order | null = null;
  @state() private opened: ReadonlySet<string> = new Set();
  @state() private now = Date.now();
  private readonly country = new Look<CountryBody | null>(this);
  private readonly problem = new Look<Refused | null>(this);
  private watch: CountryWatch | null = null;
  private clock: ReturnType<typeof setInterval> | undefined;

  override connectedCallback() {
    super.connectedCallback();
    this.watch = new CountryWatch(this.parts.session.desk, this.parts.channel);
    this.country.at(this.watch.body);
    this.problem.at(this.watch.problem);
    this.clock = setInterval(() => (this.now = Date.now()), 5000);
    void this.parts.contests.all().then((all) => (this.contests = all), () => undefined);
    void this.follow();
  }

  override willUpdate(changed: Map<string, unknown>) {
    if (changed.has('contest')) void this.follow();
  }

  private async follow(): Promise<void> {
    const contest = this.contest || (await this.parts.contests.first());
    if (this.isConnected && contest === (this.contest || contest)) this.watch?.watch(contest);
  }

  override disconnectedCallback() {
    super.disconnectedCallback();
    clearInterval(this.clock);
    this.watch?.end();
  }

  private toggle(code: string) {
    const opened = new Set(this.opened);
    if (!opened.delete(code)) opened.add(code);
    this.opened = opened;
  }

  private get order(): Order {
    return this.chosen ?? (this.silent ? 'age' : 'place');
  }

  private row(row: AreaRow, name: unknown, below = false) {
    const { country } = this.c;
    const { language } = this;
    const last = row.lastFormAt === null ? country.never : age(this.now - Date.parse(row.lastFormAt), language);
    return html`<tr class=${below ? 'below' : ''} data-area=${row.code}>
      <th scope="row" class="words">${name}</th>
      <td class="heat" style="--share: ${coverage(row)}">${percent(coverage(row), language)}</td>
      <td>${plain(row.counted, language)}</td>
      <td><a aria-label=${`${this.c.screens.held}: ${readable(row.name)}, ${plain(row.held, language)}`} href=${heldAddress({ contest: this.contest, rule: '', area: row.code })}>${plain(row.held, language)}</a></td>
      <td>${plain(row.expected, language)}</td>
      <td class=${row.silent ? 'silent' : ''}>${row.silent ? html`▲ ${country.silentMark}, ` : nothing}${last}</td>
    </tr>`;
  }

  private rows(body: CountryBody) {
    if (this.silent) return ordered(silentOf(body), this.order).map((row) => this.row(row, html`${readable(row.name)} <span class="quiet">${readable(row.province)}</span>`));
    return ordered(body.provinces, this.order).map((province) => {
      const open = this.opened.has(province.code);
      const name = html`<button class="plain" aria-expanded=${open} @click=${() => { this.toggle(province.code); }}>${readable(province.name)}</button>`;
      return html`${this.row(province, name)}${open ? ordered(province.kabupaten, this.order).map((row) => this.row(row, readable(row.name), true)) : nothing}`;
    });
  }

  /** The first question of a watch, answered in one line. */
  private oldest(body: CountryBody) {
    const { country } = this.c;
    const { heard, never } = oldestOf(body);
    const [first] = never;
    const place = (row: { name: string; province: string }) => `${readable(row.name)}, ${readable(row.province)}`;
    if (!heard && !first) return html`<p class="oldest">${country.noneSilent}</p>`;
    const said = [
      heard ? country.oldest(place(heard), age(this.now - Date.parse(heard.lastFormAt), this.language)) : '',
      first ? (never.length === 1 ? country.onlyNever(place(first)) : country.oldestNever(plain(never.length, this.language), place(first))) : '',
    ].filter((text) => text !== '');
    return html`<p class="oldest"><strong>${country.oldestTitle}:</strong> ${said.join(' · ')}</p>`;
  }

  private curve({ arrival, provinces }: CountryBody) {
    const { country } = this.c;
    const { seconds, today, reference } = overlaid(arrival, provinces.reduce((sum, { expected }) => sum + expected, 0));
    const now: Line = { name: country.arrivalToday, values: today, dash: [], fill: true };
    const lines: readonly Line[] = arrival.reference.length > 0 ? [now, { name: country.reference, values: reference, dash: [4, 3] }] : [now];
    return html`<pantau-curve
      .language=${this.language} .name=${country.arrival} .xs=${seconds}
      .x=${(value: number) => clockTime(new Date(value * 1000).toISOString(), this.language).slice(0, 5)}
      .y=${(value: number) => plain(value, this.language, value !== 0 && value < 5 ? 1 : 0)}
      .lines=${lines}
    ></pantau-curve>`;
  }

  override render() {
    const { country, screens } = this.c;
    const body = this.country.value;
    const problem = this.problem.value;
    const silent = body ? silentOf(body).length : 0;
    const { columns } = country;
    return html`<div class="top">
        <h1 tabindex="-1">${screens.country}</h1>
        ${body ? html`<p>${country.lead(plain(body.silentMinutes, this.language))}</p>` : nothing}
      </div>
      ${problem ? html`<p class="wrong" role="alert">${this.sorry(problem)}</p>` : body ? nothing : html`<p class="empty">${this.c.loading}</p>`}
      ${body
        ? html`${this.oldest(body)}
            <div class="filters">
              ${this.contests.length > 1
                ? html`<label class="choice"
                    >${this.c.contest}
                    <select @change=${(event: Event) => { this.parts.router.replace(countryAddress((event.target as HTMLSelectElement).value, this.silent)); }}>
                      ${this.contests.map(({ id, names }) => html`<option value=${id} .selected=${id === body.contest}>${this.worded(names)}</option>`)}
                    </select></label
                  >`
                : nothing}
              <div class="chips">
                <a href=${countryAddress(this.contest, false)} aria-current=${!this.silent}>${country.all}</a>
                <a href=${countryAddress(this.contest, true)} aria-current=${this.silent}>${country.silent(plain(silent, this.language))}</a>
              </div>
              <div class="order"><span class="quiet">${country.order}</span><div class="chips" role="group" aria-label=${country.order}>
                ${ORDERS.map((order) => html`<button aria-pressed=${this.order === order} @click=${() => (this.chosen = order)}>${country.orders[order]}</button>`)}
              </div></div>
            </div>
            <div class="two">
              <div class="wide" tabindex="0" role="region" aria-label=${screens.country}>
                <table>
                  <thead>
                    <tr>${[columns.name, columns.coverage, columns.counted, columns.held, columns.expected, columns.last].map((head) => html`<th scope="col">${head}</th>`)}</tr>
                  </thead>
                  <tbody>${this.rows(body)}</tbody>
                </table>
                ${this.silent && silent === 0 ? html`<p class="empty">${country.noneSilent}</p>` : nothing}
              </div>
              ${this.curve(body)}
            </div>`
        : nothing}`;
  }
}
