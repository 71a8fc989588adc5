import { css } from 'lit';

/** Two columns: what the revision is and when, and beside it why and what changed. */
export const revisionStyles = css`
  ol {
    margin-top: 0.75rem;
    border-top: 1px solid var(--ink);
  }
  ol > li {
    display: grid;
    grid-template-columns: minmax(0, 5fr) minmax(0, 7fr);
    gap: 0 2rem;
    padding: 0.875rem 0;
    border-bottom: 1px solid var(--line);
  }
  h3 {
    margin: 0;
    font-size: var(--size-m);
    font-weight: 600;
  }
  p,
  ul,
  dl {
    font-size: var(--size-s);
  }
  .what {
    display: grid;
    gap: 0.5rem;
    align-content: start;
  }
  .changes div {
    display: grid;
    grid-template-columns: minmax(0, 1fr) auto;
    gap: 0 1rem;
    padding: 0.25rem 0;
    border-top: 1px solid var(--line);
  }
  .what ul {
    display: grid;
    gap: 0.25rem;
  }
  .what b {
    font-weight: 650;
  }
  .when {
    display: grid;
    grid-template-columns: auto minmax(0, 1fr);
    gap: 0 0.5rem;
    margin-top: 0.375rem;
    white-space: normal;
  }
  vaadin-details {
    margin: 0;
    font-size: var(--size-s);
    --vaadin-details-summary-padding: 0.25rem 0;
    --vaadin-details-content-padding: 0.5rem 0;
  }
  @media print {
    ol > li {
      break-inside: avoid;
    }
    vaadin-details {
      display: none;
    }
  }
  @media (max-width: 48rem) {
    ol > li {
      grid-template-columns: minmax(0, 1fr);
      gap: 0.625rem;
    }
  }
`;
