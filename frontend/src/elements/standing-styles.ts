import { css } from 'lit';

/** The standing: a line a choice, numbers in columns, a bar of the same weight below each. */
export const standingStyles = css`
  ol {
    margin-top: 0.75rem;
    border-top: 1px solid var(--ink);
  }
  li {
    display: grid;
    /* Room for the largest number from the start: 96.214.691. */
    grid-template-columns: 2.25rem minmax(0, 1fr) minmax(9.75rem, auto) 5.25em;
    grid-template-areas:
      'ballot name votes share'
      'ballot full change share'
      'bar bar bar bar';
    column-gap: 0.75rem;
    align-items: baseline;
    padding: 0.875rem 0 1rem;
    border-bottom: 1px solid var(--line);
  }
  .ballot {
    grid-area: ballot;
    font-size: var(--size-num);
    font-weight: 300;
    line-height: 1.1;
  }
  .name {
    grid-area: name;
    font-size: var(--size-xl);
    font-weight: 600;
    letter-spacing: -0.008em;
    line-height: 1.2;
  }
  .full {
    grid-area: full;
    font-size: var(--size-s);
    line-height: 1.35;
  }
  .person {
    display: inline-block;
  }
  .votes,
  .share {
    text-align: right;
    line-height: 1.1;
  }
  .votes {
    grid-area: votes;
    font-size: var(--size-num);
    font-weight: 400;
  }
  .share {
    grid-area: share;
    font-size: var(--size-num);
    font-weight: 600;
    white-space: nowrap;
  }
  .unit {
    font-size: var(--size-s);
    font-weight: 400;
  }
  .change {
    grid-area: change;
    min-height: 1.35em;
    font-size: var(--size-s);
    line-height: 1.35;
    text-align: right;
  }
  .bar {
    grid-area: bar;
    position: relative;
    height: 0.625rem;
    margin-top: 0.75rem;
    background: linear-gradient(var(--line), var(--line)) 0 100% / 100% 1px no-repeat;
  }
  .bar i {
    position: absolute;
    inset: 0 auto 0 0;
    transition: width 240ms ease-out;
  }
  .bar b {
    position: absolute;
    inset: auto auto 0 var(--at);
    width: 1px;
    height: 0.25rem;
    background: var(--line-2);
  }
  .lead {
    display: flex;
    flex-wrap: wrap;
    gap: 0 0.75rem;
    justify-content: space-between;
    align-items: baseline;
    min-height: 2.75rem;
    padding: 0.625rem 0;
    border-bottom: 1px solid var(--line);
  }
  .lead dd {
    flex: 1 1 auto;
    max-width: 100%;
    text-align: right;
    white-space: normal;
  }
  .lead b {
    font-weight: 600;
  }
  .lead .between {
    flex: 1 0 100%;
    font-size: var(--size-s);
    text-align: left;
  }
  .note {
    margin-top: 0.75rem;
  }
  @media (max-width: 40rem) {
    li {
      grid-template-columns: 1.5rem minmax(0, 1fr) minmax(6.25rem, auto);
      grid-template-areas:
        'ballot name share'
        'full full votes'
        'full full change'
        'bar bar bar';
      column-gap: 0.5rem;
    }
    .ballot,
    .share {
      font-size: 1.5rem;
    }
    .votes {
      font-size: var(--size-l);
      line-height: 1.45;
    }
    .full {
      grid-row: 2 / 4;
      align-self: start;
      padding-top: 0.2rem;
    }
  }
  /* Asked of the element and in units of its text: also a wide screen is narrow to large text. */
  :host {
    container-type: inline-size;
  }
  @container (max-width: 15rem) {
    li {
      grid-template-columns: 1.5rem minmax(0, 1fr);
      grid-template-areas:
        'ballot name'
        'full full'
        'share share'
        'votes votes'
        'change change'
        'bar bar';
      column-gap: 0.5rem;
    }
    .name {
      overflow-wrap: anywhere;
    }
    .full {
      grid-row: auto;
    }
  }
  @media (prefers-reduced-motion: reduce) {
    .bar i {
      transition: none;
    }
  }
  @media print {
    .bar i {
      print-color-adjust: exact;
    }
    li {
      break-inside: avoid;
    }
  }
  @media (forced-colors: active) {
    .bar i {
      background: CanvasText !important;
    }
  }
`;
