import { css, html, nothing } from 'lit';
import { customElement, property, state } from 'lit/decorators.js';
import { shared } from '../elements/base.js';
import { Look } from '../elements/look.js';
import { clockTime } from '../model/moments.js';
import { CommandElement, screenStyles } from './base.js';
import { CountryWatch } from './live/country-watch.js';
import type { Refused } from './live/desk.js';
import { age, percent, plain } from './live/figures.js';
import { type Order, coverage, cumulated, ordered, silentOf } from './live/rows.js';
import type { AreaRow, CountryBody } from './live/wire.js';
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
        gap: 0.5rem 2rem;
        margin-bottom: 0.5rem;
      }
      .two {
        display: grid;
        grid-template-columns: minmax(0, 1.6fr) minmax(0, 1fr);
        gap: 1.5rem 3rem;
        align-items: start;
      }
      .curves {
        display: grid;
        gap: 1rem;
      }
      .wide {
        overflow-x: auto;
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
      @media (max-width: 68rem) {
        .two {
          grid-template-columns: minmax(0, 1fr);
        }
      }
    `,
  ];

  @property({ type: Boolean }) silent = false;
  @state() private order: Order = 'place';
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
    void this.parts.contests.first().then((first) => { if (this.isConnected) this.watch?.watch(first); });
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

  private row(row: AreaRow, name: unknown, below = false) {
    const { country } = this.c;
    const { language } = this;
    const last = row.lastFormAt === null ? country.never : age(this.now - Date.parse(row.lastFormAt), language);
    return html`<tr class=${below ? 'below' : ''} data-area=${row.code}>
      <th scope="row">${name}</th>
      <td class="heat" style="--share: ${coverage(row)}">${percent(coverage(row), language)}</td>
      <td>${plain(row.counted, language)}</td>
      <td><a href="/held?area=${row.code}">${plain(row.held, language)}</a></td>
      <td>${plain(row.expected, language)}</td>
      <td class=${row.silent ? 'silent' : ''}>${row.silent ? html`▲ ${country.silentMark}, ` : nothing}${last}</td>
    </tr>`;
  }

  private rows(body: CountryBody) {
    if (this.silent) return silentOf(body).map((row) => this.row(row, html`${row.name} <span class="quiet">${row.province}</span>`));
    return ordered(body.provinces, this.order).map((province) => {
      const open = this.opened.has(province.code);
      const name = html`<button class="plain" aria-expanded=${open} @click=${() => { this.toggle(province.code); }}>${province.name}</button>`;
      return html`${this.row(province, name)}${open ? ordered(province.kabupaten, this.order).map((row) => this.row(row, row.name, true)) : nothing}`;
    });
  }

  private curves({ arrival }: CountryBody) {
    const { country } = this.c;
    return html`<div class="curves">
      <pantau-curve
        .language=${this.language} .name=${country.arrival}
        .xs=${arrival.today.map(({ at }) => Date.parse(at) / 1000)}
        .x=${(value: number) => clockTime(new Date(value * 1000).toISOString(), this.language).slice(0, 5)}
        .y=${(value: number) => plain(value, this.language)}
        .lines=${[{ name: '', values: cumulated(arrival.today), dash: [], fill: true }]}
      ></pantau-curve>
      ${arrival.reference.length === 0
        ? nothing
        : html`<pantau-curve
            .language=${this.language} .name=${country.reference} .most=${100}
            .xs=${arrival.reference.map(({ hours }) => hours)}
            .x=${(value: number) => plain(value, this.language)}
            .y=${(value: number) => plain(value, this.language)}
            .lines=${[{ name: '', values: arrival.reference.map(({ share }) => share * 100), dash: [4, 3] }]}
          ></pantau-curve>`}
    </div>`;
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
        ? html`<div class="filters">
              <div class="chips">
                <a href="/country" aria-current=${!this.silent}>${country.all}</a>
                <a href="/country?show=silent" aria-current=${this.silent}>${country.silent(plain(silent, this.language))}</a>
              </div>
              <div class="chips" role="group" aria-label=${country.order}>
                ${ORDERS.map((order) => html`<button aria-pressed=${this.order === order} @click=${() => (this.order = order)}>${country.orders[order]}</button>`)}
              </div>
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
              ${this.curves(body)}
            </div>`
        : nothing}`;
  }
}
