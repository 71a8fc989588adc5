import { ESLint } from 'eslint';
import { expect, test } from 'vitest';

/** The walls between the rooms stand: what is forbidden is really refused, what is allowed is not. */

// Without types: the walls need none, and the type checker takes seconds to start.
const eslint = new ESLint({
  ruleFilter: ({ ruleId }) => ruleId === 'no-restricted-imports',
  overrideConfig: { files: ['**/*.ts'], languageOptions: { parserOptions: { projectService: false } } },
});

async function complaints(filePath: string, from: string): Promise<number> {
  const [result] = await eslint.lintText(`import '${from}';\n`, { filePath });
  return result?.messages.length ?? 0;
}

test.each([
  ['src/model/position.ts', '../live/store.js'],
  ['src/model/position.ts', '../elements/base.js'],
  ['src/model/position.ts', 'lit'],
  ['src/model/position.ts', '@vaadin/button'],
  ['src/model/texts/basis.ts', '../../live/store.js'],
  ['src/live/store.ts', '../elements/base.js'],
  ['src/live/store.ts', '../dashboard/router.js'],
  ['src/live/store.ts', 'lit'],
  ['src/live/store.ts', 'lit/decorators.js'],
  ['src/elements/base.ts', '../dashboard/router.js'],
  ['src/elements/base.ts', '../widgets/dom.js'],
  ['src/dashboard/router.ts', '../widgets/dom.js'],
  ['src/widgets/frame.ts', '../elements/base.js'],
  ['src/widgets/frame.ts', 'lit'],
  ['src/widgets/frame.ts', '@vaadin/button'],
  ['src/widgets/layouts/table.ts', '../../elements/base.js'],
])('zones_%s_mustNotImport_%s', async (file, from) => {
  expect(await complaints(file, from)).toBe(1);
}, 30_000);

test.each([
  ['src/model/position.ts', './language.js'],
  ['src/model/texts/basis.ts', '../language.js'],
  ['src/live/store.ts', '../model/position.js'],
  ['src/elements/base.ts', '../live/store.js'],
  ['src/elements/base.ts', '@vaadin/button'],
  ['src/dashboard/router.ts', '../elements/base.js'],
  ['src/widgets/frame.ts', '../live/store.js'],
  ['src/widgets/layouts/table.ts', '../../model/shares.js'],
])('zones_%s_mayImport_%s', async (file, from) => {
  expect(await complaints(file, from)).toBe(0);
}, 30_000);
