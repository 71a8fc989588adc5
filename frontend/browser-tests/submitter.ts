import { execFile } from 'node:child_process';
import process from 'node:process';
import { promisify } from 'node:util';
import { java, program } from './node.js';

/** A running node honours a new key within five seconds; a machine under load may take longer. */
const HONOURED_MILLIS = 30_000;

/** Sends forms with a key of its own, made by the jar's own `keygen` for the running demo. */
export class Submitter {
  private constructor(
    private readonly url: string,
    readonly key: string,
  ) {}

  /** For the shared demo, or for the node whose data folder is named. */
  static async of(url: string, data = process.env.BROWSER_TEST_DATA ?? ''): Promise<Submitter> {
    const { stdout } = await promisify(execFile)(java(), [
      ...[...program(), 'keygen', 'submitter', '--areas', '0', '--methods', 'machine,single,double', '--data', data],
    ]);
    return new Submitter(url, stdout.trim());
  }

  /** Sends one form until the key is honoured; the node's word on it. */
  async send(form: Readonly<Record<string, unknown>>): Promise<string> {
    const until = Date.now() + HONOURED_MILLIS;
    for (;;) {
      const response = await fetch(`${this.url}/api/v1/forms`, {
        method: 'POST',
        headers: { 'Content-Type': 'application/json', Authorization: `Bearer ${this.key}` },
        body: JSON.stringify(form),
      });
      if (response.status === 401 && Date.now() < until) {
        await new Promise((later) => setTimeout(later, 250));
        continue;
      }
      const answer = (await response.json()) as { status: unknown };
      if (!response.ok) throw new Error(`${response.status}: ${JSON.stringify(answer)}`);
      return String(answer.status);
    }
  }
}
