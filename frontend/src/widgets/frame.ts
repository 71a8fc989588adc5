import type { Link } from '../live/liveness.js';
import { clockTime, exactTime } from '../model/moments.js';
import { readable } from '../model/names.js';
import { inForce } from '../model/office-notice.js';
import { isOverseas } from '../model/places.js';
import { progressOf } from '../model/shares.js';
import { countStateOf } from '../model/states.js';
import type { HeartbeatMessage } from '../model/wire-live.js';
import type { AnyResults, Coverage, Election, OfficeNotice, Withheld } from '../model/wire.js';
import { h, write } from './dom.js';
import type { Setting } from './layout.js';

/** What a widget knows at a moment. */
export interface Known {
  readonly body: AnyResults;
  readonly link: Link;
  readonly pulse: HeartbeatMessage | null;
  readonly election: Election | null;
  /** The server's clock, in milliseconds. */
  readonly now: number;
}

/**
 * What stands around the numbers of every layout: what they are, how far the count is, when they
 * are from, what offices say of them, and that they are not the official result.
 */
export class Frame {
  readonly node: HTMLElement;
  private readonly test = h('p', { class: 'test' });
  private readonly place = h('p', { class: 'place' });
  private readonly kicker = h('p', { class: 'kicker' });
  private readonly closed = h('div', { class: 'closed' });
  private readonly percent = h('b');
  private readonly counted = h('span');
  private readonly fills = [h('i'), h('i')] as const;
  private readonly coverage: HTMLElement;
  private readonly said = h('div');
  private readonly word = h('b');
  private readonly why = h('span');
  private readonly link = h('p', { class: 'link' }, h('i', { 'aria-hidden': 'true' }), this.word, this.why);
  private readonly notice = h('p', { class: 'notice' });
  private readonly more: HTMLAnchorElement;
  /** Where the layout's own part stands. */
  private readonly main = h('div', { class: 'main' });
  private part: Element | null = null;
  private spoken = '';

  constructor(private readonly setting: Setting) {
    const { t, options } = setting;
    this.coverage = h(
      'div',
      {},
      h('p', { class: 'coverage' }, this.percent, this.counted),
      h('div', { class: 'scale', 'aria-hidden': 'true' }, ...this.fills),
    );
    this.more = h('a', { href: setting.href(options.area), target: '_blank', rel: 'noopener' }, 'Pantau Suara');
    this.more.title = t.more;
    this.place.id = 'place';
    this.kicker.id = 'kicker';
    this.node = h(
      'article',
      { lang: options.language, 'aria-labelledby': 'kicker place' },
      this.test,
      h('header', {}, this.kicker, this.place),
      this.main,
      this.closed,
      this.coverage,
      this.said,
      h('footer', {}, this.link, this.notice, h('p', {}, this.more)),
    );
  }

  /** Gives the layout's part its place. */
  put(part: Element): void {
    this.part = part;
    this.main.replaceChildren(part);
  }

  show(known: Known): void {
    const { body } = known;
    const { t, contest, options } = this.setting;
    const banner = known.election?.banner?.[options.language] ?? '';
    this.test.hidden = !body.isTest;
    if (body.isTest && this.test.childElementCount === 0) this.test.append(h('b', {}, t.testMark), banner);
    const level = (isOverseas(body.area) ? t.levelsOverseas : t.levels)[body.level] ?? '';
    write(this.kicker, `${contest.names[options.language]} · ${level}`);
    write(this.place, readable(body.name));
    write(this.notice, body.notice[options.language]);
    this.main.hidden = body.status === 'withheld';
    this.closed.hidden = body.status !== 'withheld';
    this.coverage.hidden = body.status === 'withheld';
    if (body.status === 'withheld') {
      // Not only out of sight: what is withheld is not in the page.
      this.main.replaceChildren();
      write(this.percent, '');
      write(this.counted, '');
      this.withhold(body.withheld);
    } else {
      if (this.part && !this.main.hasChildNodes()) this.main.append(this.part);
      this.cover(body.stations);
    }
    this.node.dataset.position = `${body.position.epoch}·${body.position.revision}`;
    this.say(known);
    this.connect(known);
  }

  private withhold(withheld: Withheld): void {
    const { t, options } = this.setting;
    this.closed.replaceChildren(
      h('b', {}, t.withheld),
      h('p', {}, withheld.reason[options.language]),
      h('p', {}, `${t.by(withheld.office)}, ${this.span(withheld)}`),
    );
  }

  private span({ since, until }: Withheld): string {
    const { t, options } = this.setting;
    const end = until ? `, ${t.until} ${exactTime(until, options.language)}` : '';
    return `${t.since} ${exactTime(since, options.language)}${end}`;
  }

  private cover(stations: Coverage): void {
    const { t, n } = this.setting;
    const progress = progressOf(stations);
    const words = progress === null ? t.noStations : progress === 100 ? t.complete : `${n.percent(progress)} ${t.progress}`;
    write(this.percent, words);
    const held = stations.held > 0 ? `, ${t.held(n.integer(stations.held))}` : '';
    write(this.counted, t.counted(n.integer(stations.counted), n.integer(stations.expected)) + held);
    const expected = Math.max(1, stations.expected);
    const at = (100 * stations.counted) / expected;
    this.fills[0].style.width = `${at}%`;
    this.fills[1].style.left = `${at}%`;
    this.fills[1].style.width = `${(100 * stations.held) / expected}%`;
  }

  /** What is to be said beside the numbers: the state of the count, and what offices say. */
  private say({ body, pulse, election, now }: Known): void {
    const { t, options } = this.setting;
    const state = countStateOf(body, pulse, election?.cadenceSeconds ?? null);
    const sentences: (readonly [string, string])[] = inForce(body.notices ?? [], now).map((notice: OfficeNotice) => [
      t.says(notice.office),
      `${notice.reason[options.language]} (${this.span(notice)})`,
    ]);
    if (state.kind === 'waiting') sentences.unshift([t.waiting, '']);
    if (state.kind === 'stale') {
      const time = clockTime(state.since, options.language);
      sentences.unshift(['', state.reason === 'quiet' ? t.staleQuiet(time) : t.staleUnheard(time)]);
    }
    const spoken = JSON.stringify(sentences);
    if (spoken === this.spoken) return;
    this.spoken = spoken;
    this.said.replaceChildren(
      ...sentences.map(([who, what]) => h('p', { class: 'said' }, who !== '' && h('b', {}, who), what !== '' && who !== '' && ': ', what)),
    );
  }

  private connect({ body, link }: Known): void {
    const { t, options } = this.setting;
    const { state, reason, knownAt } = link;
    this.link.className = `link ${state}`;
    this.link.dataset.state = state;
    const known = knownAt === null ? '' : t.knownAt(clockTime(new Date(knownAt).toISOString(), options.language));
    const why = [reason ? t.why[reason] : '', state === 'live' ? '' : known].filter((text) => text !== '').join('; ');
    const counted = body.asOf ? `${t.updated} ${exactTime(body.asOf, options.language)}` : '';
    write(this.word, t.link[state]);
    write(this.why, [why === '' ? '' : ` (${why})`, counted === '' ? '' : ` · ${counted}`].join(''));
  }
}
