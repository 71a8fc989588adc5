// The tallies as rows: gzip told by its magic bytes, CSV as RFC 4180 writes it, the kind told by the header.
// Written apart from the Java readers on purpose: what both agree on was not copied from one to the other.
import { readFileSync } from 'node:fs';
import { gunzipSync } from 'node:zlib';

/** The whole file as text; `-` is standard input. */
export function textOf(file) {
  const bytes = readFileSync(file === '-' ? 0 : file);
  const packed = bytes.length > 2 && bytes[0] === 0x1f && bytes[1] === 0x8b;
  return new TextDecoder('utf-8', { fatal: true }).decode(packed ? gunzipSync(bytes) : bytes);
}

const END_OF_CELL = /[,\r\n]/g;

/** Yields each record of a CSV as an array of cells. */
export function* records(text) {
  let cells = [];
  let at = 0;
  while (at < text.length) {
    let cell = '';
    if (text[at] === '"') {
      for (at++; ; at++) {
        const end = text.indexOf('"', at);
        if (end < 0) throw new Error('a quoted cell does not end');
        cell += text.slice(at, end);
        at = end + 1;
        if (text[at] !== '"') break;
        cell += '"';
      }
    } else {
      END_OF_CELL.lastIndex = at;
      const stop = END_OF_CELL.exec(text)?.index ?? text.length;
      cell = text.slice(at, stop);
      at = stop;
    }
    cells.push(cell);
    if (text[at] === ',') {
      at++;
      if (at < text.length) continue;
      cells.push('');
    }
    if (text[at] === '\r') at++;
    if (text[at] === '\n') at++;
    yield cells;
    cells = [];
  }
}

/** The rows of a CSV as a header and a generator of arrays, each as long as the header. */
export function table(text) {
  const all = records(text);
  const header = all.next().value ?? [];
  function* rows() {
    let line = 1;
    for (const cells of all) {
      line++;
      if (cells.length !== header.length) {
        throw new Error(`record ${line}: ${cells.length} cells, the header has ${header.length}`);
      }
      yield cells;
    }
  }
  return { header, rows };
}

/** A cell as a count: empty is "not published", never zero. */
export function count(cell, where) {
  if (cell === '') return null;
  if (!/^\d{1,7}$/.test(cell)) throw new Error(`${where}: ${JSON.stringify(cell)} is no count`);
  return Number(cell);
}

/**
 * When a row of the tallies arrived: its last photo, else its own time; both are WIB without a zone.
 * Milliseconds since 1970.
 */
export function arrival(ts, images) {
  const last = images === '' ? '' : images.split(' ').sort().at(-1);
  const text = last
    ? last.replace(/^(\d{4})(\d\d)(\d\d)-(\d\d)(\d\d)(\d\d)$/, '$1-$2-$3T$4:$5:$6')
    : ts.replace(' ', 'T');
  return instant(`${text}+07:00`);
}

/** An ISO-8601 time with offset, in milliseconds since 1970. */
export function instant(text) {
  const millis = Date.parse(text);
  if (Number.isNaN(millis) || !/([+-]\d\d:\d\d|Z)$/.test(text)) {
    throw new Error(`${text}: no time with offset`);
  }
  return millis;
}
