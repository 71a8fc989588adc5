import { css, html, nothing } from 'lit';
import { customElement, property } from 'lit/decorators.js';
import type { Link } from '../live/liveness.js';
import type { Live } from '../live/live.js';
import type { Position } from '../model/position.js';
import { type CountState, countStateOf } from '../model/states.js';
import type { AnyResults } from '../model/wire.js';
import type { HeartbeatMessage } from '../model/wire-live.js';
import { PantauElement, shared } from './base.js';
import { Look } from './look.js';
import './pantau-freshness.js';
import './pantau-link.js';
import { stateWords } from './state-words.js';

/**
 * The one place where a page says how things stand: the connection, the age of the numbers, and
 * below them the state of the count where it is another than "counting".
 */
@customElement('pantau-state')
export class PantauState extends PantauElement {
  static override styles = [
    shared,
    css`
      .line {
        display: flex;
        flex-wrap: wrap;
        gap: 0.125rem 1.75rem;
        align-items: baseline;
        min-height: 1.5rem;
      }
      .count {
        min-height: 1.25rem;
        max-width: 62ch;
        font-size: var(--size-s);
        line-height: 1.5;
        text-wrap: pretty;
      }
      /* Two lines on a phone, one elsewhere: the room that the age of the numbers does not need yet. */
      .waiting {
        max-width: none;
      }
      i {
        display: inline-block;
        width: 0.5625rem;
        height: 0.5625rem;
        margin-right: 0.5rem;
        border: 1.5px solid currentColor;
      }
      .finished i {
        background: currentColor;
      }
      .stale i {
        border-width: 0 2.5px;
      }
      .withheld i {
        background: linear-gradient(currentColor, currentColor) 50% / 100% 1.5px no-repeat;
      }
      .waiting i {
        display: none;
      }
      strong {
        font-weight: 600;
      }
      @media (forced-colors: active) {
        i {
          forced-color-adjust: none;
          color: CanvasText;
        }
      }
      @media (max-width: 40rem) {
        .line {
          display: grid;
          grid-template-columns: minmax(0, 1fr);
        }
      }
    `,
  ];

  @property({ attribute: false }) live: Live | null = null;
  /** The body on screen, for the state of its count; null on a page that has none. */
  @property({ attribute: false }) body: AnyResults | null = null;
  @property({ type: Boolean }) known = false;
  @property() asOf: string | null = null;
  @property({ attribute: false }) position: Position | null = null;
  /** The election's promise, `cadenceSeconds`; null where it promised none. */
  @property({ attribute: false }) cadenceSeconds: number | null = null;
  /** True where the numbers are those of an earlier time: nothing moves, so nothing can be paused. */
  @property({ type: Boolean }) earlier = false;
  private readonly link = new Look<Link>(this);
  private readonly pulse = new Look<HeartbeatMessage | null>(this);
  private readonly paused = new Look<number | null>(this);

  override willUpdate() {
    this.link.at(this.live?.liveness.link ?? null);
    this.pulse.at(this.live?.pulse ?? null);
    this.paused.at(this.live?.paused ?? null);
  }

  /** The state of the count; while the connection is down it is not known, and not claimed. */
  get state(): CountState {
    const link = this.link.value;
    const heard = link?.state === 'live' || (link?.state === 'delayed' && link.reason === 'count');
    return countStateOf(this.body, heard ? (this.pulse.value ?? null) : null, this.cadenceSeconds);
  }

  override render() {
    const { state } = this;
    const words = stateWords(state, this.t, this.language);
    return html`<div class="line">
        <pantau-link
          .language=${this.language}
          .link=${this.link.value ?? null}
          .pausedAt=${this.paused.value ?? null}
          ?pausable=${this.known && !this.earlier}
          ?explained=${state.kind === 'stale'}
          @pause=${() => this.live?.pause()}
          @resume=${() => this.live?.resume()}
        ></pantau-link>
        <pantau-freshness
          .language=${this.language}
          .clock=${this.live?.clock ?? null}
          .known=${this.known}
          ?still=${typeof this.paused.value === 'number'}
          .asOf=${this.asOf}
          .position=${this.position}
        ></pantau-freshness>
      </div>
      <p class="count ${state.kind}" data-count=${state.kind}>
        ${words
          ? html`<i aria-hidden="true"></i><strong>${words.word}.</strong> <span class="quiet">${words.more}</span>`
          : nothing}
      </p>`;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'pantau-state': PantauState;
  }
}
