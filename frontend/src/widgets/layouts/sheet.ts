const made = new Map<string, CSSStyleSheet>();

/** The style sheet of a text, one for all widgets that use it. */
export function sheetOf(text: string): CSSStyleSheet {
  let sheet = made.get(text);
  if (!sheet) {
    sheet = new CSSStyleSheet();
    sheet.replaceSync(text);
    made.set(text, sheet);
  }
  return sheet;
}
