import uPlot from 'uplot';

/** One line of a curve; `dash` tells it apart without colour. */
export interface Line {
  readonly name: string;
  readonly values: readonly (number | null)[];
  readonly dash: readonly number[];
  readonly soft?: boolean;
  readonly fill?: boolean;
}

export interface CurveInk {
  readonly ink: string;
  readonly soft: string;
  readonly line: string;
  readonly wash: string;
  readonly font: string;
  /** How much larger than usual everything on the page is: on a wall, two. */
  readonly scale: number;
}

/** Draws a small chart into a host; `xs` are epoch seconds, or any number where `words` writes it. */
export function draw(
  host: HTMLElement,
  size: { readonly width: number; readonly height: number },
  xs: readonly number[],
  lines: readonly Line[],
  ink: CurveInk,
  words: { readonly x: (value: number) => string; readonly y: (value: number) => string; readonly most?: number },
): uPlot {
  const axis = { stroke: ink.soft, font: ink.font, ticks: { show: false }, gap: 4 * ink.scale };
  return new uPlot(
    {
      width: size.width,
      height: size.height,
      padding: [8, 4, 0, 0],
      legend: { show: false },
      cursor: { show: false },
      scales: {
        x: { time: false },
        y: { range: (_, __, max) => [0, words.most ?? Math.max(max * 1.08, 0.001)] },
      },
      axes: [
        { ...axis, size: 26 * ink.scale, space: 80 * ink.scale, grid: { show: false }, values: (_, ticks) => ticks.map(words.x) },
        { ...axis, size: 46 * ink.scale, space: 28 * ink.scale, grid: { stroke: ink.line, width: ink.scale }, values: (_, ticks) => ticks.map(words.y) },
      ],
      series: [
        {},
        ...lines.map((line) => ({
          stroke: line.soft ? ink.soft : ink.ink,
          width: 1.5 * ink.scale,
          dash: line.dash.map((length) => length * ink.scale),
          points: { show: false },
          ...(line.fill ? { fill: ink.wash } : {}),
        })),
      ],
    },
    [[...xs], ...lines.map(({ values }) => [...values])],
    host,
  );
}
