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
  const axis = { stroke: ink.soft, font: ink.font, ticks: { show: false }, gap: 4 };
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
        { ...axis, size: 26, space: 80, grid: { show: false }, values: (_, ticks) => ticks.map(words.x) },
        { ...axis, size: 46, space: 28, grid: { stroke: ink.line, width: 1 }, values: (_, ticks) => ticks.map(words.y) },
      ],
      series: [
        {},
        ...lines.map((line) => ({
          stroke: line.soft ? ink.soft : ink.ink,
          width: 1.5,
          dash: [...line.dash],
          points: { show: false },
          ...(line.fill ? { fill: ink.wash } : {}),
        })),
      ],
    },
    [[...xs], ...lines.map(({ values }) => [...values])],
    host,
  );
}
