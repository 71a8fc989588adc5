/** Just enough to make elements in a few bytes: widgets bring no library along. */

export type Child = Node | string | null | undefined | false;

const SVG = 'http://www.w3.org/2000/svg';

function filled<T extends Element>(element: T, attributes: Readonly<Record<string, string>>, children: readonly Child[]): T {
  for (const [name, value] of Object.entries(attributes)) element.setAttribute(name, value);
  element.append(...children.filter((child) => child !== null && child !== undefined && child !== false));
  return element;
}

/** An element with attributes and children; what is null, undefined or false is left out. Text is never markup. */
export function h<K extends keyof HTMLElementTagNameMap>(
  tag: K,
  attributes: Readonly<Record<string, string>> = {},
  ...children: readonly Child[]
): HTMLElementTagNameMap[K] {
  return filled(document.createElement(tag), attributes, children);
}

/** The same of SVG. */
export function s<K extends keyof SVGElementTagNameMap>(
  tag: K,
  attributes: Readonly<Record<string, string>> = {},
  ...children: readonly Child[]
): SVGElementTagNameMap[K] {
  return filled(document.createElementNS(SVG, tag), attributes, children);
}

/** Writes a text only where it is another: most of a tick's texts are the same. */
export function write(node: Element, text: string): void {
  if (node.textContent !== text) node.textContent = text;
}
