import { css } from 'lit';

/** The wall: everything in em of one size that follows the screen, so that it fills any hall's format. */
export const wallStyles = css`
  :host {
    position: fixed;
    inset: 0;
    display: grid;
    grid-template: auto auto minmax(0, 1fr) auto auto / minmax(0, 1fr);
    padding: 1.6em 2.4em 1.2em;
    overflow: hidden;
    background: var(--paper);
    color: var(--ink);
    font-size: min(1.15vw, 2.05vh);
    cursor: none;
  }
  :host(.awake) {
    cursor: auto;
  }
  /* Its parts are rows of the wall, as head and foot are. */
  main {
    display: contents;
  }
  .head {
    display: flex;
    gap: 2em;
    align-items: end;
    justify-content: space-between;
    padding-bottom: 0.7em;
    border-bottom: 2px solid var(--ink);
  }
  h1 {
    font-size: 2.9em;
    font-weight: 600;
    letter-spacing: -0.025em;
    line-height: 1.05;
  }
  .contest {
    display: block;
    color: var(--ink-2);
    font-size: 0.42em;
    font-weight: 400;
    letter-spacing: 0;
    line-height: 1.5;
    white-space: nowrap;
  }
  .state {
    --size-s: 1em;
    display: grid;
    flex: none;
    gap: 0.1em;
    justify-items: end;
    text-align: right;
    white-space: nowrap;
  }
  .test {
    padding: 0.35em 2.4em;
    margin: 0 -2.4em;
    background: var(--banner);
    color: var(--banner-ink);
    font-size: 1em;
    font-weight: 550;
  }
  /* Room for three lines beside a full wall; a longer sentence stands whole on the ordinary page. */
  .notice {
    display: -webkit-box;
    padding: 0.5em 0;
    overflow: hidden;
    border-bottom: 1px solid var(--line-2);
    font-size: 1.25em;
    line-height: 1.3;
    -webkit-box-orient: vertical;
    -webkit-line-clamp: 3;
  }
  .statement {
    --size-s: 1.1em;
    --size-m: 1.4em;
    --size-l: 1.9em;
    --size-xl: 3em;
    --term: 8em;
    align-self: center;
    max-width: none;
    padding: 0;
    border: 0;
  }
  ol.standing {
    display: grid;
    align-content: space-around;
    min-height: 0;
    padding: 0.5em 0;
  }
  .standing.many {
    grid-template-columns: repeat(2, minmax(0, 1fr));
    grid-auto-flow: column;
    column-gap: 3em;
  }
  .standing li {
    display: grid;
    grid-template-columns: 1.1em minmax(0, 1fr) auto 4.6em;
    column-gap: 0.5em;
    align-items: baseline;
    font-size: 3.3em;
    line-height: 1.1;
  }
  .number {
    font-weight: 300;
  }
  .name {
    overflow: hidden;
    font-weight: 600;
    letter-spacing: -0.02em;
    text-overflow: ellipsis;
    white-space: nowrap;
  }
  .votes {
    font-weight: 300;
    text-align: right;
  }
  .share {
    font-weight: 600;
    text-align: right;
  }
  small {
    font-size: 0.5em;
    font-weight: 400;
  }
  .bar {
    grid-column: 1 / -1;
    height: 0.42em;
    margin-top: 0.14em;
    background: linear-gradient(var(--line), var(--line)) 0 100% / 100% 1px no-repeat;
  }
  .bar i {
    display: block;
    height: 100%;
    transition: width 400ms ease-out;
  }
  .coverage {
    display: grid;
    grid-template-columns: auto repeat(3, auto);
    gap: 0 3em;
    align-items: baseline;
    justify-content: space-between;
    padding: 0.7em 0 0.8em;
    border-top: 1px solid var(--line-2);
    font-size: 1.25em;
  }
  .coverage strong {
    font-size: 1.5em;
    font-weight: 600;
    letter-spacing: -0.015em;
  }
  .coverage b {
    font-size: 1.3em;
    font-weight: 400;
  }
  .places {
    display: grid;
    grid-template-columns: repeat(4, minmax(0, 1fr));
    gap: 0 2.4em;
    min-height: 11.5em;
    padding: 0.9em 0 0.6em;
    border-top: 2px solid var(--ink);
  }
  .turn {
    animation: appear 500ms ease-out;
  }
  @keyframes appear {
    from {
      opacity: 0;
    }
  }
  .foot {
    display: flex;
    gap: 2em;
    align-items: baseline;
    justify-content: space-between;
    padding-top: 0.7em;
    border-top: 1px solid var(--line);
    font-size: 0.95em;
  }
  .foot .quiet {
    white-space: nowrap;
  }
  @media (max-aspect-ratio: 1/1) {
    :host {
      font-size: min(2vw, 1.35vh);
    }
    .notice {
      -webkit-line-clamp: 7;
    }
    .places {
      grid-template-columns: repeat(2, minmax(0, 1fr));
      gap: 1.4em 2.4em;
    }
    .head {
      display: grid;
      gap: 0.6em;
    }
    .state {
      justify-items: start;
      text-align: left;
      white-space: normal;
    }
    .standing li {
      grid-template-columns: 1.1em minmax(0, 1fr) 4.6em;
      font-size: 3em;
    }
    .standing .votes {
      grid-area: 2 / 2 / 3 / 4;
      font-size: 0.8em;
      line-height: 1.4;
    }
    .standing .share {
      grid-area: 1 / 3;
    }
    .coverage {
      grid-template-columns: repeat(3, auto);
    }
    .coverage strong {
      grid-column: 1 / -1;
    }
  }
  @media (prefers-reduced-motion: reduce) {
    .turn {
      animation: none;
    }
    .bar i {
      transition: none;
    }
  }
`;
