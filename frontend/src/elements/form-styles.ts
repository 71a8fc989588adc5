import { css } from 'lit';

/** The paper's look: sections under a strong line, figures in one column at the right edge. */
export const formStyles = css`
  /* Asked of the form and in units of its text: also a wide screen is narrow to large text. */
  :host {
    container-type: inline-size;
  }
  @container (max-width: 16rem) {
    .number {
      display: none;
    }
    table th,
    table td[data-field],
    table .sex {
      width: auto;
      padding-left: 0.25rem;
      font-size: var(--size-s);
    }
    table th {
      overflow-wrap: anywhere;
    }
    table th[scope='row'] {
      padding-left: 0;
    }
  }
  .paper {
    margin-top: 0.75rem;
    border-top: 1px solid var(--ink);
  }
  table {
    width: 100%;
    margin-bottom: 1.25rem;
    border-collapse: collapse;
    font-variant-numeric: tabular-nums lining-nums;
  }
  th,
  td {
    padding: 0.375rem 0 0.375rem 0.75rem;
    font-weight: 400;
    text-align: right;
    vertical-align: baseline;
    border-bottom: 1px solid var(--line);
  }
  .number {
    width: 2.25rem;
    padding-left: 0;
    color: var(--ink-2);
    text-align: left;
  }
  .title,
  th[scope='row'] {
    padding-left: 0;
    text-align: left;
  }
  thead th {
    padding-top: 0.625rem;
    border-bottom-color: var(--line-2);
    font-size: var(--size-s);
    font-weight: 600;
  }
  thead .sex {
    width: 4rem;
    color: var(--ink-2);
    font-weight: 400;
  }
  abbr {
    text-decoration: none;
  }
  td[data-field] {
    width: 4.5rem;
    font-size: var(--size-l);
  }
  .named::before {
    content: '◆' / '';
    margin-right: 0.375rem;
    font-size: 0.5rem;
    vertical-align: 0.25em;
  }
  .said i {
    font-size: 0.5rem;
    font-style: normal;
    vertical-align: 0.125em;
  }
  .sum th,
  .sum td {
    font-weight: 600;
  }
  .votes td[data-field] {
    font-size: var(--size-xl);
    font-weight: 600;
    line-height: 1.2;
  }
  .votes th[scope='row'] {
    font-weight: 550;
  }
  .votes i {
    display: inline-block;
    width: 1rem;
    height: 0.625rem;
    margin-right: 0.5rem;
  }
  .absent {
    color: var(--ink-2);
  }
  .said td {
    padding-top: 0;
    text-align: left;
    font-size: var(--size-s);
  }
  .said td + td {
    padding-left: 0;
  }
  .said p {
    padding: 0.375rem 0.625rem;
    border-left: 2px solid var(--ink);
    background: var(--wash);
    text-wrap: pretty;
  }
  .said p + p {
    margin-top: 0.25rem;
  }
  .said b {
    margin-right: 0.375rem;
    font-weight: 650;
  }
  tr:has(+ .said) > * {
    border-bottom-color: transparent;
  }
  @media (forced-colors: active) {
    .votes i {
      forced-color-adjust: none;
    }
  }
  @media print {
    .votes i {
      print-color-adjust: exact;
    }
    table {
      break-inside: avoid;
    }
  }
  @media (max-width: 40rem) {
    .number {
      width: 1.75rem;
    }
    thead .sex,
    td[data-field] {
      width: 2.75rem;
      padding-left: 0.375rem;
    }
    thead .sex:last-child {
      width: 3.25rem;
    }
    th[scope='row'] {
      line-height: 1.3;
    }
  }
  .left-out {
    margin: -0.5rem 0 0.75rem;
    font-size: var(--size-s);
  }
  .left-out .number {
    display: inline-block;
  }
`;
