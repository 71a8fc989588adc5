import { html, nothing } from 'lit';
import { customElement, state } from 'lit/decorators.js';
import { shared } from '../elements/base.js';
import { exactTime } from '../model/moments.js';
import { CommandElement, screenStyles } from './base.js';
import { type Refused, refused } from './live/desk.js';
import type { TrailEntry } from './live/wire.js';

/** Who did what to what, newest first. */
@customElement('pantau-trail-screen')
export class PantauTrailScreen extends CommandElement {
  static override styles = [shared, screenStyles];

  @state() private entries: readonly TrailEntry[] | null = null;
  @state() private next: number | null = null;
  @state() private problem: Refused | null = null;

  override connectedCallback() {
    super.connectedCallback();
    void this.more();
  }

  private async more(): Promise<void> {
    try {
      const before = this.next === null ? '' : `&before=${this.next}`;
      const page = await this.parts.session.desk.get<{ entries: readonly TrailEntry[]; next: number | null }>(`/api/trail?limit=100${before}`);
      this.entries = [...(this.entries ?? []), ...page.entries];
      this.next = page.next;
      this.problem = null;
    } catch (error) {
      this.problem = refused(error);
    }
  }

  override render() {
    const { trail, screens } = this.c;
    const details = (entry: TrailEntry) =>
      Object.entries(entry.details)
        .map(([key, value]) => `${key}: ${typeof value === 'string' ? value : JSON.stringify(value)}`)
        .join(' · ');
    return html`<div class="top"><h1 tabindex="-1">${screens.trail}</h1><p>${trail.lead}</p></div>
      ${this.problem ? html`<p class="wrong" role="alert">${this.sorry(this.problem)}</p>` : nothing}
      ${this.entries?.length === 0 ? html`<p class="empty">${trail.empty}</p>` : nothing}
      <table>
        <thead><tr>${Object.values(trail.columns).map((head) => html`<th scope="col" class="words">${head}</th>`)}</tr></thead>
        <tbody>
          ${(this.entries ?? []).map(
            (entry) => html`<tr>
              <td>${entry.seq}</td>
              <td class="words">${exactTime(entry.at, this.language)}</td>
              <td class="words">${entry.who}</td>
              <td class="words">${entry.what}</td>
              <td class="words">${entry.subject}</td>
              <td class="words">${details(entry)}</td>
              <td class="words" title=${entry.hash}>${entry.hash.slice(0, 10)}</td>
            </tr>`,
          )}
        </tbody>
      </table>
      ${this.next === null ? nothing : html`<p class="acts"><button class="act" @click=${() => void this.more()}>${trail.older}</button></p>`}`;
  }
}
