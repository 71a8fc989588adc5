import type { AnyResults, Problem } from './wire.js';

/** What the live socket says: docs/wire-protocol.md §5. */

export type TopicMessage = AnyResults & {
  readonly topic: string;
  /** Of a children topic: true where all rows are in it, false where only changed ones are. */
  readonly complete?: boolean;
};

export interface ErrorMessage {
  readonly topic: string;
  readonly error: Problem;
}

export interface HeartbeatMessage {
  readonly heartbeat: string;
  readonly delayed: boolean;
  /** When a form of any contest was last counted; null before the first. */
  readonly countedAt?: string | null;
}

export type LiveMessage = TopicMessage | ErrorMessage | HeartbeatMessage;

/** Reads one text of the socket; null where it is none of the three known kinds. */
export function parseLive(text: string): LiveMessage | null {
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch {
    return null;
  }
  if (typeof value !== 'object' || value === null) return null;
  if ('heartbeat' in value) return value as HeartbeatMessage;
  if (!('topic' in value) || typeof value.topic !== 'string') return null;
  if ('error' in value || 'position' in value) return value as ErrorMessage | TopicMessage;
  return null;
}
