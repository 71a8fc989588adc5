import { html, nothing } from 'lit';
import { customElement, property, state } from 'lit/decorators.js';
import { PantauElement, shared } from '../elements/base.js';
import { Look } from '../elements/look.js';
import { MannerEvent } from '../elements/manner-event.js';
import '../elements/pantau-basis.js';
import '../elements/pantau-children.js';
import '../elements/pantau-coverage.js';
import '../elements/pantau-figures.js';
import '../elements/pantau-path.js';
import '../elements/pantau-problem.js';
import '../elements/pantau-speaker.js';
import '../elements/pantau-standing.js';
import { Earlier } from '../live/earlier.js';
import type { Hold } from '../live/live.js';
import type { Link } from '../live/liveness.js';
import type { View } from '../live/watching.js';
import { asSent } from '../model/basis.js';
import { exactTime } from '../model/moments.js';
import { readable } from '../model/names.js';
import { levelOf } from '../model/places.js';
import { positionText } from '../model/position.js';
import { type Manner, PLAIN, areaPath } from '../model/route.js';
import { shareOf, sumOfVotes } from '../model/shares.js';
import { levelName } from '../model/texts.js';
import { basisTexts } from '../model/texts/basis.js';
import { momentTexts } from '../model/texts/moment.js';
import type { AreaInfo, Contest, Results } from '../model/wire.js';
import { type AreaParts, honestyParts, statePart, timelinePart } from './area-parts.js';
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
  /** What was on the screen last: it stays, named as what it is, until an earlier standing is there. */
  private kept: Results | null = null;

  constructor() {
    super();
    this.addEventListener('manner', (event) => {
      if (event instanceof MannerEvent) this.turned(event);
    });
  }

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
    const at = this.manner.at === null ? '' : exactTime(this.manner.at, this.language);
    const sent = this.manner.sent ? basisTexts(this.language).unchecked : '';
    document.title = [at, sent, readable(name), contest, this.t.site].filter((part) => part !== '').join(' · ');
    const title = this.renderRoot.querySelector('h1');
    if (!this.greeting || !title || name === '') return;
    this.greeting = false;
    title.focus({ preventScroll: true });
  }

  private again() {
    if (this.earlier) void this.earlier.fetch();
    else this.parts.live.hurry();
  }

  /** The same place in another manner; the reader stays where they are. */
  private turned({ manner, step }: MannerEvent) {
    const path = areaPath(this.contest.id, this.area, { ...this.manner, ...manner });
    if (step) this.parts.router.turn(path);
    else this.parts.router.replace(path);
  }

  private steps() {
    const path = this.info?.path ?? [];
    return path.map((step) => ({ ...step, href: areaPath(this.contest.id, step.code, this.manner) }));
  }

  /** What a screen reader hears of the newest numbers. */
  private sentence(results: Results | null): string {
    const link = this.link.value;
    if (this.manner.at === null && link && link.state !== 'live' && link.state !== 'connecting') return this.t.connection[link.state];
    if (!results) return '';
    const { choices } = this.contest;
    const sum = sumOfVotes(results.totals.votes, choices);
    const shares = choices.map((choice) => {
      const share = shareOf(results.totals.votes[choice.id] ?? 0, sum);
      return `${readable(choice.shortName)} ${share === null ? '–' : this.n.percent(share)}`;
    });
    const { counted, expected } = results.stations;
    const coverage = this.t.ofStations(this.n.integer(counted), this.n.integer(expected));
    const at = results.at ? momentTexts(this.language).standingAt(exactTime(results.at, this.language)) : '';
    const sent = this.manner.sent ? basisTexts(this.language).unchecked : '';
    const spoken = this.t.spoken(readable(results.name), coverage, shares.join(', '));
    return [at, sent, spoken].filter((part) => part !== '').join('. ');
  }

  private numbers(results: Results | null) {
    const { change, sent } = { change: this.view.value?.change ?? null, sent: this.manner.sent };
    return html`<pantau-basis
        .language=${this.language}
        .contest=${this.contest.id}
        .area=${this.area}
        .manner=${this.manner}
        .stations=${results?.stations ?? null}
      ></pantau-basis>
      <div class="columns">
        <pantau-standing
          .language=${this.language}
          .choices=${this.contest.choices}
          .votes=${results?.totals.votes ?? null}
          .change=${change}
          ?sent=${sent}
          .counted=${this.body?.totals.votes ?? null}
        ></pantau-standing>
        <pantau-coverage
          .language=${this.language}
          .stations=${results?.stations ?? null}
          .change=${change}
        ></pantau-coverage>
      </div>
      ${timelinePart(this.later())}
      ${results?.at
        ? nothing
        : html`<pantau-figures
            class="below"
            .language=${this.language}
            .totals=${results?.totals ?? null}
          ></pantau-figures>`}`;
  }

  private below(results: Results | null) {
    return html`<pantau-children
        class="below"
        .language=${this.language}
        .contest=${this.contest.id}
        .namedContest=${this.namedContest}
        .area=${this.area}
        .level=${results?.level ?? levelOf(this.area)}
        .manner=${this.manner}
        ?sent=${this.manner.sent}
        .choices=${this.contest.choices}
        .rows=${results?.children ?? null}
      ></pantau-children>
      ${honestyParts(this.later())}
      <p class="data"><a href="/api/v1/results/${this.contest.id}/${this.area}">${this.t.openData}</a></p>`;
  }

  private later(): AreaParts {
    const { language, contest, namedContest, area, manner } = this;
    const { clock, liveness } = this.parts.live;
    const change = this.view.value?.change ?? null;
    return { language, clock, link: liveness.link.value, contest, namedContest, area, manner, results: this.body, change };
  }

  /** The body on the screen as it came; the one before it while an earlier standing is on its way. */
  private get body(): Results | null {
    const { results, problem } = this.view.value ?? { results: null, problem: null };
    if (results) this.kept = results;
    const { kept } = this;
    const same = kept?.area === this.area && kept.contest === this.contest.id;
    return results ?? (same && !problem && this.manner.at !== null ? kept : null);
  }

  /** The body that the page shows, with the votes that the reader asked for. */
  private get results(): Results | null {
    const { body } = this;
    return body && this.manner.sent ? asSent(body) : body;
  }

  override render() {
    const { results } = this;
    const problem = this.view.value?.problem ?? null;
    if (problem && !results) {
      const unknown = problem.status === 404;
      return html`${this.manner.at === null ? nothing : statePart(this.later(), true)}
        <pantau-problem
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
        <div class="state">${statePart(this.later(), false)}</div>
      </div>
      ${results?.status === 'waiting' ? html`<p class="waiting">${this.t.noneYetMore}</p>` : nothing}
      ${this.numbers(results)} ${this.below(results)}
      <pantau-speaker .language=${this.language} .sentence=${this.sentence(results)}></pantau-speaker>
    `;
  }
}
