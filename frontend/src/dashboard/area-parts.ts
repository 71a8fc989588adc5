import { html } from 'lit';
import { styleMap } from 'lit/directives/style-map.js';
import '../elements/pantau-freshness.js';
import '../elements/pantau-later.js';
import '../elements/pantau-link.js';
import '../elements/pantau-moment.js';
import type { Link } from '../live/liveness.js';
import type { ServerClock } from '../live/server-clock.js';
import type { Change } from '../model/change.js';
import type { Language } from '../model/language.js';
import { STATION_LEVEL } from '../model/places.js';
import { type Manner, areaPath } from '../model/route.js';
import type { Contest, Results } from '../model/wire.js';
import type { HistoryPoint } from '../model/wire-time.js';

/** What the parts of an area's page are told. */
export interface AreaParts {
  readonly language: Language;
  readonly clock: ServerClock;
  readonly link: Link;
  readonly contest: Contest;
  readonly namedContest: string | null;
  readonly area: string;
  readonly manner: Manner;
  /** The body on the screen as it came, with what is counted; null while nothing is known. */
  readonly results: Results | null;
  readonly change: Change | null;
}

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
  return html`<pantau-link .language=${language} .link=${parts.link}></pantau-link>
    <pantau-freshness
      .language=${language}
      .clock=${parts.clock}
      .known=${results !== null}
      .asOf=${results?.asOf ?? null}
      .position=${results?.position ?? null}
    ></pantau-freshness>`;
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
  const rows = results?.children ?? [];
  const room = styleMap({ 'min-height': `${9 + 2.35 * Math.min(12, rows.length)}rem` });
  return html`${stations
      ? null
      : html`<pantau-later
          class="below representation"
          style=${room}
          .language=${parts.language}
          .code=${representationCode}
          .content=${() =>
            html`<pantau-representation
              .language=${parts.language}
              .contest=${parts.contest.id}
              .area=${parts.area}
              .level=${results?.level ?? 0}
              .manner=${parts.manner}
              .rows=${rows}
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
