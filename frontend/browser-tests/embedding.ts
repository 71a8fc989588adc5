import type { Page } from '@playwright/test';

/** The line that a newsroom copies, as docs/widget.md has it. */
export function line(url: string, area: string, attributes = ''): string {
  return (
    `<pantau-suara contest="ppwp" area="${area}" ${attributes}>` +
    `<a href="${url}/ppwp/${area}"><img src="${url}/embed/ppwp/${area}.svg" alt="Perolehan suara" width="300"></a></pantau-suara>`
  );
}

export function script(url: string): string {
  return `<script type="module" src="${url}/embed.js"></script>`;
}

export interface Seen {
  readonly position: string;
  readonly votes: Readonly<Record<string, number>>;
}

/** What the widgets of a page show, in their order; null where one shows no numbers. */
export function seen(page: Page): Promise<readonly (Seen | null)[]> {
  return page.locator('pantau-suara').evaluateAll((widgets) =>
    widgets.map((widget) => {
      const article = widget.shadowRoot?.querySelector('article');
      if (!article) return null;
      const votes = [...article.querySelectorAll('[data-choice]')].map((row) => [
        row.getAttribute('data-choice') ?? '',
        Number((row.querySelector('.votes')?.textContent ?? '').replace(/\D/g, '')),
      ]);
      return { position: article.dataset.position ?? '', votes: Object.fromEntries(votes) as Record<string, number> };
    }),
  );
}
