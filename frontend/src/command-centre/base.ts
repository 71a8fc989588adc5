import { css } from 'lit';
import { property } from 'lit/decorators.js';
import { PantauElement } from '../elements/base.js';
import type { Preferences } from '../live/preferences.js';
import type { Contests } from './live/contests.js';
import type { Refused } from './live/desk.js';
import type { Places } from './live/places.js';
import type { Queue } from './live/queue.js';
import type { LiveChannel } from './live/screens.js';
import type { Session } from './live/session.js';
import type { CommandRouter } from './router.js';
import { type CommandTexts, commandTexts } from './texts.js';

/** What every screen is given: built once in `main`. */
export interface CommandParts {
  readonly preferences: Preferences;
  readonly session: Session;
  readonly channel: LiveChannel;
  readonly router: CommandRouter;
  readonly contests: Contests;
  readonly places: Places;
  readonly queue: Queue;
}

/** What every screen of the command centre shares. */
export class CommandElement extends PantauElement {
  @property({ attribute: false }) parts!: CommandParts;

  protected get c(): CommandTexts {
    return commandTexts(this.language);
  }

  /** A failure in words. */
  protected sorry(problem: Refused): string {
    return this.c.problems[problem.code] ?? (problem.status === 0 ? this.c.unreachable : `${this.c.failed} (${problem.code})`);
  }

  /** After the person came here: the focus on the title. */
  greet(): void {
    this.renderRoot.querySelector<HTMLElement>('h1')?.focus({ preventScroll: true });
  }
}

/** A screen's face: one title, one line of what it says, sections under hairlines. */
export const screenStyles = css`
  :host {
    padding: 1.25rem var(--gutter) 3rem;
  }
  h1 {
    margin: 0;
    font-size: var(--size-xl);
    font-weight: 650;
    letter-spacing: -0.01em;
    line-height: 1.2;
  }
  h1:focus-visible {
    outline-offset: 4px;
  }
  .top {
    display: flex;
    flex-wrap: wrap;
    align-items: baseline;
    gap: 0.25rem 1.5rem;
    margin-bottom: 1rem;
  }
  .top > p {
    color: var(--ink-2);
    font-size: var(--size-s);
  }
  .top > p.num {
    white-space: normal;
  }
  .end {
    margin-left: auto;
  }
  table {
    width: 100%;
    border-collapse: collapse;
    font-variant-numeric: tabular-nums lining-nums;
    font-size: var(--size-s);
  }
  th,
  td {
    padding: 0.3125rem 0 0.3125rem 0.75rem;
    border-bottom: 1px solid var(--line);
    font-weight: 400;
    text-align: right;
    white-space: nowrap;
  }
  thead :is(th, td) {
    border-bottom-color: var(--line-2);
    color: var(--ink-2);
  }
  :is(th, td):first-child {
    padding-left: 0;
    text-align: left;
  }
  .words {
    text-align: left;
    white-space: normal;
  }
  .empty {
    padding: 2rem 0;
    color: var(--ink-2);
    max-width: 60ch;
  }
  .wrong {
    margin-bottom: 1rem;
    padding: 0.5rem 0.75rem;
    border-left: 2px solid var(--ink);
    background: var(--wash);
    max-width: 70ch;
    text-wrap: pretty;
  }
  .acts {
    display: flex;
    flex-wrap: wrap;
    gap: 0.5rem;
  }
  button.act {
    min-height: 2.25rem;
    padding: 0 0.875rem;
    border: 1px solid var(--line-2);
    border-radius: 2px;
    background: var(--paper);
    color: var(--ink);
    font: inherit;
    font-size: var(--size-m);
    font-weight: 550;
    cursor: pointer;
  }
  button.act:hover {
    border-color: var(--ink);
  }
  button.act[aria-pressed='true'] {
    border-color: var(--ink);
    background: var(--wash);
  }
  button.act.first {
    border-color: var(--ink);
    background: var(--ink);
    color: var(--paper);
  }
  button.act[disabled] {
    border-color: var(--line);
    background: var(--wash);
    color: var(--ink-2);
    cursor: default;
  }
  .chips {
    display: flex;
    flex-wrap: wrap;
    gap: 0 1.25rem;
    font-size: var(--size-s);
  }
  .chips button,
  .chips a {
    padding: 0.25rem 0;
    border: 0;
    border-bottom: 2px solid transparent;
    background: none;
    color: var(--ink);
    font: inherit;
    text-decoration: none;
    cursor: pointer;
  }
  .chips :is(button, a):hover {
    border-bottom-color: var(--line-2);
  }
  .chips :is([aria-pressed='true'], [aria-current='true']) {
    border-bottom-color: var(--ink);
    font-weight: 600;
  }
  label.choice {
    display: grid;
    gap: 0.25rem;
    justify-items: start;
    font-size: var(--size-s);
    font-weight: 600;
  }
  label.choice select {
    max-width: 100%;
    min-height: 2.25rem;
    font-weight: 400;
  }
  .wide {
    overflow-x: auto;
  }
  [role='status']:empty {
    display: none;
  }
  [data-came]:focus {
    outline: none;
  }
  select {
    min-height: 2rem;
    padding: 0 0.5rem;
    border: 1px solid var(--line-2);
    border-radius: 2px;
    background: var(--paper);
    color: var(--ink);
    font: inherit;
    font-size: var(--size-s);
  }
  select:focus-visible {
    outline: 2px solid var(--focus);
    outline-offset: 1px;
  }
  @media (max-width: 40rem) {
    .end {
      margin-left: 0;
    }
  }
`;
