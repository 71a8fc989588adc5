import { css } from 'lit';

/** The frame of every page. */
export const appStyles = css`
  :host {
    display: flex;
    flex-direction: column;
    min-height: 100vh;
  }
  .skip {
    position: absolute;
    top: 0.5rem;
    left: 0.5rem;
    z-index: 20;
    padding: 0.5rem 0.75rem;
    background: var(--ink);
    color: var(--paper);
    translate: 0 -5rem;
  }
  .skip:focus {
    translate: 0 0;
  }
  .banner {
    padding: 0.375rem var(--gutter);
    background: var(--banner);
    color: var(--banner-ink);
    font-size: var(--size-s);
    font-weight: 550;
  }
  .banner span {
    display: block;
    max-width: 75rem;
    margin: 0 auto;
  }
  pantau-header {
    padding: 0 var(--gutter);
  }
  main {
    flex: 1;
    width: 100%;
    /* The foot stays below the fold from the start, so that it is not pushed there by the numbers. */
    min-height: 100vh;
    max-width: calc(75rem + 2 * var(--gutter));
    margin: 0 auto;
    padding: 1rem var(--gutter) 3rem;
    outline: none;
  }
  footer {
    max-width: calc(75rem + 2 * var(--gutter));
    width: 100%;
    margin: 0 auto;
    padding: 0 var(--gutter) 1.5rem;
    color: var(--ink-2);
    font-size: var(--size-xs);
  }
  /* At the foot of the window wherever the page is scrolled, and in its own room at the end of it. */
  aside {
    position: sticky;
    bottom: 0;
    z-index: 10;
  }
  @media print {
    :host,
    main {
      min-height: 0;
    }
    aside {
      position: static;
    }
  }
`;
