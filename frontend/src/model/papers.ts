/** The two papers of tokens.css, light and dark: what colours must be visible on. */
export const PAPERS = ['#fbfbfa', '#111417'] as const;
