import type { ReactiveController, ReactiveControllerHost } from 'lit';
import type { Store } from '../live/store.js';

/** Draws an element again whenever a store that it shows changes; ends with the element. */
export class Look<T> implements ReactiveController {
  private store: Store<T> | null = null;
  private leave: (() => void) | null = null;
  private connected = false;

  constructor(private readonly host: ReactiveControllerHost) {
    host.addController(this);
  }

  get value(): T | undefined {
    return this.store?.value;
  }

  /** Looks at this store from now on, instead of the one before. */
  at(store: Store<T> | null): void {
    if (store === this.store) return;
    this.leave?.();
    this.leave = null;
    this.store = store;
    if (this.connected) this.hostConnected();
    this.host.requestUpdate();
  }

  hostConnected(): void {
    this.connected = true;
    this.leave ??= this.store?.subscribe(() => { this.host.requestUpdate(); }) ?? null;
  }

  hostDisconnected(): void {
    this.connected = false;
    this.leave?.();
    this.leave = null;
  }
}
