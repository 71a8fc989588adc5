import { css } from 'lit';

/** The builder: what is chosen on the left, what comes of it on the right; on a phone one below the other. */
export const embedStyles = css`
  h1 {
    margin: 1rem 0 0.25rem;
    font-size: var(--size-title);
    font-weight: 650;
    letter-spacing: -0.018em;
    line-height: 1.1;
  }
  .parts {
    display: grid;
    grid-template-columns: minmax(0, 5fr) minmax(0, 8fr);
    gap: 1.5rem clamp(2rem, 5vw, 4.5rem);
    margin-top: 1.5rem;
    padding-top: 1.25rem;
    border-top: 1px solid var(--ink);
  }
  .choices {
    display: grid;
    grid-template-columns: minmax(0, 1fr);
    gap: 1.125rem;
    align-content: start;
  }
  fieldset {
    min-width: 0;
    margin: 0;
    padding: 0;
    border: 0;
  }
  legend,
  .choices h2 {
    padding: 0;
    font-size: var(--size-s);
    font-weight: 600;
  }
  .segments {
    display: flex;
    flex-wrap: wrap;
    gap: 0.25rem 1.25rem;
  }
  .segments button {
    min-height: 2.25rem;
    padding: 0;
    border: 0;
    border-bottom: 2px solid transparent;
    background: none;
    color: var(--ink-2);
    font: inherit;
    cursor: pointer;
  }
  vaadin-text-field::part(input-field) {
    border: 0;
    border-bottom: 1px solid var(--line-2);
    border-radius: 0;
  }
  vaadin-text-field::part(label),
  vaadin-text-field::part(helper-text) {
    font-size: var(--size-s);
  }
  .segments button[aria-pressed='true'] {
    border-color: var(--ink);
    color: var(--ink);
    font-weight: 600;
  }
  .place {
    font-size: var(--size-xl);
    font-weight: 600;
  }
  .two {
    display: grid;
    grid-template-columns: repeat(auto-fit, minmax(min(9rem, 100%), 1fr));
    gap: 1rem;
  }
  vaadin-text-field {
    width: 100%;
    min-width: 0;
    --vaadin-input-field-background: transparent;
  }
  .stage {
    margin-top: 0.5rem;
    padding: clamp(0.5rem, 2vw, 1.25rem);
    background: var(--wash);
  }
  .stage > * {
    max-width: 100%;
  }
  .code {
    margin-top: 1.5rem;
  }
  .code header {
    display: flex;
    justify-content: space-between;
    align-items: baseline;
    border-bottom: 1px solid var(--line-2);
  }
  pre {
    margin: 0.5rem 0 0.25rem;
    padding: 0.75rem;
    background: var(--wash);
    font-size: var(--size-s);
    white-space: pre-wrap;
    overflow-wrap: anywhere;
    user-select: all;
  }
  @media (max-width: 56rem) {
    .parts {
      grid-template-columns: minmax(0, 1fr);
    }
  }
`;
