/** Where a body stands in the count: epoch first, then revision. It orders, it does not identify. */
export interface Position {
  readonly epoch: number;
  readonly revision: number;
}

/** Below 0 where `a` is older than `b`, above 0 where it is newer, 0 where both stand at one place. */
export function comparePositions(a: Position, b: Position): number {
  return a.epoch - b.epoch || a.revision - b.revision;
}

/** `1·42`, as it stands in small print beside the numbers. */
export function positionText(position: Position): string {
  return `${position.epoch}·${position.revision}`;
}
