import { css } from 'lit';

/** What the area's and the station's page share: title, state line, columns. */
export const pageStyles = css`
  .title {
    display: grid;
    grid-template-columns: minmax(0, 1fr);
    gap: 0.25rem;
    padding: 1rem 0 2rem;
  }
  .kind {
    font-size: var(--size-m);
    color: var(--ink-2);
  }
  h1 {
    min-height: 1.1em;
    font-size: var(--size-title);
    font-weight: 600;
    letter-spacing: -0.022em;
    line-height: 1.1;
    text-wrap: balance;
    outline: none;
  }
  .state {
    display: flex;
    flex-wrap: wrap;
    gap: 0.125rem 1.75rem;
    min-height: 1.25rem;
    margin-top: 0.5rem;
  }
  @media (max-width: 40rem) {
    .state {
      display: grid;
      min-height: 3.75rem;
    }
    .timeline.timeline {
      min-height: 41rem;
    }
  }
  .columns {
    display: grid;
    grid-template-columns: minmax(0, 7fr) minmax(0, 5fr);
    gap: 2.5rem clamp(2rem, 5vw, 4.5rem);
    align-items: start;
  }
  .waiting {
    max-width: 46ch;
    margin-bottom: 2rem;
    font-size: var(--size-l);
  }
  .below {
    margin-top: 2.5rem;
  }
  /* Room for what comes when the reader gets near. */
  .timeline {
    min-height: 38.5rem;
  }
  .corrections {
    min-height: 8rem;
  }
  .data {
    margin-top: 1.5rem;
    font-size: var(--size-s);
  }
  .data a {
    display: inline-flex;
    align-items: center;
    min-height: 1.75rem;
  }
  @media (max-width: 56rem) {
    .columns {
      grid-template-columns: minmax(0, 1fr);
    }
    .title {
      padding-bottom: 1.5rem;
    }
  }
`;
