import { css } from 'lit';

/**
 * The drawn map: no frame, no sea, hairlines of paper between places. From around it come --frame, its
 * height at most, and --class-0 … 4, the inks of the scale.
 */
export const sheetStyles = css`
  :host {
    display: grid;
    place-items: center;
    width: 100%;
  }
  .sheet {
    position: relative;
    width: min(100%, var(--frame) * var(--ratio));
    aspect-ratio: var(--ratio);
    touch-action: manipulation;
  }
  .rows {
    width: 100%;
  }
  .sheet svg {
    position: absolute;
    top: var(--top);
    left: var(--left);
    width: var(--width);
    overflow: visible;
    pointer-events: none;
  }
  .part {
    display: none;
    color: var(--ink-2);
    font-size: var(--size-xs);
  }
  .sheet a {
    cursor: pointer;
    pointer-events: auto;
    stroke: var(--paper);
    stroke-width: 1.5px;
    /* The half of a line that lies inside would eat small islands. */
    paint-order: stroke;
    -webkit-tap-highlight-color: transparent;
  }
  /* The ring follows the outline, not the box about it. */
  .sheet a:is(:focus, :focus-visible) {
    outline: none;
  }
  .sheet :is(path, circle) {
    vector-effect: non-scaling-stroke;
    stroke-linejoin: round;
  }
  .sheet .none,
  .sheet .tie,
  .sheet .withheld {
    stroke: var(--line-2);
  }
  .land {
    fill: none;
    stroke: var(--line);
  }
  .halo,
  .mark {
    fill: none;
    pointer-events: none;
  }
  .halo {
    stroke: var(--paper);
    stroke-width: 5px;
  }
  .mark {
    stroke: var(--ink);
    stroke-width: 2px;
  }
  .focus {
    stroke: var(--focus);
    stroke-width: 3px;
  }
  @media (max-width: 34rem) {
    .rows {
      display: grid;
      aspect-ratio: auto;
    }
    .rows svg {
      position: static;
      width: var(--row);
    }
    .rows svg:last-of-type {
      justify-self: end;
    }
    .part {
      display: block;
    }
  }
`;
