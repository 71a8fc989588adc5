import { html, nothing } from 'lit';
import { customElement, property, state } from 'lit/decorators.js';
import { PantauElement, shared } from '../elements/base.js';
import { Look } from '../elements/look.js';
import type { PantauHeader } from '../elements/pantau-header.js';
import '../elements/pantau-foot.js';
import '../elements/pantau-header.js';
import '../elements/pantau-later.js';
import '../elements/pantau-notice.js';
import '../elements/pantau-problem.js';
import type { ChosenEvent } from '../elements/pantau-search.js';
import type { Live } from '../live/live.js';
import type { MyStation, Preferences, Theme } from '../live/preferences.js';
import type { Reference, ReferenceData } from '../live/reference.js';
import { Searching } from '../live/searching.js';
import type { Store } from '../live/store.js';
import { type Language, wireLanguage } from '../model/language.js';
import { areaPath, startOf, stationPath } from '../model/route.js';
import type { Contest } from '../model/wire.js';
import { appStyles } from './app-styles.js';
import './pantau-area-page.js';
import type { Place, Router } from './router.js';

/** The things a page is made of, built once in `main`. */
export interface Parts {
  readonly live: Live;
  readonly reference: ReferenceData;
  readonly preferences: Preferences;
  readonly router: Router;
  /** True where a newer version of the pages waits: the reader is offered to load it. */
  readonly renewed: Store<boolean>;
}

/** The whole page: banner, head, the page that the address names, foot, and the notice. */
@customElement('pantau-app')
export class PantauApp extends PantauElement {
  static override styles = [shared, appStyles];

  @property({ attribute: false }) parts!: Parts;
  private readonly place = new Look<Place>(this);
  private readonly reference = new Look<Reference | null>(this);
  private readonly failing = new Look<boolean>(this);
  private readonly spoken = new Look<Language>(this);
  private readonly worn = new Look<Theme>(this);
  private readonly mine = new Look<MyStation | null>(this);
  /** True once the station's page has come; an element that is no element yet cannot be given its parts. */
  @state() private stationReady = false;
  @state() private stationFailed = false;
  private searching: Searching | null = null;
  private shown: Place | null = null;

  override connectedCallback() {
    const { live, reference, preferences, router } = this.parts;
    this.place.at(router.place);
    this.reference.at(reference.loaded);
    this.failing.at(reference.failing);
    this.spoken.at(preferences.language);
    this.worn.at(preferences.theme);
    this.mine.at(preferences.station);
    this.searching = new Searching(live.clock);
    super.connectedCallback();
    addEventListener('keydown', this.shortcut);
  }

  override disconnectedCallback() {
    super.disconnectedCallback();
    removeEventListener('keydown', this.shortcut);
  }

  private readonly shortcut = (event: KeyboardEvent) => {
    const at = event.composedPath()[0];
    if (event.key !== '/' || at instanceof HTMLInputElement || event.ctrlKey || event.metaKey) return;
    event.preventDefault();
    const header = this.renderRoot.querySelector<PantauHeader>('pantau-header');
    void header?.renderRoot.querySelector('pantau-search')?.open();
  };

  private chosen(event: ChosenEvent) {
    const { hit } = event;
    const contest = this.contestOfPage();
    if (!contest) return;
    this.parts.router.go(
      hit.kind === 'station' ? stationPath(hit.code, this.named(contest)) : areaPath(contest.id, hit.code),
    );
  }

  /** A contest's id where a station's address must name it: it is not the first. */
  private named(contest: Contest): string | null {
    return contest === this.reference.value?.contests[0] ? null : contest.id;
  }

  /** The contest that the address names, or the first that the place is in; null for an unknown one. */
  private contestOfPage(): Contest | null {
    const contests = this.reference.value?.contests ?? [];
    const route = this.place.value?.route;
    if (route?.kind === 'area' || ((route?.kind === 'station' || route?.kind === 'embed') && route.contest)) {
      return contests.find((contest) => contest.id === route.contest) ?? null;
    }
    if (route?.kind === 'station') {
      const inside = (area: string) => area === '0' || route.station.startsWith(area);
      return contests.find((contest) => contest.scope.some(inside)) ?? null;
    }
    return contests[0] ?? null;
  }

  override willUpdate() {
    this.language = this.spoken.value ?? 'id';
    const place = this.place.value;
    if (!place || place === this.shown) return;
    this.shown = place;
    if (place.route.kind === 'station') void this.fetchStationPage();
    if (place.moved) void this.arrive(place);
  }

  /** After the reader moved: the page where they left it, the focus on its title. */
  private async arrive(place: Place) {
    await this.updateComplete;
    scrollTo(0, place.scroll);
    const page = this.renderRoot.querySelector<HTMLElement & { greet?: () => void }>('main > *');
    page?.greet?.();
  }

  private async fetchStationPage() {
    try {
      await import('./pantau-station-page.js');
      this.stationReady = true;
      this.stationFailed = false;
    } catch {
      this.stationFailed = true;
    }
  }

  private skip(event: Event) {
    event.preventDefault();
    this.renderRoot.querySelector('main')?.focus();
  }

  private page() {
    const place = this.place.value;
    const reference = this.reference.value;
    if (!place || place.route.kind === 'unknown') return html`<pantau-problem unknown .language=${this.language}></pantau-problem>`;
    if (!reference) {
      return this.failing.value
        ? html`<pantau-problem
            .language=${this.language}
            ?offline=${!navigator.onLine}
            @again=${() => void this.parts.reference.load()}
          ></pantau-problem>`
        : nothing;
    }
    const contest = this.contestOfPage();
    if (!contest) return html`<pantau-problem unknown .language=${this.language}></pantau-problem>`;
    const { route } = place;
    if (route.kind === 'embed') return this.embed(reference, contest, route.area ?? startOf(contest.scope));
    if (route.kind === 'station' && !this.stationReady) {
      return this.stationFailed
        ? html`<pantau-problem .language=${this.language} @again=${() => void this.fetchStationPage()}></pantau-problem>`
        : nothing;
    }
    if (route.kind === 'station') {
      return html`<pantau-station-page
        .language=${this.language}
        .parts=${this.parts}
        .contest=${contest}
        .contests=${reference.contests}
        .station=${route.station}
      ></pantau-station-page>`;
    }
    return html`<pantau-area-page
      .language=${this.language}
      .parts=${this.parts}
      .contest=${contest}
      .namedContest=${this.named(contest)}
      .area=${route.kind === 'area' ? route.area : startOf(contest.scope)}
      .manner=${route.manner}
    ></pantau-area-page>`;
  }

  private embed(reference: Reference, contest: Contest, area: string) {
    return html`<pantau-later
      .code=${() => import('./pantau-embed-page.js')}
      .content=${() => html`<pantau-embed-page
        .language=${this.language}
        .parts=${this.parts}
        .contests=${reference.contests}
        .contest=${contest.id}
        .area=${area}
      ></pantau-embed-page>`}
    ></pantau-later>`;
  }

  private wall(reference: Reference, contest: Contest, area: string) {
    return html`<pantau-later
      .code=${() => import('./pantau-wall-page.js')}
      .content=${() => html`<pantau-wall-page
        .language=${this.language}
        .parts=${this.parts}
        .election=${reference.election}
        .contest=${contest}
        .area=${area}
      ></pantau-wall-page>`}
    ></pantau-later>`;
  }

  override render() {
    const reference = this.reference.value;
    const route = this.place.value?.route;
    const contest = this.contestOfPage();
    if (reference && contest && route && 'manner' in route && route.manner.wall) {
      return this.wall(reference, contest, route.kind === 'area' ? route.area : startOf(contest.scope));
    }
    const election = reference?.election;
    const banner = election?.banner?.[wireLanguage(this.language)];
    return html`
      <header>
        <a class="skip" href="#isi" @click=${(event: Event) => { this.skip(event); }}>${this.t.skip}</a>
        <pantau-header
          .language=${this.language}
          .theme=${this.worn.value ?? 'system'}
          .mine=${this.mine.value ?? null}
          .preferences=${this.parts.preferences}
          .searching=${this.searching}
          .contests=${reference?.contests ?? []}
          .contest=${this.contestOfPage()?.id ?? ''}
          @chosen=${(event: ChosenEvent) => { this.chosen(event); }}
        ></pantau-header>
        ${banner ? html`<p class="banner" lang=${wireLanguage(this.language)}><span>${banner}</span></p>` : nothing}
      </header>
      <main id="isi" tabindex="-1">${this.page()}</main>
      <footer>
        <pantau-foot
          .language=${this.language}
          .preferences=${this.parts.preferences}
          .renewed=${this.parts.renewed}
          .sources=${election?.sources ?? []}
        ></pantau-foot>
      </footer>
      <aside aria-label=${this.t.noticeName}>
        <pantau-notice
          .language=${this.language}
          .notice=${election?.notice ?? null}
          .test=${election?.isTest ?? false}
        ></pantau-notice>
      </aside>
    `;
  }
}
