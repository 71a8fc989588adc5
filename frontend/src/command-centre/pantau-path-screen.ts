import { html, nothing } from 'lit';
import { customElement, state } from 'lit/decorators.js';
import { shared } from '../elements/base.js';
import { Look } from '../elements/look.js';
import { clockTime } from '../model/moments.js';
import { readable } from '../model/names.js';
import { CommandElement, screenStyles } from './base.js';
import { CountryWatch } from './live/country-watch.js';
import type { Refused } from './live/desk.js';
import { age, bytes, plain, rate, seconds } from './live/figures.js';
import { PathWatch } from './live/path-watch.js';
import { oldestOf, silentOf } from './live/rows.js';
import { type CountryBody, type Flow, OUTCOMES, type PathBody, type SeriesRow } from './live/wire.js';
import './pantau-curve.js';
import { pathStyles } from './path-styles.js';

/** Past this the figures are old: they come every second. */
const STALE_MILLIS = 3_500;
const TIMES = ['intake', 'counted', 'seen', 'redis'] as const;

/** The way of a form through this node, on one screen, as it goes. */
@customElement('pantau-path-screen')
export class PantauPathScreen extends CommandElement {
  static override styles = [shared, screenStyles, pathStyles];

  private readonly body = new Look<PathBody | null>(this);
  private readonly series = new Look<readonly SeriesRow[]>(this);
  private readonly problem = new Look<Refused | null>(this);
  private readonly country = new Look<CountryBody | null>(this);
  private watch: PathWatch | null = null;
  private countryWatch: CountryWatch | null = null;
  private clock: ReturnType<typeof setInterval> | undefined;
  @state() private now = Date.now();

  override connectedCallback() {
    super.connectedCallback();
    const { session, channel } = this.parts;
    this.watch = new PathWatch(session.desk, channel);
    this.countryWatch = new CountryWatch(session.desk, channel);
    this.body.at(this.watch.body);
    this.series.at(this.watch.series);
    this.problem.at(this.watch.problem);
    this.country.at(this.countryWatch.body);
    this.watch.start();
    this.clock = setInterval(() => (this.now = Date.now()), 1000);
    void this.watchCountry();
  }

  override disconnectedCallback() {
    super.disconnectedCallback();
    clearInterval(this.clock);
    this.watch?.end();
    this.countryWatch?.end();
  }

  private async watchCountry() {
    const first = await this.parts.contests.first();
    if (this.isConnected) this.countryWatch?.watch(first);
  }

  private freshness(body: PathBody) {
    const { path } = this.c;
    const old = this.now - (this.watch?.heardAt ?? this.now);
    return old > STALE_MILLIS
      ? html`<p class="stale" role="status">▲ ${path.stale(age(old, this.language))}</p>`
      : html`<p role="status"><span class="unseen">${path.live}</span><span aria-hidden="true">${path.live} · <span class="num">${clockTime(body.at, this.language)}</span></span></p>`;
  }

  private silentLine() {
    const { path } = this.c;
    const country = this.country.value;
    if (!country) return nothing;
    const silent = silentOf(country);
    if (silent.length === 0) return html`<p class="silent quiet end">${path.noSilent}</p>`;
    const { heard, never } = oldestOf(country);
    const more = heard
      ? path.silentOldest(readable(heard.name), age(this.now - Date.parse(heard.lastFormAt), this.language))
      : path.silentNever(readable(never[0]?.name ?? ''));
    return html`<p class="silent end"><a href="/country?show=silent">${path.silent(plain(silent.length, this.language))}</a>: ${more}</p>`;
  }

  /** Every node of the election in one line: its roles, and what is not well with it. */
  private nodes({ nodes }: PathBody) {
    const { path } = this.c;
    if (!nodes || nodes.length === 0) return nothing;
    return html`<ul class="health nodes" aria-label=${path.nodes}>
      ${nodes.map(({ node, roles, at, stale, self, health }) => {
        const red = health.filter(({ green }) => !green).map(({ name }) => `${name} ${path.troubled}`);
        const wrong = stale ? [path.nodeOld(age(this.now - Date.parse(at), this.language))] : red;
        const which = html`${node}${self ? html` <span class="quiet">(${path.nodeThis})</span>` : nothing}`;
        return wrong.length > 0
          ? html`<li class="red"><i aria-hidden="true">▲</i><strong>${node}: ${wrong.join(', ')}</strong></li>`
          : html`<li><i aria-hidden="true">●</i>${which} <span class="quiet">${roles.join(', ')}</span></li>`;
      })}
    </ul>`;
  }

  private health({ health }: PathBody) {
    const { path } = this.c;
    return html`<ul class="health" aria-label=${path.health}>
      ${health.map(({ name, green, detail }) =>
        green
          ? html`<li title=${detail ?? ''}><i aria-hidden="true">●</i>${name} <span class="quiet">${path.works}</span></li>`
          : html`<li class="red"><i aria-hidden="true">▲</i><strong>${name} ${path.troubled}</strong>${detail ? html`: ${detail}` : nothing}</li>`,
      )}
    </ul>`;
  }

  private outcomes({ forms }: PathBody) {
    const { path } = this.c;
    return html`<dl class="outcomes" aria-label=${path.outcomesName}>
      ${OUTCOMES.map(
        (outcome) => html`<div data-outcome=${outcome}>
          <dt>${path.outcomes[outcome]}</dt>
          <dd class="rate num">${rate(forms.perSecond[outcome], this.language)}<small>${path.perSecondShort}</small></dd>
          <dd class="all num">${plain(forms.total[outcome], this.language)}</dd>
        </div>`,
      )}
    </dl>`;
  }

  private times(body: PathBody) {
    const { path } = this.c;
    return html`<table>
      <thead>
        <tr><th scope="col">${path.times}</th><th scope="col">${path.half}</th><th scope="col">${path.most}</th></tr>
      </thead>
      <tbody>
        ${TIMES.map(
          (name) => html`<tr>
            <th scope="row">${path.seconds[name]}</th>
            <td>${seconds(body.seconds[name].p50, this.language)}</td>
            <td>${seconds(body.seconds[name].p99, this.language)}</td>
          </tr>`,
        )}
      </tbody>
    </table>`;
  }

  private pieces(body: PathBody) {
    const { c, language } = this;
    const { path } = c;
    const { viewers, live, batch } = body;
    const lag = body.journal.lagSeconds;
    const rows = [
      [path.queue, html`${plain(body.queue.forms, language)} ${path.queueUnit}`],
      [path.batch, path.batchSplit(plain(batch.mean, language, 1), plain(batch.max, language))],
      [path.journal, html`${bytes(body.journal.pendingBytes, language)}${typeof lag === 'number' ? html` <small>${seconds(lag, language)}</small>` : nothing}`],
      [path.redis, body.redis.up ? bytes(body.redis.memoryBytes, language) : html`<strong>▲ ${path.redisDown}</strong>`],
      [path.viewers, path.viewersSplit(plain(viewers.websocket, language), plain(viewers.sse, language))],
      [path.deliveries, rate(live.deliveriesPerSecond, language)],
      [path.drops, plain(live.drops, language)],
      [path.errors, plain(body.errors.total, language)],
    ] as const;
    return html`<table class="parts">
      <thead><tr><th scope="col" colspan="2">${path.parts}</th></tr></thead>
      <tbody>
        ${rows.map(([name, value]) => html`<tr><th scope="row">${name}</th><td>${value}</td></tr>`)}
      </tbody>
    </table>`;
  }

  private curves() {
    const { path } = this.c;
    const rows = this.series.value ?? [];
    const xs = rows.map(({ at }) => Date.parse(at) / 1000);
    const x = (value: number) => clockTime(new Date(value * 1000).toISOString(), this.language).slice(0, 5);
    const column = (key: Exclude<keyof SeriesRow, 'at'>) => rows.map((row) => row[key]);
    const digits = (value: number) => plain(value, this.language, value !== 0 && value < 10 ? 1 : 0);
    return html`<div class="curves" aria-label=${path.chart} role="group">
      <pantau-curve
        .language=${this.language} .name=${path.chartRate} .xs=${xs} .x=${x} .y=${digits}
        .lines=${[
          { name: path.outcomes.counted, values: column('counted'), dash: [], fill: true },
          { name: path.outcomes.held, values: column('held'), dash: [4, 3] },
          { name: path.outcomes.refused, values: column('refused'), dash: [1, 3] },
        ]}
      ></pantau-curve>
      <pantau-curve
        .language=${this.language} .name=${path.chartTime} .xs=${xs} .x=${x}
        .y=${(value: number) => plain(value, this.language, value !== 0 && value < 0.1 ? 3 : value < 10 ? 2 : 0)}
        .lines=${[
          { name: path.seconds.counted, values: column('p99Counted'), dash: [] },
          { name: path.seconds.seen, values: column('p99Seen'), dash: [4, 3] },
        ]}
      ></pantau-curve>
    </div>`;
  }

  private flows(name: string, empty: string, rows: readonly (Flow & { readonly key: string; readonly label: string })[]) {
    const { path } = this.c;
    const sorted = [...rows].sort((a, b) => b.perSecond - a.perSecond || b.counted + b.held - a.counted - a.held);
    return html`<section>
      <div class="scroll" tabindex="0" role="region" aria-label=${name}>
        <table>
          <thead>
            <tr>
              <th scope="col">${name}</th>
              ${[path.perSecondShort, path.outcomes.counted, path.outcomes.held, path.outcomes.refused].map((head) => html`<th scope="col">${head}</th>`)}
            </tr>
          </thead>
          <tbody>
            ${sorted.map(
              (row) => html`<tr>
                <th scope="row">${row.label}</th>
                <td>${rate(row.perSecond, this.language)}</td>
                ${[row.counted, row.held, row.refused].map((value) => html`<td>${plain(value, this.language)}</td>`)}
              </tr>`,
            )}
          </tbody>
        </table>
        ${rows.length === 0 ? html`<p class="empty">${empty}</p>` : nothing}
      </div>
    </section>`;
  }

  override render() {
    const body = this.body.value;
    const problem = this.problem.value;
    const { path, screens } = this.c;
    if (!body) {
      return html`<div class="top"><h1 tabindex="-1">${screens.path}</h1></div>
        <p class=${problem ? 'wrong' : 'empty'} role="status">${problem ? this.sorry(problem) : path.waiting}</p>`;
    }
    const { provinces, submitters } = body.forms;
    return html`<div class="top">
        <h1 tabindex="-1">${screens.path}</h1>
        ${this.freshness(body)}
        <p>${path.node(body.node, age(body.uptimeSeconds * 1000, this.language))}</p>
        ${this.silentLine()}
      </div>
      ${this.outcomes(body)} ${this.health(body)} ${this.nodes(body)}
      <div class="middle">${this.times(body)} ${this.pieces(body)} ${this.curves()}</div>
      <div class="tables">
        ${this.flows(path.provinces, path.noProvinces, provinces.map((row) => ({ ...row, key: row.code, label: readable(row.name) })))}
        ${this.flows(path.submitters, path.noSubmitters, submitters.map((row) => ({ ...row, key: row.id, label: row.id })))}
      </div>`;
  }
}
