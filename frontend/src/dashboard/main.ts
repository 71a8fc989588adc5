import '../elements/tokens.css';
import { Keeping } from '../live/keeping.js';
import { Live } from '../live/live.js';
import { Preferences } from '../live/preferences.js';
import { ReferenceData } from '../live/reference.js';
import { languageOf } from '../model/language.js';
import { PantauApp } from './pantau-app.js';
import { Store } from '../live/store.js';
import { Router } from './router.js';
import { keepOffline } from './worker.js';

/** Where the page begins: its parts, joined once, and the browser's own signals led to them. */

// The page's head has fetched it; made now, it is there before the first words are.
void document.fonts.load("1em 'Hanken Grotesk'");

const live = new Live(`${location.protocol === 'https:' ? 'wss' : 'ws'}://${location.host}/live`);
const preferences = new Preferences();
// An address may name a language, as the server's own heads do: for this visit only.
const asked = new URLSearchParams(location.search).get('lang');
if (asked !== null && languageOf(asked) === asked) preferences.language.set(languageOf(asked));
const reference = new ReferenceData(live.clock);
const router = new Router();
const renewed = new Store(false);

const dress = () => {
  const root = document.documentElement;
  root.lang = preferences.language.value;
  const theme = preferences.theme.value;
  if (theme === 'system') delete root.dataset.theme;
  else root.dataset.theme = theme;
};
preferences.language.subscribe(dress);
preferences.theme.subscribe(dress);
dress();

const network = () => {
  live.liveness.network(navigator.onLine);
  if (!navigator.onLine) return;
  live.hurry();
  if (!reference.loaded.value && reference.failing.value) void reference.load();
};
addEventListener('online', network);
addEventListener('offline', network);
document.addEventListener('visibilitychange', () => {
  if (document.visibilityState === 'visible') live.hurry();
});
// A page kept in the browser's memory has a dead socket when it is shown again.
addEventListener('pageshow', (event) => {
  if (event.persisted) live.hurry();
});

// A page that opens without a network hears of no change: it asks.
live.liveness.network(navigator.onLine);
router.start();
live.connect();
void reference.load();

const app = new PantauApp();
app.parts = { live, reference, preferences, router, renewed };
document.body.replaceChildren(app);
keepOffline(renewed, new Keeping(() => live.newest()));
