/** Which of many places a wall shows: page by page in the order of codes, round and round. */

/** The rows of a page; pages count from 0 and begin again after the last. */
export function pageOf<T>(rows: readonly T[], page: number, size: number): readonly T[] {
  const from = wrapped(page, pagesOf(rows.length, size)) * size;
  return rows.slice(from, from + size);
}

/** How many pages so many rows take; at least one. */
export function pagesOf(rows: number, size: number): number {
  return Math.max(1, Math.ceil(rows / size));
}

/** A page's number brought back into 0 … pages − 1, from before the first as from behind the last. */
export function wrapped(page: number, pages: number): number {
  return ((page % pages) + pages) % pages;
}
