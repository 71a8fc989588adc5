import './command.css';
import { Preferences } from '../live/preferences.js';
import { LiveChannel } from './live/screens.js';
import { Contests } from './live/contests.js';
import { Places } from './live/places.js';
import { Queue } from './live/queue.js';
import { Session } from './live/session.js';
import { PantauCommand } from './pantau-command.js';
import { CommandRouter } from './router.js';

/** Where the command centre begins: its parts, joined once. */

const preferences = new Preferences();
const session = new Session();
const channel = new LiveChannel(`${location.protocol === 'https:' ? 'wss' : 'ws'}://${location.host}/api/live`, () => void session.check().catch(() => undefined));
const router = new CommandRouter();

const dress = () => {
  const root = document.documentElement;
  root.lang = preferences.language.value === 'en' ? 'en' : 'id';
  const theme = preferences.theme.value;
  if (theme === 'system') delete root.dataset.theme;
  else root.dataset.theme = theme;
};
preferences.language.subscribe(dress);
preferences.theme.subscribe(dress);
dress();

session.operator.subscribe(() => {
  if (session.may('watch')) channel.start();
  else channel.stop();
});
router.start();

const app = new PantauCommand();
const { desk } = session;
app.parts = { preferences, session, channel, router, contests: new Contests(desk), places: new Places(desk), queue: new Queue(desk) };
document.body.replaceChildren(app);
