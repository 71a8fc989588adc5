import { html, nothing } from 'lit';
import { customElement, property, state } from 'lit/decorators.js';
import { keyed } from 'lit/directives/keyed.js';
import { styleMap } from 'lit/directives/style-map.js';
import { PantauElement, shared } from '../elements/base.js';
import { fillOf } from '../model/fill.js';
import { Look } from '../elements/look.js';
import '../elements/pantau-freshness.js';
import '../elements/pantau-link.js';
import '../elements/pantau-wall-place.js';
import '../elements/pantau-withheld.js';
import type { Hold } from '../live/live.js';
import type { Link } from '../live/liveness.js';
import type { View } from '../live/watching.js';
import { wireLanguage } from '../model/language.js';
import { readable } from '../model/names.js';
import { inForce } from '../model/office-notice.js';
import { pageOf, pagesOf, wrapped } from '../model/rotation.js';
import { areaPath } from '../model/route.js';
import { progressOf, shareOf, sumOfVotes } from '../model/shares.js';
import { featureTexts } from '../model/texts.js';
import { wallTexts } from '../model/texts/wall.js';
import type { AnyResults, Choice, ClosedResults, Contest, Coverage, Election, Results, Votes } from '../model/wire.js';
import type { Parts } from './pantau-app.js';
import { wallStyles } from './wall-styles.js';

/** How long a page of places stays: time to read four of them across a hall. */
const PAGE_MILLIS = 9000;
const PLACES = 4;
/** From here on the choices stand in two columns. */
const ONE_COLUMN_MAX = 6;
/** The pointer and the way out hide again after this. */
const AWAKE_MILLIS = 4000;

/** For halls and television: the standing in huge type, the places below in turn, nothing to press. */
@customElement('pantau-wall-page')
export class PantauWallPage extends PantauElement {
  static override styles = [shared, wallStyles];

  @property({ attribute: false }) parts!: Parts;
  @property({ attribute: false }) election!: Election;
  @property({ attribute: false }) contest!: Contest;
  @property() area = '';
  @state() private page = 0;
  @state() private paused = false;
  private readonly view = new Look<View>(this);
  private readonly link = new Look<Link>(this);
  private hold: Hold | null = null;
  private beat: ReturnType<typeof setInterval> | undefined;
  private sleep: ReturnType<typeof setTimeout> | undefined;
  private screen: WakeLockSentinel | null = null;

  override connectedCallback() {
    super.connectedCallback();
    this.link.at(this.parts.live.liveness.link);
    this.turnOn();
    addEventListener('keydown', this.key);
    addEventListener('pointermove', this.wake);
    void this.keepLit();
    if (this.hasUpdated) this.look();
  }

  override disconnectedCallback() {
    super.disconnectedCallback();
    clearInterval(this.beat);
    clearTimeout(this.sleep);
    removeEventListener('keydown', this.key);
    removeEventListener('pointermove', this.wake);
    void this.screen?.release();
    this.hold?.release();
    this.hold = null;
  }

  override willUpdate(changed: Map<string, unknown>) {
    if (changed.has('area') || changed.has('contest')) this.look();
  }

  override updated() {
    const name = this.shown?.name ?? '';
    document.title = [readable(name), this.worded(this.contest.names), this.t.site].filter((part) => part !== '').join(' · ');
  }

  /** The body on the wall, the statement of a withheld place included. */
  private get shown(): AnyResults | null {
    return this.view.value?.results ?? this.view.value?.withheld ?? null;
  }

  private look() {
    const before = this.hold;
    this.hold = this.parts.live.look(this.contest.id, this.area);
    this.view.at(this.hold.watched.view);
    before?.release();
    this.page = 0;
  }

  private turnOn() {
    clearInterval(this.beat);
    this.beat = setInterval(() => {
      if (!this.paused) this.page += 1;
    }, PAGE_MILLIS);
  }

  /** Asks that the screen stays on; a browser without that goes by its own settings. */
  private async keepLit() {
    try {
      this.screen = await navigator.wakeLock.request('screen');
    } catch {
      this.screen = null;
    }
  }

  private readonly key = (event: KeyboardEvent) => {
    if (event.key === ' ') this.paused = !this.paused;
    else if (event.key === 'ArrowRight' || event.key === 'ArrowLeft') {
      this.page += event.key === 'ArrowRight' ? 1 : -1;
      this.turnOn();
    } else return;
    event.preventDefault();
  };

  private readonly wake = () => {
    this.classList.add('awake');
    clearTimeout(this.sleep);
    this.sleep = setTimeout(() => {
      this.classList.remove('awake');
    }, AWAKE_MILLIS);
  };

  private choice(choice: Choice, votes: Votes, sum: number) {
    const share = shareOf(votes[choice.id] ?? 0, sum);
    return html`<li data-choice=${choice.id}>
      <span class="number num">${choice.number}</span>
      <span class="name">${choice.shortName}</span>
      <span class="votes num">${this.n.integer(votes[choice.id] ?? 0)}<span class="unseen"> ${this.t.votes}</span></span>
      <span class="share num">${share === null ? '–' : html`${this.n.share(share)}<small> %</small>`}</span>
      <span class="bar" aria-hidden="true"
        ><i style=${styleMap({ width: `${share ?? 0}%`, background: fillOf(choice) })}></i
      ></span>
    </li>`;
  }

  private standing(results: Results | null) {
    const { choices } = this.contest;
    const votes = results?.totals.votes ?? {};
    const sum = sumOfVotes(votes, choices);
    const many = choices.length > ONE_COLUMN_MAX;
    const rows = many ? { 'grid-template-rows': `repeat(${Math.ceil(choices.length / 2)}, auto)`, 'font-size': '0.5em' } : {};
    return html`<ol class="standing ${many ? 'many' : ''}" style=${styleMap(rows)}>
      ${results ? choices.map((choice) => this.choice(choice, votes, sum)) : nothing}
    </ol>`;
  }

  private coverage(stations: Coverage | null) {
    if (!stations) return html`<div class="coverage"><strong>&nbsp;</strong></div>`;
    const progress = progressOf(stations);
    const words =
      progress === null ? this.t.noChildren : progress === 100 ? this.t.complete : this.t.progress(this.n.percent(progress));
    const figure = (value: number, name: string) =>
      html`<span class="num"><b>${this.n.integer(value)}</b> <span class="quiet">${name}</span></span>`;
    return html`<div class="coverage">
      <strong class="num">${words}</strong>
      ${figure(stations.counted, this.t.counted)} ${figure(stations.held, this.t.held)}
      ${figure(stations.expected, this.t.expected)}
    </div>`;
  }

  /** What an office says of the place; where several do, they take turns with the pages below. */
  private notice(shown: AnyResults | null) {
    const notices = inForce(shown?.notices ?? [], this.parts.live.clock.now());
    const said = notices[wrapped(this.page, pagesOf(notices.length, 1))];
    if (!said) return nothing;
    return html`<p class="notice" data-notice=${said.id}>
      <b>${said.office}:</b> <span lang=${wireLanguage(this.language)}>${this.worded(said.reason)}</span>
    </p>`;
  }

  private numbers(results: Results | null) {
    return html`${this.standing(results)}
      <div>${this.coverage(results?.stations ?? null)} ${this.places(results)}</div>`;
  }

  /** In place of the numbers: nothing below a withheld place has any either. */
  private statement({ withheld }: ClosedResults) {
    return html`<pantau-withheld class="statement" .language=${this.language} .withheld=${withheld}></pantau-withheld>
      <span></span>`;
  }

  private places(results: Results | null) {
    const rows = results?.children ?? [];
    const page = wrapped(this.page, pagesOf(rows.length, PLACES));
    const places = pageOf(rows, page, PLACES);
    const text = featureTexts(wallTexts, this.language);
    return html`<section class="places" aria-label=${text.page(page + 1, pagesOf(rows.length, PLACES))}>
      ${keyed(
        `${this.area} ${page}`,
        places.map(
          (row) => html`<pantau-wall-place
            class="turn"
            .language=${this.language}
            .row=${row}
            .choices=${this.contest.choices}
          ></pantau-wall-place>`,
        ),
      )}
    </section>`;
  }

  override render() {
    const { shown } = this;
    const { results = null, withheld = null } = this.view.value ?? {};
    const text = featureTexts(wallTexts, this.language);
    const banner = this.election.banner?.[wireLanguage(this.language)];
    return html`
      <header class="head">
        <h1><span class="contest">${this.worded(this.contest.names)}</span>${shown ? readable(shown.name) : ' '}</h1>
        <div class="state">
          <pantau-link .language=${this.language} .link=${this.link.value}></pantau-link>
          <pantau-freshness
            .language=${this.language}
            .clock=${this.parts.live.clock}
            .known=${shown !== null}
            .asOf=${shown?.asOf ?? null}
            .position=${shown?.position ?? null}
          ></pantau-freshness>
        </div>
      </header>
      <main>
        <div>${banner ? html`<p class="test">${banner}</p>` : nothing} ${this.notice(shown)}</div>
        ${withheld ? this.statement(withheld) : this.numbers(results)}
      </main>
      <footer class="foot">
        <p>
          ${this.election.isTest ? html`<strong>${this.t.testMark}.</strong> ` : nothing}${this.worded(this.election.notice)}
        </p>
        <p class="quiet">
          ${this.paused ? html`<strong>${text.paused}.</strong>` : nothing}
          <span class="unseen">${text.keys} <a href=${areaPath(this.contest.id, this.area)}>${text.leave}</a></span>
          ${this.t.site}
        </p>
      </footer>
    `;
  }
}
