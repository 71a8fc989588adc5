import { css } from 'lit';

/** What the area's and the station's page share: title, state line, columns. */
export const pageStyles = css`
  .title {
    display: grid;
    grid-template-columns: minmax(0, 1fr);
    gap: 0.25rem;
    /* The state of the count has its line here even while there is nothing to say. */
    padding: 1rem 0 1rem;
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
  pantau-state,
  pantau-moment {
    margin-top: 0.5rem;
  }
  pantau-moment {
    padding-bottom: 1.25rem;
  }
  .columns {
    display: grid;
    grid-template-columns: minmax(0, 7fr) minmax(0, 5fr);
    gap: 2.5rem clamp(2rem, 5vw, 4.5rem);
    align-items: start;
  }
  .beside {
    display: grid;
    gap: 2.25rem;
  }
  .below {
    margin-top: 2.5rem;
  }
  .share {
    min-height: 24rem;
  }
  /* The room of a map before it comes, as it will be: words and figures, and the map's own height. */
  .map {
    --map-width: min(75rem, 100vw - 2 * var(--gutter));
    min-height: 38rem;
  }
  .map.nation {
    min-height: calc(20.4rem + 0.3691 * var(--map-width));
  }
  @media (max-width: 56rem) {
    .map {
      min-height: calc(25rem + min(28rem, 70vw));
    }
    .map.nation {
      min-height: calc(29rem + 0.3691 * var(--map-width));
    }
  }
  @media (max-width: 34rem) {
    .map {
      min-height: 48.75rem;
    }
    .map.nation {
      min-height: calc(33.75rem + 1.40625 * var(--map-width));
    }
  }
  /* Room for what comes when the reader gets near. */
  .timeline {
    min-height: 38.5rem;
  }
  @media (max-width: 40rem) {
    .timeline {
      min-height: 41rem;
    }
  }
  .representation {
    min-height: calc(8.5rem + var(--rows) * 2.35rem);
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
  @media print {
    .data {
      display: none;
    }
    .title {
      padding-top: 0;
    }
  }
  @media (max-width: 56rem) {
    .columns {
      grid-template-columns: minmax(0, 1fr);
    }
    .title {
      padding-bottom: 0.75rem;
    }
  }
`;
