import { css, html, nothing } from 'lit';
import { customElement, property, state } from 'lit/decorators.js';
import { shared } from '../elements/base.js';
import { exactTime } from '../model/moments.js';
import { CommandElement, screenStyles } from './base.js';
import { age, plain, seconds } from './live/figures.js';
import { JAKARTA } from './live/jakarta.js';
import type { ContestBody, Webhook } from './live/wire.js';

export const WEBHOOK_ACTS = ['test', 'pause', 'resume', 'rotate', 'remove'] as const;
export type WebhookAct = (typeof WEBHOOK_ACTS)[number];

/** Somebody wants something done with this webhook. */
export class WebhookActEvent extends Event {
  constructor(
    readonly row: Webhook,
    readonly act: WebhookAct,
  ) {
    super('act');
  }
}

const TOPICS_SHOWN = 6;

/** One webhook: where it goes, what it is told, and how it fares. */
@customElement('pantau-webhook')
export class PantauWebhook extends CommandElement {
  static override styles = [
    shared,
    screenStyles,
    css`
      /* The mark of what is ill stands in the margin, so that columns stay in line. */
      :host {
        margin-left: -0.875rem;
        padding: 0.875rem 0 1rem 0.75rem;
        border-left: 2px solid transparent;
      }
      :host([data-state='failing']),
      :host([data-state='disabled']) {
        border-left-color: var(--ink);
      }
      .head {
        display: flex;
        flex-wrap: wrap;
        align-items: baseline;
        gap: 0.125rem 1rem;
      }
      .state {
        font-size: var(--size-s);
        color: var(--ink-2);
      }
      .state strong {
        font-weight: 600;
        color: var(--ink);
      }
      .url {
        margin-top: 0.125rem;
        font-size: var(--size-s);
        color: var(--ink-2);
        overflow-wrap: anywhere;
      }
      dl {
        display: grid;
        grid-template-columns: minmax(12rem, 3fr) minmax(12rem, 3fr) minmax(7rem, 1fr) minmax(4rem, 1fr);
        gap: 0.75rem 1.5rem;
        margin: 0.75rem 0 0.625rem;
        font-size: var(--size-s);
        font-variant-numeric: tabular-nums lining-nums;
      }
      dt {
        color: var(--ink-2);
      }
      .less {
        color: var(--ink-2);
        text-wrap: pretty;
      }
      dl + .state {
        margin-bottom: 0.625rem;
      }
      .acts {
        gap: 0.25rem 1.25rem;
        font-size: var(--size-s);
      }
      @media (max-width: 50rem) {
        dl {
          grid-template-columns: 1fr 1fr;
        }
        dl > div:nth-child(-n + 2) {
          grid-column: 1 / -1;
        }
      }
    `,
  ];

  @property({ attribute: false }) row!: Webhook;
  @property({ attribute: false }) contests: readonly ContestBody[] = [];
  @property({ type: Boolean }) may = false;
  @state() private names: Readonly<Record<string, string>> = {};

  override willUpdate() {
    this.dataset.state = this.row.state;
    for (const topic of this.row.topics.slice(0, TOPICS_SHOWN)) {
      const area = topic.split('/')[1] ?? '';
      if (area in this.names) continue;
      this.names = { ...this.names, [area]: area };
      if (area !== '0') void this.parts.places.name(area).then((name) => (this.names = { ...this.names, [area]: name }));
    }
  }

  /** Each contest with its places; the first few of them by name. */
  private topics() {
    const { webhooks } = this.c;
    const { topics, acts } = this.row;
    const rest = topics.length - TOPICS_SHOWN;
    const places = new Map<string, string[]>();
    for (const topic of topics.slice(0, TOPICS_SHOWN)) {
      const [contest = '', area = ''] = topic.split('/');
      const name = area === '0' ? webhooks.nation : (this.names[area] ?? area);
      places.set(contest, [...(places.get(contest) ?? []), name]);
    }
    return html`${[...places].map(([contest, names]) => {
      const named = this.contests.find(({ id }) => id === contest)?.names;
      return html`<dd>${named ? this.worded(named) : contest}</dd>
        <dd class="less">${names.join('; ')}</dd>`;
    })}
    ${rest > 0 ? html`<dd class="less">${webhooks.more(plain(rest, this.language))}</dd>` : nothing}
    ${acts ? html`<dd>${webhooks.acts}</dd>` : nothing}`;
  }

  /** The state, since when, why, and what comes next. */
  private state() {
    const { webhooks } = this.c;
    const { state, since, why, nextTry } = this.row;
    const left = nextTry === null ? null : Date.parse(nextTry) - Date.now();
    const parts = [
      since === null ? '' : webhooks.since(exactTime(since, this.language, JAKARTA)),
      why === 'gone' ? webhooks.gone : why === null ? '' : webhooks.failed,
      left !== null && left > 0 ? webhooks.next(age(left + 999, this.language)) : '',
    ];
    return html`<p class="state"><strong>${webhooks.states[state]}</strong> ${parts.filter((part) => part !== '').join(', ')}</p>`;
  }

  private last() {
    const { webhooks } = this.c;
    const { last } = this.row;
    if (last === null) return html`<dd>${webhooks.none}</dd>`;
    const how = [last.status === null ? '' : String(last.status), webhooks.outcomes[last.outcome] ?? last.outcome].filter((word) => word !== '').join(', ');
    return html`<dd class="last">${how}</dd>
      <dd class="less">${webhooks.types[last.type] ?? last.type}, ${webhooks.ago(age(Date.now() - Date.parse(last.at), this.language))}, ${seconds(last.millis / 1000, this.language)}</dd>`;
  }

  private buttons() {
    const { webhooks } = this.c;
    const open = this.row.state !== 'paused' && this.row.state !== 'disabled';
    const acts: readonly WebhookAct[] = open ? ['test', 'pause', 'rotate', 'remove'] : ['resume', 'rotate', 'remove'];
    return html`<div class="acts">
      ${acts.map((act) => html`<button class="plain" aria-label=${`${webhooks[act]}: ${this.row.label}`} @click=${() => this.dispatchEvent(new WebhookActEvent(this.row, act))}>${webhooks[act]}</button>`)}
    </div>`;
  }

  override render() {
    const { webhooks } = this.c;
    const { row } = this;
    return html`<div class="head"><h2>${row.label}</h2>${this.state()}</div>
      <p class="url">${row.url}</p>
      <dl>
        <div><dt>${webhooks.topics}</dt>${this.topics()}</div>
        <div><dt>${webhooks.last}</dt>${this.last()}</div>
        <div><dt>${webhooks.delivered}</dt><dd>${plain(row.delivered, this.language)}</dd>${row.deliveredAt === null ? nothing : html`<dd class="less">${webhooks.ago(age(Date.now() - Date.parse(row.deliveredAt), this.language))}</dd>`}</div>
        <div><dt>${webhooks.pending}</dt><dd>${plain(row.pending, this.language)}</dd></div>
      </dl>
      ${row.oldSecretUntil === null ? nothing : html`<p class="state">${webhooks.oldSecret(exactTime(row.oldSecretUntil, this.language, JAKARTA))}</p>`}
      ${this.may ? this.buttons() : nothing}`;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'pantau-webhook': PantauWebhook;
  }
}
