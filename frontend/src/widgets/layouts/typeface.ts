import file from '@fontsource-variable/hanken-grotesk/files/hanken-grotesk-latin-wght-normal.woff2?url';

/** What styles call it. */
export const TYPEFACE = 'Pantau Suara';

let asked = false;

/**
 * Brings the typeface of our own pages, once a page: a television picture has no newspaper around
 * it whose letters it could take. Fetched as bytes, so that a page's policy needs no word on fonts;
 * where it does not come, the device's own stands.
 */
export async function bringTypeface(): Promise<void> {
  if (asked) return;
  asked = true;
  try {
    const response = await fetch(file);
    if (!response.ok) return;
    const face = new FontFace(TYPEFACE, await response.arrayBuffer(), { weight: '100 900' });
    document.fonts.add(await face.load());
  } catch {
    asked = false;
  }
}
