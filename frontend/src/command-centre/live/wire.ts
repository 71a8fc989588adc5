import type { Choice, Texts } from '../../model/wire.js';
import type { StationBody } from '../../model/wire-station.js';

/** The bodies of docs/command-centre.md, as they arrive. Null is "not measured", never zero. */

export type Role = 'watch' | 'decide' | 'supervise';

export interface Operator {
  readonly id: string;
  readonly name: string;
  readonly roles: readonly Role[];
}

export interface SessionBody {
  readonly operator: Operator;
  /** How many people a decision takes on this node. */
  readonly decisionPeople?: number;
  readonly expiresAt: string;
}

export const OUTCOMES = ['counted', 'held', 'stored', 'duplicate', 'stale', 'conflict', 'refused'] as const;
export type Outcome = (typeof OUTCOMES)[number];

export interface Flow {
  readonly counted: number;
  readonly held: number;
  readonly refused: number;
  readonly perSecond: number;
}

export interface Quantiles {
  readonly p50: number | null;
  readonly p99: number | null;
}

export interface PathBody {
  readonly at: string;
  readonly node: string;
  readonly uptimeSeconds: number;
  readonly health: readonly { readonly name: string; readonly green: boolean; readonly detail?: string }[];
  readonly forms: {
    readonly total: Readonly<Partial<Record<Outcome, number>>>;
    readonly perSecond: Readonly<Partial<Record<Outcome, number>>>;
    readonly provinces: readonly (Flow & { readonly code: string; readonly name: string })[];
    readonly submitters: readonly (Flow & { readonly id: string })[];
  };
  readonly seconds: Readonly<Record<'intake' | 'counted' | 'seen' | 'redis', Quantiles>>;
  readonly batch: { readonly mean: number | null; readonly max: number | null };
  readonly redis: { readonly memoryBytes: number | null; readonly up: boolean };
  readonly journal: { readonly pendingBytes: number | null; readonly lagSeconds?: number | null };
  readonly queue: { readonly forms: number | null };
  readonly viewers: { readonly websocket: number; readonly sse: number };
  readonly live: {
    readonly deliveries: number;
    readonly deliveriesPerSecond: number | null;
    readonly drops: number;
    readonly writes: number;
  };
  readonly errors: { readonly total: number };
  /** Every node of the election, this one too. */
  readonly nodes?: readonly NodeRow[];
}

export interface NodeRow {
  readonly id: string;
  readonly node: string;
  readonly roles: readonly string[];
  /** Its own clock when it last spoke. */
  readonly at: string;
  readonly uptimeSeconds: number;
  readonly stale: boolean;
  readonly self: boolean;
  readonly health: readonly { readonly name: string; readonly green: boolean; readonly detail?: string }[];
}

export interface SeriesRow {
  readonly at: string;
  readonly counted: number | null;
  readonly held: number | null;
  readonly refused: number | null;
  readonly p99Counted: number | null;
  readonly p99Seen: number | null;
  readonly viewers: number | null;
  readonly queue: number | null;
}

export interface AreaRow {
  readonly code: string;
  readonly name: string;
  readonly counted: number;
  readonly held: number;
  readonly expected: number;
  readonly lastFormAt: string | null;
  readonly silent: boolean;
}

export interface ProvinceRow extends AreaRow {
  readonly kabupaten: readonly AreaRow[];
}

export interface CountryBody {
  readonly contest: string;
  readonly at: string;
  readonly silentMinutes: number;
  readonly provinces: readonly ProvinceRow[];
  readonly arrival: {
    readonly today: readonly { readonly at: string; readonly forms: number }[];
    readonly reference: readonly { readonly hours: number; readonly share: number }[];
  };
}

export interface Proposal {
  readonly kind: DecisionKind;
  readonly by: string;
  readonly at: string;
}

export type DecisionKind = 'confirm' | 'correct' | 'photo';

export interface HeldRow {
  readonly contest: string;
  readonly station: string;
  readonly name: string;
  readonly place: string;
  readonly codes: readonly string[];
  readonly heldAt: string | null;
  readonly revision: number;
  readonly method: string;
  readonly submitter: string;
  readonly proposal: Proposal | null;
}

export interface HeldPage {
  readonly total: number;
  readonly byRule: readonly { readonly code: string; readonly forms: number }[];
  readonly rows: readonly HeldRow[];
  /** False while Redis is away: a proposal that is null then says nothing. */
  readonly proposalsKnown: boolean;
  readonly next: string | null;
}

/** What a bulk decision would be of: the oldest `count` of `total`. */
export interface BulkPreview {
  readonly count: number;
  readonly total: number;
  readonly sample: readonly HeldRow[];
  readonly token: string;
}

export interface HeldBody {
  readonly station: StationBody;
  readonly proposal: Proposal | null;
  readonly proposalsKnown: boolean;
  readonly next: { readonly contest: string; readonly station: string } | null;
}

/** What a person typed of the result on the paper. */
export interface TypedFigures {
  readonly votes: Readonly<Record<string, number>>;
  readonly valid: number;
  readonly invalid: number;
  readonly total: number;
}

export interface Act {
  readonly id: string;
  readonly kind: 'withhold' | 'notice';
  readonly contest: string | null;
  readonly place: string;
  readonly office: string;
  readonly reason: Texts;
  readonly since: string;
  readonly until: string | null;
  readonly by: string;
  readonly ended: string | null;
}

export interface Submitter {
  readonly id: string;
  readonly label: string;
  readonly areas: readonly string[];
  readonly methods: readonly string[];
  readonly created: string | null;
  readonly revoked: string | null;
  readonly forms: { readonly counted: number; readonly held: number; readonly refused: number };
  readonly lastAt: string | null;
}

export type WebhookState = 'waiting' | 'working' | 'failing' | 'paused' | 'disabled';

export interface Webhook {
  readonly id: string;
  readonly label: string;
  readonly url: string;
  /** `contest/area`. */
  readonly topics: readonly string[];
  readonly acts: boolean;
  readonly state: WebhookState;
  /** When it began to fail, or was disabled. */
  readonly since: string | null;
  readonly nextTry: string | null;
  /** `gone` or `failed`, where it is disabled. */
  readonly why: string | null;
  readonly last: {
    readonly at: string;
    readonly type: string;
    readonly outcome: string;
    readonly status: number | null;
    readonly millis: number;
  } | null;
  readonly delivered: number;
  readonly deliveredAt: string | null;
  readonly pending: number;
  readonly oldSecretUntil: string | null;
}

export interface WebhooksBody {
  /** The node that holds them and sends. */
  readonly node: string;
  readonly limits: { readonly webhooks: number; readonly topics: number };
  readonly webhooks: readonly Webhook[];
}

export interface TrailEntry {
  readonly seq: number;
  readonly at: string;
  readonly who: string;
  readonly what: string;
  readonly subject: string;
  readonly details: Readonly<Record<string, unknown>>;
  readonly hash: string;
}

/** One step of a form's way; `at` null where it is not known, and `why` says why. */
export interface LifeStep {
  readonly step: string;
  readonly at: string | null;
  readonly node: string | null;
  readonly why: string | null;
}

export interface LifeRevision {
  readonly revision: number;
  readonly status: string;
  readonly method?: string;
  readonly submitter: string;
  readonly recordedAt: string | null;
  readonly receivedAt: string | null;
  readonly countedAt: string | null;
  readonly position: { readonly epoch: number; readonly revision: number } | null;
  readonly found?: boolean;
  readonly steps?: readonly LifeStep[];
}

export interface LifeBody {
  readonly contest: string;
  readonly station: string;
  readonly revisions: readonly LifeRevision[];
}

export interface ContestBody {
  readonly id: string;
  readonly names: Texts;
  readonly choices: readonly Choice[];
  /** Ballot papers at the most at one station; what the rules hold above. */
  readonly ballotsMax?: number | null;
}
