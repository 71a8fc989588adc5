import { LitElement, css, html, nothing } from 'lit';
import { customElement, property, state } from 'lit/decorators.js';
import { keyed } from 'lit/directives/keyed.js';
import { type Rolling, rolling } from '../model/roll.js';

/** How long a digit takes to its new place; the styles below say the same. */
const ROLL_MILLIS = 280;
const still = matchMedia('(prefers-reduced-motion: reduce)');

/**
 * A number whose changed digits roll to their new places. Its text is its child and always the true
 * number, at once: what rolls is a picture over it, drawn by styles alone, that no reader of the
 * page's text meets. Nothing rolls at first, in a page nobody sees, or where motion is unwanted.
 */
@customElement('pantau-number')
export class PantauNumber extends LitElement {
  static override styles = css`
    :host {
      position: relative;
      display: inline-block;
      font-kerning: none;
    }
    .under {
      opacity: 0;
    }
    .over {
      position: absolute;
      inset: 0;
      display: flex;
      justify-content: flex-end;
      white-space: pre;
      pointer-events: none;
      user-select: none;
    }
    b {
      overflow: clip;
      font-weight: inherit;
    }
    i {
      position: relative;
      display: block;
      font-style: inherit;
    }
    i::before {
      content: attr(data-now);
    }
    i::after {
      content: attr(data-before);
      position: absolute;
      inset: calc(var(--way) * -100%) 0 calc(var(--way) * 100%);
      text-align: center;
    }
    i[data-before] {
      animation: roll 280ms cubic-bezier(0.2, 0.7, 0.2, 1) both;
    }
    i:not([data-before])::after {
      content: none;
    }
    @keyframes roll {
      from {
        transform: translateY(calc(var(--way) * 100%));
      }
    }
  `;

  /** The number itself; a new wording of the same number does not roll. Null while nothing is known. */
  @property({ attribute: false }) value: number | null = null;
  @state() private places: readonly Rolling[] | null = null;
  private rolls = 0;
  private shownValue: number | null = null;
  private shownText = '';
  private upwards = true;
  private timer: ReturnType<typeof setTimeout> | undefined;

  override disconnectedCallback() {
    super.disconnectedCallback();
    clearTimeout(this.timer);
    this.places = null;
  }

  override willUpdate(changed: Map<string, unknown>) {
    if (!changed.has('value')) return;
    const text = this.textContent.trim();
    const before = this.shownValue;
    const rolls =
      before !== null && this.value !== null && text !== this.shownText && !document.hidden && !still.matches;
    this.places = rolls ? rolling(this.shownText, text) : null;
    this.upwards = (this.value ?? 0) >= (before ?? 0);
    this.shownValue = this.value;
    this.shownText = text;
    clearTimeout(this.timer);
    if (!rolls) return;
    this.rolls += 1;
    this.timer = setTimeout(() => {
      this.places = null;
    }, ROLL_MILLIS);
  }

  private over(places: readonly Rolling[]) {
    return html`<span class="over" aria-hidden="true" style="--way: ${this.upwards ? 1 : -1}"
      >${places.map(
        ({ now, before }) => html`<b><i data-now=${now} data-before=${before ?? nothing}></i></b>`,
      )}</span
    >`;
  }

  override render() {
    const { places } = this;
    return html`<span class=${places ? 'under' : ''}><slot></slot></span>${places ? keyed(this.rolls, this.over(places)) : nothing}`;
  }
}
