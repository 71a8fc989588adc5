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
import '../elements/pantau-state.js';
import '../elements/pantau-withheld.js';
import { stateWords } from '../elements/state-words.js';
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
import { spokenStanding } from '../model/spoken.js';
import { levelName } from '../model/texts.js';
import { type CountState, countStateOf } from '../model/states.js';
import { basisTexts } from '../model/texts/basis.js';
import type { AnyResults, AnyRow, AreaInfo, Contest, Results } from '../model/wire.js';
import type { HeartbeatMessage } from '../model/wire-live.js';
import { type AreaParts, honestyParts, mapPart, sharePart, statePart, timelinePart } from './area-parts.js';
import { noticePart } from './notice-part.js';
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
  private readonly announce = new Look<boolean>(this);
  private readonly pulse = new Look<HeartbeatMessage | null>(this);
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
    this.announce.at(this.parts.preferences.announce);
    this.pulse.at(this.parts.live.pulse);
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
    const name = this.shown?.name ?? this.info?.name ?? '';
    const contest = this.worded(this.contest.names);
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
    const state = stateWords(this.count, this.t, this.language);
    if (!results) return state ? `${state.word}. ${state.more}` : '';
    const spoken = spokenStanding(results, this.contest.choices, this.manner, this.language);
    return [...spoken, state?.word ?? '', state?.more ?? ''].filter((part) => part !== '').join('. ');
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

  /** What stands below the numbers: where, when, and how honest they are. */
  private below() {
    const { results, shown, told } = this;
    return html`${mapPart(told)} ${results ? timelinePart(told) : nothing}
      <pantau-children
        class="below"
        .language=${this.language}
        .contest=${this.contest.id}
        .namedContest=${this.namedContest}
        .area=${this.area}
        .level=${shown?.level ?? levelOf(this.area)}
        .manner=${this.manner}
        ?sent=${this.manner.sent}
        .choices=${this.contest.choices}
        .rows=${this.rows}
      ></pantau-children>
      ${results ? honestyParts(told) : nothing} ${sharePart(told)}
      <p class="data"><a href="/api/v1/results/${this.contest.id}/${this.area}">${this.t.openData}</a></p>`;
  }

  private get told(): AreaParts {
    const { language, contest, namedContest, area, manner, shown, rows, body: results, cadenceSeconds } = this;
    const [{ live }, change] = [this.parts, this.view.value?.change ?? null];
    const page = { language, live, clock: live.clock, cadenceSeconds, contest, namedContest, area, manner };
    return { ...page, shown, rows, results, change };
  }

  private get rows(): readonly AnyRow[] | null {
    return (this.results ?? this.shown)?.children ?? null;
  }

  private get cadenceSeconds(): number | null {
    return this.parts.reference.loaded.value?.election.cadenceSeconds ?? null;
  }

  private get count(): CountState {
    return countStateOf(this.shown, this.pulse.value ?? null, this.cadenceSeconds);
  }

  /** The body on screen, the statement of a withheld place included. */
  private get shown(): AnyResults | null {
    return this.body ?? this.view.value?.withheld ?? null;
  }

  /** The body on the screen as it came; the one before it while an earlier standing is on its way. */
  private get body(): Results | null {
    const { results, problem, withheld } = this.view.value ?? { results: null, problem: null };
    if (results) this.kept = results;
    const { kept } = this;
    const same = kept?.area === this.area && kept.contest === this.contest.id;
    return results ?? (same && !problem && !withheld && this.manner.at !== null ? kept : null);
  }

  /** The body that the page shows, with the votes that the reader asked for. */
  private get results(): Results | null {
    const { body } = this;
    return body && this.manner.sent ? asSent(body) : body;
  }

  override render() {
    const { results, shown } = this;
    const withheld = this.view.value?.withheld ?? null;
    const problem = this.view.value?.problem ?? null;
    const offline = this.link.value?.state === 'offline';
    if (!shown && (problem || offline)) {
      const unknown = problem?.status === 404;
      return html`${this.manner.at === null ? nothing : statePart(this.told, true)}
        <pantau-problem
          .language=${this.language}
          ?unknown=${unknown}
          ?offline=${!problem}
          .detail=${unknown ? '' : (problem?.detail ?? '')}
          @again=${() => { this.again(); }}
        ></pantau-problem>`;
    }
    const name = shown?.name ?? this.info?.name;
    return html`
      ${levelOf(this.area) === 0
        ? nothing
        : html`<pantau-path
            .language=${this.language}
            .steps=${this.steps()}
            .level=${levelOf(this.area)}
          ></pantau-path>`}
      <div class="title" data-position=${shown ? positionText(shown.position) : nothing}>
        <p class="kind">${this.worded(this.contest.names)} · ${levelName(this.t, this.area, levelOf(this.area))}</p>
        <h1 tabindex="-1">${name ? readable(name) : html`<span class="unseen">${this.t.loading}</span>`}</h1>
        ${statePart(this.told, false)}
      </div>
      ${noticePart(this.language, this.parts.live.clock, shown?.notices)}
      ${withheld
        ? html`<pantau-withheld .language=${this.language} .withheld=${withheld.withheld}></pantau-withheld>`
        : this.numbers(results)}
      ${withheld && !withheld.children ? nothing : this.below()}
      <pantau-speaker
        .language=${this.language}
        .sentence=${this.sentence(results)}
        ?silent=${this.announce.value === false}
      ></pantau-speaker>
    `;
  }
}
