import type { CDPSession, Page } from '@playwright/test';
import { asShown, results } from '../browser-tests/api.js';
import { until } from '../browser-tests/node.js';
import { type Shown, open, shown } from '../browser-tests/test.js';
import { type Task, tasksOf } from './trace.js';

const AGREE_MILLIS = 20_000;
/** Below this a task is not worth a line; the promise is 50. */
const NOTED_MILLIS = 30;
/** As many boxes laid out anew are worth one, however fast they were. */
const NOTED_BOXES = 100;

/** What was seen of a page between two looks. */
export interface Sample {
  readonly atSeconds: number;
  readonly heapBytes: number;
  readonly nodes: number;
  readonly listeners: number;
}

/** What a watched page keeps for us. */
interface Columns {
  movedColumns: string[];
}

/** A page that is watched while its numbers move. */
export class WatchedPage {
  readonly samples: Sample[] = [];
  readonly tasks: Task[] = [];
  /** Texts of the live socket that carried numbers. */
  updates = 0;
  agreed = 0;
  readonly differences: string[] = [];
  movedColumns: readonly string[] = [];
  private readonly begunAt = Date.now();

  private constructor(
    readonly name: string,
    private readonly url: string,
    private readonly area: string,
    private readonly page: Page,
    private readonly session: CDPSession,
  ) {}

  static async open(name: string, page: Page, url: string, area: string): Promise<WatchedPage> {
    const session = await page.context().newCDPSession(page);
    const watched = new WatchedPage(name, url, area, page, session);
    page.on('websocket', (socket) => {
      socket.on('framereceived', ({ payload }) => {
        if (payload.includes('"topic"')) watched.updates += 1;
      });
    });
    await open(page, area === '0' ? url : `${url}/ppwp/${area}`);
    await watched.watchColumns();
    return watched;
  }

  get mark(): string {
    return `soak-${this.name}`;
  }

  async setMark(): Promise<void> {
    await this.page.evaluate((mark) => performance.mark(mark), this.mark);
  }

  traced(trace: string): void {
    const noted = ({ wallMillis, boxes }: Task) => wallMillis >= NOTED_MILLIS || boxes >= NOTED_BOXES;
    this.tasks.push(...tasksOf(trace, this.mark).filter(noted));
  }

  /** Heap and DOM after everything that can go is gone. */
  async weigh(): Promise<void> {
    await this.session.send('HeapProfiler.collectGarbage');
    const { usedSize } = await this.session.send('Runtime.getHeapUsage');
    const { nodes, jsEventListeners } = await this.session.send('Memory.getDOMCounters');
    const atSeconds = Math.round((Date.now() - this.begunAt) / 1000);
    this.samples.push({ atSeconds, heapBytes: usedSize, nodes, listeners: jsEventListeners });
  }

  /** While nothing is sent: title figures and every row on the screen say what the API says. */
  async compare(): Promise<void> {
    let last = 'nothing was compared';
    const same = await until(async () => {
      const body = await results(this.url, this.area);
      const screen = await shown(this.page);
      const rows = await this.rows();
      const again = await results(this.url, this.area);
      if (again.digest !== body.digest) return null;
      const wrong = (body.children ?? [])
        .filter(({ code }) => code in rows)
        .filter(({ code, totals }) => {
          const said = Object.values(totals.votes);
          return rows[code] !== (said.some((votes) => votes > 0) ? said.join() : said.map(() => '').join());
        })
        .map(({ code, totals }) => `${code} shows ${rows[code] ?? ''}, the API says ${Object.values(totals.votes).join()}`);
      // Not the position: a batch elsewhere in the province moves it, and no text is sent for numbers that stayed.
      const numbers = ({ votes, counted, held }: Shown) => JSON.stringify({ votes, counted, held });
      const [said, wanted] = [numbers(screen), numbers(asShown(body))];
      last = [said === wanted ? '' : `${said} is shown, the API says ${wanted}`, ...wrong].join(' ').trim();
      if (Object.keys(rows).length === 0) last = 'the page shows no rows';
      return last === '' ? true : null;
    }, AGREE_MILLIS);
    if (same) this.agreed += 1;
    else this.differences.push(last);
  }

  /** Notes the columns of the table that became wider or narrower since the page was opened. */
  async lookAtColumns(): Promise<void> {
    this.movedColumns = await this.page.evaluate(() => (window as unknown as Columns).movedColumns);
  }

  private async watchColumns(): Promise<void> {
    await this.page.locator('table:has(tr[data-code]) thead th').evaluateAll((cells) => {
      const moved: string[] = [];
      const widths = new Map<Element, number>();
      const observer = new ResizeObserver((entries) => {
        for (const { target, borderBoxSize } of entries) {
          const [width, before] = [borderBoxSize[0]?.inlineSize ?? 0, widths.get(target)];
          if (before !== undefined && before !== width) moved.push(`${target.textContent.trim()}: ${before} to ${width}`);
          widths.set(target, width);
        }
      });
      for (const cell of cells) observer.observe(cell);
      if (cells.length > 0) (window as unknown as Columns).movedColumns = moved;
    });
  }

  /** The votes in the rows of the table as they stand on the screen, digits only; empty where a dash stands. */
  private rows(): Promise<Readonly<Record<string, string>>> {
    return this.page.locator('tr[data-code]').evaluateAll((rows) =>
      Object.fromEntries(
        rows.map((row) => [
          row.getAttribute('data-code') ?? '',
          [...row.querySelectorAll('td.votes')].map((cell) => cell.textContent.replace(/\D/g, '')).join(),
        ]),
      ),
    );
  }
}
