import { expect, test } from 'vitest';
import { LANGUAGES } from '../language.js';
import { featureTexts } from '../texts.js';
import { MAP_TEXTS } from './map.js';

test('mapTexts_inEveryLanguage_nameNoWinner', () => {
  for (const language of LANGUAGES) {
    const texts = featureTexts(MAP_TEXTS, language);
    const said: unknown[] = [...Object.values<unknown>({ ...texts }), texts.most('A', '1 %'), texts.tied('A, B', '1 %'), texts.range('0', '20'), texts.stations('1', '2', '50 %')];
    const words = JSON.stringify(said);
    expect(words).not.toMatch(/\b(win|wins|won|winner|menang|unggul|kalah|lead|leads)\b/i);
    expect(words).not.toContain('""');
  }
});
