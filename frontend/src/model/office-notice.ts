import type { OfficeNotice } from './wire.js';

/**
 * The notices that still hold at an instant of the server's clock: a body that a device kept may be
 * older than the end of what it says.
 */
export function inForce(notices: readonly OfficeNotice[], now: number): readonly OfficeNotice[] {
  return notices.filter(({ until }) => !until || !(Date.parse(until) <= now));
}
