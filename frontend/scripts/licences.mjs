// Refuses a build with a Vaadin component that is not free. Vaadin publishes commercial components
// under the same scope as the free ones, so the licence of every installed package is read.
import { existsSync, readFileSync, readdirSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

const scope = join(dirname(fileURLToPath(import.meta.url)), '../node_modules/@vaadin');
if (!existsSync(scope)) {
  console.error('licences: node_modules/@vaadin is missing; run npm ci first');
  process.exit(1);
}
const installed = readdirSync(scope).map((name) => {
  const { license } = JSON.parse(readFileSync(join(scope, name, 'package.json'), 'utf8'));
  return { name: `@vaadin/${name}`, license };
});
const foreign = installed.filter(({ license }) => license !== 'Apache-2.0');
for (const { name, license } of foreign) {
  console.error(`licences: ${name} is licensed ${JSON.stringify(license)}, not Apache-2.0`);
}
if (foreign.length > 0 || installed.length === 0) process.exit(1);
console.log(`licences: ${installed.length} @vaadin packages, all Apache-2.0`);
