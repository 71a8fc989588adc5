import type { Manner } from '../model/route.js';

/** The reader asks for the same place in another manner; the page that holds the address follows it. */
export class MannerEvent extends Event {
  constructor(
    readonly manner: Partial<Manner>,
    /** True where it is a step of its own that the back button takes back; a slider's is none. */
    readonly step: boolean,
  ) {
    super('manner', { bubbles: true, composed: true });
  }
}
