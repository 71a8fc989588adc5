import type { Problem } from '../model/wire.js';
import type { ServerClock } from './server-clock.js';

const TIMEOUT_MILLIS = 10_000;

/** An answer that is not the one hoped for; `problem` is null where nobody answered at all. */
export class AskFailed extends Error {
  constructor(
    readonly problem: Problem | null,
    message: string,
  ) {
    super(message);
  }

  /** True where asking again cannot help: the thing does not exist or the question is wrong. */
  get final(): boolean {
    const status = this.problem?.status ?? 0;
    return status >= 400 && status < 500 && status !== 408 && status !== 429;
  }
}

/** A body with its ETag; `body` is null where it has not changed. */
export interface Answer<T> {
  readonly body: T | null;
  readonly etag: string | null;
}

async function problemOf(response: Response): Promise<Problem> {
  const bare = { type: '', title: '', status: response.status, detail: response.statusText };
  try {
    const body = (await response.json()) as Partial<Problem>;
    return { ...bare, ...body, status: response.status };
  } catch {
    return bare;
  }
}

/**
 * Asks the API of this very host for JSON. Ends after ten seconds; fails with {@link AskFailed}, or
 * with an AbortError where the caller gave up.
 */
export async function ask<T>(
  path: string,
  clock: ServerClock,
  options: { etag?: string | null; signal?: AbortSignal } = {},
): Promise<Answer<T>> {
  const timeout = AbortSignal.timeout(TIMEOUT_MILLIS);
  const signal = options.signal ? AbortSignal.any([options.signal, timeout]) : timeout;
  let response: Response;
  try {
    response = await fetch(path, {
      signal,
      // There are none to send to our own host; but what the page preloads is used only in its own mode.
      credentials: 'same-origin',
      headers: options.etag ? { 'If-None-Match': options.etag } : {},
    });
  } catch (error) {
    if (options.signal?.aborted) throw error;
    throw new AskFailed(null, `${path}: no answer`);
  }
  clock.dateHead(response.headers.get('Date'));
  const etag = response.headers.get('ETag');
  if (response.status === 304) return { body: null, etag };
  if (!response.ok) throw new AskFailed(await problemOf(response), `${path}: ${response.status}`);
  try {
    return { body: (await response.json()) as T, etag };
  } catch (error) {
    if (options.signal?.aborted) throw error;
    throw new AskFailed(null, `${path}: broken off`);
  }
}
