import type { HeartbeatMessage } from './wire-live.js';
import type { AnyResults, Withheld } from './wire.js';

/** What is to be said of the count of a place, beside its numbers; the connection is said elsewhere. */
export type CountState =
  | { readonly kind: 'unknown' }
  | { readonly kind: 'waiting' }
  | { readonly kind: 'counting' }
  | { readonly kind: 'finished' }
  | {
      readonly kind: 'stale';
      /** `unheard`: the server hears nothing from the count; `quiet`: it does, but nothing was counted. */
      readonly reason: 'unheard' | 'quiet';
      /** When a form was last counted, of any contest. */
      readonly since: string;
    }
  | { readonly kind: 'withheld'; readonly withheld: Withheld };

/** Past this many promised cadences a count that does not move is said to stand still. */
const CADENCES_MAX = 2;

/** When a form was last counted, where that is longer ago than was promised; else null. */
function stoodStillSince(pulse: HeartbeatMessage, cadenceSeconds: number): string | null {
  const { heartbeat, countedAt } = pulse;
  if (!countedAt) return null;
  const silentMillis = Date.parse(heartbeat) - Date.parse(countedAt);
  return silentMillis > CADENCES_MAX * cadenceSeconds * 1000 ? countedAt : null;
}

/**
 * The state of a place's count (docs/wire-protocol.md §5). Whether it stands still is judged by the
 * server's own clock, from one heartbeat; without one, or without a promise, nothing is said.
 */
export function countStateOf(
  body: AnyResults | null,
  pulse: HeartbeatMessage | null,
  cadenceSeconds: number | null,
): CountState {
  if (!body) return { kind: 'unknown' };
  if (body.status === 'withheld') return { kind: 'withheld', withheld: body.withheld };
  if (body.status === 'finished' || body.at) return { kind: body.status };
  const since = pulse && cadenceSeconds ? stoodStillSince(pulse, cadenceSeconds) : null;
  if (pulse && since) return { kind: 'stale', reason: pulse.delayed ? 'unheard' : 'quiet', since };
  return { kind: body.status };
}
