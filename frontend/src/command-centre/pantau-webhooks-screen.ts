import '@vaadin/confirm-dialog';
import { css, html, nothing } from 'lit';
import { customElement, state } from 'lit/decorators.js';
import { repeat } from 'lit/directives/repeat.js';
import { shared } from '../elements/base.js';
import { CommandElement, screenStyles } from './base.js';
import { type Refused, refused } from './live/desk.js';
import type { ContestBody, Webhook, WebhooksBody } from './live/wire.js';
import './pantau-shown-once.js';
import './pantau-webhook.js';
import type { WebhookAct, WebhookActEvent } from './pantau-webhook.js';
import './pantau-webhook-form.js';
import type { PantauWebhookForm, WebhookEvent } from './pantau-webhook-form.js';

const LOOK_MILLIS = 2_000;
const PATH = '/api/webhooks';

/** Addresses that this node tells of results; a secret is shown once, when it is made. */
@customElement('pantau-webhooks-screen')
export class PantauWebhooksScreen extends CommandElement {
  static override styles = [
    shared,
    screenStyles,
    css`
      .hooks {
        border-top: 1px solid var(--line-2);
      }
      li {
        border-bottom: 1px solid var(--line);
      }
      pantau-webhook-form {
        margin-top: 2.5rem;
      }
    `,
  ];

  @state() private body: WebhooksBody | null = null;
  @state() private contests: readonly ContestBody[] = [];
  @state() private problem: Refused | null = null;
  @state() private said = '';
  @state() private secret: { readonly label: string; readonly secret: string } | null = null;
  @state() private asking: { readonly row: Webhook; readonly act: 'rotate' | 'remove' } | null = null;
  private timer: ReturnType<typeof setInterval> | undefined;

  override connectedCallback() {
    super.connectedCallback();
    void this.parts.contests.all().then((all) => (this.contests = all), () => undefined);
    void this.load();
    this.timer = setInterval(() => void this.look(), LOOK_MILLIS);
  }

  override disconnectedCallback() {
    super.disconnectedCallback();
    clearInterval(this.timer);
  }

  private async load(): Promise<void> {
    try {
      this.body = await this.parts.session.desk.get<WebhooksBody>(PATH);
      this.problem = null;
    } catch (error) {
      this.problem = refused(error);
    }
  }

  /** By itself, while anybody looks; where nothing answers, what was shown stays, and it goes on asking. */
  private async look(): Promise<void> {
    if (document.hidden) return;
    try {
      this.body = await this.parts.session.desk.getUnattended<WebhooksBody>(PATH);
      this.problem = null;
    } catch (error) {
      this.problem = refused(error);
    }
  }

  /** Does what gives a secret, and shows it. False where it was refused. */
  private async keyed(label: string, made: Promise<{ readonly secret: string }>): Promise<boolean> {
    this.said = '';
    try {
      this.secret = { label, secret: (await made).secret };
      await this.load();
    } catch (error) {
      this.said = this.sorry(refused(error));
      return false;
    }
    return true;
  }

  private async register({ webhook }: WebhookEvent, form: PantauWebhookForm): Promise<void> {
    if (await this.keyed(webhook.label, this.parts.session.desk.post(PATH, webhook))) form.clear();
    else this.renderRoot.querySelector<HTMLElement>('[role=status]')?.scrollIntoView({ block: 'nearest' });
  }

  private act({ row, act }: WebhookActEvent) {
    if (act === 'rotate' || act === 'remove') this.asking = { row, act };
    else void this.plain(row, act, this.parts.session.desk.post(this.address(row, act)));
  }

  private address(row: Webhook, act = ''): string {
    return `${PATH}/${encodeURIComponent(row.id)}${act && `/${act}`}`;
  }

  private async plain(row: Webhook, act: Exclude<WebhookAct, 'rotate'>, done: Promise<unknown>): Promise<void> {
    try {
      await done;
      this.said = this.c.webhooks.done[act](row.label);
    } catch (error) {
      this.said = this.sorry(refused(error));
    }
    await this.load();
  }

  private confirmed() {
    const { asking } = this;
    if (!asking) return;
    const { desk } = this.parts.session;
    const { row, act } = asking;
    this.asking = null;
    if (act === 'rotate') void this.keyed(row.label, desk.post(this.address(row, act)));
    else void this.plain(row, act, desk.drop(this.address(row)));
  }

  private shownSecret() {
    const { secret } = this;
    if (!secret) return nothing;
    return html`<pantau-shown-once
      .language=${this.language}
      .parts=${this.parts}
      .text=${this.c.webhooks.secret(secret.label)}
      .secret=${secret.secret}
      @kept=${() => (this.secret = null)}
    ></pantau-shown-once>`;
  }

  private dialog() {
    const { webhooks } = this.c;
    const { asking } = this;
    return html`<vaadin-confirm-dialog
      header=${asking ? webhooks[asking.act] : ''}
      .message=${asking ? webhooks.sure[asking.act](asking.row.label) : ''}
      confirm-text=${asking ? webhooks[asking.act] : ''}
      cancel-text=${this.c.cancel}
      cancel-button-visible
      .opened=${asking !== null}
      @confirm=${() => { this.confirmed(); }}
      @cancel=${() => (this.asking = null)}
    ></vaadin-confirm-dialog>`;
  }

  override render() {
    const { webhooks, screens } = this.c;
    const may = this.parts.session.may('supervise');
    const { body } = this;
    return html`<div class="top"><h1 tabindex="-1">${screens.webhooks}</h1><p>${body ? webhooks.node(body.node) : nothing}</p></div>
      <p role="status" class=${this.said ? 'wrong' : ''}>${this.said}</p>
      ${this.problem
        ? html`<p class="wrong" role="alert">${this.sorry(this.problem)} <button class="plain" @click=${() => void this.load()}>${this.c.again}</button></p>`
        : body === null
          ? html`<p class="empty">${this.c.loading}</p>`
          : nothing}
      ${this.shownSecret()}
      ${body?.webhooks.length === 0 ? html`<p class="empty">${webhooks.empty}</p>` : nothing}
      ${body && body.webhooks.length > 0
        ? html`<ul class="hooks">
            ${repeat(body.webhooks, ({ id }) => id, (row) => html`<li>
              <pantau-webhook .language=${this.language} .parts=${this.parts} .row=${row} .contests=${this.contests} ?may=${may} @act=${(event: WebhookActEvent) => { this.act(event); }}></pantau-webhook>
            </li>`)}
          </ul>`
        : nothing}
      ${may
        ? html`<pantau-webhook-form
            .language=${this.language}
            .parts=${this.parts}
            .most=${body?.limits.topics ?? 0}
            @webhook=${(event: WebhookEvent) => void this.register(event, event.target as PantauWebhookForm)}
          ></pantau-webhook-form>`
        : html`<p class="note">${this.c.needsRole(this.c.roles.supervise)}</p>`}
      ${this.dialog()}`;
  }
}
