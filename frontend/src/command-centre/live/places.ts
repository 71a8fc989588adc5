import type { Hit } from '../../model/wire.js';
import { readable } from '../../model/names.js';
import type { Desk } from './desk.js';

/** Where this port's search answers. */
export const PLACES = '/api/places';

/** Names of places by their codes, asked once each. */
export class Places {
  private readonly names = new Map<string, Promise<string>>();

  constructor(private readonly desk: Desk) {}

  /** "TPS 12, Menteng, …" or "Kota Bogor, Jawa Barat"; the code itself where nobody knows it. */
  name(code: string): Promise<string> {
    let asked = this.names.get(code);
    if (!asked) {
      asked = this.ask(code);
      this.names.set(code, asked);
      asked.catch(() => this.names.delete(code));
    }
    return asked.catch(() => code);
  }

  private async ask(code: string): Promise<string> {
    const { hits } = await this.desk.get<{ hits: readonly Hit[] }>(`${PLACES}?q=${encodeURIComponent(code)}`);
    const hit = hits.find((one) => one.code === code);
    return hit ? placeName(hit) : code;
  }
}

/** A place with what it lies in, smallest first. */
export function placeName(hit: Pick<Hit, 'name' | 'path'>): string {
  const above = hit.path.split(' › ').reverse().map(readable).filter((name) => name !== '');
  return [readable(hit.name), ...above].join(', ');
}
