/** The command centre's API of this very host: one place that asks, and one kind of failure. */

const TIMEOUT_MILLIS = 15_000;

/** An answer that is not the one hoped for. */
export class Refused extends Error {
  /**
   * @param status 0 where nobody answered
   * @param code the problem's stable word, `moved`, `locked` …; `unreachable` where nobody answered
   * @param waitSeconds how long to wait before another attempt, 0 where nothing was said
   */
  constructor(
    readonly status: number,
    readonly code: string,
    readonly waitSeconds: number,
    detail: string,
  ) {
    super(detail);
  }
}

const TYPE = 'urn:pantau:problem:';

async function refusal(response: Response): Promise<Refused> {
  const wait = Number(response.headers.get('Retry-After') ?? '0');
  let code = String(response.status);
  let detail = response.statusText;
  try {
    const body = (await response.json()) as { type?: string; title?: string; detail?: string };
    code = body.type?.startsWith(TYPE) ? body.type.slice(TYPE.length) : (body.title ?? code);
    detail = body.detail ?? detail;
  } catch {
    // A front's own page; the status says enough.
  }
  return new Refused(response.status, code, Number.isFinite(wait) ? wait : 0, detail);
}

/** The failure of anything as a refusal. */
export function refused(error: unknown): Refused {
  return error instanceof Refused ? error : new Refused(0, 'unreachable', 0, String(error));
}

export class Desk {
  /** @param signedOut called where the session is gone, whatever was asked */
  constructor(private readonly signedOut: () => void) {}

  get<T>(path: string, signal?: AbortSignal): Promise<T> {
    return this.send<T>('GET', path, undefined, signal);
  }

  /** As a screen asks by itself, without a person: it does not keep the session from idling. */
  getUnattended<T>(path: string): Promise<T> {
    return this.send<T>('GET', path, undefined, undefined, TIMEOUT_MILLIS, { 'Pantau-Unattended': '1' });
  }

  /** @param waitMillis how long the answer may take: many decisions in one request are written one by one */
  post<T>(path: string, body: object = {}, waitMillis = TIMEOUT_MILLIS): Promise<T> {
    return this.send<T>('POST', path, body, undefined, waitMillis);
  }

  async drop(path: string): Promise<void> {
    await this.send('DELETE', path);
  }

  private async send<T>(
    method: string,
    path: string,
    body?: object,
    signal?: AbortSignal,
    waitMillis = TIMEOUT_MILLIS,
    headers: Readonly<Record<string, string>> = {},
  ): Promise<T> {
    const timeout = AbortSignal.timeout(waitMillis);
    let response: Response;
    try {
      response = await fetch(path, {
        method,
        credentials: 'same-origin',
        signal: signal ? AbortSignal.any([signal, timeout]) : timeout,
        headers: body ? { ...headers, 'Content-Type': 'application/json' } : headers,
        ...(body ? { body: JSON.stringify(body) } : {}),
      });
    } catch (error) {
      if (signal?.aborted) throw error;
      throw new Refused(0, 'unreachable', 0, `${path}: no answer`);
    }
    if (!response.ok) {
      const problem = await refusal(response);
      if (problem.code === 'signed-out') this.signedOut();
      throw problem;
    }
    return (response.status === 204 ? undefined : await response.json()) as T;
  }
}
