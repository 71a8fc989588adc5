/**
 * The server's clock, as far as a page can know it: "3 seconds ago" is said by the clock that
 * stamped the numbers, however wrong the phone's own may be. Heartbeats carry it exactly; until the
 * first one an answer's Date head does (to the second); a stamp in the future corrects both.
 */
export class ServerClock {
  private offsetMillis = 0;
  private exact = false;

  /** A heartbeat's time: exact but for its way here. */
  heartbeat(iso: string): void {
    const at = Date.parse(iso);
    if (Number.isNaN(at)) return;
    this.offsetMillis = at - Date.now();
    this.exact = true;
  }

  /** The Date head of an answer, cut to seconds. */
  dateHead(text: string | null): void {
    const at = Date.parse(text ?? '');
    if (this.exact || Number.isNaN(at)) return;
    const offset = at + 500 - Date.now();
    this.offsetMillis = Math.abs(offset) < 1000 ? 0 : offset;
  }

  /** A stamp the server made: its clock is at least there. */
  atLeast(iso: string | null): void {
    const at = Date.parse(iso ?? '');
    if (!Number.isNaN(at)) this.offsetMillis = Math.max(this.offsetMillis, at - Date.now());
  }

  now(): number {
    return Date.now() + this.offsetMillis;
  }
}
