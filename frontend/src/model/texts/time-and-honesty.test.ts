import { expect, test } from 'vitest';
import { basisTexts } from './basis.js';
import { correctionsTexts } from './corrections.js';
import { momentTexts } from './moment.js';
import { representationTexts } from './representation.js';
import { timelineTexts } from './timeline.js';

test.each([basisTexts, correctionsTexts, momentTexts, representationTexts, timelineTexts])(
  '%o_inEnglish_saysEverythingInItsOwnWords',
  (texts) => {
    const indonesian: Record<string, unknown> = texts('id');
    const english: Record<string, unknown> = texts('en');
    expect(Object.keys(english)).toEqual(Object.keys(indonesian));
    for (const [key, said] of Object.entries(english)) {
      expect(said, key).not.toBe('');
      if (typeof said === 'string') expect(said, key).not.toBe(indonesian[key]);
    }
  },
);
