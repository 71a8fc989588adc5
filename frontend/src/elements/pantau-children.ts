import { html, nothing } from 'lit';
import { customElement, property, state } from 'lit/decorators.js';
import { guard } from 'lit/directives/guard.js';
import { repeat } from 'lit/directives/repeat.js';
import { readable } from '../model/names.js';
import { ALL, type Filter, matching } from '../model/filter.js';
import { BY_CODE, type Order, type SortKey, ordered, pressed } from '../model/order.js';
import { type Manner, PLAIN, areaPath, stationPath } from '../model/route.js';
import { progressOf, shareOf, sumOfVotes } from '../model/shares.js';
import { childrenName, featureTexts } from '../model/texts.js';
import { filterTexts } from '../model/texts/filter.js';
import { type AnyRow, type Choice, type ClosedRow, type Row, isOpen } from '../model/wire.js';
import { PantauElement, shared } from './base.js';
import { childrenStyles } from './children-styles.js';
import { fillOf } from '../model/fill.js';
import type { FilterEvent } from './pantau-filter.js';
import './pantau-filter.js';
import { uncheckedMark, uncheckedStyles } from './unchecked.js';

const ROWS_AT_ONCE = 60;
/** A table this long is worth narrowing. */
const ROWS_TO_FILTER = 12;
/** About the height of a row: room for those that are not drawn yet. */
const ROW_REM = 2.375;

/**
 * The places below a place, one row each. A plain table on purpose: links open in tabs, the page's
 * own search finds every row, and a village of 451 stations is drawn once, after which only rows
 * that changed are drawn again.
 */
@customElement('pantau-children')
export class PantauChildren extends PantauElement {
  static override styles = [shared, childrenStyles, uncheckedStyles];

  @property() contest = '';
  @property() area = '';
  @property({ type: Number }) level = 0;
  /** Named in a station's address only where the contest is not the first. */
  @property({ attribute: false }) namedContest: string | null = null;
  /** Kept in the addresses below: who looks at an earlier standing goes on looking at it. */
  @property({ attribute: false }) manner: Manner = PLAIN;
  /** True where the votes are as sent, held forms included. */
  @property({ type: Boolean, reflect: true }) sent = false;
  @property({ attribute: false }) choices: readonly Choice[] = [];
  /** Null while nothing is known: room is kept for about as many as there will be. */
  @property({ attribute: false }) rows: readonly AnyRow[] | null = null;
  @state() private order: Order = BY_CODE;
  @state() private filter: Filter = ALL;
  /** Rows drawn so far: a long table comes in pieces, so that no single one keeps the page busy. */
  @state() private drawn = ROWS_AT_ONCE;

  override willUpdate(changed: Map<string, unknown>) {
    if (!changed.has('area') && !changed.has('contest')) return;
    this.order = BY_CODE;
    this.filter = ALL;
    this.drawn = ROWS_AT_ONCE;
  }

  override updated() {
    if (this.drawn >= (this.rows?.length ?? 0)) return;
    requestAnimationFrame(() => {
      this.drawn += ROWS_AT_ONCE;
    });
  }

  /** A column's head; `of` is what a screen reader hears before the name: the choice, the stations. */
  private head(key: SortKey, name: string, of: string, kind: string) {
    const sorted = this.order.key === key;
    const direction = this.order.descending ? 'descending' : 'ascending';
    return html`<th scope="col" class=${kind} aria-sort=${sorted ? direction : nothing}>
      <button
        type="button"
        title=${this.t.sortBy(of + name)}
        @click=${() => {
          this.order = pressed(this.order, key);
        }}
      >
        <span class="unseen">${of}</span>${name}<span class="arrow" aria-hidden="true">${sorted ? (this.order.descending ? '↓' : '↑') : ''}</span>
      </button>
    </th>`;
  }

  /** The choices above their columns: over votes and share where there is room, else over the share. */
  private ballots(roomy: boolean) {
    const stations = this.level === 4;
    return html`<tr class="ballots ${roomy ? 'roomy' : 'narrow'}" aria-hidden="true">
      <td></td>
      ${this.choices.map(
        (choice) => html`<td colspan=${roomy ? 2 : 1}>
          <i style="background: ${fillOf(choice)}"></i>${choice.number} ${roomy ? choice.shortName : ''}
        </td>`,
      )}
      <td colspan=${stations ? 1 : 4} class=${stations ? 'status' : 'wide'}>${stations ? '' : this.t.tableStations}</td>
    </tr>`;
  }

  private heads() {
    const { t } = this;
    const stations = this.level === 4;
    const coverage = stations
      ? html`<th scope="col" class="status">${t.status}</th>`
      : html`${this.head('counted', t.tableCounted, `${t.tableStations}, `, 'wide')}
          ${this.head('held', t.tableHeld, `${t.tableStations}, `, 'wide')}
          ${this.head('expected', t.tableExpected, `${t.tableStations}, `, 'wide')}
          ${this.head('progress', t.tableProgress, `${t.tableStations}, `, 'wide')}`;
    return html`${this.ballots(true)} ${this.ballots(false)}
      <tr>
        ${this.head(stations ? 'code' : 'name', stations ? t.station : t.place, '', 'place')}
        ${this.choices.map((choice) => {
          const of = `${choice.number} ${choice.shortName}, `;
          return html`${this.head(`votes:${choice.id}`, t.votes, of, 'votes')}
          ${this.head(`share:${choice.id}`, t.share, of, 'share')}`;
        })}
        ${coverage}
      </tr>`;
  }

  private statusOf({ counted, held }: Row['stations']): string {
    const words = this.t.stationStatus;
    return counted > 0 ? words.counted : held > 0 ? words.held : words.waiting;
  }

  private coverageOf({ stations }: Row) {
    if (this.level === 4) return html`<td class="status">${this.statusOf(stations)}</td>`;
    const progress = progressOf(stations);
    return html`<td class="wide">${this.n.integer(stations.counted)}</td>
      <td class="wide">${this.n.integer(stations.held)}</td>
      <td class="wide">${this.n.integer(stations.expected)}</td>
      <td class="wide">${progress === null ? '–' : this.n.percent(progress)}</td>`;
  }

  private under({ stations }: Row): string {
    if (this.level === 4) return this.statusOf(stations);
    const progress = progressOf(stations);
    if (progress === null) return this.t.noStations;
    return `${this.n.integer(stations.counted)} / ${this.n.integer(stations.expected)} · ${this.n.percent(progress)}`;
  }

  /** A place whose numbers are withheld: its name, and the word in the place of every number. */
  private closed(row: ClosedRow) {
    const columns = 2 * this.choices.length + (this.level === 4 ? 1 : 4);
    return html`<tr data-code=${row.code} class="none">
      <th scope="row"><a href=${this.href(row.code)}>${readable(row.name)}</a></th>
      <td colspan=${columns}>${this.t.states.withheld}</td>
    </tr>`;
  }

  private href(code: string): string {
    return this.level === 4 ? stationPath(code, this.namedContest) : areaPath(this.contest, code, this.manner);
  }

  private row(row: AnyRow) {
    if (!isOpen(row)) return this.closed(row);
    const sum = sumOfVotes(row.totals.votes, this.choices);
    return html`<tr data-code=${row.code} class=${row.stations.counted === 0 ? 'none' : ''}>
      <th scope="row">
        <a href=${this.href(row.code)}>${readable(row.name)}</a>
        <span class="under quiet num">${this.under(row)}</span>
      </th>
      ${this.choices.map((choice) => {
        const votes = row.totals.votes[choice.id] ?? 0;
        const share = shareOf(votes, sum);
        return html`<td class="votes">${sum === 0 ? '–' : this.n.integer(votes)}</td>
          <td class="share">${share === null ? '–' : this.n.share(share)}</td>`;
      })}
      ${this.coverageOf(row)}
    </tr>`;
  }

  private table(rows: readonly AnyRow[], name: string) {
    return html`<div class="scroll" role="region" aria-labelledby="name" tabindex=${this.choices.length > 3 ? 0 : nothing}>
      <table class=${this.level === 4 ? 'stations' : ''}>
        <caption class="unseen">${name}</caption>
        <thead>${this.heads()}</thead>
        <tbody>
          ${repeat(
            rows.slice(0, this.drawn),
            (row) => row.code,
            (row) =>
              guard([row, this.language, this.choices, this.contest, this.level, this.manner], () => this.row(row)),
          )}
        </tbody>
      </table>
    </div>`;
  }

  private rest(all: number) {
    const text = featureTexts(filterTexts, this.language);
    return html`<p class="none">
      ${text.none}
      <button type="button" @click=${() => { this.filter = ALL; }}>${text.clear} (${this.n.integer(all)})</button>
    </p>`;
  }

  override render() {
    const name = childrenName(this.t, this.area, this.level);
    if (this.rows === null) return html`<h2>${name}</h2><div class="room"></div>`;
    const all = this.rows.length;
    const rows = ordered(matching(this.rows, this.filter, this.level === 4), this.order, this.choices);
    return html`
      <h2 id="name">${name} <span class="quiet num">${this.n.integer(all)}</span></h2>
      ${all >= ROWS_TO_FILTER
        ? html`<pantau-filter
            .language=${this.language}
            .filter=${this.filter}
            .shown=${rows.length}
            .all=${all}
            ?stations=${this.level === 4}
            @filter=${(event: FilterEvent) => { this.filter = event.filter; }}
          ></pantau-filter>`
        : nothing}
      ${uncheckedMark(this.sent, this.language)}
      ${all === 0 ? html`<p class="note">${this.t.noChildren}</p>` : rows.length === 0 ? this.rest(all) : this.table(rows, name)}
      ${this.drawn < rows.length
        ? html`<div aria-hidden="true" style="height: ${(rows.length - this.drawn) * ROW_REM}rem"></div>`
        : nothing}
    `;
  }
}
