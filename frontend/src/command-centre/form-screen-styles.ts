import { css } from 'lit';

/** The paper at the left, what is to be decided at the right and always in sight. */
export const formScreenStyles = css`
  .two {
    display: grid;
    grid-template-columns: minmax(0, 1.1fr) minmax(0, 1fr);
    gap: 1rem 3rem;
    align-items: start;
  }
  .decide {
    position: sticky;
    top: 1rem;
    display: grid;
    gap: 0.75rem;
  }
  .decide > h2 {
    padding-bottom: 0.375rem;
    border-bottom: 1px solid var(--ink);
  }
  .decide .act {
    padding: 0 0.625rem;
    font-size: var(--size-s);
  }
  kbd {
    margin-left: 0.375rem;
    padding: 0 0.25rem;
    border: 1px solid currentColor;
    border-radius: 2px;
    font: inherit;
    font-size: var(--size-xs);
  }
  textarea {
    display: block;
    width: 100%;
    min-height: 3.5rem;
    padding: 0.375rem 0.5rem;
    border: 1px solid var(--line-2);
    background: var(--paper);
    color: var(--ink);
    font: inherit;
    font-size: var(--size-s);
  }
  label {
    font-size: var(--size-s);
  }
  @media (max-width: 60rem) {
    .two {
      grid-template-columns: minmax(0, 1fr);
    }
    .decide {
      position: static;
      grid-row: 1;
    }
  }
`;
