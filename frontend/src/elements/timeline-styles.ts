import { css } from 'lit';

/** The count over time: curves, coverage, and the slider that is their axis of time. */
export const timelineStyles = css`
  :host {
    --ends: 10.5rem;
  }
  .head {
    display: flex;
    flex-wrap: wrap;
    gap: 0.25rem 1.5rem;
    align-items: center;
    justify-content: space-between;
    min-height: 2.25rem;
    padding-bottom: 0.5rem;
    border-bottom: 1px solid var(--ink);
  }
  .measure {
    display: flex;
    border: 1px solid var(--line-2);
    border-radius: 2px;
  }
  button {
    min-height: 1.75rem;
    padding: 0 0.75rem;
    border: 0;
    background: none;
    color: var(--ink-2);
    font: inherit;
    font-size: var(--size-s);
    cursor: pointer;
  }
  button + button {
    border-left: 1px solid var(--line-2);
  }
  button[aria-pressed='true'] {
    background: var(--ink);
    color: var(--paper);
    font-weight: 600;
  }
  .when {
    white-space: normal;
    display: flex;
    flex-wrap: wrap;
    gap: 0 0.75rem;
    align-items: baseline;
    min-height: 2.5rem;
    padding-top: 0.75rem;
    font-weight: 600;
  }
  .when span {
    font-size: var(--size-s);
    font-weight: 400;
  }
  .chart {
    position: relative;
    margin-top: 1rem;
  }
  .rooms {
    position: relative;
    width: calc(100% - var(--ends));
    cursor: pointer;
  }
  .plot {
    height: 18rem;
    box-shadow: 0 1px var(--line-2);
  }
  .cover {
    height: 3.5rem;
    margin-top: 0.75rem;
    border-top: 1px dashed var(--line-2);
  }
  .words {
    position: absolute;
    inset: 0;
    pointer-events: none;
    font-size: var(--size-xs);
    line-height: 1rem;
    font-variant-numeric: tabular-nums lining-nums;
  }
  .words > * {
    position: absolute;
    white-space: nowrap;
  }
  .y {
    left: 0;
    translate: 0 -100%;
    color: var(--ink-2);
    text-shadow:
      0 0 2px var(--paper),
      0 0 2px var(--paper),
      0 0 4px var(--paper);
  }
  .end {
    left: calc(100% - var(--ends) + 0.625rem);
    max-width: calc(var(--ends) - 0.625rem);
    overflow: hidden;
    text-overflow: ellipsis;
    translate: 0 -50%;
    font-size: var(--size-s);
  }
  .stations {
    color: var(--ink-2);
  }
  .leader {
    position: absolute;
    overflow: visible;
    left: calc(100% - var(--ends));
    top: 0;
    width: 0.5rem;
    height: 100%;
  }
  .leader line {
    stroke: var(--line-2);
  }
  .later {
    top: 0;
    bottom: 0;
    background: var(--paper);
    opacity: 0.66;
  }
  .at {
    top: 0;
    bottom: 0;
    width: 1px;
    margin-left: -0.5px;
    background: var(--ink);
  }
  .dot {
    width: 0.5625rem;
    height: 0.5625rem;
    margin: -0.28125rem;
    border-radius: 50%;
    border: 1.5px solid var(--paper);
  }
  pantau-time-slider {
    position: relative;
    width: calc(100% - var(--ends));
    margin-top: -1.375rem;
  }
  .times {
    position: relative;
    height: 2.25rem;
    margin-top: -0.375rem;
    font-size: var(--size-xs);
    line-height: 1rem;
    color: var(--ink-2);
    font-variant-numeric: tabular-nums lining-nums;
  }
  .times span {
    position: absolute;
    translate: -50% 0;
    text-align: center;
    white-space: nowrap;
  }
  .times b {
    display: block;
    font-weight: 600;
  }
  .times .zone {
    left: auto;
    right: 0;
    translate: none;
  }
  .doors {
    display: flex;
    flex-wrap: wrap;
    gap: 0.25rem 1.5rem;
    align-items: center;
    margin-top: 0.25rem;
    font-size: var(--size-s);
  }
  .doors > a {
    display: inline-flex;
    align-items: center;
    min-height: 2rem;
    font-weight: 600;
  }
  .doors .note {
    flex: 1 1 20rem;
    text-align: right;
    max-width: none;
  }
  @media (max-width: 40rem) {
    :host {
      --ends: 4.75rem;
    }
    .plot {
      height: 13.5rem;
    }
    .doors .note {
      text-align: left;
    }
  }
  @media (forced-colors: active) {
    .at {
      background: CanvasText;
    }
    .dot {
      forced-color-adjust: none;
    }
  }
`;
