import { LOCALES, type Language, wireLanguage } from './language.js';

/** Numbers in the reader's format: 1.234.567 and 58,58 %, or 1,234,567 and 58.58%. */
export interface Numbers {
  integer(value: number): string;
  /** A change with its sign; the minus is a minus, not a hyphen. */
  signed(value: number): string;
  /** A value already in percent, two decimals, with its sign. */
  percent(value: number): string;
  /** The same without the percent sign, for columns that carry it in their head. */
  share(value: number): string;
}

const NO_BREAK = '\u00a0';

function make(language: Language): Numbers {
  const integer = new Intl.NumberFormat(LOCALES[language], { maximumFractionDigits: 0 });
  const decimal = new Intl.NumberFormat(LOCALES[language], {
    minimumFractionDigits: 2,
    maximumFractionDigits: 2,
  });
  const gap = wireLanguage(language) === 'id' ? NO_BREAK : '';
  return {
    integer: (value) => integer.format(value),
    signed: (value) => `${value < 0 ? '\u2212' : '+'}${integer.format(Math.abs(value))}`,
    percent: (value) => `${decimal.format(value)}${gap}%`,
    share: (value) => decimal.format(value),
  };
}

const made: Partial<Record<Language, Numbers>> = {};

/** The formats of a language; made once, since Intl's constructors are slow. */
export function numbersOf(language: Language): Numbers {
  return (made[language] ??= make(language));
}
