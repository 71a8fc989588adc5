import { browserArguments, browserPath } from '../browser-tests/browser.js';

/** One cold load of one page, as Lighthouse sees it. Scores 0…100, times in ms, sizes in transferred bytes. */
export interface Run {
  readonly performance: number;
  readonly accessibility: number;
  readonly practices: number;
  readonly seo: number;
  readonly lcpMillis: number;
  readonly tbtMillis: number;
  readonly cls: number;
  readonly bytes: number;
  readonly scriptBytes: number;
  /** What cost a score: audits below full marks that have a weight. */
  readonly failed: readonly string[];
}

/** `simulate` reckons a slow phone from a fast load; `devtools` really slows the load down. */
export type Throttling = 'simulate' | 'devtools';

interface Audit {
  readonly id: string;
  readonly score: number | null;
  readonly numericValue?: number;
  readonly displayValue?: string;
  readonly details?: { readonly items?: readonly Item[] };
}
interface Item {
  readonly transferSize?: number;
  readonly resourceType?: string;
}
interface Category {
  readonly score: number | null;
  readonly auditRefs: readonly { readonly id: string; readonly weight: number }[];
}
interface Report {
  readonly runtimeError?: { readonly message: string };
  readonly audits: Readonly<Record<string, Audit | undefined>>;
  readonly categories: Readonly<Record<string, Category | undefined>>;
}
type Lighthouse = (url: string, flags: object) => Promise<{ readonly lhr: Report } | undefined>;
interface Launcher {
  launch(options: object): Promise<{ readonly port: number; kill(): void }>;
}

/** Lighthouse is a package of its own folder, so that nobody who only builds the pages waits for it. */
async function tool<T>(name: string): Promise<T> {
  return (await import(/* @vite-ignore */ name)) as T;
}

const CATEGORIES = ['performance', 'accessibility', 'best-practices', 'seo'] as const;

function runOf(report: Report): Run {
  if (report.runtimeError) throw new Error(report.runtimeError.message);
  const score = (category: (typeof CATEGORIES)[number]) => Math.round((report.categories[category]?.score ?? 0) * 100);
  const value = (audit: string) => report.audits[audit]?.numericValue ?? NaN;
  const requests = report.audits['network-requests']?.details?.items ?? [];
  const sum = (items: readonly Item[]) => items.reduce((bytes, item) => bytes + (item.transferSize ?? 0), 0);
  const weighed = CATEGORIES.flatMap((category) => report.categories[category]?.auditRefs ?? []).filter(({ weight }) => weight > 0);
  const failed = weighed
    .map(({ id }) => report.audits[id])
    .filter((audit) => audit?.score !== null && audit !== undefined && audit.score < 0.9)
    .map((audit) => `${audit?.id ?? ''}${audit?.displayValue ? ` (${audit.displayValue})` : ''}`);
  return {
    performance: score('performance'),
    accessibility: score('accessibility'),
    practices: score('best-practices'),
    seo: score('seo'),
    lcpMillis: value('largest-contentful-paint'),
    tbtMillis: value('total-blocking-time'),
    cls: value('cumulative-layout-shift'),
    bytes: sum(requests),
    scriptBytes: sum(requests.filter(({ resourceType }) => resourceType === 'Script')),
    failed,
  };
}

/** Opens a page in a fresh Chromium, mobile and throttled, and judges it. */
export async function lighthouseRun(url: string, throttling: Throttling): Promise<Run> {
  const { default: lighthouse } = await tool<{ default: Lighthouse }>('lighthouse');
  const launcher = await tool<Launcher>('chrome-launcher');
  const chrome = await launcher.launch({
    chromePath: await browserPath(),
    chromeFlags: ['--headless=new', ...browserArguments()],
    logLevel: 'silent',
  });
  try {
    const result = await lighthouse(url, {
      port: chrome.port,
      output: 'json',
      logLevel: 'error',
      onlyCategories: [...CATEGORIES],
      throttlingMethod: throttling,
    });
    if (!result) throw new Error(`Lighthouse said nothing of ${url}`);
    return runOf(result.lhr);
  } finally {
    chrome.kill();
  }
}
