import { html, nothing } from 'lit';
import type { ServerClock } from '../live/server-clock.js';
import type { Language } from '../model/language.js';
import type { OfficeNotice } from '../model/wire.js';

let fetching: Promise<unknown> | null = null;

/** Most places never have a notice: the code comes with the first, and is asked for again where it did not come. */
function fetchCode(): void {
  fetching ??= import('../elements/pantau-office-notice.js').catch(() => {
    fetching = null;
  });
}

/** What offices say of the place on the page; where they say nothing, nothing stands there. */
export function noticePart(language: Language, clock: ServerClock, notices: readonly OfficeNotice[] | undefined) {
  if (!notices || notices.length === 0) return nothing;
  fetchCode();
  return html`<pantau-office-notice .language=${language} .clock=${clock} .notices=${notices}></pantau-office-notice>`;
}
