import { type PropertyValues, html, nothing, svg } from 'lit';
import { customElement, property, state } from 'lit/decorators.js';
import { guard } from 'lit/directives/guard.js';
import { repeat } from 'lit/directives/repeat.js';
import { styleMap } from 'lit/directives/style-map.js';
import { DOT_PIXELS, needsDot } from '../model/map-finger.js';
import { type Direction, neighbourOf } from '../model/map-neighbour.js';
import { type Lens, inkOf } from '../model/map-reading.js';
import { type AreaMap, type Part, type Shape, shapesOf, wholeOf } from '../model/map-shape.js';
import { type Manner, PLAIN, areaPath } from '../model/route.js';
import { featureTexts } from '../model/texts.js';
import { MAP_TEXTS } from '../model/texts/map.js';
import type { AnyRow } from '../model/wire.js';
import { PantauElement, shared } from './base.js';
import { fillFor, patterns } from './map-patterns.js';
import { sheetStyles } from './map-sheet-styles.js';
import { touchedAt } from './map-touch.js';
import { placeWords } from './map-words.js';

const ARROWS: Readonly<Record<string, Direction>> = {
  ArrowLeft: 'left',
  ArrowRight: 'right',
  ArrowUp: 'up',
  ArrowDown: 'down',
};

/** The ring about a place that is only a dot. */
const RING_PIXELS = 9;

/** A press that is under way: a finger's first tap shows a place, its second opens it. */
interface Press {
  readonly touch: boolean;
  readonly before: string | null;
}

/** The place that the reader points at; null for none. */
export type PointedEvent = CustomEvent<string | null>;

/**
 * The drawn map: a link a place. Outlines are set once; what an update touches is the fill and the
 * name of the places whose row changed. Tells the place that is pointed at as a `pointed` event.
 */
@customElement('pantau-map-sheet')
export class PantauMapSheet extends PantauElement {
  static override styles = [shared, sheetStyles];

  @property() contest = '';
  @property({ attribute: false }) manner: Manner = PLAIN;
  @property({ attribute: false }) map!: AreaMap;
  @property({ attribute: false }) rows: readonly AnyRow[] = [];
  @property({ attribute: false }) lens!: Lens;
  /** What the group of places is called, and how it is used, for those who hear it. */
  @property() name = '';
  /** The place under the mouse, and the one that keyboard or finger chose; the first goes before. */
  @state() private hovered: string | null = null;
  @state() private kept: string | null = null;
  @state() private ringed = false;
  /** One pixel in units of the map. */
  @state() private unit = 1;
  private shapes: readonly Shape[] = [];
  private rowOf = new Map<string, AnyRow>();
  private press: Press | null = null;
  private readonly size = new ResizeObserver(() => { this.measure(); });

  override connectedCallback() {
    super.connectedCallback();
    this.size.observe(this);
  }

  override disconnectedCallback() {
    super.disconnectedCallback();
    this.size.disconnect();
  }

  override willUpdate(changed: PropertyValues<this>) {
    if (changed.has('map')) {
      this.shapes = shapesOf(this.map);
      this.hovered = this.kept = null;
    }
    if (changed.has('rows')) this.rowOf = new Map(this.rows.map((row) => [row.code, row]));
  }

  override updated(changed: PropertyValues) {
    if (changed.has('map')) this.measure();
    if (changed.has('hovered') || changed.has('kept')) {
      this.dispatchEvent(new CustomEvent('pointed', { detail: this.active }));
    }
  }

  private measure() {
    const drawn = this.renderRoot.querySelector<SVGSVGElement>('svg');
    const [part] = this.map.parts;
    const width = drawn?.getBoundingClientRect().width ?? 0;
    if (part && width > 0) this.unit = Math.round((part.box[2] / width) * 1000) / 1000;
  }

  private get words() {
    return featureTexts(MAP_TEXTS, this.language);
  }

  private get active(): string | null {
    return this.hovered ?? this.kept;
  }

  /** The shapes that stand for a row: a contest may leave places out. */
  private get reachable(): readonly Shape[] {
    return this.shapes.filter(({ code }) => this.rowOf.has(code));
  }

  /** The only shape in the order of Tab: the one chosen last, else the first. */
  private get stop(): string | null {
    return this.reachable.find(({ code }) => code === this.kept)?.code ?? this.reachable[0]?.code ?? null;
  }

  private keydown(event: KeyboardEvent) {
    if (event.ctrlKey || event.metaKey || event.altKey || event.shiftKey) return;
    const { reachable } = this;
    const from = reachable.find(({ code }) => code === this.stop);
    const direction = ARROWS[event.key];
    if (!from || (!direction && event.key !== 'Home' && event.key !== 'End')) return;
    event.preventDefault();
    const to = direction ? neighbourOf(reachable, from, direction) : event.key === 'Home' ? reachable[0] : reachable.at(-1);
    if (!to) return;
    this.renderRoot.querySelector<SVGElement>(`a[data-code="${to.code}"]`)?.focus();
  }

  private focused(event: FocusEvent) {
    const link = event.target as SVGAElement;
    this.kept = link.dataset.code ?? null;
    this.ringed = link.matches(':focus-visible');
  }

  private over(event: PointerEvent) {
    if (event.pointerType === 'touch') return;
    this.hovered = (event.target as Element).closest('a')?.dataset.code ?? null;
  }

  private down(event: PointerEvent) {
    this.press = { touch: event.pointerType === 'touch', before: this.kept };
  }

  /** A mouse follows the link at once; a finger first sees what it has touched. */
  private clicked(event: MouseEvent) {
    const { press } = this;
    this.press = null;
    if (!press?.touch) return;
    const meant = touchedAt(this.renderRoot as ShadowRoot, event, this.shapes, this.unit);
    const under = (event.target as Element).closest('a')?.dataset.code ?? null;
    if (meant !== null && meant === press.before && meant === under) return;
    event.preventDefault();
    if (meant !== null && meant === press.before) {
      this.renderRoot.querySelector<SVGElement>(`a[data-code="${meant}"]`)?.dispatchEvent(new MouseEvent('click', { bubbles: true, composed: true, cancelable: true }));
      return;
    }
    this.ringed = false;
    this.kept = meant;
  }

  private outline(shape: Shape, lens: Lens) {
    const row = this.rowOf.get(shape.code);
    if (!row) return svg`<path class="land" d=${shape.d} />`;
    const tab = shape.code === this.stop ? 0 : -1;
    const dotted = needsDot(shape, this.unit);
    const { reading, choice, step } = lens;
    const told = [row, reading, choice, step, lens.choices, this.language, this.contest, this.manner, tab, dotted && this.unit];
    return guard(told, () => {
      const ink = inkOf(row, lens);
      return svg`<a
        href=${areaPath(this.contest, row.code, this.manner)}
        data-code=${row.code}
        data-ink=${ink.kind === 'choice' ? ink.id : ink.kind === 'class' ? ink.at : ink.kind}
        class=${ink.kind}
        tabindex=${tab}
        aria-label=${placeWords(row, lens.choices, this.words, this.n)}
        style="fill: ${fillFor(ink)}"
      ><path d=${shape.d} />${
        dotted ? svg`<circle cx=${shape.at[0]} cy=${shape.at[1]} r=${DOT_PIXELS * this.unit} />` : nothing
      }</a>`;
    });
  }

  /** The places with a dot last, so that no neighbour covers it. */
  private drawn({ shapes }: Part): readonly Shape[] {
    const dotted = (shape: Shape) => needsDot(shape, this.unit);
    return [...shapes.filter((shape) => !dotted(shape)), ...shapes.filter(dotted)];
  }

  /** The outline of the place pointed at, above all others; about a dot a ring. */
  private mark(part: Part) {
    const shape = part.shapes.find(({ code }) => code === this.active && this.rowOf.has(code));
    if (!shape) return nothing;
    const name = this.ringed && this.hovered === null ? 'mark focus' : 'mark';
    const tiny = needsDot(shape, this.unit);
    const line = tiny
      ? svg`<circle cx=${shape.at[0]} cy=${shape.at[1]} r=${RING_PIXELS * this.unit} />`
      : svg`<path d=${shape.d} />`;
    return svg`<g class="halo">${line}</g><g class=${name}>${line}</g>`;
  }

  private row(part: Part, whole: Part['box'], lens: Lens, at: number) {
    const [x, y, width, height] = part.box;
    const percent = (length: number, of: number) => `${(length / of) * 100}%`;
    const widest = Math.max(...(this.map.parts).map(({ box }) => box[2]));
    const place = {
      '--left': percent(x - whole[0], whole[2]),
      '--top': percent(y - whole[1], whole[3]),
      '--width': percent(width, whole[2]),
      '--row': percent(width, widest),
      'aspect-ratio': `${width} / ${height}`,
    };
    return html`<span class="part" aria-hidden="true">${this.map.parts.length === 1 ? nothing : this.words.parts[at]}</span>
      <svg viewBox="${x} ${y} ${width} ${height}" style=${styleMap(place)} role="presentation">
        ${at === 0 ? patterns(lens.choices, this.unit) : nothing}
        ${repeat(
          this.drawn(part),
          ({ code }) => code,
          (shape) => this.outline(shape, lens),
        )} ${this.mark(part)}
      </svg>`;
  }

  override render() {
    const { lens, map } = this;
    const whole = wholeOf(map);
    return html`<div
      class=${map.parts.length > 1 ? 'sheet rows' : 'sheet'}
      style=${styleMap({ '--ratio': whole[2] / whole[3] })}
      role="group"
      aria-label=${this.name}
      @keydown=${(event: KeyboardEvent) => { this.keydown(event); }}
      @focusin=${(event: FocusEvent) => { this.focused(event); }}
      @focusout=${() => { this.ringed = false; }}
      @pointerover=${(event: PointerEvent) => { this.over(event); }}
      @pointerleave=${() => { this.hovered = null; }}
      @pointerdown=${(event: PointerEvent) => { this.down(event); }}
      @click=${(event: MouseEvent) => { this.clicked(event); }}
    >
      ${map.parts.map((part, at) => this.row(part, whole, lens, at))}
    </div>`;
  }
}
