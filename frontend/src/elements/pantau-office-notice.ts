import { css, html, nothing } from 'lit';
import { customElement, property } from 'lit/decorators.js';
import { wireLanguage } from '../model/language.js';
import { ago, exactTime } from '../model/moments.js';
import { inForce } from '../model/office-notice.js';
import { left, officeNoticeTexts } from '../model/texts/office-notice.js';
import type { OfficeNotice } from '../model/wire.js';
import { PantauElement, shared } from './base.js';

/** How often the words of time are said anew, and a notice that ended goes. */
const TICK_MILLIS = 30_000;

/** What offices say of a place and of those above it, calmly under the page's title; empty it takes no room. */
@customElement('pantau-office-notice')
export class PantauOfficeNotice extends PantauElement {
  static override styles = [
    shared,
    css`
      section {
        margin-bottom: 1.75rem;
        border-bottom: 1px solid var(--line-2);
      }
      h2 {
        padding-bottom: 0.25rem;
      }
      li {
        padding: 0.625rem 0 0.75rem;
        border-top: 1px solid var(--line-2);
      }
      .reason {
        max-width: 62ch;
        text-wrap: pretty;
        overflow-wrap: anywhere;
        white-space: pre-line;
      }
      .note {
        margin-top: 0.25rem;
        overflow-wrap: anywhere;
      }
    `,
  ];

  /** Those of the body on the screen, from far to near. */
  @property({ attribute: false }) notices: readonly OfficeNotice[] = [];
  /** The server's clock, milliseconds. */
  @property({ attribute: false }) clock: { now(): number } = Date;
  private tick: ReturnType<typeof setInterval> | undefined;

  override connectedCallback() {
    super.connectedCallback();
    this.tick = setInterval(() => { this.requestUpdate(); }, TICK_MILLIS);
  }

  override disconnectedCallback() {
    super.disconnectedCallback();
    clearInterval(this.tick);
  }

  private time(word: string, iso: string, words: string) {
    return html`${word} <time datetime=${iso}>${exactTime(iso, this.language)}</time> (${words})`;
  }

  private one({ id, office, reason, since, until }: OfficeNotice, now: number) {
    const t = officeNoticeTexts(this.language);
    const { language } = this;
    const end = until ? this.time(t.until, until, left(Date.parse(until) - now, language)) : nothing;
    return html`<li data-notice=${id}>
      <p class="reason" lang=${wireLanguage(language)}>${this.worded(reason)}</p>
      <p class="note">
        <b>${office}</b>, ${this.time(t.since, since, ago(now - Date.parse(since), language))}${until ? ', ' : nothing}${end}
      </p>
    </li>`;
  }

  override render() {
    const now = this.clock.now();
    const notices = inForce(this.notices, now);
    if (notices.length === 0) return nothing;
    return html`<section aria-labelledby="title">
      <h2 id="title">${officeNoticeTexts(this.language).title}</h2>
      <ul>
        ${notices.map((notice) => this.one(notice, now))}
      </ul>
    </section>`;
  }
}
