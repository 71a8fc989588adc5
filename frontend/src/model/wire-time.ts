import type { Position } from './position.js';
import type { Texts, Votes } from './wire.js';
import type { Method, Reason, RevisionStatus } from './wire-station.js';

/** The bodies of docs/wire-protocol.md §4 that speak of the past: history and corrections. */

export interface HistoryPoint {
  readonly at: string;
  readonly votes: Votes;
  readonly stations: { readonly counted: number; readonly held: number };
}

/** The count of an area over time, oldest first; the last point is now. */
export interface HistoryBody {
  readonly contest: string;
  readonly area: string;
  readonly isTest: boolean;
  readonly position: Position;
  readonly digest: string;
  readonly points: readonly HistoryPoint[];
}

/** A form by which a station that was counted came to give fewer votes to a choice, or none at all. */
export interface Correction {
  readonly station: string;
  readonly name: string;
  readonly path: string;
  readonly generation: number;
  readonly revision: number;
  readonly status: RevisionStatus;
  readonly was?: RevisionStatus | null;
  readonly method: Method;
  readonly reason: Reason;
  /** The codes of the rules that fired. */
  readonly findings?: readonly string[];
  /** By how much each choice's votes moved in the totals, signed; absent while the place is withheld. */
  readonly delta?: Votes;
  readonly countedAt: string;
  readonly position: Position;
}

/** The newest corrections below an area, newest first; `total` of them there are in all. */
export interface CorrectionsBody {
  readonly contest: string;
  readonly area: string;
  readonly isTest: boolean;
  readonly notice: Texts;
  readonly position: Position;
  readonly digest: string;
  readonly total: number;
  readonly corrections: readonly Correction[];
}
