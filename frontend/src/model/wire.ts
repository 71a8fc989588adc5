import type { WireLanguage } from './language.js';
import type { Position } from './position.js';

/** The bodies of docs/wire-protocol.md, as they arrive. Absent is not zero. */

export type Texts = Readonly<Record<WireLanguage, string>>;
export type Votes = Readonly<Record<string, number>>;

/** A figure that not every form carries soundly: its sum, and over how many stations. */
export interface Figure {
  readonly value: number;
  readonly stations: number;
}

/** An earlier standing (`?at=`) has only votes, counted and as sent. */
export interface Totals {
  readonly votes: Votes;
  /** What the forms that stand say, held ones included; over counted + held stations. */
  readonly asSent?: Votes;
  readonly valid?: Figure;
  readonly invalid?: Figure;
  readonly registered?: Figure;
  readonly users?: Figure;
  readonly turnout?: { readonly users: number; readonly registered: number; readonly stations: number };
}

/** How far the count is: stations counted, held for a person to look at, expected in all. */
export interface Coverage {
  readonly counted: number;
  readonly held: number;
  readonly expected: number;
}

export interface Row {
  readonly code: string;
  readonly name: string;
  readonly totals: Totals;
  readonly stations: Coverage;
}

/** Why a place's numbers are withheld, by whom, and until when; null = until it is lifted. */
export interface Withheld {
  readonly office: string;
  readonly reason: Texts;
  readonly since: string;
  readonly until?: string | null;
}

/** What an office says of a place, or of one above it. */
export interface OfficeNotice extends Withheld {
  readonly id: string;
}

/** A row whose numbers are withheld: it has none. */
export interface ClosedRow {
  readonly code: string;
  readonly name: string;
  readonly totals?: undefined;
  readonly stations?: undefined;
}

export type AnyRow = Row | ClosedRow;

/** True where a row has numbers. */
export function isOpen(row: AnyRow): row is Row {
  return row.totals !== undefined;
}

export type CountStatus = 'waiting' | 'counting' | 'finished';

export interface Results {
  readonly contest: string;
  readonly area: string;
  readonly name: string;
  readonly level: number;
  readonly position: Position;
  readonly digest: string;
  readonly asOf: string | null;
  /** The instant asked for, where this is an earlier standing. */
  readonly at?: string;
  readonly isTest: boolean;
  readonly status: CountStatus;
  readonly notice: Texts;
  /** What offices say of the place and of those above it, from far to near; absent where they say nothing. */
  readonly notices?: readonly OfficeNotice[];
  readonly totals: Totals;
  readonly stations: Coverage;
  readonly children?: readonly AnyRow[];
}

/** The body of a place whose numbers are withheld: the statement stands where they would. */
export interface ClosedResults extends Omit<Results, 'status' | 'totals' | 'stations'> {
  readonly status: 'withheld';
  readonly withheld: Withheld;
  readonly totals?: undefined;
  readonly stations?: undefined;
}

export type AnyResults = Results | ClosedResults;

export interface Choice {
  readonly id: string;
  readonly number: number;
  readonly name: string;
  readonly shortName: string;
  readonly color: string;
}

export interface Contest {
  readonly id: string;
  readonly names: Texts;
  readonly scope: readonly string[];
  readonly choices: readonly Choice[];
}

export interface Election {
  readonly id: string;
  readonly names: Texts;
  readonly isTest: boolean;
  readonly notice: Texts;
  readonly banner?: Partial<Texts> | null;
  /** How often a moving count promises to move; past two of these it is stale. */
  readonly cadenceSeconds?: number;
  readonly sources: readonly string[];
  readonly contests: readonly string[];
}

export interface Step {
  readonly code: string;
  readonly name: string;
  readonly level: number;
}

export interface AreaInfo extends Step {
  readonly stations: number;
  readonly path: readonly Step[];
}

export interface Hit extends Step {
  readonly kind: 'area' | 'station';
  readonly path: string;
}

/** RFC 9457, as every error of the backend arrives. */
export interface Problem {
  readonly type: string;
  readonly title: string;
  readonly status: number;
  readonly detail: string;
}
