import type { Position } from './position.js';
import type { OfficeNotice, Texts, Votes, Withheld } from './wire.js';

/** The body of a station: docs/wire-protocol.md §3. What the paper did not say is absent. */

export interface Electors {
  readonly all?: number | null;
  readonly male?: number | null;
  readonly female?: number | null;
}

export interface Users {
  readonly dpt?: Electors;
  readonly dptb?: Electors;
  readonly dpk?: Electors;
  readonly all?: Electors;
}

export interface Ballots {
  readonly received?: number | null;
  readonly used?: number | null;
  readonly returned?: number | null;
  readonly unused?: number | null;
}

export interface Finding {
  readonly code: string;
  readonly fields: readonly string[];
  readonly message: string;
}

export interface Image {
  readonly page: number;
  readonly url?: string | null;
  readonly sha256?: string | null;
  /** True where our own store holds it: then it is served under /photos/{sha256}. */
  readonly stored?: boolean;
}

export type ReasonKind =
  | 'new'
  | 'transcription-correction'
  | 'recapitulation-correction'
  | 'withdrawn'
  | 'restored'
  | 'decision';

export interface Reason {
  readonly kind: ReasonKind;
  readonly note?: string | null;
  readonly codes?: readonly string[];
  readonly by?: readonly string[];
  readonly cites?: string | null;
}

export type Method = 'machine' | 'single' | 'double';
export type RevisionStatus = 'counted' | 'held' | 'stored' | 'withdrawn' | 'superseded';
export type StationStatus = 'waiting' | 'counted' | 'held' | 'stored' | 'withdrawn' | 'withheld';

/** One form as it was sent; the numbers of the paper and what the rules say of them. */
export interface Revision {
  readonly generation: number;
  readonly revision: number;
  readonly status: RevisionStatus;
  readonly was?: RevisionStatus;
  readonly method: Method;
  readonly recordedAt?: string | null;
  readonly receivedAt?: string | null;
  readonly countedAt?: string | null;
  readonly submitter?: string;
  readonly votes?: Votes | null;
  readonly valid?: number | null;
  readonly invalid?: number | null;
  readonly total?: number | null;
  readonly registered?: Electors;
  readonly users?: Users;
  readonly ballots?: Ballots;
  readonly images?: readonly Image[];
  readonly reason: Reason;
  readonly findings?: readonly Finding[];
  readonly hash?: string;
}

export interface StationBody {
  readonly contest: string;
  readonly station: string;
  readonly name: string;
  readonly area: string;
  readonly isTest: boolean;
  readonly notice: Texts;
  readonly position: Position;
  readonly digest: string;
  readonly asOf: string | null;
  readonly status: StationStatus;
  readonly current: Revision | null;
  /** What offices say of the station and of the places above it, from far to near. */
  readonly notices?: readonly OfficeNotice[];
  /** Where the station's numbers are withheld. */
  readonly withheld?: Withheld;
  /** Newest first. */
  readonly revisions: readonly Revision[];
}
