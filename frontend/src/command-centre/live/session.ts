import { Store } from '../../live/store.js';
import { Desk } from './desk.js';
import type { Operator, Role, SessionBody } from './wire.js';

/** Who is signed in: undefined until it is known, null where nobody is. */
export class Session {
  readonly operator = new Store<Operator | null | undefined>(undefined);
  /** How many people a decision takes; with one, a correction's figures are typed twice. */
  decisionPeople = 2;
  /** True where a session ended by itself, so that the sign-in can say why it is there. */
  ended = false;
  readonly desk = new Desk(() => {
    if (this.operator.value) this.ended = true;
    this.operator.set(null);
  });

  async look(): Promise<void> {
    this.take(await this.desk.get<SessionBody>('/api/session'));
  }

  /** Asks, with no person behind it, whether the session still holds; where it does not, nobody is signed in. */
  async check(): Promise<void> {
    await this.desk.getUnattended<SessionBody>('/api/session');
  }

  async signIn(name: string, password: string, code: string): Promise<void> {
    const body = await this.desk.post<SessionBody>('/api/session', { name, password, code });
    this.ended = false;
    this.take(body);
  }

  private take({ operator, decisionPeople }: SessionBody): void {
    this.decisionPeople = decisionPeople ?? 2;
    this.operator.set(operator);
  }

  async signOut(): Promise<void> {
    await this.desk.drop('/api/session');
    this.operator.set(null);
  }

  may(role: Role): boolean {
    return this.operator.value?.roles.includes(role) ?? false;
  }
}
