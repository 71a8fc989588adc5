import { css } from 'lit';

/** The map: no frame, no sea, hairlines of paper between places. Its height is fixed before it comes. */
export const mapStyles = css`
  section {
    --frame: min(28rem, 70vw);
    --class-0: color-mix(in oklab, var(--mark) 24%, var(--paper));
    --class-1: color-mix(in oklab, var(--mark) 50%, var(--paper));
    --class-2: color-mix(in oklab, var(--mark) 82%, var(--paper));
    --class-3: color-mix(in oklab, var(--mark) 66%, var(--ink));
    --class-4: color-mix(in oklab, var(--mark) 32%, var(--ink));
    border-top: 1px solid var(--ink);
    padding-top: 0.625rem;
  }
  header {
    display: flex;
    flex-wrap: wrap;
    gap: 0.5rem 1.5rem;
    align-items: center;
    justify-content: space-between;
  }
  /* Coverage is no choice's: it is ink all the way, in as many steps. */
  .coverage {
    --class-0: color-mix(in oklab, var(--ink) 16%, var(--paper));
    --class-1: color-mix(in oklab, var(--ink) 34%, var(--paper));
    --class-2: color-mix(in oklab, var(--ink) 54%, var(--paper));
    --class-3: color-mix(in oklab, var(--ink) 76%, var(--paper));
    --class-4: var(--ink);
  }
  .segments {
    display: flex;
    flex-wrap: wrap;
    border: 1px solid var(--line-2);
    border-radius: 2px;
  }
  button,
  select {
    min-height: 2.25rem;
    padding: 0 0.75rem;
    border: 0;
    border-radius: 1px;
    background: none;
    color: var(--ink-2);
    font: inherit;
    font-size: var(--size-s);
    cursor: pointer;
  }
  select {
    border: 1px solid var(--line-2);
    background: var(--paper);
    color: var(--ink);
  }
  select:focus-visible {
    outline: 2px solid var(--focus);
    outline-offset: 2px;
  }
  .segments button + button {
    border-left: 1px solid var(--line-2);
  }
  .segments button:not([aria-pressed='true']):hover {
    color: var(--ink);
  }
  .segments [aria-pressed='true'] {
    background: var(--ink);
    color: var(--paper);
    font-weight: 600;
  }
  .again {
    padding: 0;
    color: inherit;
    text-decoration: underline;
    text-underline-offset: 0.22em;
  }

  /* As high in each reading, so that the map stays where it is. */
  .key {
    display: flex;
    flex-wrap: wrap;
    gap: 0.375rem 1.5rem;
    align-content: start;
    align-items: flex-start;
    min-height: 5rem;
    padding-top: 0.75rem;
  }
  .legend {
    display: flex;
    flex-wrap: wrap;
    gap: 0.125rem 1.5rem;
    font-size: var(--size-s);
  }
  .legend li {
    display: flex;
    gap: 0.5rem;
    align-items: center;
  }
  .legend .count {
    color: var(--ink-2);
  }
  .scale .class {
    gap: 0.25rem;
    flex-direction: column;
    align-items: stretch;
    width: min(5rem, 20%);
  }
  .scale {
    flex: 1;
    min-width: min(100%, 20rem);
    gap: 0.125rem 0;
    align-items: flex-start;
  }
  .scale li:not(.class) {
    margin-left: 1.5rem;
  }
  .swatch {
    flex: none;
    width: 1.5rem;
    height: 0.75rem;
    overflow: hidden;
  }
  .scale .class .swatch {
    width: 100%;
  }
  .swatch.none,
  .swatch.tie,
  .swatch.withheld {
    border: 1px solid var(--line-2);
  }
  .key .note {
    width: 100%;
    max-width: none;
  }

  .frame {
    display: grid;
    place-items: center;
    height: var(--frame);
    margin: 1rem 0;
  }
  .nation .frame {
    height: auto;
    aspect-ratio: 2200 / 812;
  }
  .notes {
    display: grid;
    gap: 0.375rem;
    align-content: start;
    margin-top: 0.75rem;
  }
  .marks {
    margin-top: 0.75rem;
  }
  .marks ul {
    display: flex;
    flex-wrap: wrap;
    gap: 0 1.75rem;
    margin-top: 0.125rem;
    font-size: var(--size-s);
  }
  .marks .num {
    white-space: normal;
  }
  .marks a {
    display: inline-flex;
    flex-wrap: wrap;
    gap: 0 0.5rem;
    align-items: center;
    min-height: 2rem;
    text-decoration: none;
  }
  .marks .place {
    font-weight: 500;
    text-decoration: underline;
    text-decoration-color: var(--line-2);
    text-underline-offset: 0.22em;
  }
  .marks a:hover .place {
    text-decoration-color: currentColor;
  }
  .source {
    font-size: var(--size-xs);
  }

  @media (min-width: 56.01rem) {
    section {
      display: grid;
      grid-template-columns: minmax(0, 7fr) minmax(0, 5fr);
      gap: 0 clamp(2rem, 5vw, 4.5rem);
    }
    header,
    .key,
    .nation .frame,
    .nation .marks {
      grid-column: 1 / -1;
    }
    .nation .frame,
    .nation .marks {
      grid-row: 3;
    }
    /* Overseas stands in the ocean, where the map has nothing. */
    .nation .marks {
      place-self: end start;
      margin-bottom: 1.5rem;
    }
    .province {
      grid-template-rows: auto auto auto auto 1fr;
    }
    .province .frame {
      grid-row: 3 / span 3;
    }
    .province pantau-map-figures {
      padding-top: 1rem;
    }
  }
  @media (max-width: 34rem) {
    section {
      --frame: 19rem;
    }
    .key {
      min-height: 9.25rem;
    }
    .scale li:not(.class) {
      margin-left: 0;
    }
    .nation .frame {
      aspect-ratio: 1152 / 1620;
    }
  }
  @media (hover: none), (pointer: coarse) {
    .keys {
      display: none;
    }
  }
  @media (forced-colors: active) {
    section {
      --paper: Canvas;
      --ink: CanvasText;
      --ink-2: CanvasText;
      --line: GrayText;
      --line-2: CanvasText;
      --focus: Highlight;
    }
    .segments [aria-pressed='true'] {
      background: Highlight;
      color: HighlightText;
      forced-color-adjust: none;
    }
  }
`;
