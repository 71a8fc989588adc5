import { css } from 'lit';

/** The table of places: hairlines only, figures in columns, on a phone the shares alone. */
export const childrenStyles = css`
  .scroll {
    margin-top: 0.75rem;
    border-top: 1px solid var(--ink);
    /* Holds the words for screen readers too, which would widen the page from inside it. */
    position: relative;
    overflow-x: auto;
  }
  .room {
    min-height: 100vh;
    margin-top: 0.75rem;
    border-top: 1px solid var(--ink);
  }
  .none button {
    min-height: 2.25rem;
    padding: 0 0.5rem;
    border: 0;
    background: none;
    color: inherit;
    font: inherit;
    text-decoration: underline;
    text-underline-offset: 0.22em;
    cursor: pointer;
  }
  p.none {
    margin-top: 0.75rem;
    padding: 0.5rem 0;
    border-top: 1px solid var(--ink);
    color: var(--ink-2);
  }
  table {
    width: 100%;
    border-collapse: collapse;
    font-size: var(--size-m);
    font-variant-numeric: tabular-nums lining-nums;
  }
  th,
  td {
    padding: 0.4375rem 0 0.4375rem 1rem;
    font-weight: 400;
    text-align: right;
    vertical-align: baseline;
    white-space: nowrap;
    border-bottom: 1px solid var(--line);
  }
  th:first-child,
  td:first-child {
    padding-left: 0;
    text-align: left;
  }
  th[scope='row'] {
    white-space: normal;
    min-width: 7.5rem;
  }
  tbody tr:hover {
    background: var(--wash);
  }
  tbody a {
    display: block;
    min-height: 1.5rem;
    font-weight: 500;
    text-decoration-color: transparent;
  }
  tbody a:hover,
  tbody a:focus-visible {
    text-decoration-color: currentColor;
  }
  .votes,
  .none td {
    color: var(--ink-2);
  }
  .share {
    padding-left: 0.625rem;
  }
  .under {
    display: none;
    font-size: var(--size-xs);
    line-height: 1.3;
  }
  .ballots td {
    padding-bottom: 0;
    border-bottom: 0;
    font-size: var(--size-s);
    font-weight: 600;
  }
  .narrow {
    display: none;
  }
  /* Room for the longest word: without it the last station that stops waiting makes the column narrower, and with it hundreds of rows are laid out anew in one go. */
  .stations .status {
    min-width: 9.5rem;
  }
  .ballots i {
    display: inline-block;
    width: 1rem;
    height: 0.625rem;
    margin-right: 0.375rem;
  }
  thead th {
    padding-top: 0.125rem;
    padding-bottom: 0.25rem;
    color: var(--ink-2);
    font-size: var(--size-s);
    border-bottom-color: var(--line-2);
  }
  thead button {
    min-width: 1.5rem;
    min-height: 1.75rem;
    margin: 0;
    padding: 0;
    border: 0;
    background: none;
    color: inherit;
    font: inherit;
    text-align: inherit;
    cursor: pointer;
  }
  thead button:hover {
    color: var(--ink);
    text-decoration: underline;
    text-underline-offset: 0.22em;
  }
  th[aria-sort] {
    color: var(--ink);
    font-weight: 600;
  }
  .arrow {
    display: inline-block;
    width: 0;
    overflow: visible;
  }
  .place .arrow {
    padding-left: 0.125rem;
  }
  th:not(.place) .arrow {
    direction: ltr;
    translate: 0.125rem 0;
  }
  @media (forced-colors: active) {
    .ballots i {
      forced-color-adjust: none;
    }
  }
  @media print {
    .ballots i {
      print-color-adjust: exact;
    }
    tr {
      break-inside: avoid;
    }
    .arrow {
      display: none;
    }
  }
  @media (max-width: 64rem) {
    .wide {
      display: none;
    }
    .under {
      display: block;
    }
    .stations .status {
      display: none;
    }
  }
  @media (max-width: 48rem) {
    td.votes,
    th.votes,
    .roomy {
      display: none;
    }
    .narrow {
      display: table-row;
    }
    th,
    td {
      padding-left: 0.5rem;
    }
    .share {
      min-width: 3.5rem;
    }
    tbody th,
    tbody td {
      padding-top: 0.5rem;
      padding-bottom: 0.5rem;
    }
  }
`;
