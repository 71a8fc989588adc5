const FIRST_MILLIS = 5000;
const PERIOD_MILLIS = 15_000;
const SPREAD_MILLIS = 5000;

/** Asks again now and then while the socket is silent, spread so that viewers do not march in step. */
export class Poll {
  private timer: ReturnType<typeof setTimeout> | undefined;
  private running = false;

  constructor(private readonly askAll: () => Promise<void>) {}

  start(): void {
    if (this.running) return;
    this.running = true;
    this.after(FIRST_MILLIS);
  }

  stop(): void {
    this.running = false;
    clearTimeout(this.timer);
  }

  private after(millis: number): void {
    this.timer = setTimeout(
      () => {
        void this.askAll().finally(() => {
          if (this.running) this.after(PERIOD_MILLIS);
        });
      },
      millis + Math.random() * SPREAD_MILLIS,
    );
  }
}
