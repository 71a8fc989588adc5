/**
 * Names as they are read, not as they are shouted: the reference data writes most of them in
 * capitals. Only the case changes, and the one province that is spaced out ("P A P U A").
 */

const ROMAN = /^(?=[XVI])X{0,3}(?:IX|IV|V?I{0,3})$/;
const KEPT = new Set(['DKI', 'UPT', 'PTP', 'TPS', 'KSK', 'POS', 'RT', 'RW']);
const VOWEL = /[AEIOUY]/;

function word(text: string, next: string): string {
  if (KEPT.has(text) || ROMAN.test(text)) return text;
  if (!VOWEL.test(text) && next !== '.') return text;
  return text.charAt(0) + text.slice(1).toLowerCase();
}

/** "KOTA ADM. JAKARTA PUSAT" → "Kota Adm. Jakarta Pusat"; words with lower-case letters stay. */
export function readable(name: string): string {
  const joined = /^\p{Lu}(?: \p{Lu}){2,}$/u.test(name) ? name.replaceAll(' ', '') : name;
  return joined.replaceAll(
    /(?<![\p{L}'’])\p{Lu}[\p{Lu}'’]+(?![\p{L}'’])/gu,
    (found, at: number) => word(found, joined.charAt(at + found.length)),
  );
}

/** The persons of a choice's full name, which the ballot joins with a spaced dash. */
export function pairOf(name: string): readonly string[] {
  return name.split(/ [-–] /).map(readable);
}
