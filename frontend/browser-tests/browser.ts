import { accessSync, constants } from 'node:fs';
import { delimiter, join } from 'node:path';
import process from 'node:process';

const NAMES = ['chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable'];

function executable(path: string): boolean {
  try {
    accessSync(path, constants.X_OK);
    return true;
  } catch {
    return false;
  }
}

/**
 * The Chromium to test with: $CHROME_BIN, the system's, or the one that comes as an npm package.
 * Fails with one sentence where there is none: a test that is skipped in silence proves nothing.
 */
export async function browserPath(): Promise<string> {
  const { CHROME_BIN, PATH = '' } = process.env;
  if (CHROME_BIN) {
    if (executable(CHROME_BIN)) return CHROME_BIN;
    throw new Error(`CHROME_BIN names ${CHROME_BIN}, which cannot be run.`);
  }
  const directories = PATH.split(delimiter);
  const found = NAMES.flatMap((name) => directories.map((directory) => join(directory, name))).find(executable);
  if (found) return found;
  try {
    const { default: packaged } = await import('@sparticuz/chromium');
    return await packaged.executablePath();
  } catch (error) {
    throw new Error(
      'The browser tests need Chromium: none is on the PATH, CHROME_BIN is not set, and the packaged one ' +
        `(@sparticuz/chromium) could not be unpacked (${String(error)}).`,
    );
  }
}

/** Nothing of the browser's own may talk to anyone; root has no sandbox to hide in. */
export function browserArguments(): string[] {
  const root = process.getuid?.() === 0;
  return [
    ...(root ? ['--no-sandbox'] : []),
    '--disable-background-networking',
    '--disable-component-update',
    '--disable-sync',
    '--no-first-run',
    '--disable-gpu',
    '--disable-dev-shm-usage',
  ];
}
