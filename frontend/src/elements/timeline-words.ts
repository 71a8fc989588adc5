import { html, nothing, svg } from 'lit';
import { styleMap } from 'lit/directives/style-map.js';
import { visibleOn } from '../model/color.js';
import { type Measure, spread } from '../model/history.js';
import type { Language } from '../model/language.js';
import { exactTime } from '../model/moments.js';
import { pairOf } from '../model/names.js';
import { numbersOf } from '../model/numbers.js';
import { shareOf, sumOfVotes } from '../model/shares.js';
import { timelineTexts } from '../model/texts/timeline.js';
import { ticksOf, zoneName } from '../model/ticks.js';
import type { Choice } from '../model/wire.js';
import type { HistoryPoint } from '../model/wire-time.js';
import { PAPERS } from '../model/papers.js';
import type { Geometry } from './timeline-chart.js';

/** What a chart of the count says in words: over its lines for eyes, and of its slider's place for ears. */

/** Distance between two labels at the ends of curves, in pixels of the root's size. */
const END_GAP_REMS = 1.125;
/** A mark of time needs about this much on either side, in pixels. */
const TICK_HALF_PIXELS = 22;

export interface Ends {
  readonly choices: readonly Choice[];
  /** Where the curves end, from the top. */
  readonly at: readonly number[];
  readonly height: number;
  readonly narrow: boolean;
}

/** The axis of votes or shares, above its lines. */
export function valueWords(geometry: Geometry, measure: Measure, language: Language) {
  const locale = language === 'en' ? 'en-GB' : 'id-ID';
  const short = new Intl.NumberFormat(locale, { notation: 'compact', maximumFractionDigits: 1 });
  const gap = language === 'en' ? '' : '\u00a0';
  return geometry.yTicks
    .filter((tick) => tick.value > 0 && tick.y > 8)
    .map(
      (tick) =>
        html`<span class="y" style=${styleMap({ top: `${tick.y}px` })}
          >${short.format(tick.value)}${measure === 'shares' ? `${gap}%` : nothing}</span
        >`,
    );
}

/** The choices' names at the ends of their curves, apart where the curves are not. */
export function endWords(ends: Ends) {
  const gap = END_GAP_REMS * Number.parseFloat(getComputedStyle(document.documentElement).fontSize);
  const places = spread(ends.at, gap, ends.height);
  return html`<svg class="leader">
      ${ends.choices.map((_, i) => svg`<line x1="1" y1=${ends.at[i] ?? 0} x2="8" y2=${places[i] ?? 0} />`)}
    </svg>
    ${ends.choices.map((choice, i) => {
      const names = pairOf(choice.shortName);
      return html`<span class="end" style=${styleMap({ top: `${places[i] ?? 0}px` })}
        >${choice.number} ${ends.narrow ? names[0] : names.join(' – ')}</span
      >`;
    })}`;
}

/** What the lower part shows, at its right: its top is all stations, its dark part those that are counted. */
export function coverWords(room: { readonly offsetTop: number; readonly clientHeight: number } | null, part: number, narrow: boolean, language: Language) {
  const t = timelineTexts(language);
  const { offsetTop: top, clientHeight: height } = room ?? { offsetTop: 0, clientHeight: 0 };
  const at = top + Math.min(Math.max(height * (1 - part), height * 0.4), height * 0.7);
  return html`<span class="end stations" style=${styleMap({ top: `${top}px` })}>${narrow ? '100\u00a0%' : t.allStations}</span>
    <span class="end stations" style=${styleMap({ top: `${at}px` })}>${narrow ? t.counted : `${t.counted}, ${t.held}`}</span>`;
}

/** A dot on each curve at a moment. */
export function dots(choices: readonly Choice[], x: number, ys: readonly (number | null)[]) {
  return choices.map((choice, i) => {
    const y = ys[i] ?? null;
    const style = { left: `${x}px`, top: `${y ?? 0}px`, background: visibleOn(choice.color, PAPERS, 3) };
    return y === null ? nothing : html`<i class="dot" style=${styleMap(style)}></i>`;
  });
}

/** The marks of the axis of time, as many as have room, and the zone they are in. */
export function timeWords(geometry: Geometry, language: Language, narrow: boolean) {
  const instants = geometry.xTicks.map((tick) => tick.instant);
  const words = ticksOf(instants, geometry.apartMillis, language);
  const last = instants.at(-1);
  return html`${geometry.xTicks.map((tick, i) =>
    tick.x < TICK_HALF_PIXELS ||
    tick.x > geometry.width - TICK_HALF_PIXELS / 2 ||
    // Below a second the marks would all say the same.
    words[i]?.time === words[i - 1]?.time
      ? nothing
      : html`<span style=${styleMap({ left: `${tick.x}px` })}
          >${words[i]?.time}${words[i]?.day ? html`<b>${words[i].day}</b>` : nothing}</span
        >`,
  )}${last === undefined ? nothing : html`<span class="zone">${narrow ? zoneName(last, language) : timelineTexts(language).zone(zoneName(last, language))}</span>`}`;
}

/** One point in one sentence: its time, the choices, how far the count was. */
export function pointWords(point: HistoryPoint | null, choices: readonly Choice[], language: Language): string {
  const t = timelineTexts(language);
  if (!point) return t.before;
  const n = numbersOf(language);
  const sum = sumOfVotes(point.votes, choices);
  const votes = choices.map((choice) => {
    const own = point.votes[choice.id] ?? 0;
    const share = shareOf(own, sum);
    return `${choice.shortName} ${n.integer(own)} ${t.votes.toLowerCase()}${share === null ? '' : `, ${n.percent(share)}`}`;
  });
  const { counted, held } = point.stations;
  const stations = `${n.integer(counted)} ${t.stations} ${t.counted}, ${n.integer(held)} ${t.held}`;
  return `${exactTime(point.at, language)}: ${votes.join('; ')}; ${stations}`;
}
