import type { ReactiveController, ReactiveControllerHost } from 'lit';

/** How near the screen a part must be for it to count as seen. */
const NEAR = '200px 0px';

/** Says when an element comes onto the screen and when it leaves it. */
export class Seen implements ReactiveController {
  private eye: IntersectionObserver | null = null;

  constructor(
    private readonly host: ReactiveControllerHost & Element,
    private readonly tell: (seen: boolean) => void,
  ) {
    host.addController(this);
  }

  hostConnected(): void {
    this.eye = new IntersectionObserver(
      (entries) => {
        this.tell(entries.at(-1)?.isIntersecting ?? false);
      },
      { rootMargin: NEAR },
    );
    this.eye.observe(this.host);
  }

  hostDisconnected(): void {
    this.eye?.disconnect();
    this.eye = null;
    this.tell(false);
  }
}
