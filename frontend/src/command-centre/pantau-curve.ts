import type uPlot from 'uplot';
import { type PropertyValues, css, html, nothing } from 'lit';
import { customElement, property, state } from 'lit/decorators.js';
import { shared } from '../elements/base.js';
import { Dressed } from '../elements/dressed.js';
import { CommandElement } from './base.js';
import type { Line } from './curve-draw.js';

/** A small chart with its legend; the pen comes when the first one is drawn. */
@customElement('pantau-curve')
export class PantauCurve extends CommandElement {
  static override styles = [
    shared,
    css`
      :host {
        min-width: 0;
      }
      figure {
        margin: 0;
      }
      figcaption {
        display: flex;
        flex-wrap: wrap;
        gap: 0 1rem;
        font-size: var(--size-s);
      }
      figcaption strong {
        font-weight: 600;
      }
      svg {
        width: 1.5rem;
        height: 0.5rem;
        margin-right: 0.375rem;
        vertical-align: 0.0625rem;
      }
      .pen {
        height: var(--curve-height, 9rem);
        overflow: hidden;
      }
      .pen .uplot,
      .pen .u-wrap {
        position: relative;
      }
      .pen canvas {
        display: block;
      }
      .u-under,
      .u-over,
      .u-axis {
        position: absolute;
      }
    `,
  ];

  @property() name = '';
  @property({ attribute: false }) xs: readonly number[] = [];
  @property({ attribute: false }) lines: readonly Line[] = [];
  @property({ attribute: false }) x: (value: number) => string = String;
  @property({ attribute: false }) y: (value: number) => string = String;
  @property({ type: Number }) most?: number;
  @state() private failed = false;
  private readonly dressed = new Dressed(this);
  private times = -1;
  private plot: uPlot | null = null;

  override disconnectedCallback() {
    super.disconnectedCallback();
    this.plot?.destroy();
    this.plot = null;
  }

  override updated(changed: PropertyValues<this>) {
    const again = this.times !== this.dressed.times || changed.has('language');
    this.times = this.dressed.times;
    if (this.plot && !again) {
      if (changed.has('xs') || changed.has('lines')) this.plot.setData([[...this.xs], ...this.lines.map(({ values }) => [...values])]);
      return;
    }
    void this.draw();
  }

  private async draw() {
    try {
      const { draw } = await import('./curve-draw.js');
      const host = this.renderRoot.querySelector<HTMLElement>('.pen');
      if (!host || !this.isConnected || host.clientWidth === 0) return;
      this.plot?.destroy();
      host.replaceChildren();
      const look = getComputedStyle(this);
      const of = (name: string) => look.getPropertyValue(name).trim();
      const root = parseFloat(getComputedStyle(document.documentElement).fontSize);
      const ink = {
        ...{ ink: of('--ink'), soft: of('--ink-2'), line: of('--line'), wash: of('--wash') },
        font: `${Math.round(root * 0.72)}px ${look.fontFamily}`,
        scale: root / 16,
      };
      const size = { width: host.clientWidth, height: host.clientHeight };
      const words = { x: this.x, y: this.y, ...(this.most === undefined ? {} : { most: this.most }) };
      this.plot = draw(host, size, this.xs, this.lines, ink, words);
    } catch {
      this.failed = true;
    }
  }

  override render() {
    return html`<figure>
      <figcaption>
        <strong>${this.name}</strong>
        ${this.lines.length < 2
          ? nothing
          : this.lines.map(
              (line) => html`<span
                ><svg aria-hidden="true" viewBox="0 0 24 8">
                  <line x1="0" y1="4" x2="24" y2="4" stroke=${line.soft ? 'var(--ink-2)' : 'var(--ink)'} stroke-width="2" stroke-dasharray=${line.dash.join(' ')} /></svg
                >${line.name}</span
              >`,
            )}
      </figcaption>
      ${this.failed ? html`<p class="note" role="status">${this.c.path.chartFailed}</p>` : html`<div class="pen" aria-hidden="true"></div>`}
    </figure>`;
  }
}
