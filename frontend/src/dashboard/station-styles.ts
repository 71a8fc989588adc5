import { css } from 'lit';

/** What only the station's page has. */
export const stationStyles = css`
  .village {
    font-weight: 300;
  }
  .status {
    max-width: 62ch;
    margin-bottom: 1.25rem;
    font-size: var(--size-l);
    text-wrap: pretty;
  }
  pantau-verdict {
    margin-bottom: 2.5rem;
  }
  .remember {
    display: flex;
    flex-wrap: wrap;
    gap: 0 0.75rem;
    align-items: center;
    min-height: 1.75rem;
    font-size: var(--size-s);
  }
  @media print {
    .remember,
    .others {
      display: none;
    }
  }
  .others {
    display: flex;
    flex-wrap: wrap;
    gap: 0 1.5rem;
    font-size: var(--size-m);
  }
  .others a {
    display: inline-flex;
    align-items: center;
    min-height: 2rem;
  }
  .others [aria-current] {
    font-weight: 600;
    text-decoration: none;
  }
  .room {
    min-height: 60vh;
  }
`;
