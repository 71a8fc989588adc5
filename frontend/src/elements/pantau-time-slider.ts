import { css, html } from 'lit';
import { customElement, property } from 'lit/decorators.js';
import { live } from 'lit/directives/live.js';
import { keyStep, lastBefore, nearest } from '../model/history.js';
import { PantauElement, shared } from './base.js';

/** After the last key the slider's place is final. */
const FINAL_MILLIS = 350;

/** The reader moves to a point in time, by index; final once they let go. */
export class SlideEvent extends Event {
  constructor(
    readonly index: number,
    readonly final: boolean,
  ) {
    super('slide', { bubbles: true });
  }
}

/**
 * A slider over moments that are not evenly apart: its thumb stands where the moment stands on the
 * axis above it, and a key leads to the next point however far that is.
 */
@customElement('pantau-time-slider')
export class PantauTimeSlider extends PantauElement {
  static override styles = [
    shared,
    css`
      :host {
        --thumb: 1.5rem;
      }
      input {
        display: block;
        /* Half a thumb beyond both ends, so that the thumb's middle reaches them. */
        width: calc(100% + var(--thumb));
        height: 2.75rem;
        margin: 0 0 0 calc(var(--thumb) / -2);
        appearance: none;
        background: none;
        cursor: pointer;
        touch-action: pan-y;
      }
      input::-webkit-slider-runnable-track {
        height: 1px;
        background: linear-gradient(var(--ink), var(--ink)) 50% / calc(100% - var(--thumb)) 100% no-repeat;
      }
      input::-moz-range-track {
        height: 1px;
        background: linear-gradient(var(--ink), var(--ink)) 50% / calc(100% - var(--thumb)) 100% no-repeat;
      }
      input::-webkit-slider-thumb {
        appearance: none;
        box-sizing: border-box;
        width: var(--thumb);
        height: var(--thumb);
        margin-top: calc(var(--thumb) / -2 + 0.5px);
        border: 2px solid var(--ink);
        border-radius: 50%;
        background: radial-gradient(circle, var(--ink) 2.5px, var(--paper) 3px);
      }
      input::-moz-range-thumb {
        box-sizing: border-box;
        width: var(--thumb);
        height: var(--thumb);
        border: 2px solid var(--ink);
        border-radius: 50%;
        background: radial-gradient(circle, var(--ink) 2.5px, var(--paper) 3px);
      }
      input:focus-visible {
        outline: none;
      }
      input:focus-visible::-webkit-slider-thumb {
        outline: 2px solid var(--focus);
        outline-offset: 2px;
      }
      input:focus-visible::-moz-range-thumb {
        outline: 2px solid var(--focus);
        outline-offset: 2px;
      }
      @media (max-width: 40rem) {
        :host {
          --thumb: 1.75rem;
        }
      }
    `,
  ];

  /** The points, in milliseconds, oldest first. */
  @property({ attribute: false }) instants: readonly number[] = [];
  /** The moment that is shown, in milliseconds; it need not be a point. */
  @property({ type: Number }) moment = 0;
  @property() name = '';
  /** What a screen reader says of the moment. */
  @property() words = '';
  private pointer = false;
  private timer: ReturnType<typeof setTimeout> | undefined;
  private pending: number | null = null;

  override disconnectedCallback() {
    super.disconnectedCallback();
    clearTimeout(this.timer);
  }

  private get first(): number {
    return this.instants[0] ?? 0;
  }

  private get last(): number {
    return this.instants.length - 1;
  }

  private slide(index: number) {
    this.pending = index;
    this.dispatchEvent(new SlideEvent(index, false));
  }

  private finish() {
    clearTimeout(this.timer);
    if (this.pending === null) return;
    const index = this.pending;
    this.pending = null;
    this.dispatchEvent(new SlideEvent(index, true));
  }

  private key(event: KeyboardEvent) {
    if (event.altKey || event.ctrlKey || event.metaKey) return;
    const to = keyStep(event.key, lastBefore(this.instants, this.moment), this.last);
    if (to === null) return;
    event.preventDefault();
    this.slide(to);
    clearTimeout(this.timer);
    this.timer = setTimeout(() => { this.finish(); }, FINAL_MILLIS);
  }

  private moved(event: InputEvent) {
    const slider = event.target as HTMLInputElement;
    const moment = this.first + Number(slider.value);
    const before = lastBefore(this.instants, this.moment);
    let to = nearest(this.instants, moment);
    // A screen reader's own step may be shorter than the way to the next point: it goes there all the same.
    if (!this.pointer && to === before && moment !== this.moment) to += moment > this.moment ? 1 : -1;
    to = Math.min(Math.max(to, 0), this.last);
    slider.value = String((this.instants[to] ?? this.first) - this.first);
    this.slide(to);
  }

  override render() {
    const span = Math.max(1, (this.instants[this.last] ?? 0) - this.first);
    const value = Math.min(Math.max(0, this.moment - this.first), span);
    return html`<input
      type="range"
      min="0"
      max=${span}
      step="1"
      .value=${live(String(this.last > 0 ? value : span))}
      aria-label=${this.name}
      aria-valuetext=${this.words}
      @keydown=${(event: KeyboardEvent) => { this.key(event); }}
      @pointerdown=${() => { this.pointer = true; }}
      @pointerup=${() => { this.pointer = false; }}
      @pointercancel=${() => { this.pointer = false; }}
      @input=${(event: InputEvent) => { this.moved(event); }}
      @change=${() => { this.finish(); }}
      @blur=${() => { this.finish(); }}
    />`;
  }
}
