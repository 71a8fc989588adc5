import { css } from 'lit';

/** The path on one screen: the forms by outcome large, then times and parts, the curves, the tables. */
export const pathStyles = css`
  h2 {
    margin-bottom: 0.375rem;
    font-size: var(--size-s);
    font-weight: 600;
  }
  .stale {
    color: var(--ink) !important;
    font-weight: 600;
  }
  .outcomes {
    display: grid;
    grid-template-columns: minmax(8.5rem, 1.35fr) repeat(6, minmax(5.5rem, 1fr));
    border-top: 1px solid var(--ink);
    border-bottom: 1px solid var(--line);
  }
  .outcomes > div {
    padding: 0.625rem 0.75rem 0.75rem;
    border-left: 1px solid var(--line);
  }
  .outcomes > div:first-child {
    padding-left: 0;
    border-left: 0;
  }
  .outcomes dt {
    font-size: var(--size-s);
  }
  .outcomes .rate {
    font-size: calc(var(--size-num) * 0.95);
    font-weight: 600;
    letter-spacing: -0.015em;
    line-height: 1.15;
  }
  .outcomes > div:first-child .rate {
    font-size: calc(var(--size-num) * 1.5);
    line-height: 1;
  }
  .rate small {
    margin-left: 0.1875rem;
    color: var(--ink-2);
    font-size: var(--size-s);
    font-weight: 400;
    letter-spacing: 0;
  }
  .outcomes .all {
    color: var(--ink-2);
    font-size: var(--size-s);
  }
  .middle {
    align-items: start;
    display: grid;
    grid-template-columns: minmax(0, 1.05fr) minmax(0, 1.25fr) minmax(0, 1.5fr);
    gap: 1.25rem 2rem;
    margin-top: 1.25rem;
  }
  .curves {
    display: grid;
    gap: 0.5rem;
    --curve-height: 7.25rem;
  }
  .parts td:last-child small {
    color: var(--ink-2);
    font-size: inherit;
  }
  .health {
    display: flex;
    flex-wrap: wrap;
    gap: 0.125rem 1.25rem;
    padding: 0.4375rem 0;
    border-top: 1px solid var(--line);
    border-bottom: 1px solid var(--line);
    font-size: var(--size-s);
  }
  .nodes {
    border-top: 0;
  }
  .health li {
    white-space: nowrap;
  }
  .health li i {
    margin-right: 0.3125rem;
    font-size: 0.625em;
    font-style: normal;
    vertical-align: 0.15em;
  }
  .health .red {
    padding: 0 0.375rem;
    margin-left: -0.375rem;
    background: var(--ink);
    color: var(--paper);
    white-space: normal;
  }
  .silent {
    font-size: var(--size-s);
  }
  .tables {
    display: grid;
    grid-template-columns: minmax(0, 1fr) minmax(0, 1fr);
    gap: 1.25rem 2.5rem;
    margin-top: 1.25rem;
  }
  /* What is left of the screen, and whole rows of it: a row cut in half reads as a mistake. */
  .scroll {
    --row: calc(1.803rem + 1px);
    max-height: 17rem;
    max-height: max(9 * var(--row), round(down, 100dvh - 42rem, var(--row)));
    overflow: auto;
  }
  .scroll thead th {
    position: sticky;
    top: 0;
    background: var(--paper);
  }
  @media (min-width: 1900px) and (min-height: 1000px) {
    .curves {
      --curve-height: 8.5rem;
    }
  }
  @media (max-width: 68rem) {
    .middle,
    .tables {
      grid-template-columns: minmax(0, 1fr);
    }
    .outcomes {
      grid-template-columns: repeat(auto-fill, minmax(7rem, 1fr));
    }
    .outcomes > div,
    .outcomes > div:first-child {
      padding-left: 0;
      border-left: 0;
    }
  }
`;
