import lit from 'eslint-plugin-lit';
import tseslint from 'typescript-eslint';

/**
 * The rooms and what each may not reach for: model ← live ← elements ← dashboard, and beside the
 * dashboard the command centre; widgets stand on live. `live` holds no pixel, so no Lit; `model` imports nothing but itself.
 */
const zone = (room, forbidden, message) => ({
  files: [`src/${room}/**/*.ts`],
  ignores: ['**/*.test.ts'],
  rules: {
    'no-restricted-imports': ['error', { patterns: [{ group: forbidden, message }] }],
  },
});
const PIXELS = ['lit', 'lit/*', '@lit/*', '@vaadin/*'];

export default tseslint.config(
  { ignores: ['dist/', 'target/', '**/node_modules/', 'playwright-report/', 'test-results/'] },
  {
    files: ['**/*.ts'],
    extends: [tseslint.configs.strictTypeChecked, tseslint.configs.stylisticTypeChecked],
    languageOptions: { parserOptions: { projectService: true, tsconfigRootDir: import.meta.dirname } },
    rules: {
      'max-lines': ['error', { max: 300 }],
      'max-lines-per-function': ['error', { max: 70 }],
      'no-console': 'error',
      '@typescript-eslint/restrict-template-expressions': ['error', { allowNumber: true }],
      '@typescript-eslint/consistent-type-imports': 'error',
      '@typescript-eslint/switch-exhaustiveness-check': 'error',
    },
  },
  {
    files: ['src/**/*.ts'],
    plugins: { lit },
    rules: { ...lit.configs['flat/recommended'].rules, 'lit/no-template-map': 'off' },
  },
  { files: ['**/*.test.ts', 'browser-tests/**'], rules: { 'max-lines-per-function': 'off' } },
  zone('model', ['../live/*', '../elements/*', '../dashboard/*', '../command-centre/*', '../widgets/*', '../../*', ...PIXELS, '@*/*'], 'model is pure: it imports nothing but itself'),
  zone('live', ['../elements/*', '../dashboard/*', '../command-centre/*', '../widgets/*', ...PIXELS], 'live knows model only, and no Lit'),
  zone('elements', ['../dashboard/*', '../command-centre/*', '../widgets/*'], 'elements know model and live only'),
  zone('dashboard', ['../command-centre/*', '../widgets/*'], 'the public pages know nothing of the command centre, and widgets come to them as to any page'),
  zone('widgets', ['../elements/*', '../dashboard/*', '../command-centre/*', '../../elements/*', ...PIXELS], 'a widget is model and live and a few bytes: no Lit, no Vaadin'),
  zone('command-centre', ['../dashboard/*', '../../dashboard/*'], 'the command centre has nothing of the public pages but their elements'),
  zone('command-centre/live', ['../../elements/*', '../../dashboard/*', '../*.js', ...PIXELS], 'it holds no pixel: model and live only'),
);
