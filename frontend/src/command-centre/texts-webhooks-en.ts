import type { CommandTexts } from './texts.js';

/** The sentences of the webhooks' screen, in English. */
export const webhooksEnglish: CommandTexts['webhooks'] = {
  label: 'Name', url: 'Address (https)', contests: 'Contests', nation: 'The whole country', places: 'Other areas', actsToo: 'Public acts too: withholding and notices',
  newOne: 'A new webhook', make: 'Register', missing: (field) => `Fill in first: ${field}.`, told: 'What it is told',
  count: (topics, most) => `Topics: ${topics}, ${most} at most`,
  secret: (label) => `The secret of ${label} is shown once only. Keep it now, at its receiver: it checks signatures with it.`,
  test: 'Test now', pause: 'Pause', resume: 'Resume', rotate: 'New secret', remove: 'Remove',
  sure: {
    rotate: (label) => `Messages to ${label} are signed with both secrets for a while, then with the new one alone. Go on?`,
    remove: (label) => `${label} is told nothing more, and its secret is lost. Go on?`,
  },
  done: {
    test: (label) => `A ping was sent to ${label}. Its answer is shown below.`, pause: (label) => `${label} is paused.`,
    resume: (label) => `${label} goes on.`, remove: (label) => `${label} is removed.`,
  },
  states: { waiting: 'waiting for the first ping’s answer', working: 'working', failing: 'failing', paused: 'paused', disabled: 'disabled' },
  since: (at) => `since ${at}`, gone: 'the receiver answered 410: it wants nothing more', failed: 'it failed for too long',
  next: (left) => `tried again in ${left}`,
  topics: 'Topics', acts: 'Public acts', more: (count) => `and ${count} more`, last: 'Last answer', none: 'none yet', delivered: 'Delivered', pending: 'Waiting', ago: (age) => `${age} ago`,
  types: { 'id.pantau.ping': 'ping', 'id.pantau.result.changed': 'result', 'id.pantau.act': 'act' },
  outcomes: {
    delivered: 'taken', gone: 'wants nothing more', status: 'not taken', timeout: 'no answer in time', address: 'its name or address must not be reached',
    tls: 'its certificate is not good', unreachable: 'not reachable',
  },
  oldSecret: (until) => `The old secret signs too until ${until}.`,
  empty: 'No webhook yet.', node: (node) => `Node ${node} keeps and sends them. Counts are those since it began.`,
};
