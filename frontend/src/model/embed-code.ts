/** The code that a newsroom copies (docs/widget.md), for what was put together. */

export interface Embedding {
  readonly contest: string;
  readonly area: string;
  readonly layout: string;
  readonly language: string;
  readonly theme: string;
  /** `#rrggbb` or empty. */
  readonly accent: string;
  /** CSS pixels or empty. */
  readonly height: string;
  /** What the picture says to whom does not see it. */
  readonly title: string;
}

const QUOTED: Readonly<Record<string, string>> = { '&': '&amp;', '"': '&quot;', '<': '&lt;', '>': '&gt;' };

function quoted(text: string): string {
  return text.replaceAll(/[&"<>]/g, (char) => QUOTED[char] ?? char);
}

/** The attributes that are not the usual ones, in the order of the docs. */
export function attributesOf(embedding: Embedding): readonly (readonly [string, string])[] {
  const { contest, area, layout, language, theme, accent, height } = embedding;
  const usual: Readonly<Record<string, string>> = { layout: 'card', theme: 'auto', accent: '', height: '' };
  return Object.entries({ contest, area, layout, language, theme, accent, height }).filter(([name, value]) => usual[name] !== value);
}

export function elementCode(origin: string, embedding: Embedding): string {
  const { contest, area, language, title } = embedding;
  const attributes = attributesOf(embedding).map(([name, value]) => `${name}="${quoted(value)}"`).join(' ');
  const picture = `<img src="${origin}/embed/${contest}/${area}.svg?lang=${language}" alt="${quoted(title)}" width="400">`;
  return [
    `<script type="module" src="${origin}/embed.js"></script>`,
    `<pantau-suara ${attributes}><a href="${origin}/${contest}/${area}">${picture}</a></pantau-suara>`,
  ].join('\n');
}

export function frameCode(origin: string, embedding: Embedding): string {
  const { contest, area, title, height } = embedding;
  const asked = attributesOf(embedding).filter(([name]) => name !== 'contest' && name !== 'area');
  const query = new URLSearchParams(asked.map(([name, value]) => [name === 'language' ? 'lang' : name, value.replace('#', '')]));
  const address = `${origin}/embed/${contest}/${area}?${query.toString()}`;
  return `<iframe src="${quoted(address)}" title="${quoted(title)}" width="480" height="${height || 500}" sandbox="allow-scripts allow-popups" loading="lazy" frameborder="0"></iframe>`;
}

export function pictureAddress(origin: string, { contest, area, language, theme }: Embedding): string {
  return `${origin}/embed/${contest}/${area}.svg?lang=${language}&theme=${theme}`;
}
