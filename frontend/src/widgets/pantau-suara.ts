import { numbersOf } from '../model/numbers.js';
import { areaPath } from '../model/route.js';
import { h, write } from './dom.js';
import { Frame } from './frame.js';
import type { Hub, Look } from './hub.js';
import { type Layout, type LayoutModule, type Setting, isOpenBody } from './layout.js';
import { ATTRIBUTES, type LayoutName, type Options, optionsOf } from './options.js';
import { rows } from './rows.js';
import { sheet } from './styles.js';
import { widgetTexts } from './texts.js';

/** How far beyond the screen a widget begins to follow the count. */
const NEAR = '300px';
/** Layouts that show the places below: they follow the topic with the rows. */
const WITH_CHILDREN: ReadonlySet<LayoutName> = new Set(['table', 'map', 'ticker']);

/** Fetches a layout that is not in the entry; fails as an import does. */
export type FetchLayout = (name: LayoutName) => Promise<LayoutModule>;

/** What all widgets of a page have in common. */
interface Home {
  readonly hub: Hub;
  readonly fetchLayout: FetchLayout;
  /** Tells each whether it is on or near the screen. */
  readonly near: IntersectionObserver;
}

/**
 * `<pantau-suara>`. What the author put into the element (a picture and a link) is what is seen until
 * the first numbers are there, and for good where none come.
 */
export class PantauSuara extends HTMLElement {
  private static home: Home;

  /** To be called once, before the element is defined. */
  static settle(hub: Hub, fetchLayout: FetchLayout): typeof PantauSuara {
    const near = new IntersectionObserver(
      (entries) => {
        for (const { target, isIntersecting } of entries) if (target instanceof PantauSuara) target.see(isIntersecting);
      },
      { rootMargin: NEAR },
    );
    PantauSuara.home = { hub, fetchLayout, near };
    return PantauSuara;
  }

  static readonly observedAttributes = ATTRIBUTES;
  private readonly root = this.attachShadow({ mode: 'open' });
  private readonly still = h('slot');
  private readonly state = h('p', { class: 'wait', hidden: '' });
  private options: Options | null = null;
  private look: Look | null = null;
  private frame: Frame | null = null;
  private layout: Layout | null = null;
  private planned = false;

  constructor() {
    super();
    this.root.adoptedStyleSheets = [sheet()];
    this.root.append(this.still, this.state);
  }

  connectedCallback() {
    PantauSuara.home.near.observe(this);
  }

  disconnectedCallback() {
    PantauSuara.home.near.unobserve(this);
    this.see(false);
  }

  /** Several attributes set in one go are one change. */
  attributeChangedCallback() {
    if (this.planned || !this.look) return;
    this.planned = true;
    queueMicrotask(() => {
      this.planned = false;
      if (!this.look) return;
      this.see(false);
      this.see(true);
    });
  }

  /** Follows the count while the widget is on or near the screen; what it showed stays meanwhile. */
  see(visible: boolean) {
    if (!visible) {
      this.look?.release();
      this.look = null;
      return;
    }
    if (this.look) return;
    const options = optionsOf(this);
    if (JSON.stringify(options) !== JSON.stringify(this.options)) this.begin(options);
    const children = WITH_CHILDREN.has(options.layout) ? '/children' : '';
    this.look = PantauSuara.home.hub.look(`${options.contest}/${options.area}${children}`, () => { this.draw(); });
    this.draw();
  }

  private begin(options: Options) {
    this.layout?.stop?.();
    this.frame?.node.remove();
    this.layout = this.frame = null;
    this.options = options;
    this.still.hidden = false;
  }

  private draw() {
    const { look, options } = this;
    const { hub } = PantauSuara.home;
    const { value: reference } = hub.reference.loaded;
    if (!look || !options) return;
    const { body } = look;
    const contest = reference?.contests.find(({ id }) => id === options.contest);
    if (!body || !contest) {
      this.wait(look, options, reference !== null && !contest);
      return;
    }
    const frame = (this.frame ??= this.build(options, contest));
    frame.show({ body, link: look.link, pulse: hub.pulse, election: reference?.election ?? null, now: hub.clock.now() });
    if (isOpenBody(body)) this.layout?.show(body);
  }

  /** Without numbers the picture stays; what is missing is said below it. */
  private wait({ problem, link }: Look, { language }: Options, unknown: boolean) {
    if (this.frame) return;
    const t = widgetTexts(language);
    const missing = unknown || problem?.status === 404;
    const lost = link.state === 'offline' || link.state === 'stopped' || link.state === 'reconnecting';
    this.state.hidden = !missing && !lost && this.childElementCount > 0;
    write(this.state, missing ? t.unknown : lost ? t.link[link.state] : t.loading);
  }

  private build(options: Options, contest: Setting['contest']): Frame {
    const { origin } = PantauSuara.home.hub;
    const setting: Setting = {
      ...{ origin, options, contest, choices: contest.choices },
      ...{ t: widgetTexts(options.language), n: numbersOf(options.language) },
      href: (area) => origin + areaPath(contest.id, area),
    };
    const frame = new Frame(setting);
    const { style } = frame.node;
    if (options.accent) style.setProperty('--accent', options.accent);
    if (options.height) style.minHeight = `${options.height}px`;
    this.place(frame, options, setting);
    this.still.hidden = this.state.hidden = true;
    this.root.append(frame.node);
    return frame;
  }

  private place(frame: Frame, { layout }: Options, setting: Setting) {
    const put = (made: Layout) => {
      if (setting.options !== this.options) return;
      this.layout = made;
      this.root.adoptedStyleSheets = made.sheet ? [sheet(), made.sheet] : [sheet()];
      frame.put(made.node);
      this.draw();
    };
    if (layout === 'card' || layout === 'bars') {
      this.layout = rows(setting, layout === 'bars');
      frame.put(this.layout.node);
      return;
    }
    PantauSuara.home.fetchLayout(layout).then(
      (module) => { put(module.layout(setting)); },
      // The same numbers without the layout are better than the layout without numbers.
      () => { put(rows(setting, true)); },
    );
  }
}
