import { html, nothing } from 'lit';
import { customElement, property, state } from 'lit/decorators.js';
import { PantauElement, shared } from '../elements/base.js';
import { Look } from '../elements/look.js';
import '../elements/pantau-form.js';
import '../elements/pantau-images.js';
import '../elements/pantau-path.js';
import '../elements/pantau-problem.js';
import '../elements/pantau-revisions.js';
import '../elements/pantau-speaker.js';
import '../elements/pantau-state.js';
import '../elements/pantau-verdict.js';
import '../elements/pantau-withheld.js';
import type { MyStation } from '../live/preferences.js';
import { type StationState, StationView } from '../live/station-view.js';
import { readable } from '../model/names.js';
import { parentOf } from '../model/places.js';
import { areaPath, stationPath } from '../model/route.js';
import { stationTextsOf } from '../model/texts/station.js';
import type { AreaInfo, Contest } from '../model/wire.js';
import type { StationBody } from '../model/wire-station.js';
import { noticePart } from './notice-part.js';
import { pageStyles } from './page-styles.js';
import type { Parts } from './pantau-app.js';
import { stationStyles } from './station-styles.js';

/** A polling station in one contest: its form as on the paper, the checks, the photos, every revision. */
@customElement('pantau-station-page')
export class PantauStationPage extends PantauElement {
  static override styles = [shared, pageStyles, stationStyles];

  @property({ attribute: false }) parts!: Parts;
  @property({ attribute: false }) contest!: Contest;
  @property({ attribute: false }) contests: readonly Contest[] = [];
  @property() station = '';
  @state() private village: AreaInfo | null = null;
  private readonly state = new Look<StationState>(this);
  private readonly announce = new Look<boolean>(this);
  private readonly mine = new Look<MyStation | null>(this);
  private view: StationView | null = null;
  private greeting = true;

  /** Puts the focus on the title as soon as it says something. */
  greet() {
    this.greeting = true;
    this.requestUpdate();
  }

  override connectedCallback() {
    super.connectedCallback();
    this.announce.at(this.parts.preferences.announce);
    this.mine.at(this.parts.preferences.station);
    if (this.hasUpdated) this.look();
  }

  override disconnectedCallback() {
    super.disconnectedCallback();
    this.view?.stop();
    this.view = null;
  }

  override willUpdate(changed: Map<string, unknown>) {
    if (changed.has('station') || changed.has('contest')) this.look();
  }

  private look() {
    this.view?.stop();
    this.view = new StationView(this.parts.live, this.station, this.contest.id);
    this.state.at(this.view.state);
    const parent = parentOf(this.station) ?? '';
    if (this.village?.code !== parent) this.village = null;
    this.parts.reference.area(parent).then(
      (village) => {
        if (parent === parentOf(this.station)) this.village = village;
      },
      () => undefined,
    );
  }

  private get name(): string {
    return this.state.value?.body?.name ?? '';
  }

  override updated() {
    const parts = [this.name, readable(this.village?.name ?? ''), this.worded(this.contest.names), this.t.site];
    document.title = parts.filter((part) => part !== '').join(' · ');
    const title = this.renderRoot.querySelector('h1');
    if (!this.greeting || !title || this.name === '') return;
    this.greeting = false;
    if (this.parts.router.place.value.moved) title.focus({ preventScroll: true });
  }

  private steps() {
    const path = (this.village?.path ?? []).map((step) => ({ ...step, href: areaPath(this.contest.id, step.code) }));
    const here = { code: this.station, name: this.name || this.station, level: 5, href: '' };
    return path.length === 0 ? [] : [...path, here];
  }

  private others() {
    const here = this.contests.filter((contest) =>
      contest.scope.some((area) => area === '0' || this.station.startsWith(area)),
    );
    if (here.length < 2) return nothing;
    return html`<nav class="others" aria-label=${this.t.contests}>
      ${here.map(
        (contest) =>
          html`<a
            href=${stationPath(this.station, contest === this.contests[0] ? null : contest.id)}
            aria-current=${contest === this.contest ? 'page' : nothing}
            >${this.worded(contest.names)}</a
          >`,
      )}
    </nav>`;
  }

  /** The switch that makes this the reader's own station, on this device. */
  private remembering(body: StationBody) {
    const texts = stationTextsOf(this.language);
    const { preferences } = this.parts;
    const mine = this.mine.value?.code === this.station;
    const press = () => {
      const here = { code: this.station, name: body.name, village: this.village?.name ?? '' };
      preferences.remember(mine ? null : here);
    };
    return html`<p class="remember">
      <button type="button" class="plain" data-mine=${mine} @click=${press}>${mine ? texts.forget : texts.remember}</button>
      <span class="quiet">${texts.deviceOnly}</span>
    </p>`;
  }

  private content(body: StationBody) {
    const { t } = this;
    const shown = body.current ?? null;
    const numbers = shown && body.status !== 'withdrawn' && !body.withheld;
    const place = [body.name, readable(this.village?.name ?? '')].filter((part) => part !== '').join(' ');
    return html`
      <p class="status" data-status=${body.status}>
        <strong>${t.stationStatus[body.status]}.</strong> ${t.stationStatusMore[body.status]}
        ${shown ? html`<span class="quiet">${t.formOf(String(shown.revision))}, ${t.methods[shown.method]}.</span>` : nothing}
      </p>
      ${body.withheld
        ? html`<pantau-withheld station .language=${this.language} .withheld=${body.withheld}></pantau-withheld>`
        : nothing}
      ${(numbers && body.status !== 'stored') || body.status === 'withdrawn'
        ? html`<pantau-verdict .language=${this.language} .form=${numbers ? shown : null}></pantau-verdict>`
        : nothing}
      ${numbers
        ? html`<div class="columns">
            <pantau-form .language=${this.language} .form=${shown} .choices=${this.contest.choices}></pantau-form>
            <pantau-images .language=${this.language} .images=${shown.images ?? []} .station=${place}></pantau-images>
          </div>`
        : nothing}
      ${body.revisions.length > 0
        ? html`<pantau-revisions
            class="below"
            .language=${this.language}
            .revisions=${body.revisions}
            ?withheld=${body.withheld !== undefined}
            .choices=${this.contest.choices}
          ></pantau-revisions>`
        : nothing}
      <p class="data"><a href="/api/v1/stations/${this.station}/${this.contest.id}">${t.openData}</a></p>
    `;
  }

  override render() {
    const { body, problem, failing } = this.state.value ?? { body: null, problem: null, failing: false };
    if (!body && failing) {
      const unknown = problem?.status === 404;
      return html`<pantau-problem
        .language=${this.language}
        ?unknown=${unknown}
        .detail=${unknown ? '' : (problem?.detail ?? '')}
        @again=${() => void this.view?.refresh()}
      ></pantau-problem>`;
    }
    const village = readable(this.village?.name ?? '');
    return html`
      <pantau-path .language=${this.language} .steps=${this.steps()} .level=${5}></pantau-path>
      <div class="title">
        <p class="kind">${this.worded(this.contest.names)} · ${this.t.station} <span class="num">${this.station}</span></p>
        <h1 tabindex="-1">
          ${body ? html`${body.name} <span class="village">${village}</span>` : html`<span class="unseen">${this.t.loading}</span>`}
        </h1>
        <pantau-state
          .language=${this.language}
          .live=${this.parts.live}
          .known=${body !== null}
          .asOf=${body?.asOf ?? null}
          .position=${body?.position ?? null}
        ></pantau-state>
        ${body ? this.remembering(body) : nothing} ${this.others()}
      </div>
      ${noticePart(this.language, this.parts.live.clock, body?.notices)}
      ${body ? this.content(body) : html`<div class="room"></div>`}
      <pantau-speaker
        .language=${this.language}
        .sentence=${body ? `${body.name}: ${this.t.stationStatus[body.status]}` : ''}
        ?silent=${this.announce.value === false}
      ></pantau-speaker>
    `;
  }
}
