import { html, nothing } from 'lit';
import { customElement, property, state } from 'lit/decorators.js';
import { PantauElement, shared } from '../elements/base.js';
import { Look } from '../elements/look.js';
import '../elements/pantau-children.js';
import '../elements/pantau-coverage.js';
import '../elements/pantau-figures.js';
import '../elements/pantau-freshness.js';
import '../elements/pantau-later.js';
import '../elements/pantau-link.js';
import '../elements/pantau-path.js';
import '../elements/pantau-problem.js';
import '../elements/pantau-speaker.js';
import '../elements/pantau-standing.js';
import { Earlier } from '../live/earlier.js';
import type { Hold } from '../live/live.js';
import type { Link } from '../live/liveness.js';
import type { View } from '../live/watching.js';
import { asSent } from '../model/basis.js';
import { readable } from '../model/names.js';
import { NATION, hasMap, levelOf } from '../model/places.js';
import { positionText } from '../model/position.js';
import { type Manner, PLAIN, areaPath } from '../model/route.js';
import { shareOf, sumOfVotes } from '../model/shares.js';
import { levelName } from '../model/texts.js';
import type { AreaInfo, Contest, Results } from '../model/wire.js';
import { pageStyles } from './page-styles.js';
import type { Parts } from './pantau-app.js';

/** An area in one contest: its standing, how far the count is, and the places below it. */
@customElement('pantau-area-page')
export class PantauAreaPage extends PantauElement {
  static override styles = [shared, pageStyles];

  @property({ attribute: false }) parts!: Parts;
  @property({ attribute: false }) contest!: Contest;
  @property({ attribute: false }) namedContest: string | null = null;
  @property() area = '';
  /** How it is asked for: now or at an earlier time, what is counted or everything as sent. */
  @property({ attribute: false }) manner: Manner = PLAIN;
  @state() private info: AreaInfo | null = null;
  private readonly view = new Look<View>(this);
  private readonly link = new Look<Link>(this);
  private hold: Hold | null = null;
  private earlier: Earlier | null = null;
  private greeting = false;

  /** Puts the focus on the title as soon as it says something. */
  greet() {
    this.greeting = true;
    this.requestUpdate();
  }

  override disconnectedCallback() {
    super.disconnectedCallback();
    this.hold?.release();
    this.hold = null;
    this.earlier?.stop();
    this.earlier = null;
  }

  override connectedCallback() {
    super.connectedCallback();
    this.link.at(this.parts.live.liveness.link);
    if (this.hasUpdated) this.look();
  }

  override willUpdate(changed: Map<string, unknown>) {
    if (changed.has('area') || changed.has('contest')) this.look();
    else if (changed.has('manner')) this.turn();
  }

  /** Shows the standing of now or of then; the live one is held all the while, so that the way back is short. */
  private turn() {
    const { at } = this.manner;
    const { live } = this.parts;
    if (this.earlier?.at !== at || !this.earlier.isOf(this.contest.id, this.area)) {
      this.earlier?.stop();
      this.earlier = at === null ? null : new Earlier(live, this.contest.id, this.area, at);
    }
    this.view.at(this.earlier?.view ?? this.hold?.watched.view ?? null);
  }

  private look() {
    const before = this.hold;
    this.hold = this.parts.live.look(this.contest.id, this.area);
    this.turn();
    before?.release();
    const { area } = this;
    if (this.info?.code !== area) this.info = null;
    this.parts.reference.area(area).then(
      (info) => {
        if (area === this.area) this.info = info;
      },
      // The path is an ornament of the numbers: without it the page still stands, and 404 is said by them.
      () => undefined,
    );
  }

  override updated() {
    const name = this.view.value?.results?.name ?? this.info?.name ?? '';
    const contest = this.contest.names[this.language];
    document.title = [readable(name), contest, this.t.site].filter((part) => part !== '').join(' · ');
    const title = this.renderRoot.querySelector('h1');
    if (!this.greeting || !title || name === '') return;
    this.greeting = false;
    title.focus({ preventScroll: true });
  }

  private again() {
    if (this.earlier) void this.earlier.fetch();
    else this.parts.live.hurry();
  }

  private steps() {
    const path = this.info?.path ?? [];
    return path.map((step) => ({ ...step, href: areaPath(this.contest.id, step.code, this.manner) }));
  }

  /** What a screen reader hears of the newest numbers. */
  private sentence(results: Results | null): string {
    const link = this.link.value;
    if (link && link.state !== 'live' && link.state !== 'connecting') return this.t.connection[link.state];
    if (!results) return '';
    const { choices } = this.contest;
    const sum = sumOfVotes(results.totals.votes, choices);
    const shares = choices.map((choice) => {
      const share = shareOf(results.totals.votes[choice.id] ?? 0, sum);
      return `${readable(choice.shortName)} ${share === null ? '–' : this.n.percent(share)}`;
    });
    const { counted, expected } = results.stations;
    const coverage = this.t.ofStations(this.n.integer(counted), this.n.integer(expected));
    return this.t.spoken(readable(results.name), coverage, shares.join(', '));
  }

  private numbers(results: Results | null) {
    const change = this.view.value?.change ?? null;
    return html`<div class="columns">
      <pantau-standing
        .language=${this.language}
        .choices=${this.contest.choices}
        .votes=${results?.totals.votes ?? null}
        .change=${change}
      ></pantau-standing>
      <div class="beside">
        <pantau-coverage
          .language=${this.language}
          .stations=${results?.stations ?? null}
          .change=${change}
        ></pantau-coverage>
        ${results?.at
          ? nothing
          : html`<pantau-figures .language=${this.language} .totals=${results?.totals ?? null}></pantau-figures>`}
      </div>
    </div>`;
  }

  private map(results: Results | null) {
    return html`<pantau-later
      class="below map ${this.area === NATION ? 'nation' : ''}"
      .language=${this.language}
      .code=${() => import('../elements/pantau-map.js')}
      .content=${() => html`<pantau-map
        .language=${this.language}
        .contest=${this.contest.id}
        .area=${this.area}
        .manner=${this.manner}
        .choices=${this.contest.choices}
        .rows=${results?.children ?? null}
      ></pantau-map>`}
    ></pantau-later>`;
  }

  private below(results: Results | null) {
    return html`${hasMap(this.area) ? this.map(results) : nothing}<pantau-children
        class="below"
        .language=${this.language}
        .contest=${this.contest.id}
        .namedContest=${this.namedContest}
        .area=${this.area}
        .level=${results?.level ?? levelOf(this.area)}
        .manner=${this.manner}
        .choices=${this.contest.choices}
        .rows=${results?.children ?? null}
      ></pantau-children>
      ${results ? this.share(results) : nothing}
      <p class="data"><a href="/api/v1/results/${this.contest.id}/${this.area}">${this.t.openData}</a></p>`;
  }

  /** The body that the page shows, with the votes that the reader asked for. */
  private get results(): Results | null {
    const results = this.view.value?.results ?? null;
    return results && this.manner.sent ? asSent(results) : results;
  }

  private share(results: Results) {
    return html`<pantau-later
      class="share below"
      .code=${() => import('../elements/pantau-share.js')}
      .content=${() => html`<pantau-share
        .language=${this.language}
        .contest=${this.contest.id}
        .area=${this.area}
        .name=${readable(results.name)}
        .asOf=${this.manner.at ?? results.asOf}
      ></pantau-share>`}
    ></pantau-later>`;
  }

  override render() {
    const { results } = this;
    const problem = this.view.value?.problem ?? null;
    if (problem && !results) {
      const unknown = problem.status === 404;
      return html`<pantau-problem
        .language=${this.language}
        ?unknown=${unknown}
        .detail=${unknown ? '' : problem.detail}
        @again=${() => { this.again(); }}
      ></pantau-problem>`;
    }
    const name = results?.name ?? this.info?.name;
    return html`
      ${levelOf(this.area) === 0
        ? nothing
        : html`<pantau-path
            .language=${this.language}
            .steps=${this.steps()}
            .level=${levelOf(this.area)}
          ></pantau-path>`}
      <div class="title" data-position=${results ? positionText(results.position) : nothing}>
        <p class="kind">${this.contest.names[this.language]} · ${levelName(this.t, this.area, levelOf(this.area))}</p>
        <h1 tabindex="-1">${name ? readable(name) : html`<span class="unseen">${this.t.loading}</span>`}</h1>
        <div class="state">
          <pantau-link .language=${this.language} .link=${this.link.value}></pantau-link>
          <pantau-freshness
            .language=${this.language}
            .clock=${this.parts.live.clock}
            .known=${results !== null}
            .asOf=${results?.asOf ?? null}
            .position=${results?.position ?? null}
          ></pantau-freshness>
        </div>
      </div>
      ${results?.status === 'waiting' ? html`<p class="waiting">${this.t.noneYetMore}</p>` : nothing}
      ${this.numbers(results)} ${this.below(results)}
      <pantau-speaker .language=${this.language} .sentence=${this.sentence(results)}></pantau-speaker>
    `;
  }
}
