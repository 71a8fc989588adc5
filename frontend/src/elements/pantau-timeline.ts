import { html, nothing, unsafeCSS } from 'lit';
import { customElement, property, query, state } from 'lit/decorators.js';
import { styleMap } from 'lit/directives/style-map.js';
import chartStyles from 'uplot/dist/uPlot.min.css?inline';
import { Follow, type Followed } from '../live/follow.js';
import type { ServerClock } from '../live/server-clock.js';
import { visibleOn } from '../model/color.js';
import { type Measure, curvesOf, instantsOf, lastBefore, nearest } from '../model/history.js';
import { exactTime } from '../model/moments.js';
import { type Manner, PLAIN, areaPath } from '../model/route.js';
import { timelineTexts } from '../model/texts/timeline.js';
import type { Choice } from '../model/wire.js';
import type { HistoryBody, HistoryPoint } from '../model/wire-time.js';
import { PantauElement, shared } from './base.js';
import { dashOf } from './dashes.js';
import { Dressed } from './dressed.js';
import { Look } from './look.js';
import { MannerEvent } from './manner-event.js';
import './pantau-permalink.js';
import './pantau-readout.js';
import './pantau-time-slider.js';
import type { SlideEvent } from './pantau-time-slider.js';
import './pantau-timeline-table.js';
import { PAPERS } from '../model/papers.js';
import { Seen } from './seen.js';
import { type Geometry, TimelineChart } from './timeline-chart.js';
import { timelineStyles } from './timeline-styles.js';
import { coverWords, dots, endWords, pointWords, timeWords, valueWords } from './timeline-words.js';

/** The history is asked for again this often while it is seen. */
const PERIOD_MILLIS = 15_000;
const NONE: readonly HistoryPoint[] = [];
/** Below this width names at the ends of curves are short. */
const NARROW_PIXELS = 560;

/** The count over time, and the slider that takes the whole page to an earlier standing. */
@customElement('pantau-timeline')
export class PantauTimeline extends PantauElement {
  static override styles = [shared, unsafeCSS(chartStyles), timelineStyles];

  @property({ attribute: false }) clock!: ServerClock;
  @property() contest = '';
  @property() area = '';
  @property({ attribute: false }) choices: readonly Choice[] = [];
  @property({ attribute: false }) manner: Manner = PLAIN;
  /** Stations expected here: how high the coverage may grow. */
  @property({ type: Number }) expected = 0;
  /** The earlier standing that the page shows; exact where the history's points are a selection. */
  @property({ attribute: false }) standing: HistoryPoint | null = null;
  @state() private measure: Measure = 'votes';
  /** The moment under the reader's finger, in milliseconds or 'now'; null while nobody slides. */
  @state() private sliding: number | 'now' | null = null;
  @state() private geometry: Geometry | null = null;
  @query('.plot') private readonly plotRoom!: HTMLElement | null;
  @query('.cover') private readonly coverRoom!: HTMLElement | null;

  private readonly followed = new Look<Followed<HistoryBody>>(this);
  private follow: Follow<HistoryBody> | null = null;
  private seen = false;
  private chart: TimelineChart | null = null;
  private drawnOf: unknown[] = [];
  private computedOf: unknown[] = [];
  private instants: readonly number[] = [];
  private curves: readonly (readonly (number | null)[])[] = [];
  private readonly dressed = new Dressed(this);

  constructor() {
    super();
    new Seen(this, (seen) => {
      this.seen = seen;
      this.follow?.watch(seen);
    });
  }

  override connectedCallback() {
    super.connectedCallback();
    if (this.hasUpdated) this.ask();
  }

  override disconnectedCallback() {
    super.disconnectedCallback();
    this.follow?.stop();
    this.follow = null;
    this.chart?.destroy();
    this.chart = null;
    this.drawnOf = [];
  }

  private ask() {
    this.follow?.stop();
    this.follow = new Follow<HistoryBody>(this.clock, `/api/v1/history/${this.contest}/${this.area}`, PERIOD_MILLIS);
    this.follow.watch(this.seen);
    this.followed.at(this.follow.state);
  }

  private get points(): readonly HistoryPoint[] {
    return this.followed.value?.body?.points ?? NONE;
  }

  override willUpdate(changed: Map<string, unknown>) {
    if (changed.has('area') || changed.has('contest') || !this.follow) {
      this.sliding = null;
      this.ask();
    }
    const { points, choices, measure } = this;
    if ([points, choices, measure].every((each, i) => each === this.computedOf[i])) return;
    this.computedOf = [points, choices, measure];
    this.instants = instantsOf(points);
    this.curves = curvesOf(points, choices, measure);
  }

  override updated() {
    const { plotRoom, coverRoom } = this;
    if (!plotRoom || !coverRoom) return;
    const of = [plotRoom, this.followed.value?.body, this.choices, this.measure, this.expected, this.dressed.times];
    if (of.every((each, i) => each === this.drawnOf[i])) return;
    if (plotRoom !== this.drawnOf[0]) {
      this.chart?.destroy();
      this.chart = new TimelineChart(plotRoom, coverRoom, (geometry) => { this.geometry = geometry; });
    }
    this.drawnOf = of;
    const style = getComputedStyle(this);
    const color = (name: string) => style.getPropertyValue(name).trim();
    this.chart?.draw(
      {
        instants: this.instants,
        curves: this.curves,
        colors: this.choices.map((choice) => visibleOn(choice.color, PAPERS, 3)),
        dashes: this.choices.map(dashOf),
        counted: this.points.map((point) => point.stations.counted),
        held: this.points.map((point) => point.stations.held),
        expected: this.expected,
      },
      { ink: color('--ink'), soft: color('--ink-2'), line: color('--line') },
      { width: plotRoom.clientWidth, height: plotRoom.clientHeight, coverHeight: coverRoom.clientHeight },
    );
  }

  /** The point that is shown, by index: -1 before the first. */
  private get index(): number {
    const moment = this.moment;
    return moment === 'now' ? this.instants.length - 1 : lastBefore(this.instants, moment);
  }

  /** The numbers that are shown; null before the first form. */
  private get point(): HistoryPoint | null {
    const { standing } = this;
    if (this.sliding === null && standing?.at === this.manner.at) return standing;
    return this.points[this.index] ?? null;
  }

  private get moment(): number | 'now' {
    return this.sliding ?? (this.manner.at === null ? 'now' : Date.parse(this.manner.at));
  }

  private slideTo(index: number) {
    const last = this.instants.length - 1;
    this.sliding = index >= last ? 'now' : (this.instants[index] ?? null);
  }

  /** Makes the slider's place the page's. */
  private commit() {
    const { sliding } = this;
    if (sliding === null) return;
    const at = sliding === 'now' ? null : (this.points[lastBefore(this.instants, sliding)]?.at ?? null);
    this.sliding = null;
    if (at !== this.manner.at) this.dispatchEvent(new MannerEvent({ at }, false));
  }

  private pressed(event: MouseEvent) {
    const room = event.currentTarget as HTMLElement;
    const x = event.clientX - room.getBoundingClientRect().left;
    this.slideTo(nearest(this.instants, this.chart?.instantAt(x) ?? 0));
    this.commit();
  }

  private get narrow(): boolean {
    return this.clientWidth < NARROW_PIXELS;
  }

  private head() {
    const t = timelineTexts(this.language);
    const button = (measure: Measure, words: string) =>
      html`<button type="button" aria-pressed=${this.measure === measure} @click=${() => { this.measure = measure; }}>${words}</button>`;
    return html`<div class="head">
      <h2>${t.title}</h2>
      <div class="measure" role="group" aria-label=${t.measure}>${button('votes', t.votes)}${button('shares', t.shares)}</div>
    </div>`;
  }

  private overlay() {
    const { geometry, chart, curves } = this;
    if (!geometry || !chart || this.instants.length === 0) return nothing;
    const height = this.plotRoom?.clientHeight ?? 0;
    const first = this.instants[0] ?? 0;
    const last = this.instants.at(-1) ?? 0;
    const counted = this.points.at(-1)?.stations.counted ?? 0;
    const here = curvesOf(this.point ? [this.point] : [], this.choices, this.measure);
    const moment = this.moment;
    const x = chart.x(Math.min(Math.max(moment === 'now' ? last : moment, first), last));
    const y = (value: number | null | undefined) => (value === null || value === undefined ? null : chart.y(value));
    const ends = {
      choices: this.choices,
      at: curves.map((curve) => y(curve.at(-1)) ?? height),
      height,
      narrow: this.narrow,
    };
    const later = styleMap({ left: `${x}px`, width: `${Math.max(0, geometry.width - x)}px` });
    return html`${moment === 'now' ? nothing : html`<i class="later" style=${later}></i>`}
      <i class="at" style=${styleMap({ left: `${x}px` })}></i>
      ${valueWords(geometry, this.measure, this.language)} ${endWords(ends)}
      ${coverWords(this.coverRoom, counted / Math.max(1, this.expected), this.narrow, this.language)}
      ${dots(this.choices, x, here.map(([value]) => y(value)))}`;
  }

  private slider() {
    const moment = this.moment;
    return html`<pantau-time-slider
      .instants=${this.instants}
      .moment=${moment === 'now' ? (this.instants.at(-1) ?? 0) : moment}
      .name=${timelineTexts(this.language).slider}
      .words=${pointWords(this.point, this.choices, this.language)}
      @slide=${(event: SlideEvent) => {
        this.slideTo(event.index);
        if (event.final) this.commit();
      }}
    ></pantau-time-slider>`;
  }

  private doors() {
    const t = timelineTexts(this.language);
    const at = this.point?.at ?? this.manner.at;
    return html`<p class="doors">
      ${this.moment === 'now'
        ? nothing
        : html`<a
            href=${areaPath(this.contest, this.area, { ...this.manner, at: null })}
            @click=${(event: MouseEvent) => {
              if (event.metaKey || event.ctrlKey || event.shiftKey || event.altKey) return;
              event.preventDefault();
              this.sliding = 'now';
              this.commit();
            }}
            >${t.toNow}</a
          >`}
      <pantau-permalink
        .language=${this.language}
        .href=${areaPath(this.contest, this.area, { ...this.manner, at })}
      ></pantau-permalink>
      <span class="note">${t.hint}</span>
    </p>`;
  }

  private when() {
    const t = timelineTexts(this.language);
    const { point, moment } = this;
    const iso = moment === 'now' ? point?.at : new Date(moment).toISOString();
    return html`<p class="when num" data-readout-at=${iso ?? nothing}>
      ${iso ? exactTime(iso, this.language) : '\u00a0'}
      <span class="quiet">${moment === 'now' ? t.now : point ? nothing : t.before}</span>
    </p>`;
  }

  override render() {
    const t = timelineTexts(this.language);
    const { value } = this.followed;
    if (!value?.body) return html`${this.head()}<p class="note">${value?.failing ? this.t.errorTitle : t.loading}</p>`;
    if (this.points.length === 0) return html`${this.head()}<p class="note">${t.empty}</p>`;
    return html`
      ${this.head()} ${this.when()}
      <pantau-readout
        .language=${this.language}
        .choices=${this.choices}
        .point=${this.point}
        .expected=${this.expected}
      ></pantau-readout>
      <div class="chart" aria-hidden="true">
        <div class="rooms" @click=${(event: MouseEvent) => { this.pressed(event); }}>
          <div class="plot"></div>
          <div class="cover"></div>
        </div>
        <div class="words">${this.overlay()}</div>
      </div>
      ${this.slider()}
      <div class="times" aria-hidden="true">
        ${this.geometry ? timeWords(this.geometry, this.language, this.narrow) : nothing}
      </div>
      ${this.doors()} ${this.manner.sent ? html`<p class="note">${t.onlyCounted}</p>` : nothing}
      <pantau-timeline-table
        .language=${this.language}
        .choices=${this.choices}
        .points=${this.points}
      ></pantau-timeline-table>
    `;
  }
}
