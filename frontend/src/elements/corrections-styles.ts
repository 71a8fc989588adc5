import { css } from 'lit';

/** Three columns where there is room: the station, what happened and why, by how much. */
export const correctionsStyles = css`
  .scope {
    margin-top: 0.25rem;
  }
  ol {
    margin-top: 0.75rem;
    border-top: 1px solid var(--ink);
  }
  ol > li {
    display: grid;
    grid-template-columns: minmax(0, 4fr) minmax(0, 5fr) minmax(0, 3fr);
    gap: 0.25rem 2rem;
    padding: 0.875rem 0;
    border-bottom: 1px solid var(--line);
    font-size: var(--size-s);
  }
  h3 {
    margin: 0;
    font-size: var(--size-m);
    font-weight: 600;
  }
  h3 a {
    display: inline-block;
    min-height: 1.5rem;
  }
  .what {
    display: grid;
    gap: 0.375rem;
    align-content: start;
    text-wrap: pretty;
  }
  .what p + p {
    color: var(--ink-2);
  }
  .delta {
    align-self: start;
  }
  .delta div {
    display: grid;
    grid-template-columns: minmax(0, 1fr) auto;
    gap: 0 1rem;
    align-items: baseline;
    padding: 0.125rem 0;
  }
  .delta dd {
    font-size: var(--size-m);
    font-weight: 600;
  }
  .num {
    white-space: normal;
  }
  button {
    min-height: 2.75rem;
    padding: 0;
    border: 0;
    background: none;
    color: inherit;
    font: inherit;
    font-size: var(--size-s);
    font-weight: 600;
    text-decoration: underline;
    text-underline-offset: 0.22em;
    cursor: pointer;
  }
  @media (max-width: 56rem) {
    ol > li {
      grid-template-columns: minmax(0, 1fr);
      gap: 0.5rem;
    }
  }
`;
