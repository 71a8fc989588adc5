import type { Numbers } from '../model/numbers.js';
import type { AnyResults, Choice, Contest, Results } from '../model/wire.js';
import type { Options } from './options.js';
import type { WidgetTexts } from './texts.js';

/** What a layout draws with; the same for every state it is given. */
export interface Setting {
  readonly origin: string;
  readonly options: Options;
  readonly contest: Contest;
  readonly choices: readonly Choice[];
  readonly t: WidgetTexts;
  readonly n: Numbers;
  /** The address of the full page of a place. */
  href(area: string): string;
}

/** The part of a widget that shows the numbers; what is around them is the frame's. */
export interface Layout {
  readonly node: Element;
  readonly sheet?: CSSStyleSheet;
  /** Shows the numbers of one body. */
  show(body: Results): void;
  /** Ends timers and listeners. */
  stop?(): void;
}

/** What the module of a layout exports as `layout`. */
export interface LayoutModule {
  layout(setting: Setting): Layout;
}

/** True of a body that has numbers. */
export function isOpenBody(body: AnyResults | null): body is Results {
  return body !== null && body.status !== 'withheld';
}
