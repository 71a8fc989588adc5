import { css } from 'lit';

/** The box that something is typed into. */
export const box = css`
  min-height: 2.25rem;
  padding: 0 0.5rem;
  border: 1px solid var(--line-2);
  border-radius: 2px;
  background: var(--paper);
  color: var(--ink);
  font: inherit;
  font-weight: 400;
  font-variant-numeric: tabular-nums;
`;

/** A form of the command centre: one column, fields of one height, the button at the left. */
export const fieldStyles = css`
  :host {
    padding: 0;
  }
  form {
    display: grid;
    gap: 0.875rem;
    max-width: 32rem;
  }
  form > h2 {
    padding-bottom: 0.375rem;
    border-bottom: 1px solid var(--ink);
  }
  .act {
    justify-self: start;
  }
  .note {
    margin-top: -0.5rem;
  }
  vaadin-text-field {
    font-size: var(--size-m);
  }
  label.choice input:not([type='checkbox']) {
    ${box}
  }
  fieldset {
    display: grid;
    gap: 0.25rem;
    margin: 0;
    padding: 0;
    border: 0;
    font-size: var(--size-m);
  }
  legend {
    margin-bottom: 0.25rem;
    padding: 0;
    font-size: var(--size-s);
    font-weight: 600;
  }
`;
