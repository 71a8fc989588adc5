/** Reads `--name value` of the command line; a name that is not known is a mistake and not ignored. */
export function options<T extends Readonly<Record<string, string>>>(args: readonly string[], defaults: T): Record<keyof T, string> {
  const read: Record<keyof T, string> = { ...defaults };
  for (let at = 0; at < args.length; at += 2) {
    const name = (args[at] ?? '').replace(/^--/, '');
    const value = args[at + 1];
    if (!(name in defaults) || value === undefined) {
      const usage = Object.entries(defaults).map(([key, initial]) => `--${key} ${initial || '…'}`);
      throw new Error(`unknown or incomplete: ${args[at] ?? ''}; options with their defaults: ${usage.join(' ')}`);
    }
    read[name as keyof T] = value;
  }
  return read;
}
