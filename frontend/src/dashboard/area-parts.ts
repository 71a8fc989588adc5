import { html, nothing } from 'lit';
import '../elements/pantau-later.js';
import '../elements/pantau-moment.js';
import '../elements/pantau-state.js';
import type { Live } from '../live/live.js';
import type { ServerClock } from '../live/server-clock.js';
import type { Change } from '../model/change.js';
import type { Language } from '../model/language.js';
import { readable } from '../model/names.js';
import { NATION, STATION_LEVEL, hasMap } from '../model/places.js';
import { type Manner, areaPath } from '../model/route.js';
import { type AnyResults, type AnyRow, type Contest, type Results, isOpen } from '../model/wire.js';
import type { HistoryPoint } from '../model/wire-time.js';

/** What the parts of an area's page are told. */
export interface AreaParts {
  readonly language: Language;
  readonly live: Live;
  readonly clock: ServerClock;
  readonly cadenceSeconds: number | null;
  readonly contest: Contest;
  readonly namedContest: string | null;
  readonly area: string;
  readonly manner: Manner;
  /** The body on the screen, the statement of a withheld place included; null while nothing is known. */
  readonly shown: AnyResults | null;
  /** Its places, with the votes that the reader asked for. */
  readonly rows: readonly AnyRow[] | null;
  /** The body as it came, with what is counted; null where it has no numbers. */
  readonly results: Results | null;
  readonly change: Change | null;
}

/** What the list of representation shows before it is asked for more. */
const REPRESENTATION_ROWS = 12;

const mapCode = () => import('../elements/pantau-map.js');
const shareCode = () => import('../elements/pantau-share.js');
const timelineCode = () => import('../elements/pantau-timeline.js');
const representationCode = () => import('../elements/pantau-representation.js');
const correctionsCode = () => import('../elements/pantau-corrections.js');

/** Where the numbers stand in time: live and how old, or of which earlier moment. */
export function statePart(parts: AreaParts, failed: boolean) {
  const { language, manner, results } = parts;
  if (manner.at !== null) {
    return html`<pantau-moment
      .language=${language}
      .at=${manner.at}
      .shown=${results}
      ?failed=${failed}
      .now=${areaPath(parts.contest.id, parts.area, { ...manner, at: null })}
    ></pantau-moment>`;
  }
  const { shown } = parts;
  return html`<pantau-state
    .language=${language}
    .live=${parts.live}
    .body=${shown}
    .known=${shown !== null}
    .asOf=${shown?.asOf ?? null}
    .position=${shown?.position ?? null}
    .cadenceSeconds=${parts.cadenceSeconds}
  ></pantau-state>`;
}

/** Where the places lie, coloured by what was counted in them; only where there are outlines. */
export function mapPart(parts: AreaParts) {
  if (!hasMap(parts.area)) return nothing;
  return html`<pantau-later
    class="below map ${parts.area === NATION ? 'nation' : ''}"
    .language=${parts.language}
    .code=${mapCode}
    .content=${() => html`<pantau-map
      .language=${parts.language}
      .contest=${parts.contest.id}
      .area=${parts.area}
      .manner=${parts.manner}
      ?sent=${parts.manner.sent}
      .choices=${parts.contest.choices}
      .rows=${parts.rows}
    ></pantau-map>`}
  ></pantau-later>`;
}

/** What passes the numbers on. */
export function sharePart(parts: AreaParts) {
  const { shown } = parts;
  if (!shown) return nothing;
  return html`<pantau-later
    class="below share"
    .language=${parts.language}
    .code=${shareCode}
    .content=${() => html`<pantau-share
      .language=${parts.language}
      .contest=${parts.contest.id}
      .area=${parts.area}
      .name=${readable(shown.name)}
      .asOf=${parts.manner.at ?? shown.asOf}
    ></pantau-share>`}
  ></pantau-later>`;
}

/** An earlier standing as a point of the history. */
function pointOf(results: Results | null): HistoryPoint | null {
  return results?.at ? { at: results.at, votes: results.totals.votes, stations: results.stations } : null;
}

/** The count over time, with the slider to earlier standings. */
export function timelinePart(parts: AreaParts) {
  return html`<pantau-later
    class="below timeline"
    .language=${parts.language}
    .code=${timelineCode}
    .content=${() =>
      html`<pantau-timeline
        .language=${parts.language}
        .clock=${parts.clock}
        .contest=${parts.contest.id}
        .area=${parts.area}
        .choices=${parts.contest.choices}
        .manner=${parts.manner}
        .standing=${pointOf(parts.results)}
        .expected=${parts.results?.stations.expected ?? 0}
      ></pantau-timeline>`}
  ></pantau-later>`;
}

/** Which places are counted more or less than their part, and why totals fell. */
export function honestyParts(parts: AreaParts) {
  const { results } = parts;
  const stations = (results?.level ?? 0) + 1 >= STATION_LEVEL;
  const rows = Math.min(results?.children?.length ?? 0, REPRESENTATION_ROWS);
  return html`${stations
      ? nothing
      : html`<pantau-later
          class="below representation"
          style="--rows: ${rows}"
          .language=${parts.language}
          .code=${representationCode}
          .content=${() =>
            html`<pantau-representation
              .language=${parts.language}
              .contest=${parts.contest.id}
              .area=${parts.area}
              .level=${results?.level ?? 0}
              .manner=${parts.manner}
              .rows=${results?.children?.filter(isOpen) ?? []}
            ></pantau-representation>`}
        ></pantau-later>`}
    <pantau-later
      class="below corrections"
      .language=${parts.language}
      .code=${correctionsCode}
      .content=${() =>
        html`<pantau-corrections
          .language=${parts.language}
          .clock=${parts.clock}
          .contest=${parts.contest.id}
          .namedContest=${parts.namedContest}
          .area=${parts.area}
          .choices=${parts.contest.choices}
          .change=${parts.change}
          ?earlier=${parts.manner.at !== null}
        ></pantau-corrections>`}
    ></pantau-later>`;
}
