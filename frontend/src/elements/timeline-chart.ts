import uPlot from 'uplot';

/** What a chart of the count draws. All rows are as long as `instants`. */
export interface ChartData {
  readonly instants: readonly number[];
  readonly curves: readonly (readonly (number | null)[])[];
  readonly colors: readonly string[];
  readonly dashes: readonly (readonly number[])[];
  readonly counted: readonly number[];
  readonly held: readonly number[];
  readonly expected: number;
}

/** The colours of the page that the chart wears. */
export interface ChartInk {
  readonly ink: string;
  readonly soft: string;
  readonly line: string;
}

/** Where things stand, in pixels from the plot's upper left corner: what words are laid over the chart by. */
export interface Geometry {
  readonly width: number;
  readonly yTicks: readonly { readonly value: number; readonly y: number }[];
  readonly xTicks: readonly { readonly instant: number; readonly x: number }[];
  readonly apartMillis: number;
}

export interface ChartSize {
  readonly width: number;
  readonly height: number;
  readonly coverHeight: number;
}

const HATCH_PIXELS = 4;
/** Around the only point of a count that has one. */
const ALONE_MILLIS = 30_000;
const ROOM_ABOVE = 1.08;
/** Steps hold until the next form came: nothing is known to have happened in between. */
const stepped = uPlot.paths.stepped?.({ align: 1 });

function hatched(stroke: string): CanvasPattern | string {
  const scale = devicePixelRatio;
  const canvas = document.createElement('canvas');
  canvas.width = canvas.height = HATCH_PIXELS * scale;
  const pen = canvas.getContext('2d');
  if (!pen) return stroke;
  pen.scale(scale, scale);
  pen.strokeStyle = stroke;
  pen.lineWidth = 1;
  for (const shift of [-HATCH_PIXELS, 0, HATCH_PIXELS]) {
    pen.moveTo(shift, HATCH_PIXELS);
    pen.lineTo(shift + HATCH_PIXELS, 0);
  }
  pen.stroke();
  return pen.createPattern(canvas, 'repeat') ?? stroke;
}

const spanX = (_: uPlot, min: number, max: number): [number, number] =>
  min === max ? [min - ALONE_MILLIS, max + ALONE_MILLIS] : [min, max];

/** The curves of the choices and, below on the same axis of time, how far the count was. Draws lines only: words are the page's. */
export class TimelineChart {
  private plot: uPlot | null = null;
  private cover: uPlot | null = null;
  private xSplits: readonly number[] = [];
  private ySplits: readonly number[] = [];
  private apartMillis = 0;

  constructor(
    private readonly plotRoom: HTMLElement,
    private readonly coverRoom: HTMLElement,
    private readonly drawn: (geometry: Geometry) => void,
  ) {}

  /** Draws anew; says where things stand as soon as that is known, which is before the next picture. */
  draw(data: ChartData, ink: ChartInk, size: ChartSize): void {
    this.destroy();
    this.plot = new uPlot(this.plotOptions(data, ink, size), this.plotData(data), this.plotRoom);
    this.cover = new uPlot(this.coverOptions(data, ink, size), this.coverData(data), this.coverRoom);
  }

  destroy(): void {
    this.plot?.destroy();
    this.cover?.destroy();
    this.plot = this.cover = null;
  }

  /** Where a moment stands, from the left. */
  x(instant: number): number {
    return this.plot?.valToPos(instant, 'x') ?? 0;
  }

  /** Where a value stands, from the top. */
  y(value: number): number {
    return this.plot?.valToPos(value, 'y') ?? 0;
  }

  /** The moment under a place of the plot. */
  instantAt(x: number): number {
    return this.plot?.posToVal(x, 'x') ?? 0;
  }

  private geometry(): Geometry {
    const { plot } = this;
    return {
      width: plot?.over.clientWidth ?? 0,
      yTicks: this.ySplits.map((value) => ({ value, y: this.y(value) })),
      xTicks: this.xSplits.map((instant) => ({ instant, x: this.x(instant) })),
      apartMillis: this.apartMillis,
    };
  }

  private plotData(data: ChartData): uPlot.AlignedData {
    return [[...data.instants], ...data.curves.map((curve) => [...curve])];
  }

  private coverData(data: ChartData): uPlot.AlignedData {
    const both = data.counted.map((counted, i) => counted + (data.held[i] ?? 0));
    return [[...data.instants], both, [...data.counted]];
  }

  private common(size: ChartSize, height: number): Pick<uPlot.Options, 'width' | 'height' | 'ms' | 'padding' | 'cursor' | 'legend'> {
    return { width: size.width, height, ms: 1, padding: [0, 0, 0, 0], cursor: { show: false }, legend: { show: false } };
  }

  private plotOptions(data: ChartData, ink: ChartInk, size: ChartSize): uPlot.Options {
    const grid = { stroke: ink.line, width: 1 };
    const series = data.curves.map((_, i): uPlot.Series => ({
      stroke: data.colors[i] ?? ink.ink,
      width: 2,
      dash: [...(data.dashes[i] ?? [])],
      points: { show: false },
      ...(stepped ? { paths: stepped } : {}),
    }));
    return {
      ...this.common(size, size.height),
      scales: { x: { time: true, range: spanX }, y: { range: (_, __, max) => [0, Math.max(max, 1) * ROOM_ABOVE] } },
      axes: [
        {
          size: 0,
          space: 64,
          ticks: { show: false },
          grid: { show: false },
          values: (_, splits, __, ___, apart) => this.keepX(splits, apart),
        },
        { size: 0, space: 44, ticks: { show: false }, grid, values: (_, splits) => this.keepY(splits) },
      ],
      series: [{}, ...series],
      hooks: { draw: [(plot) => { if (plot === this.plot) this.drawn(this.geometry()); }] },
    };
  }

  private coverOptions(data: ChartData, ink: ChartInk, size: ChartSize): uPlot.Options {
    const most = data.expected > 0 ? data.expected : Math.max(1, ...data.counted);
    const area = (fill: CanvasPattern | string): uPlot.Series => ({
      stroke: ink.ink,
      width: 1,
      fill: () => fill,
      points: { show: false },
      ...(stepped ? { paths: stepped } : {}),
    });
    return {
      ...this.common(size, size.coverHeight),
      scales: { x: { time: true, range: spanX }, y: { range: () => [0, most] } },
      axes: [{ show: false }, { show: false }],
      series: [{}, { ...area(hatched(ink.soft)), width: 0 }, area(ink.ink)],
    };
  }

  private keepX(splits: readonly number[], apart: number): string[] {
    this.xSplits = [...splits];
    this.apartMillis = apart;
    return splits.map(() => '');
  }

  private keepY(splits: readonly number[]): string[] {
    this.ySplits = [...splits];
    return splits.map(() => '');
  }
}
