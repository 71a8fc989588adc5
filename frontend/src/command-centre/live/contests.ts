import type { Desk } from './desk.js';
import type { ContestBody } from './wire.js';

/** The contests with their ballots: asked once, and again only after a failure. */
export class Contests {
  private asked: Promise<readonly ContestBody[]> | null = null;

  constructor(private readonly desk: Desk) {}

  all(): Promise<readonly ContestBody[]> {
    if (!this.asked) {
      this.asked = this.desk.get<{ contests: readonly ContestBody[] }>('/api/contests').then(({ contests }) => contests);
      this.asked.catch(() => (this.asked = null));
    }
    return this.asked;
  }

  async one(id: string): Promise<ContestBody | null> {
    return (await this.all()).find((contest) => contest.id === id) ?? null;
  }

  /** The first contest's id; where the contests cannot be had, the empty one, which the API takes for the first. */
  first(): Promise<string> {
    return this.all().then(([first]) => first?.id ?? '', () => '');
  }
}
