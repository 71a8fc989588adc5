/** One key, one act, on the screen of a held form. */
export type KeyAct = 'next' | 'previous' | 'confirm' | 'correct' | 'photo' | 'leave' | 'send';

const KEYS: Readonly<Record<string, KeyAct>> = {
  j: 'next',
  arrowdown: 'next',
  k: 'previous',
  arrowup: 'previous',
  c: 'confirm',
  e: 'correct',
  f: 'photo',
  enter: 'send',
  escape: 'leave',
};

export interface Pressed {
  readonly key: string;
  readonly ctrlKey: boolean;
  readonly metaKey: boolean;
  readonly altKey: boolean;
}

/**
 * What a key press means. While a person types, and where shortcuts are switched off (WCAG 2.1.4),
 * only Esc does: it is no character. Enter on a control is the control's own.
 */
export function actOf(pressed: Pressed, typing: boolean, onControl: boolean, enabled: boolean): KeyAct | null {
  if (pressed.ctrlKey || pressed.metaKey || pressed.altKey) return null;
  const act = KEYS[pressed.key.toLowerCase()] ?? null;
  if (act === 'leave') return act;
  if (typing || !enabled) return null;
  if (act === 'send' && onControl) return null;
  return act;
}
