// The buttons of /developers/: without this script the page is whole, and nothing is asked for.
const SHOWN_CHARACTERS_MAX = 20_000;

/** An answer as a person reads it: JSON with its lines, anything else as it came. */
function readable(text) {
  try {
    return JSON.stringify(JSON.parse(text), null, 2);
  } catch {
    return text;
  }
}

/** The place below an example where this site's own answer stands; made at the first press. */
function place(box) {
  const there = box.querySelector('.live');
  if (there) return there;
  const made = document.createElement('div');
  made.className = 'live';
  made.innerHTML = '<div class="bar" role="status"></div><pre tabindex="0" hidden><code></code></pre>';
  box.append(made);
  return made;
}

async function ask(button) {
  const { try: address, wait, done, failed } = button.dataset;
  const live = place(button.closest('.io'));
  const [said, shown] = [live.querySelector('[role=status]'), live.querySelector('pre')];
  said.textContent = wait;
  button.disabled = true;
  try {
    const response = await fetch(address);
    const text = readable(await response.text());
    shown.firstChild.textContent = text.length > SHOWN_CHARACTERS_MAX ? `${text.slice(0, SHOWN_CHARACTERS_MAX)}\n…` : text;
    shown.hidden = false;
    said.textContent = `${done} · ${response.status}`;
  } catch {
    shown.hidden = true;
    said.textContent = failed;
  } finally {
    button.disabled = false;
  }
}

for (const button of document.querySelectorAll('button[data-try]')) {
  button.hidden = false;
  button.addEventListener('click', () => void ask(button));
}

if (navigator.clipboard) {
  for (const button of document.querySelectorAll('button[data-copied]')) {
    const said = button.textContent;
    button.hidden = false;
    button.addEventListener('click', async () => {
      await navigator.clipboard.writeText(button.closest('.io').querySelector('.ask').textContent);
      button.textContent = button.dataset.copied;
      setTimeout(() => { button.textContent = said; }, 2000);
    });
  }
}
