/**
 * Lets a call through at once and then at most once per pace: the first number shows without delay,
 * a storm of them as a calm beat. The last call is never lost.
 */
export class Pace {
  private timer: ReturnType<typeof setTimeout> | null = null;
  private waiting = false;

  constructor(
    private readonly millis: number,
    private readonly run: () => void,
  ) {}

  call(): void {
    if (this.timer !== null) {
      this.waiting = true;
      return;
    }
    this.run();
    this.timer = setTimeout(() => {
      this.timer = null;
      if (!this.waiting) return;
      this.waiting = false;
      this.call();
    }, this.millis);
  }

  stop(): void {
    if (this.timer !== null) clearTimeout(this.timer);
    this.timer = null;
    this.waiting = false;
  }
}
