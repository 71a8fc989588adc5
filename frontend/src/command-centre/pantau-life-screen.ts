import { html, nothing } from 'lit';
import { customElement, property, state } from 'lit/decorators.js';
import { shared } from '../elements/base.js';
import { exactTime } from '../model/moments.js';
import { CommandElement, screenStyles } from './base.js';
import { type Refused, refused } from './live/desk.js';
import { seconds } from './live/figures.js';
import { lifeAddress } from './live/route.js';
import type { LifeBody } from './live/wire.js';

/** One form's life: every revision of a station with its instants. */
@customElement('pantau-life-screen')
export class PantauLifeScreen extends CommandElement {
  static override styles = [shared, screenStyles];

  @property() contest = '';
  @property() station = '';
  @state() private body: LifeBody | null = null;
  @state() private problem: Refused | null = null;

  override willUpdate(changed: Map<string, unknown>) {
    if (changed.has('station') && this.station) void this.load();
  }

  private async load(): Promise<void> {
    try {
      this.body = await this.parts.session.desk.get<LifeBody>(`/api${lifeAddress(this.contest, this.station)}`);
      this.problem = null;
    } catch (error) {
      this.problem = refused(error);
    }
  }

  override render() {
    const { life, screens } = this.c;
    const at = (time: string | null) => (time === null ? '–' : exactTime(time, this.language));
    const took = (from: string | null, to: string | null) => (from === null || to === null ? null : (Date.parse(to) - Date.parse(from)) / 1000);
    return html`<div class="top"><h1 tabindex="-1">${screens.life}</h1><p class="num">${this.station} ${this.contest}</p></div>
      ${this.problem ? html`<p class="wrong" role="alert">${this.sorry(this.problem)}</p>` : nothing}
      ${this.body?.revisions.length === 0 ? html`<p class="empty">${life.empty}</p>` : nothing}
      ${this.body
        ? html`<table>
            <thead><tr>${Object.values(life.columns).map((head) => html`<th scope="col" class="words">${head}</th>`)}</tr></thead>
            <tbody>
              ${this.body.revisions.map(
                (one) => html`<tr>
                  <td>${one.revision}</td>
                  <td class="words">${one.status}</td>
                  <td class="words">${one.submitter}</td>
                  <td class="words">${at(one.recordedAt)}</td>
                  <td class="words">${at(one.receivedAt)}</td>
                  <td class="words">${at(one.countedAt)}</td>
                  <td class="words">${seconds(took(one.receivedAt, one.countedAt), this.language)}</td>
                </tr>`,
              )}
            </tbody>
          </table>`
        : nothing}`;
  }
}
