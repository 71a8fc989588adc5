import { html, nothing } from 'lit';
import { customElement, property } from 'lit/decorators.js';
import { repeat } from 'lit/directives/repeat.js';
import { Follow, type Followed } from '../live/follow.js';
import type { ServerClock } from '../live/server-clock.js';
import type { Change } from '../model/change.js';
import { correctionKind } from '../model/correction-kind.js';
import { exactTime } from '../model/moments.js';
import { readable } from '../model/names.js';
import { positionText } from '../model/position.js';
import { stationPath } from '../model/route.js';
import { correctionsTexts } from '../model/texts/corrections.js';
import type { Choice } from '../model/wire.js';
import type { Correction, CorrectionsBody } from '../model/wire-time.js';
import { PantauElement, shared } from './base.js';
import { correctionsStyles } from './corrections-styles.js';
import { Look } from './look.js';
import { Seen } from './seen.js';

const FIRST_COUNT = 10;
const MORE_COUNT = 40;
/** The API gives no more than this at once. */
const MOST_COUNT = 200;
/** A total may rise over what took from it, so that the page cannot know: the list is looked at all the same. */
const PERIOD_MILLIS = 30_000;
/** After a total fell, once more: the first answer may be a cache's from just before. */
const CACHE_MILLIS = 1500;

/** Why totals fell: every form by which a counted station came to give fewer votes, with what it changed. */
@customElement('pantau-corrections')
export class PantauCorrections extends PantauElement {
  static override styles = [shared, correctionsStyles];

  @property({ attribute: false }) clock!: ServerClock;
  @property() contest = '';
  /** Named in a station's address only where the contest is not the first. */
  @property({ attribute: false }) namedContest: string | null = null;
  @property() area = '';
  @property({ attribute: false }) choices: readonly Choice[] = [];
  /** What moved on the page last: where a total fell, the list is asked for at once. */
  @property({ attribute: false }) change: Change | null = null;
  /** True where the page shows an earlier standing, which the list does not. */
  @property({ type: Boolean }) earlier = false;
  private readonly followed = new Look<Followed<CorrectionsBody>>(this);
  private follow: Follow<CorrectionsBody> | null = null;
  private seen = false;
  private limit = FIRST_COUNT;

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
  }

  override willUpdate(changed: Map<string, unknown>) {
    if (changed.has('area') || changed.has('contest') || !this.follow) this.ask();
    else if (changed.has('change') && this.change?.fell) {
      this.follow.refresh();
      this.follow.soon(CACHE_MILLIS);
    }
  }

  private get path(): string {
    return `/api/v1/corrections/${this.contest}/${this.area}?limit=${this.limit}`;
  }

  private ask() {
    this.follow?.stop();
    this.limit = FIRST_COUNT;
    this.follow = new Follow<CorrectionsBody>(this.clock, this.path, PERIOD_MILLIS);
    this.follow.watch(this.seen);
    this.followed.at(this.follow.state);
  }

  private more() {
    this.limit = Math.min(this.limit + MORE_COUNT, MOST_COUNT);
    this.follow?.at(this.path);
  }

  private delta(delta: Correction['delta']) {
    if (!delta) return html`<p class="delta" data-withheld>${this.t.states.withheld}</p>`;
    const moved = this.choices.filter((choice) => (delta[choice.id] ?? 0) !== 0);
    return html`<dl class="delta" aria-label=${correctionsTexts(this.language).delta}>
      ${moved.map(
        (choice) =>
          html`<div data-delta=${choice.id}>
            <dt>${choice.number} ${choice.shortName}</dt>
            <dd class="num">${this.n.signed(delta[choice.id] ?? 0)}</dd>
          </div>`,
      )}
    </dl>`;
  }

  private one(correction: Correction) {
    const t = correctionsTexts(this.language);
    const kind = correctionKind(correction);
    const { reason, findings = [] } = correction;
    return html`<li data-station=${correction.station} data-revision=${correction.revision} data-kind=${kind}>
      <div>
        <h3><a href=${stationPath(correction.station, this.namedContest)}>${readable(correction.name)}</a></h3>
        <p>${readable(correction.path)}</p>
        <p class="quiet num">
          ${exactTime(correction.countedAt, this.language)}, ${t.position(positionText(correction.position))}
        </p>
      </div>
      <div class="what">
        <p>${t.kinds[kind]}</p>
        <p>
          ${t.why}: ${this.t.reasons[reason.kind]}${reason.note ? html`, “${reason.note}”` : nothing}${reason.cites
            ? html`; ${this.t.cites} ${reason.cites}`
            : nothing}
        </p>
        ${findings.map((code) => html`<p><b>${code}</b> ${this.t.laws[code] ?? nothing}</p>`)}
      </div>
      ${this.delta(correction.delta)}
    </li>`;
  }

  private list(body: CorrectionsBody) {
    const t = correctionsTexts(this.language);
    const shown = body.corrections.length;
    const more = shown < body.total && shown < MOST_COUNT;
    return html`<p class="note">${t.note}</p>
      <ol>
        ${repeat(
          body.corrections,
          (each) => `${each.station} ${each.generation} ${each.revision}`,
          (each) => this.one(each),
        )}
      </ol>
      ${more ? html`<button type="button" @click=${() => { this.more(); }}>${t.more}</button>` : nothing}
      ${shown >= MOST_COUNT && shown < body.total ? html`<p class="note">${t.newest(this.n.integer(MOST_COUNT))}</p>` : nothing}`;
  }

  override render() {
    const t = correctionsTexts(this.language);
    const { value } = this.followed;
    const body = value?.body ?? null;
    const count =
      body && body.total > 0
        ? html` <span class="quiet num">${t.ofTotal(this.n.integer(body.corrections.length), this.n.integer(body.total))}</span>`
        : nothing;
    return html`<h2>${t.title}${count}</h2>
      ${this.earlier ? html`<p class="note scope">${t.untilNow}</p>` : nothing}
      ${body === null
        ? html`<p class="note">${value?.failing ? this.t.errorTitle : t.loading}</p>`
        : body.total === 0
          ? html`<p class="note" data-none>${t.none}</p>`
          : this.list(body)}`;
  }
}
