import { type SVGTemplateResult, svg } from 'lit';
import type { Ink } from '../model/map-reading.js';
import type { Choice } from '../model/wire.js';
import { colorOf, textureOf } from '../model/fill.js';

/** What the shapes of a map are filled with: the choices' own textures, and the signs for no leader. */

/** The CSS value of `fill` for an ink; patterns are those of {@link patterns} in the same tree. */
export function fillFor(ink: Ink): string {
  switch (ink.kind) {
    case 'choice':
      return `url(#choice-${ink.id})`;
    case 'class':
      return `var(--class-${ink.at})`;
    case 'tie':
    case 'withheld':
      return `url(#${ink.kind})`;
    case 'none':
      return 'var(--wash)';
  }
}

/** One choice: its colour with its lines of paper, as fill.ts draws it in CSS. `unit` is a pixel in units. */
function ofChoice(choice: Choice, unit: number): SVGTemplateResult {
  const texture = textureOf(choice);
  const side = texture?.everyPixels ?? 8;
  const mark =
    texture?.kind === 'dots'
      ? svg`<circle cx="2" cy="2" r="1" style="fill: var(--paper)" />`
      : svg`<rect width=${texture ? 1 : 0} height=${side} style="fill: var(--paper)" />`;
  return svg`<pattern
    id="choice-${choice.id}"
    width=${side}
    height=${side}
    patternUnits="userSpaceOnUse"
    patternTransform="scale(${unit}) rotate(${texture?.kind === 'lines' ? texture.angle - 90 : 0})"
  ><rect width=${side} height=${side} fill=${colorOf(choice)} />${mark}</pattern>`;
}

/** Every pattern that a map needs, to stand once in its tree. */
export function patterns(choices: readonly Choice[], unit: number): SVGTemplateResult {
  return svg`<defs>
    ${choices.map((choice) => ofChoice(choice, unit))}
    <pattern id="tie" width="7" height="7" patternUnits="userSpaceOnUse" patternTransform="scale(${unit}) rotate(45)">
      <rect width="7" height="7" style="fill: var(--paper)" /><rect width="1.25" height="7" style="fill: var(--ink-2)" /><rect width="7" height="1.25" style="fill: var(--ink-2)" />
    </pattern>
    <pattern id="withheld" width="6" height="6" patternUnits="userSpaceOnUse" patternTransform="scale(${unit})">
      <rect width="6" height="6" style="fill: var(--paper)" /><circle cx="3" cy="3" r="1" style="fill: var(--ink-2)" />
    </pattern>
  </defs>`;
}
